package intake

import (
	"strings"
	"unicode"
)

func trimSpace(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' })
}

// cutBullet cuts the bullet or number with which an item of a list begins.
func cutBullet(text string) (bare string, ok bool) {
	text = trimSpace(text)
	for _, b := range []string{"•", "·", "◦", "▪", "■", "●", "○", "‣", "–", "—", "-", "*", "+", "o\t", "\uf0b7", "\uf0a7", "✓", "→"} {
		if rest, found := strings.CutPrefix(text, b); found {
			bare = trimSpace(rest)
			return bare, bare != "" && (rest != bare || strings.ContainsAny(b, "•·◦▪■●○‣\t\uf0b7"))
		}
	}
	i := 0
	for i < len(text) && i < 3 && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	if i > 0 && i+1 < len(text) && (text[i] == '.' || text[i] == ')') && (text[i+1] == ' ' || text[i+1] == '\t') {
		return trimSpace(text[i+1:]), true
	}
	return text, false
}

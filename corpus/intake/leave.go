package intake

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed noise.txt
var noiseText string

//go:embed ends.txt
var endsText string

// phrases are the lines of a file, by their first words.
func phrases(file string) map[string][][]string {
	all := make(map[string][][]string)
	for p := range strings.Lines(file) {
		if words := strings.Fields(p); len(words) > 0 && !strings.HasPrefix(p, "# What") && !isRemark(p) {
			all[words[0]] = append(all[words[0]], words)
		}
	}
	return all
}

// isRemark reports whether a line of a file is one of its first, which explain it.
func isRemark(line string) bool {
	return strings.HasPrefix(line, "# ") && len(line) > 40
}

var (
	noise = sync.OnceValue(func() map[string][][]string { return phrases(noiseText) })
	ends  = sync.OnceValue(func() map[string][][]string { return phrases(endsText) })
)

// mostNoise is how many words a line has at most that is known by its beginning alone.
const mostNoise = 30

// says reports whether text is one of the phrases.
func says(all map[string][][]string, text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 || len(words) > mostNoise {
		return false
	}
	keys := []string{words[0]}
	if isDigits(words[0]) {
		keys = append(keys, "#")
	}
	for _, key := range keys {
		for _, phrase := range all[key] {
			if follows(phrase, words) {
				return true
			}
		}
	}
	return false
}

// follows reports whether words are as the phrase says.
func follows(phrase, words []string) bool {
	for i, p := range phrase {
		switch {
		case p == "*":
			return true
		case i >= len(words), p == "#" && !isDigits(words[i]), p != "#" && p != words[i]:
			return false
		}
	}
	return len(phrase) == len(words)
}

// isNoise reports whether a line is known to be no part of any story.
func isNoise(text string) bool {
	return says(noise(), text) || strings.HasPrefix(text, "©") || isMenu(text) || isByline(text) || isRule(text)
}

// isRule reports whether a text has no letters and no digits.
func isRule(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// isByline reports whether a text is an author's name: "By Ann Example and Joe Sample".
func isByline(text string) bool {
	rest, ok := strings.CutPrefix(text, "By ")
	if !ok || strings.HasSuffix(text, ".") {
		return false
	}
	words := strings.Fields(rest)
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && w != "and" && w != "&" {
			return false
		}
	}
	return len(words) <= 8
}

package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// # Markdown
//
// Headlines are headings or links, [text](address), at the beginning of a line, with or
// without a bullet; ![text](address) is the text of a picture. Label, day and standfirst
// stand about them as in other texts, perhaps with emphasis; all may stand in one item,
// "- **[Headline](address)** (2026-05-14): Standfirst", as this program writes it.

func markdownEvidence(d *document) string {
	links, headings := 0, 0
	for _, l := range d.sample() {
		text := trimSpace(l.text)
		if bare, ok := cutBullet(text); ok {
			text = bare
		}
		text = strings.TrimLeft(text, "*_# ")
		if m := parseLink(text); m.n > 0 {
			links++
		}
		if bold, rest, ok := cutBold(trimSpace(l.text)); ok && parseLink(rest).n > 0 && bold != "" {
			links++
		}
		if n := len(l.text) - len(strings.TrimLeft(l.text, "#")); n > 0 && n < 7 && strings.HasPrefix(l.text[n:], " ") {
			headings++
		}
	}
	switch {
	case links >= 2:
		return "lines begin with links or pictures of Markdown"
	case headings >= 2:
		return "lines begin with headings of Markdown"
	}
	bold := 0
	for _, l := range d.sample() {
		if bare, ok := cutBullet(l.text); ok && strings.HasPrefix(bare, "**") {
			bold++
		}
	}
	if bold >= 2 || headings == 1 && bold == 1 {
		return "lines begin with bold text of Markdown"
	}
	return ""
}

// maxNested bounds how deep brackets are taken for part of one link, so that it takes no
// time to find that a text of brackets has none.
const maxNested = 4

// maxMarked bounds, in bytes, the lines in which marks are looked for.
const maxMarked = 20_000

// A mdLink is a link, or a picture, at the beginning of a text.
type mdLink struct {
	text, href string
	picture    bool
	n          int // bytes, 0 if there is none
}

func parseLink(text string) mdLink {
	at := 0
	l := mdLink{}
	if strings.HasPrefix(text, "!") {
		l.picture, at = true, 1
	}
	if !strings.HasPrefix(text[at:], "[") {
		return mdLink{}
	}
	depth, end := 0, -1
	for i := at; i < len(text) && i < 2000; i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			if depth++; depth > maxNested {
				return mdLink{}
			}
		case ']':
			if depth--; depth == 0 {
				end = i
			}
		}
		if end >= 0 {
			break
		}
	}
	if end < 0 || !strings.HasPrefix(text[end+1:], "(") {
		return mdLink{}
	}
	closing := closingParen(text[end+1:])
	if closing < 0 {
		return mdLink{}
	}
	l.text = text[at+1 : end]
	l.href, _, _ = strings.Cut(strings.TrimSpace(text[end+2:end+1+closing]), " ")
	l.href = strings.Trim(l.href, "<>")
	l.n = end + 1 + closing + 1
	return l
}

// closingParen returns where the parenthesis closes with which text begins, -1 if it does not.
func closingParen(text string) int {
	depth := 0
	for i := 0; i < len(text) && i < 4000; i++ {
		switch text[i] {
		case '(':
			if depth++; depth > maxNested {
				return -1
			}
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func readMarkdown(d *document) findings {
	var items []item
	for _, l := range d.lines {
		items = append(items, markdownItems(l, d)...)
	}
	for i := range items {
		items[i].gap = i == 0 || items[i].line > items[i-1].line+1
	}
	markTitle(items, d)
	return assemble(items, rules{link: leadsToStory}, d.rest)
}

// markdownItems returns the items of a line.
func markdownItems(l line, d *document) []item {
	if len(l.text) > maxMarked {
		return itemsOf(l.n, l.text, d)
	}
	text := trimSpace(l.text)
	heading := false
	if strings.HasPrefix(text, ">") {
		text = trimSpace(strings.TrimLeft(text, "> "))
	}
	var items []item
	if bare, ok := cutBullet(text); ok && !strings.HasPrefix(text, "**") {
		text = bare
		items = append(items, item{kind: aMark, line: l.n})
	}
	if strings.HasPrefix(text, "#") {
		text, heading = trimSpace(strings.Trim(text, "#")), true
	}
	if text == "" || strings.Trim(text, "-*_= ") == "" {
		return append(items, item{kind: aMark, line: l.n})
	}
	for text != "" {
		bare := strings.TrimLeft(text, "*_ ")
		link := parseLink(bare)
		if inner := parseLink(link.text); link.n > 0 && !link.picture && inner.picture && inner.n == len(link.text) { // a picture that leads somewhere
			link = mdLink{inner.text, inner.href, true, link.n}
		}
		if link.n == 0 {
			break
		}
		rest := strings.TrimLeft(bare[link.n:], "*_ ")
		if link.picture {
			if alt := plainText(link.text); alt != "" {
				items = append(items, item{kind: aPicture, line: l.n, text: alt})
			}
			text = rest
			continue
		}
		url, _ := corpus.CleanURL(link.href)
		head := itemsOf(l.n, plainText(link.text), d)
		for i := range head {
			if head[i].kind == aText {
				head[i].url, head[i].heading = url, heading
			}
		}
		if len(head) == 0 || rest != "" && head[len(head)-1].kind != aText {
			break
		}
		return append(append(items, head...), restItems(l.n, rest, d)...)
	}
	if bold, rest, ok := cutBold(text); ok && rest != "" {
		if label, known := corpus.FindLabel(plainText(bold)); known {
			items = append(items, item{kind: aLabel, line: l.n, text: label, label: label})
			l.text = strings.TrimLeft(rest, " |:·–-")
			return append(items, markdownItems(l, d)...)
		}
		head := itemsOf(l.n, plainText(bold), d)
		return append(append(items, head...), restItems(l.n, rest, d)...)
	}
	its := itemsOf(l.n, plainText(text), d)
	for i := range its {
		its[i].heading = heading
	}
	return append(items, its...)
}

// cutBold parts bold text at the beginning from the rest.
func cutBold(text string) (bold, rest string, ok bool) {
	if !strings.HasPrefix(text, "**") {
		return "", "", false
	}
	bold, rest, ok = strings.Cut(text[2:], "**")
	return bold, strings.TrimSpace(rest), ok && bold != ""
}

// restItems returns the items of what stands behind a headline on its line: "(2026-05-14): Standfirst".
func restItems(n int, rest string, d *document) []item {
	var items []item
	rest = strings.TrimLeft(rest, " –—-|:")
	for _, open := range []string{"(", "_", "*"} {
		closing := map[string]string{"(": ")", "_": "_", "*": "*"}[open]
		if !strings.HasPrefix(rest, open) {
			continue
		}
		if inner, after, ok := strings.Cut(rest[1:], closing); ok {
			its := itemsOf(n, plainText(inner), d)
			if len(its) == 1 && its[0].kind != aText {
				items = append(items, its...)
				rest = strings.TrimLeft(after, " –—-|:")
			}
		}
	}
	if rest = plainText(rest); rest != "" {
		items = append(items, itemsOf(n, rest, d)...)
	}
	return items
}

// plainText returns text of Markdown without its marks.
func plainText(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && strings.IndexByte("\\`*_{}[]<>()#+-.!|~&'\"", text[i+1]) >= 0:
			i++
			b.WriteByte(text[i])
		case c == '*' || c == '`':
		case c == '_' && (i == 0 || i == len(text)-1 || text[i-1] == ' ' || text[i+1] == ' '):
		case c == '[' || c == '!':
			if l := parseLink(text[i:]); l.n > 0 {
				if !l.picture {
					b.WriteString(plainText(l.text))
				}
				i += l.n - 1
				continue
			}
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return summaryText(b.String())
}

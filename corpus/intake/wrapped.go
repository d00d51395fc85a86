package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// # Text with wrapped lines: PDF, and pages saved as text
//
// Lines end where the page did, within sentences, and words are broken by a hyphen. Page
// numbers, the date and address of the printout, and the page's title, which stand at
// every page's head or foot, are left out. Lines are joined where the next word would not
// have fitted; then the text is read as one that was copied.

func wrappedEvidence(d *document) string {
	width := wrapWidth(d.lines)
	if width == 0 {
		return ""
	}
	broken := 0
	lines := d.sample()
	for i := 0; i+1 < len(lines); i++ {
		if beginsLower(lines[i+1].text) && joins(lines[i], lines[i+1], width, d) {
			broken++
		}
	}
	if broken < 2 {
		return ""
	}
	return "sentences go on from line to line"
}

func beginsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(trimSpace(text))
	return unicode.IsLower(r)
}

// wrapWidth returns the width, in characters, at which the text seems to be wrapped, 0 if
// lines are too long for that.
func wrapWidth(lines []line) int {
	width := 0
	for _, l := range lines {
		n := utf8.RuneCountInString(strings.TrimRight(l.text, " \t\r"))
		if n > 130 {
			return 0
		}
		width = max(width, n)
	}
	return width
}

// joins reports whether the line below goes on with what the line above begins: they
// are not parted, both are text, and the line above is full, or ends in a hyphen.
func joins(above, below line, width int, d *document) bool {
	if below.blanks > 0 || below.n > above.n+1 {
		return false
	}
	a, b := trimSpace(above.text), trimSpace(below.text)
	if a == "" || b == "" {
		return false
	}
	its := itemsOf(above.n, above.text, d)
	if len(its) == 0 || its[len(its)-1].kind != aText || strings.HasPrefix(b, "<http") || lastAngle(a) >= 0 {
		return false
	}
	its = itemsOf(below.n, below.text, d)
	if len(its) != 1 || its[0].kind != aText {
		return false
	}
	if _, ok := cutBullet(b); ok {
		return false
	}
	if endsHyphen(a) && beginsLower(b) {
		return true
	}
	word, _, _ := strings.Cut(b, " ")
	full := utf8.RuneCountInString(strings.TrimRight(above.text, " \t\r")) + 1 + utf8.RuneCountInString(word)
	slack := width / 8 // letters of a PDF differ in width
	if beginsLower(b) {
		slack = width / 3
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a, "’”'\")"))
	if strings.ContainsRune(".!?", last) && !beginsLower(b) && full <= width {
		return false
	}
	return full > width-slack
}

func endsHyphen(text string) bool {
	return strings.HasSuffix(text, "-") || strings.HasSuffix(text, "\u00AD") || strings.HasSuffix(text, "‐")
}

func readWrapped(d *document) findings {
	lines, left := cutPages(d)
	width := wrapWidth(d.lines)
	words := wordsOf(d.text)
	var whole []line
	for _, l := range lines {
		if n := len(whole); n > 0 && len(whole[n-1].text) < maxParagraph && joins(tailOf(whole[n-1]), l, width, d) {
			whole[n-1].text = join(whole[n-1].text, l.text, words)
			whole[n-1].last, whole[n-1].lastText = l.n, l.text
			continue
		}
		whole = append(whole, l)
	}
	copied := *d
	copied.lines = wholeHeadlines(whole, d)
	f := assembleLines(&copied, rules{pictures: glued(&copied) > 0, wrapped: true})
	f.left = append(left, f.left...)
	return f
}

// wholeHeadlines joins the lines of headlines that are narrower than the text: what stands
// between a label, a blank line or the end of a sentence, and a day.
func wholeHeadlines(lines []line, d *document) []line {
	const most = 4 // lines of a headline
	kinds := make([]itemKind, len(lines))
	for i, l := range lines {
		kinds[i] = aFurniture
		if its := itemsOf(l.n, l.text, d); len(its) > 0 {
			kinds[i] = its[len(its)-1].kind
			if len(its) > 1 {
				kinds[i] = aTitle // a label and the beginning of a headline
			}
		}
	}
	var whole []line
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		n := i + 1
		for n < len(lines) && n < i+most && kinds[n] == aText && lines[n].blanks == 0 {
			n++
		}
		begins := kinds[i] == aTitle || kinds[i] == aText && (l.blanks > 0 || i > 0 && (kinds[i-1] == aLabel || endsSentence(lines[i-1].text)))
		if begins && n < len(lines) && kinds[n] == aMoment && lines[n].blanks == 0 {
			for i++; i < n; i++ {
				l.text = trimSpace(l.text) + " " + trimSpace(lines[i].text)
			}
			i--
		}
		whole = append(whole, l)
	}
	return whole
}

// maxParagraph bounds, in bytes, what is joined.
const maxParagraph = 4000

// tailOf returns the last line of those that were joined.
func tailOf(l line) line {
	if l.last == 0 {
		return l
	}
	return line{n: l.last, text: l.lastText}
}

// join joins two lines. A hyphen at the end of the first is dropped where it only breaks
// a word: where the text has the word without it, or where nothing speaks for the
// hyphen.
func join(above, below string, words map[string]bool) string {
	a, b := strings.TrimRight(above, " \t\r"), trimSpace(below)
	if rest, ok := strings.CutSuffix(a, "\u00AD"); ok {
		return rest + b
	}
	if !endsHyphen(a) || !beginsLower(b) {
		return a + " " + b
	}
	bare := strings.TrimRight(a, "-‐")
	first := strings.ToLower(bare[strings.LastIndexAny(bare, " \t")+1:])
	second, _, _ := strings.Cut(strings.ToLower(b), " ")
	second = strings.Trim(second, ".,;:!?’”)")
	switch {
	case words[first+second]:
		return bare + b
	case words[first+"-"+second], hyphened[first] && !wordEndings[second], strings.Trim(first, "0123456789") == "", strings.Contains(first, "-"):
		return a + b
	}
	return bare + b
}

// hyphened are the first parts of words that have a hyphen more often than not.
var hyphened = set("long|short|well|high|low|non|self|multi|full|half|year|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|cross|cost|decision|system|trust|patient|board|government|private|fast|hard|large|small|single|double|much|best|worst|vice|led|nhs|mid|co|ex|post|pre")

// wordEndings are what words end in, so that what stands before is no word of its own.
var wordEndings = set("er|ers|est|ly|y|ern|ing|ings|ed|en|ness|able|ment|ments|al|s|es|st|ty|ry|r|d|dle|age|pect|pected|vent|vents|vented")

// wordsOf returns the words of a text in lower case.
func wordsOf(text string) map[string]bool {
	words := make(map[string]bool)
	for _, w := range strings.Fields(text) {
		words[strings.Trim(strings.ToLower(w), ".,;:!?‘’“”()'\"")] = true
	}
	return words
}

// cutPages returns the lines without the heads and feet of pages: those that come again
// and again but for their numbers and are no stories', and the numbers and addresses of
// pages.
func cutPages(d *document) (lines []line, left []Left) {
	count := make(map[string]int)
	all := unbrokenAddresses(d.lines)
	for _, l := range all {
		count[shapeOf(l.text)]++
	}
	seen := make(map[string]bool)
	for _, l := range all {
		text := corpus.Readable(l.text)
		shape := shapeOf(l.text)
		its := itemsOf(l.n, l.text, d)
		plain := len(its) == 1 && its[0].kind == aText
		again := count[shape] > 1 && plain && seen[shape]
		seen[shape] = true
		if again && !isSentence(text) || isPageNumber(text) {
			left = append(left, Left{l.n, text, "the head or foot of a page"})
			continue
		}
		lines = append(lines, l)
	}
	for i := 1; i < len(lines); i++ { // what a page's head and foot parted
		if lines[i].n > lines[i-1].n+1 && lines[i].blanks == 0 {
			lines[i].n = lines[i-1].n + 1
		}
	}
	return lines, left
}

func shapeOf(text string) string { return numbersAsN(corpus.Fold(text)) }

// isPageNumber reports whether a line is what browsers and programs print at the edge of
// a page: "Page 2 of 5", "2/5", an address and a number, a date and a title.
func isPageNumber(text string) bool {
	shape := shapeOf(text)
	if shape == "page n" || shape == "page n of n" || shape == "n n" && strings.Contains(text, "/") || shape == "n of n" {
		return true
	}
	words := strings.Fields(text)
	if len(words) == 2 && strings.HasPrefix(words[0], "http") && strings.Contains(words[1], "/") {
		return true
	}
	if len(words) > 2 && strings.HasPrefix(shape, "n n n n n ") && strings.Contains(words[1], ":") { // 14/05/2026, 07:02 Title
		_, ok := parseDay(strings.Trim(words[0], ","))
		return ok
	}
	return false
}

package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// # Messages of mail programs
//
// Lines From, Sent, To and Subject stand above, or a message was copied without them. The
// address of a link follows its text, text<address>; the text of a picture stands in square
// brackets, [text]<address>. A headline is a link on a line of its own; its standfirst
// stands below, and may end in "Read more<address>". Addresses of a mailing, which count
// clicks, are not the stories': only those are kept that lead to an article.

func mailEvidence(d *document) string {
	headers, links := 0, 0
	for i, l := range d.sample() {
		if i < 40 && mailHeader(l.text) {
			headers++
		}
		if i < 2000 && strings.HasSuffix(trimSpace(l.text), ">") && lastAngle(l.text) > 0 {
			links++
		}
	}
	switch {
	case headers >= 2 && links > 0:
		return "it has lines From and Subject, and addresses in <…> after their text"
	case headers >= 3:
		return "it has lines From, Sent, To and Subject"
	case links >= 3 && glued(d) == 0:
		return "addresses stand in <…> after their text"
	}
	return ""
}

// glued returns how many lines have a label glued to a headline.
func glued(d *document) int {
	n := 0
	for _, l := range d.sample() {
		if _, _, ok := cutGlued(corpus.Readable(l.text)); ok {
			n++
		}
	}
	return n
}

// mailHeader reports whether a line is one of a message's head.
func mailHeader(text string) bool {
	name, _, ok := strings.Cut(strings.TrimLeft(text, "> *"), ":")
	if !ok || len(name) > 12 {
		return false
	}
	switch strings.ToLower(strings.Trim(name, " *")) {
	case "from", "sent", "to", "cc", "bcc", "subject", "date", "reply-to", "importance", "attachments":
		return true
	}
	return false
}

func readMail(d *document) findings {
	var items []item
	var subject string
	var left []Left
	lines := unbrokenAddresses(d.lines)
	head := true // the lines of the head may still come
	for i, l := range lines {
		text := strings.TrimLeft(trimSpace(l.text), "> ")
		if head && i < 40 && mailHeader(l.text) {
			if name, value, _ := strings.Cut(text, ":"); strings.EqualFold(strings.Trim(name, "* "), "subject") {
				subject = corpus.Readable(strings.Trim(value, "* "))
			}
			left = append(left, Left{l.n, corpus.Readable(text), "the head of the message"})
			continue
		}
		if i > 40 {
			head = false
		}
		its := mailItems(l.n, text, d)
		for j := range its {
			its[j].gap = l.blanks > 0
		}
		items = append(items, its...)
	}
	markTitle(items, d)
	f := assemble(items, rules{link: leadsSomewhere}, d.rest)
	f.left = append(left, f.left...)
	if f.title == "" {
		if _, ok := titleSystems(subject, d.names); ok {
			f.title = subject
		}
	}
	for i := range f.stories {
		if !isArticle(f.stories[i].URL) {
			f.stories[i].URL = ""
		}
	}
	return f
}

// leadsSomewhere reports whether the text of a link is long enough for a headline, rather
// than being "Book now" or "Sign up here".
func leadsSomewhere(it item) bool { return len(strings.Fields(it.text)) >= 4 }

// isArticle reports whether an address is that of a story rather than of a mailing's
// counter.
func isArticle(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	if strings.HasSuffix(address, ".article") {
		return true
	}
	rest, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://"), "www.hsj.co.uk/")
	return ok && strings.Contains(rest, "/")
}

// unbrokenAddresses joins lines within which an address in <…> was broken.
func unbrokenAddresses(lines []line) []line {
	var joined []line
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		for n := 0; n < 40 && i+1 < len(lines) && lines[i+1].blanks == 0 && openAngle(l.text); n++ {
			i++
			next := trimSpace(lines[i].text)
			l.text = strings.TrimRight(l.text, " \t\r") + next
		}
		joined = append(joined, l)
	}
	return joined
}

// openAngle reports whether text ends within an address in <…>.
func openAngle(text string) bool {
	at := strings.LastIndexByte(text, '<')
	return at >= 0 && !strings.Contains(text[at:], ">") && (strings.HasPrefix(text[at:], "<http") || trimSpace(text[at:]) == "<")
}

// lastAngle returns where the address in <…> begins with which text ends, -1 if there is none.
func lastAngle(text string) int {
	text = trimSpace(text)
	if !strings.HasSuffix(text, ">") {
		return -1
	}
	at := strings.LastIndexByte(text, '<')
	if at < 0 || !strings.HasPrefix(text[at:], "<http") && !strings.HasPrefix(text[at:], "<mailto") {
		return -1
	}
	return at
}

// mailItems returns the items of a line of a message.
func mailItems(n int, text string, d *document) []item {
	if alt, ok := pictureText(text); ok {
		if alt == "" {
			return nil
		}
		return []item{{kind: aPicture, line: n, text: alt}}
	}
	return angleItems(n, text, d)
}

// angleItems returns the items of a line in which addresses stand in <…> after their text.
func angleItems(n int, text string, d *document) []item {
	if len(text) > maxMarked {
		return itemsOf(n, text, d)
	}
	var items []item
	if bare, ok := cutBullet(text); ok {
		text = bare
		items = append(items, item{kind: aMark, line: n})
	}
	plain, url := cutAngles(text)
	if trimSpace(plain) == "" && url != "" {
		return append(items, item{kind: anAddress, line: n, text: url, url: url})
	}
	whole := lastAngle(text) >= 0 && strings.Count(text, "<http") == 1
	cut := plain
	if whole {
		cut = summaryText(plain)
	}
	its := itemsOf(n, cut, d)
	if whole && cut == corpus.Readable(plain) {
		for i := range its {
			if its[i].kind == aText {
				its[i].url = url
			}
		}
	}
	for i := range its {
		its[i].more = cut != corpus.Readable(plain)
	}
	return append(items, its...)
}

// pictureText returns the text of a line that is "[text]" or "[text]<address>".
func pictureText(text string) (alt string, ok bool) {
	plain, _ := cutAngles(text)
	plain = trimSpace(plain)
	if len(plain) < 2 || plain[0] != '[' || plain[len(plain)-1] != ']' || strings.Count(plain, "[") != 1 {
		return "", false
	}
	alt = corpus.Readable(plain[1 : len(plain)-1])
	if strings.HasPrefix(alt, "cid:") || strings.HasPrefix(alt, "http") {
		alt = ""
	}
	return alt, true
}

// cutAngles returns text without the addresses in <…>, and the first of them.
func cutAngles(text string) (plain, url string) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "<")
		b.WriteString(before)
		if !found {
			return b.String(), url
		}
		inner, _, closed := strings.Cut(rest[:min(len(rest), maxAngle)], ">")
		if !closed || !strings.HasPrefix(inner, "http") && !strings.HasPrefix(inner, "mailto:") {
			b.WriteByte('<')
			text = rest
			continue
		}
		if address, ok := corpus.CleanURL(strings.ReplaceAll(inner, " ", "")); ok && url == "" {
			url = address
		}
		text = rest[len(inner)+1:]
	}
}

// maxAngle bounds, in bytes, an address in <…>.
const maxAngle = 4096

package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"icsexplorer/corpus"
)

// archive is the form of the files in corpus/listings, which package corpus specifies.
var archive = form{
	Form: Form{"archive", "a listing as this program keeps them"},
	evidence: func(d *document) string {
		if d.Elements != nil || slices.ContainsFunc(d.lines, func(l string) bool { return l != skipped && corpus.Label(l) != "" || isDay(l) }) {
			return ""
		}
		l, faults := d.parse()
		if len(l.Entries) == 0 || l.Title == "" || faults.Err() != nil {
			return ""
		}
		return "it is read without an error"
	},
	read: func(d *document, r *Result) []line {
		l, faults := d.parse()
		r.Title, r.System, r.Stories = l.Title, l.System, l.Entries
		if day, err := time.Parse(time.DateOnly, l.Captured); err == nil && r.Day.IsZero() {
			r.Day = day
		}
		for _, f := range faults {
			if f.Line > 1 {
				r.Notes = append(r.Notes, fmt.Sprintf("line %d: %s", f.Line, f.Message))
			}
		}
		return nil
	},
}

// parse reads d as a listing of the archive.
func (d *document) parse() (corpus.Listing, corpus.ErrorList) {
	return corpus.Parse(d.Name, []byte(decoded(d.Data)), d.Registry)
}

// isDay reports whether a line is a day or a time, other than as the archive has them.
func isDay(text string) bool {
	m, ok := momentIn(text, time.Time{})
	return ok && (m.dayOnly || m.at.IsZero())
}

// mail is a message: a digest as a mail program copies it, links in angle brackets behind
// their text, texts of pictures in square ones.
//
//	Sent:	15 May 2026 07:02
//	[Dialysis chair]<https://…>
//	Hospital pauses kidney list<https://…>
//	New patients will be sent to a neighbour. Read more<https://…>
var mail = form{
	Form:     Form{"mail", "a message of a mail program"},
	links:    true,
	redirect: true,
	evidence: func(d *document) string {
		heads, links := 0, 0
		for i, l := range d.lines {
			if name, _, ok := strings.Cut(strings.TrimSpace(l), ":"); ok && i < 40 && isHead(name) {
				heads++
			}
			if at := strings.Index(l, "<http"); at > 0 {
				links++
			}
		}
		switch {
		case heads >= 2:
			return "it begins with a sender and a subject"
		case links >= 3 && d.glued() == 0:
			return "addresses stand behind texts in angle brackets"
		}
		return ""
	},
	read: func(d *document, r *Result) []line {
		var lines []line
		head := false
		for _, l := range d.linesOf() {
			name, value, _ := strings.Cut(l.text, ":")
			if isHead(name) && len(lines) == 0 {
				head = true
				if m, ok := momentIn(value, time.Time{}); ok && !m.at.IsZero() && r.Day.IsZero() && name != "To" {
					r.Day, _ = time.Parse(time.DateOnly, m.at.Format(time.DateOnly))
				}
				r.Left = append(r.Left, Left{l.number, l.text, "is of the message's head"})
				continue
			}
			if head && !l.gap && len(lines) == 0 {
				r.Left = append(r.Left, Left{l.number, l.text, "is of the message's head"})
				continue
			}
			if picture, ok := strings.CutPrefix(l.text, "["); ok && strings.HasSuffix(picture, "]") {
				l.text, l.alt, l.url = strings.TrimSpace(strings.TrimSuffix(picture, "]")), true, ""
			}
			for _, more := range []string{"Read more", "Read more »", "Read more >", "Continue reading", "More"} {
				if rest, ok := strings.CutSuffix(l.text, more); ok && strings.TrimSpace(rest) != "" && l.url != "" {
					l.text, l.url = strings.TrimSpace(rest), ""
				}
			}
			lines = append(lines, l)
		}
		return unglue(lines)
	},
}

// glued returns how many lines have a label glued to a headline.
func (d *document) glued() (n int) {
	for _, l := range d.lines {
		text, _ := cutBullet(l)
		if _, _, ok := glued(text); ok && !isMenu(text) {
			n++
		}
	}
	return n
}

// isHead reports whether a name is that of a line of a message's head.
func isHead(name string) bool {
	return slices.Contains([]string{"From", "Sent", "To", "Cc", "Subject", "Date", "Reply-To"}, name)
}

// markdown has headlines as headings or as links.
//
//	## [Trust names three bidders](https://…)
//	14 May 2026
//	Three companies will compete.
var markdown = form{
	Form:  Form{"markdown", "Markdown"},
	links: true,
	evidence: func(d *document) string {
		marks := 0
		for _, l := range d.lines {
			if level := strings.TrimLeft(l, "#"); len(level) < len(l) && strings.HasPrefix(level, " ") || strings.Contains(l, "](http") {
				marks++
			}
		}
		if marks >= 2 {
			return "it has headings and links as Markdown writes them"
		}
		return ""
	},
	read: func(d *document, r *Result) []line {
		var lines []line
		for _, l := range d.linesOf() {
			rest := strings.TrimLeft(l.text, "#")
			l.heading = len(rest) < len(l.text) && strings.HasPrefix(rest, " ")
			if l.heading {
				l.text = strings.TrimSpace(rest)
			}
			l.text, l.url, l.alt = cutLink(l.text)
			l.text = strings.TrimSpace(strings.NewReplacer("**", "", "__", "").Replace(l.text))
			l.text = strings.Trim(l.text, "*_ ")
			if l.text = corpus.Readable(strings.NewReplacer(`\*`, "*", `\_`, "_", `\[`, "[", `\]`, "]", `\#`, "#").Replace(l.text)); l.text != "" {
				lines = append(lines, l)
			}
		}
		return unglue(lines)
	},
}

// cutLink returns a line of Markdown without the address of its first link, and the address.
func cutLink(text string) (rest, url string, picture bool) {
	at := strings.Index(text, "](")
	open := strings.LastIndexByte(text[:max(at, 0)], '[')
	if at < 0 || open < 0 {
		return text, "", false
	}
	end := strings.IndexByte(text[at:], ')')
	if end < 0 {
		return text, "", false
	}
	url, _, _ = strings.Cut(text[at+2:at+end], " ")
	before := text[:open]
	if picture = strings.HasSuffix(before, "!"); picture {
		before = strings.TrimSuffix(before, "!")
	}
	return before + text[open+1:at] + text[at+end+1:], corpus.Address(url), picture && before == ""
}

// subject is a page of a subject or an issue: a dash or a bullet before each story, the label
// glued to its headline or above it, no days.
var subject = form{
	Form:  Form{"subject", "a page of a subject or an issue"},
	items: true,
	evidence: func(d *document) string {
		bullets := 0
		for i, l := range d.lines {
			if i < 60 && isSubject(strings.TrimSpace(l)) {
				return "its title is that of a subject"
			}
			if text, item := cutBullet(l); item && text == "" {
				bullets++
			}
		}
		if bullets >= 2 {
			return "a dash stands alone before each story"
		}
		return ""
	},
	read: func(d *document, r *Result) []line { return unglue(d.linesOf()) },
}

// browserGlued is what Firefox copies of a page, and saves as text: the label is glued to the
// headline, the picture's text stands right above, the day below.
//
//	linen cage
//	HSJ LocalTrust names three bidders for laundry
//
//	By Ann Example 14 May 2026
//
//	Three companies will compete for a £22m contract.
var browserGlued = form{
	Form:     Form{"glued", "a page as Firefox copies it"},
	pictures: true,
	evidence: func(d *document) string {
		if d.glued() > 0 {
			return "labels are glued to headlines"
		}
		return ""
	},
	read: func(d *document, r *Result) []line { return unglue(d.linesOf()) },
}

// browserBlocks is what Chromium copies of a page: label, headline and day as one block of
// lines, the standfirst below.
//
//	NEWS
//	Community provider hands back £38m contract
//	6 May 2026
//
//	Stennick Community Care will stop running district nursing.
var browserBlocks = form{
	Form: Form{"blocks", "a page as Chrome and Edge copy it"},
	evidence: func(d *document) string {
		labels, days := 0, 0
		for _, l := range d.lines {
			if corpus.Label(strings.TrimSpace(l)) != "" {
				labels++
			}
			if isDay(l) {
				days++
			}
		}
		if labels > 0 && days > 0 && !isWrapped(d.lines) {
			return "labels and days stand on lines of their own"
		}
		return ""
	},
	read: func(d *document, r *Result) []line { return unglue(d.linesOf()) },
}

// wrapped is the text of a PDF or a plain mail, in which paragraphs are broken into lines, and
// some words by a hyphen.
var wrapped = form{
	Form: Form{"wrapped", "text with wrapped lines, as of a PDF"},
	evidence: func(d *document) string {
		if isWrapped(d.lines) {
			return "its lines break within sentences"
		}
		return ""
	},
	read: func(d *document, r *Result) []line { return unwrap(unglue(d.linesOf()), d.Day) },
}

// isWrapped reports whether lines break within sentences: many are followed by one that begins
// with a small letter.
func isWrapped(lines []string) bool {
	texts, broken := 0, 0
	for i, l := range lines {
		if l = strings.TrimSpace(l); l == "" || l == skipped {
			continue
		}
		texts++
		if i+1 < len(lines) {
			next := strings.TrimSpace(lines[i+1])
			if next != "" && next[0] >= 'a' && next[0] <= 'z' && !endsSentence(l) && len(l) > 30 {
				broken++
			}
		}
	}
	return broken >= 3 && broken*8 >= texts
}

// unwrap puts the lines of each paragraph together.
func unwrap(lines []line, day time.Time) []line {
	var whole []line
	may := false // the last line may go on
	for _, l := range lines {
		l.read(day)
		alone := l.label != "" || l.dated || isNoise(l.text)
		if n := len(whole); may && !alone && !l.gap {
			last := &whole[n-1]
			if word, ok := strings.CutSuffix(last.text, "-"); ok && l.text != "" && l.text[0] >= 'a' && l.text[0] <= 'z' {
				last.text = word + l.text
			} else {
				last.text += " " + l.text
			}
			continue
		}
		whole = append(whole, l)
		may = !alone
	}
	return whole
}

// plain is any other text: labels or days show where stories are.
var plain = form{
	Form:     Form{"text", "plain text, with labels or days"},
	pictures: true,
	evidence: func(d *document) string {
		if d.Elements != nil {
			return ""
		}
		return "nothing shows anything else"
	},
	read: func(d *document, r *Result) []line { return unglue(d.linesOf()) },
}

package corpus

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// review looks over the stories that were read for what is unlikely to be right.
func (p *parser) review() {
	lines := make(map[string]int, len(p.list.Entries)) // of each story, by its identity
	var above time.Time                                // the last time so far
	for _, e := range p.list.Entries {
		id := identity(e.Headline)
		if first, ok := lines[id]; ok {
			p.errorf(e.Line, "duplicate story %s; first at line %d", quote(e.Headline), first)
		} else {
			lines[id] = e.Line
		}
		if strings.Contains(e.headline.text, "\n") {
			p.warnf(e.Line, "the headline %s stands on several lines; is a blank line missing?", quote(e.Headline))
		}
		if e.Published.IsZero() {
			continue
		}
		if !above.IsZero() && e.Published.After(above) {
			p.warnf(e.Line, "%s is dated %s, later than the story above it", quote(e.Headline), day(e.Published))
		}
		above = e.Published
		if p.list.Captured != "" && day(e.Published) > p.list.Captured {
			p.warnf(e.Line, "%s is dated %s, after the day of the capture, %s", quote(e.Headline), day(e.Published), p.list.Captured)
		}
	}
	p.reviewEnd()
}

// reviewEnd reports a last standfirst that is cut off. Some standfirsts have no full
// stop and some files no final newline, so to have neither is only suspect; to end in
// the middle of a phrase is certain.
func (p *parser) reviewEnd() {
	if len(p.list.Entries) == 0 || p.done < len(p.src) {
		return
	}
	e := p.list.Entries[len(p.list.Entries)-1]
	switch last, _ := utf8.DecodeLastRuneInString(e.Standfirst); {
	case strings.ContainsRune(".!?…’”'\")", last):
	case goesOn(e.Standfirst):
		p.errorf(e.Line, "the last standfirst is cut off: it ends in %s", quote(tail(e.Standfirst)))
	default:
		p.warnf(e.Line, "the last standfirst may be cut off: it ends in %s", quote(tail(e.Standfirst)))
	}
}

// goesOn tells whether a sentence cannot end where the text does: after a comma and the
// like, or after a word that leads to another.
func goesOn(text string) bool {
	if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(",;:-–—‘“(£&", last) {
		return true
	}
	return slices.Contains([]string{
		"a", "an", "and", "as", "at", "because", "but", "by", "for", "from", "has", "have", "in", "into", "is",
		"its", "of", "on", "or", "than", "that", "the", "their", "to", "was", "were", "which", "with",
	}, text[strings.LastIndexByte(text, ' ')+1:])
}

// day returns the day of t where it was written, as YYYY-MM-DD.
func day(t time.Time) string { return t.Format(time.DateOnly) }

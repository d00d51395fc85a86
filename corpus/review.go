package corpus

import (
	"strings"
	"time"
	"unicode/utf8"
)

// review looks over the stories that were read for what is unlikely to be right.
func (p *parser) review() {
	seen := make(map[string]int, len(p.list.Entries)) // identity to line
	var newest time.Time                              // of the stories so far, the last one's time
	for i, e := range p.list.Entries {
		id := identity(e.Headline)
		if first, ok := seen[id]; ok {
			p.errorf(e.Line, "duplicate story %s; first at line %d", quote(e.Headline), first)
		} else {
			seen[id] = e.Line
		}
		if strings.Contains(e.headline.text, "\n") {
			p.warnf(e.Line, "the headline %s stands on several lines; is a blank line missing?", quote(e.Headline))
		}
		if e.Published.IsZero() {
			continue
		}
		if i > 0 && e.Published.After(newest) && !newest.IsZero() {
			p.warnf(e.Line, "%s is dated %s, later than the story above it", quote(e.Headline), day(e.Published))
		}
		newest = e.Published
		if p.list.Captured != "" && day(e.Published) > p.list.Captured {
			p.warnf(e.Line, "%s is dated %s, after the day of the capture, %s", quote(e.Headline), day(e.Published), p.list.Captured)
		}
	}
	p.reviewEnd()
}

// reviewEnd warns of a last standfirst that may be cut off. It can be no error, since
// some standfirsts have no full stop and some files no final newline; a cut one has
// neither.
func (p *parser) reviewEnd() {
	if len(p.list.Entries) == 0 || p.done < len(p.src) {
		return
	}
	e := p.list.Entries[len(p.list.Entries)-1]
	if last, _ := utf8.DecodeLastRuneInString(e.Standfirst); e.Standfirst != "" && !strings.ContainsRune(".!?…’”'\")", last) {
		p.warnf(e.Line, "the last standfirst may be cut off: it ends in %s", quote(tail(e.Standfirst)))
	}
}

// day returns the day of t where it was written, as YYYY-MM-DD.
func day(t time.Time) string { return t.Format(time.DateOnly) }

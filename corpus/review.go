package corpus

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// review looks over the stories that were read for what is unlikely to be right.
func (p *parser) review() {
	p.reviewTwice()
	var above Entry // the last one with a time so far
	for _, e := range p.list.Entries {
		if strings.HasSuffix(e.Headline, ".") && !strings.HasSuffix(e.Headline, "..") {
			p.warnf(e.Line, "the headline %s ends in a full stop, as standfirsts do; are the blank lines above it right?", quote(e.Headline))
		}
		if e.Published.IsZero() {
			continue
		}
		if !above.Published.IsZero() && compareMoments(e.Published, e.Day, above.Published, above.Day) > 0 {
			p.warnf(e.Line, "%s is dated %s, later than the story above it", quote(e.Headline), day(e.Published))
		}
		above = e
		if p.list.Captured != "" && day(e.Published) > p.list.Captured {
			p.warnf(e.Line, "%s is dated %s, after the day of the capture, %s", quote(e.Headline), day(e.Published), p.list.Captured)
		}
	}
	p.reviewEnd()
}

// reviewTwice reports headlines that come twice. With the same standfirst it is the same
// story, which counts once; with another it is an error, unless their days show that
// there are two stories.
func (p *parser) reviewTwice() {
	first := make(map[string]*Entry, len(p.list.Entries)) // by identity
	for i := range p.list.Entries {
		p.rest()
		e := &p.list.Entries[i]
		id := identity(e.Headline)
		f, ok := first[id]
		switch {
		case !ok:
			first[id] = e
		case Fold(e.Standfirst) == Fold(f.Standfirst):
			p.warnf(e.Line, "the story %s stands here again; first at line %d", quote(e.Headline), f.Line)
		case f.Published.IsZero() || e.Published.IsZero() || day(f.Published) == day(e.Published):
			p.errorf(e.Line, "duplicate story %s; first at line %d", quote(e.Headline), f.Line)
		}
	}
}

// reviewEnd reports a last standfirst that is cut off. Some standfirsts have no full stop
// and some files no final newline; where both are missing, nothing shows that the page
// ended there, unless the file has the same standfirst elsewhere.
func (p *parser) reviewEnd() {
	end := p.blocks[len(p.blocks)-1]
	if len(p.list.Entries) == 0 || p.done < end.end {
		return // the last block is no standfirst
	}
	text := p.text(end)
	if endsSentence(text) {
		return
	}
	cut := goesOn(text)
	for _, e := range p.list.Entries[:len(p.list.Entries)-1] {
		if e.Standfirst == text {
			return
		}
		cut = cut || strings.HasPrefix(e.Standfirst, text)
	}
	switch {
	case !strings.Contains(p.src[end.end:], "\n"):
		p.errorf(end.line, "the last standfirst is cut off: it ends in %s; if it is whole, end the line", quote(tail(text)))
	case cut:
		p.warnf(end.line, "the last standfirst may be cut off: it ends in %s", quote(tail(text)))
	}
}

// endsSentence reports whether text ends as a sentence does, also within quotation marks.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "’”'\") "))
	return strings.ContainsRune(".!?…", last)
}

// goesOn reports whether a sentence cannot end where the text does: after a comma, say, or
// after a word that needs another.
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

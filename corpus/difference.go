package corpus

import (
	"fmt"
	"strings"
)

// differences reports entries that do not agree with what their story has from other
// listings: a standfirst that is cut off, and another time.
func (c *Corpus) differences() ErrorList {
	var cut, times tally
	for i := range c.Stories {
		s := &c.Stories[i]
		for _, p := range s.Places {
			file, e := c.Listings[p.Listing].File, &c.Listings[p.Listing].Entries[p.Position]
			if rest, ok := strings.CutPrefix(s.Standfirst, e.Standfirst); ok && e.Standfirst != "" && Fold(rest) != "" {
				cut.add(Error{File: file, Line: e.Line}, func() string {
					return fmt.Sprintf("the standfirst is cut off: after %s it goes on with %s elsewhere", quote(tail(e.Standfirst)), quote(rest))
				})
			}
			if !e.Published.IsZero() && compareMoments(e.Published, e.Day, s.Published, s.Day) != 0 {
				times.add(Error{File: file, Line: e.Line, Warning: true}, func() string {
					return fmt.Sprintf("%s is dated %s, but %s in %s", quote(e.Headline),
						moment(e.Published, e.Day), moment(s.Published, s.Day), c.where(c.dateline(i), i))
				})
			}
		}
	}
	return append(cut.faults("standfirsts that are cut off"), times.faults("times that differ between the listings")...)
}

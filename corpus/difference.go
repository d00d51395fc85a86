package corpus

import (
	"fmt"
	"strings"
	"time"
)

// differences reports entries that do not agree with what their story has from other
// listings: a standfirst that is cut off, and another time.
func (c *Corpus) differences() ErrorList {
	var list ErrorList
	for i := range c.Stories {
		s := &c.Stories[i]
		for _, p := range s.Places {
			file, e := c.Listings[p.Listing].File, &c.Listings[p.Listing].Entries[p.Position]
			if rest, ok := strings.CutPrefix(s.Standfirst, e.Standfirst); ok && e.Standfirst != "" && Fold(rest) != "" {
				message := fmt.Sprintf("the standfirst is cut off: after %s it goes on with %s elsewhere", quote(tail(e.Standfirst)), quote(rest))
				list = append(list, Error{file, e.Line, message, false})
			}
			if !e.Published.IsZero() && !e.Published.Equal(s.Published) {
				message := fmt.Sprintf("%s is dated %s, but %s in %s", quote(e.Headline),
					e.Published.Format(time.RFC3339), s.Published.Format(time.RFC3339), c.where(c.dateline(i), i))
				list = append(list, Error{file, e.Line, message, true})
			}
		}
	}
	return list
}

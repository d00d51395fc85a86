package page

import "icsexplorer/app/view"

// order says of rows that stand newest first how that is known, once for all of them: by
// the listings, by dates, or, of some neighbours, not at all. It is "" for any other order.
func (l *Library) order(v view.View, shown []int) string {
	if v.Sort == view.AZ || v.Sort == "" && !blank(v.Query) || len(shown) < 2 {
		return ""
	}
	listed, undecided := false, false
	for at, older := range shown[1:] {
		chain := l.corpus.Chain(shown[at], older)
		undecided = undecided || len(chain) == 0
		for _, link := range chain {
			listed = listed || link.Listing >= 0
		}
	}
	text := "Newest first, by date"
	if listed {
		text = "As HSJ lists them, newest first"
	}
	if undecided {
		return text + "; where listings meet, the order is not always known."
	}
	return text + "."
}

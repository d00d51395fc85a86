package export

import (
	"strings"
	"time"
)

// undated is what stands where no day is known, Absent where there is no listing.
const (
	undated = "undated"
	Absent  = "not in this copy"
)

// dayLayouts are the ways in which a day is given, as precise as it is known, each with
// how a sentence has it.
var dayLayouts = []struct{ given, written string }{
	{time.DateOnly, "2 January 2006"},
	{"2006-01", "January 2006"},
	{"2006", "2006"},
}

// longDay is a day as a sentence has it, "11 December 2025" or "December 2025"; "undated"
// if it is none.
func longDay(day string) string {
	for _, l := range dayLayouts {
		if t, err := time.Parse(l.given, day); err == nil {
			return t.Format(l.written)
		}
	}
	return undated
}

// Captured is a day of capture as a table has it: the day, or "undated".
func Captured(day string) string {
	if day == "" {
		return undated
	}
	return day
}

// age says how old the listings are, as in "Listings: South West London: 12 May 2026"; "" if
// there are none.
func age(listings []Listing) string {
	if len(listings) == 0 {
		return ""
	}
	all := make([]string, len(listings))
	for i, l := range listings {
		all[i] = l.System + ": " + longDay(l.Captured)
		if l.Absent {
			all[i] = l.System + ": " + Absent
		}
	}
	return "Listings: " + strings.Join(all, "; ")
}

// oneLine is text on one line, its white space single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

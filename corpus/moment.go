package corpus

import "time"

// dayOf returns midnight UTC of the day on which t was where it was written.
func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// moment returns a moment as it is told to people.
func moment(t time.Time, dayOnly bool) string {
	if dayOnly {
		return day(t)
	}
	return t.Format(time.RFC3339)
}

// compareMoments compares two moments of which only the day may be known: it is 0 where
// they can be the same.
func compareMoments(a time.Time, aDay bool, b time.Time, bDay bool) int {
	if aDay || bDay {
		return dayOf(a).Compare(dayOf(b))
	}
	return a.Compare(b)
}

// orderTimes returns the times by which stories are put in order: on a day of which only
// the day is known of some story, that of every story is the day, since no hour shows
// which of them is newer.
func orderTimes(stories []Story) []time.Time {
	coarse := make(map[time.Time]bool)
	for _, s := range stories {
		if s.Day {
			coarse[dayOf(s.Published)] = true
		}
	}
	times := make([]time.Time, len(stories))
	for i, s := range stories {
		times[i] = s.Published
		if len(coarse) == 0 || s.Published.IsZero() {
			continue
		}
		if d := dayOf(s.Published); coarse[d] {
			times[i] = d
		}
	}
	return times
}

package intake

import (
	"strconv"
	"strings"
	"time"
)

// A moment is a time, or only a day, at midnight UTC.
type moment struct {
	at  time.Time
	day bool
}

func dayMoment(year int, month time.Month, day int) (moment, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != month || year < 1995 || year > 2100 {
		return moment{}, false
	}
	return moment{t, true}, true
}

// offsets are the layouts of times with an offset.
var offsets = []string{
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
	time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700",
}

// parseMoment reads text that is a time or a day and nothing else; today is the day of the
// capture, zero if not known.
func parseMoment(text string, today time.Time) (moment, bool) {
	text = strings.Trim(text, " .,;|·•–—-()[]*_")
	if len(text) < 5 || len(text) > 60 {
		return moment{}, false
	}
	if m, ok := parseOffset(text); ok {
		return m, true
	}
	if m, ok := parseAgo(strings.ToLower(text), today); ok {
		return m, true
	}
	return parseDay(text)
}

func parseOffset(text string) (moment, bool) {
	for _, zone := range []string{" GMT", " UTC", " UT", " Z"} {
		if rest, ok := strings.CutSuffix(text, zone); ok {
			text = rest + " +0000"
		}
	}
	if rest, ok := strings.CutSuffix(text, " BST"); ok {
		text = rest + " +0100"
	}
	for _, layout := range offsets {
		t, err := time.Parse(layout, text)
		if err != nil || t.Year() < 1995 || t.Year() > 2100 {
			continue
		}
		if _, offset := t.Zone(); offset == 0 {
			t = t.UTC()
		}
		return moment{t, false}, true
	}
	return moment{}, false
}

// parseAgo reads "2 hours ago", "yesterday" and the like.
func parseAgo(text string, today time.Time) (moment, bool) {
	if today.IsZero() {
		return moment{}, false
	}
	back := -1
	words := strings.Fields(text)
	switch {
	case text == "today" || text == "just now":
		back = 0
	case text == "yesterday":
		back = 1
	case len(words) == 3 && words[2] == "ago":
		n, err := strconv.Atoi(words[0])
		if words[0] == "a" || words[0] == "an" {
			n, err = 1, nil
		}
		if err != nil || n < 0 || n > 1000 {
			break
		}
		switch strings.TrimSuffix(words[1], "s") {
		case "second", "sec", "minute", "min":
			back = 0
		case "hour", "hr":
			back = n / 24
		case "day":
			back = n
		case "week":
			back = 7 * n
		}
	}
	if back < 0 {
		return moment{}, false
	}
	y, m, d := today.Date()
	return moment{time.Date(y, m, d-back, 0, 0, 0, 0, time.UTC), true}, true
}

// parseDay reads a day, which a name of the day of the week and an hour without an offset
// may stand about.
func parseDay(text string) (moment, bool) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '|' || r == '·' || r == '\u00a0' })
	if len(fields) > 0 && isWeekday(fields[0]) {
		fields = fields[1:]
	}
	for n := len(fields); n > 0 && isHour(fields[n-1]); n-- {
		fields = fields[:n-1]
	}
	switch len(fields) {
	case 1:
		return parseNumbers(fields[0])
	case 3:
		d, m, y := fields[0], fields[1], fields[2]
		if _, ok := month(d); ok {
			d, m = m, d
		}
		mon, ok := month(m)
		if !ok {
			return moment{}, false
		}
		day, ok1 := ordinal(d)
		year, ok2 := number(y, 4)
		if !ok1 || !ok2 {
			return moment{}, false
		}
		return dayMoment(year, mon, day)
	}
	return moment{}, false
}

// parseNumbers reads 14/05/2026, 14.05.2026, 14-05-2026, 14/05/26, 2026-05-14, and 14-May-2026.
func parseNumbers(text string) (moment, bool) {
	if head, hour, ok := strings.Cut(text, "T"); ok && isHour(hour) {
		text = head
	}
	for _, sep := range []string{"/", "-", "."} {
		parts := strings.Split(text, sep)
		if len(parts) != 3 {
			continue
		}
		if year, ok := number(parts[0], 4); ok {
			m, ok1 := number(parts[1], 2)
			d, ok2 := number(parts[2], 2)
			if ok1 && ok2 && m >= 1 && m <= 12 {
				return dayMoment(year, time.Month(m), d)
			}
			return moment{}, false
		}
		d, ok1 := ordinal(parts[0])
		year, ok2 := number(parts[2], 4)
		mon, named := month(parts[1])
		if short, ok := number(parts[2], 2); ok && len(parts[2]) == 2 && (sep == "/" || named) {
			year, ok2 = 2000+short, true
		}
		if m, ok := number(parts[1], 2); ok && m >= 1 && m <= 12 {
			mon, named = time.Month(m), true
		}
		if ok1 && ok2 && named {
			return dayMoment(year, mon, d)
		}
	}
	return moment{}, false
}

// number reads up to size digits; four digits must be four.
func number(text string, size int) (int, bool) {
	if len(text) == 0 || len(text) > size || size == 4 && len(text) != 4 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

func ordinal(text string) (int, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		text = strings.TrimSuffix(text, end)
	}
	return number(text, 2)
}

func month(text string) (time.Month, bool) {
	text = strings.ToLower(strings.TrimSuffix(text, "."))
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if text == name || text == name[:3] || text == "sept" && m == time.September {
			return m, true
		}
	}
	return 0, false
}

func isWeekday(text string) bool {
	text = strings.ToLower(strings.TrimSuffix(text, "."))
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if text == name || text == name[:3] || text == "tues" && d == time.Tuesday || text == "thurs" && d == time.Thursday {
			return true
		}
	}
	return false
}

// isHour reports whether text is an hour, or a word that stands about one.
func isHour(text string) bool {
	switch text = strings.ToLower(text); text {
	case "at", "am", "pm", "gmt", "bst", "-", "–":
		return true
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "am"), "pm")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ':' || r == '.' })
	if len(parts) < 2 || len(parts) > 4 || strings.Count(text, "/") > 0 {
		return false
	}
	for i, p := range parts {
		if _, ok := number(p, 2); !ok && !(i == 3 && len(p) < 10) {
			return false
		}
	}
	return true
}

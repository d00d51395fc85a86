package intake

import (
	"strconv"
	"strings"
	"time"
)

// A moment is a time as a page shows it: a day, or a day and a time. The zero value is none.
type moment struct {
	at      time.Time
	dayOnly bool
}

// momentIn returns the time that a whole text says, with "By Ann Example" before or behind it
// or without; none if the text says anything else. Day is that of the capture, which what is
// "2 hours ago" depends on; zero if it is not known.
func momentIn(text string, day time.Time) (moment, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "."))
	for _, prefix := range []string{"Published:", "Published on", "Published", "Posted on", "Posted", "Updated:", "Updated", "Date:"} {
		if rest, ok := cutFold(text, prefix); ok {
			text = strings.TrimSpace(rest)
		}
	}
	if rest, ok := cutFold(text, "By "); ok {
		words := strings.Fields(rest)
		for n := 1; n < len(words) && n <= 8; n++ { // "Ann Example and Joe Sample"
			if m, ok := parseMoment(strings.TrimLeft(strings.Join(words[n:], " "), "|·,- "), day); ok {
				return m, true
			}
		}
		return moment{}, false
	}
	if before, _, ok := strings.Cut(text, " By "); ok {
		return parseMoment(strings.TrimRight(before, "|·,- "), day)
	}
	return parseMoment(text, day)
}

func cutFold(text, prefix string) (rest string, ok bool) {
	if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):], true
	}
	return text, false
}

// Layouts with a time, and those with a day alone.
var (
	timeLayouts = []string{
		time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04",
		time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST",
		"2 January 2006 15:04", "2 Jan 2006 15:04", "2 January 2006, 15:04", "2 January 2006 at 15:04", "2 January 2006 3:04pm", "2 January 2006, 3:04pm",
		"02/01/2006 15:04", "02/01/2006 15:04:05", "15:04 2 January 2006", "15:04, 2 January 2006",
	}
	dayLayouts = []string{
		"2 January 2006", "2 Jan 2006", "2 January, 2006", "January 2, 2006", "Jan 2, 2006", "02/01/2006", "2/1/2006", "02.01.2006", "2.1.2006",
		"02-01-2006", "2006-01-02", "2006/01/02", "2-Jan-2006", "02/01/06", "2 Jan 06",
	}
)

func parseMoment(text string, day time.Time) (moment, bool) {
	if len(text) < 5 || len(text) > 60 {
		return moment{}, false
	}
	text = plainDate(text)
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			if _, offset := t.Zone(); offset == 0 {
				t = t.UTC()
			}
			return moment{t, false}, sensible(t)
		}
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return moment{t, true}, sensible(t)
		}
	}
	return relative(strings.ToLower(text), day)
}

// sensible reports whether a story can be of the time.
func sensible(t time.Time) bool { return t.Year() >= 1990 && t.Year() < 2100 }

// plainDate is a date without the name of its weekday, without "th" behind its day, with
// months and weekdays cased as layouts have them.
func plainDate(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		for _, ending := range []string{"st", "nd", "rd", "th"} {
			if n, ok := strings.CutSuffix(strings.ToLower(w), ending); ok && isDigits(n) {
				words[i] = n
			}
		}
		lower := strings.ToLower(strings.Trim(w, ","))
		if len(lower) >= 3 && months[lower[:3]] && isLetters(lower) {
			words[i] = strings.ToUpper(lower[:1]) + lower[1:] + w[len(strings.TrimRight(w, ",")):]
			if strings.EqualFold(lower, "sept") {
				words[i] = "Sep"
			}
		}
	}
	if len(words) > 1 && weekdays[strings.ToLower(strings.Trim(words[0], ","))] && !strings.Contains(words[len(words)-1], "00") && !hasZone(words) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// hasZone reports whether a date ends in a zone, as those of mail do, which have a weekday.
func hasZone(words []string) bool {
	last := words[len(words)-1]
	return len(last) == 5 && (last[0] == '+' || last[0] == '-') || last == "GMT" || last == "BST" || last == "UTC"
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

func isLetters(text string) bool {
	for _, r := range text {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

var (
	months   = set("jan feb mar apr may jun jul aug sep oct nov dec")
	weekdays = set("mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday")
)

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}

// relative reads "2 hours ago", "yesterday", "3 days ago", which say a day if the day on which
// they were said is known.
func relative(text string, day time.Time) (moment, bool) {
	back := 0
	switch text {
	case "today", "just now":
	case "yesterday":
		back = 1
	default:
		words := strings.Fields(strings.TrimSuffix(text, " ago"))
		if len(words) != 2 || !strings.HasSuffix(text, " ago") {
			return moment{}, false
		}
		n, err := strconv.Atoi(words[0])
		if words[0] == "a" || words[0] == "an" || words[0] == "one" {
			n, err = 1, nil
		}
		if err != nil || n < 0 || n > 1000 {
			return moment{}, false
		}
		switch strings.TrimSuffix(words[1], "s") {
		case "second", "sec", "minute", "min":
		case "hour", "hr":
			if n >= 24 {
				back = n / 24
			}
		case "day":
			back = n
		case "week":
			back = 7 * n
		default:
			return moment{}, false
		}
	}
	if day.IsZero() {
		return moment{}, true // it is a time, whose day is not known
	}
	return moment{day.AddDate(0, 0, -back), true}, true
}

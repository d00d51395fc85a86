package corpus

import (
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// A detail is a line below a story's time that says more of it: its address, alone on the
// line, or its label in square brackets.
type detail uint8

const (
	noDetail detail = iota
	addressDetail
	labelDetail
)

// maxDetails is how many of them a story has: one of each kind.
const maxDetails = 2

// detailOf returns what detail a line is. A label must be a known one, lest a standfirst in
// brackets be taken for it.
func detailOf(line string) detail {
	text := clean(line)
	switch {
	case Address(text) != "":
		return addressDetail
	case labelIn(text) != "":
		return labelDetail
	}
	return noDetail
}

// labelIn returns the label that stands in square brackets, "" if none does.
func labelIn(text string) string {
	if inner, ok := strings.CutPrefix(text, "["); ok && strings.HasSuffix(inner, "]") {
		return Label(strings.TrimSuffix(inner, "]"))
	}
	return ""
}

// Label returns the label that text is, however its letters are cased, as it is written in
// registry/labels.txt; "" if it is none: "NEWS" is "News".
func Label(text string) string {
	text = strings.TrimSpace(text)
	for _, label := range Labels() {
		if len(label) == len(text) && strings.EqualFold(label, text) {
			return label
		}
	}
	return ""
}

// Labels returns the labels that HSJ puts above its headlines, the longest first, as
// registry/labels.txt has them. It is for reading only.
var Labels = sync.OnceValue(func() []string {
	labels := strings.Split(strings.TrimSpace(registryFile("labels.txt")), "\n")
	slices.SortStableFunc(labels, func(a, b string) int { return len(b) - len(a) })
	return labels
})

// Address returns a text that is nothing but an address of the web, without what only
// tells its host where a reader came from; "" if it is anything else.
func Address(text string) string {
	if !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://") || strings.ContainsAny(text, " \t\n\"<>") {
		return ""
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.User != nil {
		return ""
	}
	if u.RawQuery != "" {
		var kept []string
		for pair := range strings.SplitSeq(u.RawQuery, "&") {
			if key, _, _ := strings.Cut(pair, "="); !isTracking(strings.ToLower(key)) {
				kept = append(kept, pair)
			}
		}
		u.RawQuery = strings.Join(kept, "&")
	}
	u.ForceQuery = false
	return u.String()
}

// isTracking reports whether a key of an address says only where a reader came from.
func isTracking(key string) bool {
	return strings.HasPrefix(key, "utm_") || strings.HasPrefix(key, "mc_") ||
		slices.Contains([]string{"fbclid", "gclid", "dclid", "msclkid", "igshid", "mkt_tok", "cmpid", "ito", "eea", "n_hash", "cid", "_hsenc", "_hsmi"}, key)
}

// dayLayout is how a day without a time stands in a file: midnight, whose offset from
// Greenwich is not known (RFC 3339, section 4.3).
const dayLayout = "2006-01-02T00:00:00-00:00"

// noTime stands in a file for a time that is not known, where a story needs one to be
// read as such.
const noTime = "0000-00-00T00:00:00-00:00"

// noStandfirst stands in a file for a standfirst, where a story has none.
const noStandfirst = "—"

// readTime reads a time line: a time, a day, or that there is none.
func readTime(text string) (t time.Time, dayOnly bool, err error) {
	if text == noTime {
		return time.Time{}, false, nil
	}
	t, err = parseTime(text)
	dayOnly = err == nil && t.Format(dayLayout) == text
	return t, dayOnly, err
}

// writtenTime is the line that readTime reads a time from.
func writtenTime(e Entry) string {
	switch {
	case e.Published.IsZero():
		return noTime
	case e.DayOnly:
		return e.Published.Format(dayLayout)
	}
	return e.Published.Format(time.RFC3339Nano)
}

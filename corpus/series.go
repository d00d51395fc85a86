package corpus

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SeriesSlug returns a series' form for addresses: "London Eye" is "london-eye".
func SeriesSlug(label string) string { return strings.ReplaceAll(Fold(label), " ", "-") }

// maxLabel is the length of a label in words: "North by North West" has four.
const maxLabel = 5

// label returns what may be a series' name: the few words before the first colon of a
// headline, "" if they cannot be one.
//
// A colon stands in ordinary headlines too, after a quotation, a figure or a clause,
// so a label is at most five words, has text after it, starts with a letter, and holds
// nothing but letters, digits, hyphens, apostrophes and ampersands between its spaces.
func label(headline string) string {
	label, rest, found := strings.Cut(headline, ": ")
	if !found || rest == "" || strings.Count(label, " ") >= maxLabel {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(label); !unicode.IsLetter(first) {
		return ""
	}
	for _, r := range label {
		if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && !strings.ContainsRune(" -&'’", r) {
			return ""
		}
	}
	return label
}

//go:embed registry/series.txt
var seriesList string

// nameSeries sets the series of each story.
//
// Words before a colon name a series if they are known to (registry/series.txt), or if
// they stand before the colon of two stories or more: a speaker or a place seldom comes
// twice, a strand comes every week. Labels are the same if their slugs are, and are all
// written as the registry does, or else as the newest of their stories.
func nameSeries(stories []Story) {
	names := make(map[string]string) // slug to label as shown
	for name := range strings.Lines(seriesList) {
		name = strings.TrimSpace(name)
		names[SeriesSlug(name)] = name
	}
	labels := make([]string, len(stories))
	first := make(map[string]string)
	for i := range stories {
		labels[i] = label(stories[i].Headline)
		if labels[i] == "" {
			continue
		}
		slug := SeriesSlug(labels[i])
		if name, ok := first[slug]; !ok {
			first[slug] = labels[i]
		} else if _, known := names[slug]; !known {
			names[slug] = name
		}
	}
	for i := range stories {
		if labels[i] != "" {
			stories[i].Series = names[SeriesSlug(labels[i])]
		}
	}
}

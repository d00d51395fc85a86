package search

import (
	"net/url"
	"strings"

	"icsexplorer/corpus"
)

// pasted returns what a reader means by text that was not typed but copied: the headline
// of a tab's title, the words of a story's address on HSJ's site. Other text is returned
// as it is.
func pasted(text string) string {
	if words, ok := addressed(strings.TrimSpace(text)); ok {
		return words
	}
	return titled(text)
}

// site is the publisher's host, whose addresses name their story.
const site = "hsj.co.uk/"

// addressed returns the words of an address, such as
// "https://www.hsj.co.uk/finance/trust-loses-millions/7040000.article": the last part of
// the path that is made of words.
func addressed(text string) (words string, ok bool) {
	if strings.IndexByte(text, '/') < 0 {
		return "", false
	}
	at := strings.Index(strings.ToLower(text), site)
	if at < 0 || strings.ContainsAny(text, " \t\n") {
		return "", false
	}
	path := text[at+len(site):]
	if end := strings.IndexAny(path, "?#"); end >= 0 {
		path = path[:end]
	}
	for part := range strings.SplitSeq(path, "/") {
		if plain, err := url.PathUnescape(part); err == nil {
			part = plain
		}
		if strings.Contains(strings.Trim(part, "-"), "-") {
			words = strings.ReplaceAll(part, "-", " ")
		}
	}
	return words, words != ""
}

// titled returns the headline of a tab's title, "Headline | News | Health Service
// Journal": what stands before the first bar or dash, if the publisher's name stands
// behind the last.
func titled(text string) string {
	for _, part := range []string{" | ", " – ", " — ", " - "} {
		headline, _, found := strings.Cut(text, part)
		if !found || corpus.Fold(headline) == "" {
			continue
		}
		switch corpus.Fold(text[strings.LastIndex(text, part)+len(part):]) {
		case "hsj", "health service journal":
			return headline
		}
	}
	return text
}

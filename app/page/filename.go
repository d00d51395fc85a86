package page

import (
	"strconv"
	"strings"

	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// How much of what a view asks for goes into the name of a file: mail programs and folders
// cut long ones.
const (
	mostNamed    = 3  // values of a kind that are spelt out; of more stands how many
	longestWords = 40 // bytes of what was typed
)

// fileName is what a file with the stories of v is called, without its ending: what
// v asks for, in the letters a to z, digits and hyphens, and the day. It depends on
// nothing else.
func fileName(v view.View, day string) string {
	parts := []string{"hsj", ascii(corpus.Fold(v.Query), longestWords)}
	parts = append(parts, named(v.Systems, "systems")...)
	parts = append(parts, named(v.Series, "series")...)
	if v.Spread != "" {
		parts = append(parts, map[view.Spread]string{view.Local: "in-one-listing", view.National: "in-several-listings"}[v.Spread])
	}
	if v.From != "" {
		parts = append(parts, "from-"+v.From)
	}
	if v.To != "" {
		parts = append(parts, "to-"+v.To)
	}
	parts = append(parts, string(v.Show), day)
	return joined(parts)
}

// named are slugs as parts of a name, or how many of what there are.
func named(slugs []string, what string) []string {
	if len(slugs) > mostNamed {
		return []string{strconv.Itoa(len(slugs)) + "-" + what}
	}
	parts := make([]string, len(slugs))
	for i, slug := range slugs {
		parts[i] = ascii(slug, longestWords)
	}
	return parts
}

// ascii is text in a to z, 0 to 9 and single hyphens, at most as many bytes, cut between
// words if it can be.
func ascii(text string, most int) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	all := strings.Join(words, "-")
	if len(all) <= most {
		return all
	}
	all = all[:most+1]
	if at := strings.LastIndexByte(all, '-'); at > 0 {
		return all[:at]
	}
	return all[:most]
}

// joined are the parts that are not empty, with hyphens between them.
func joined(parts []string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "-")
}

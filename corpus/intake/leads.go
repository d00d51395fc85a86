package intake

import "strings"

// leadsToStory reports whether an item leads to what looks like the address of a story:
// its path ends in ".article", or has a number of five digits or more, or a name of four
// words or more.
func leadsToStory(it item) bool {
	_, path, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(it.url, "https://"), "http://"), "/")
	path, _, _ = strings.Cut(path, "?")
	if strings.HasSuffix(path, ".article") {
		return true
	}
	for _, name := range strings.Split(path, "/") {
		if strings.Count(name, "-") >= 3 {
			return true
		}
		digits := 0
		for _, c := range []byte(name) {
			if c < '0' || c > '9' {
				digits = 0
				continue
			}
			if digits++; digits >= 5 {
				return true
			}
		}
	}
	return false
}

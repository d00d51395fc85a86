package export

import "strings"

// RIS writes a newspaper article a story, as reference managers read them. The tags are
// those that Zotero has a place for in a newspaper article: the publication is T2 (it puts JO
// into a note, as an abbreviation that newspapers have none of), the label that the
// publisher prints above a headline is the section. The systems are keywords.
func RIS(v View) []byte {
	var b strings.Builder
	for _, s := range v.Stories {
		tag := func(name, value string) {
			if value = oneLine(value); value != "" {
				b.WriteString(name + "  - " + value + "\r\n")
			}
		}
		tag("TY", "NEWS")
		tag("TI", s.Headline)
		tag("T2", publication)
		tag("PY", year(s.Day))
		tag("DA", risDay(s.Day))
		tag("SE", s.Label)
		tag("UR", href(s.URL))
		tag("AB", s.Standfirst)
		for _, word := range keywords(s.Systems) {
			tag("KW", word)
		}
		b.WriteString("ER  - \r\n\r\n")
	}
	return []byte(b.String())
}

// risDay is a day as RIS has it, YYYY/MM/DD/ and then what else there is to say, with
// nothing between the slashes where it is not known.
func risDay(day string) string {
	if day == "" {
		return ""
	}
	parts := append(strings.Split(day, "-"), "", "")
	return strings.Join(parts[:3], "/") + "/"
}

// year is that of a day, "" if there is none.
func year(day string) string {
	year, _, _ := strings.Cut(day, "-")
	return year
}

// unparted takes away what readers part a keyword at.
var unparted = strings.NewReplacer(",", "", ";", "")

// keywords are systems as keywords, their names without a comma of their own.
func keywords(systems []string) []string {
	words := make([]string, len(systems))
	for i, system := range systems {
		words[i] = unparted.Replace(system)
	}
	return words
}

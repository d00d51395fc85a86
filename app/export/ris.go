package export

import "strings"

// RIS writes a newspaper article a story, as reference managers read them. Zotero takes the
// publication of a newspaper article from T2, others from JO; the label that the
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
		tag("JO", publication)
		tag("DA", risDay(s.Day))
		tag("PY", year(s.Day))
		tag("SE", s.Label)
		tag("UR", href(s.URL))
		tag("AB", s.Standfirst)
		for _, system := range s.Systems {
			tag("KW", system)
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

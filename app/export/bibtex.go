package export

import (
	"strings"
	"time"
)

// BibTeX writes an entry a story, in UTF-8. All text is escaped; a title stands in
// braces of its own, so that its capitals stay. Beside the year and the month, which BibTeX
// itself reads, stands the date, which its successors do.
func BibTeX(v View) []byte {
	var b strings.Builder
	for _, s := range v.Stories {
		field := func(name, value string) {
			if value != "" {
				b.WriteString(",\n  " + name + " = " + value)
			}
		}
		text := func(name, value string) {
			if value = oneLine(value); value != "" {
				field(name, "{"+tex.Replace(value)+"}")
			}
		}
		b.WriteString("@article{hsj-" + s.Key)
		field("title", "{{"+tex.Replace(oneLine(s.Headline))+"}}")
		text("journal", publication)
		text("entrysubtype", "newspaper")
		text("year", year(s.Day))
		field("month", month(s.Day))
		text("date", s.Day)
		if address := href(s.URL); address != "" {
			field("url", "{"+address+"}") // as it stands, as \url wants it
		}
		text("abstract", s.Standfirst)
		text("keywords", strings.Join(keywords(s.Systems), ", "))
		b.WriteString("\n}\n\n")
	}
	return []byte(b.String())
}

// tex writes what TeX takes for something else so that it is printed. Braces have to be
// commands, since BibTeX counts escaped ones, too.
var tex = strings.NewReplacer(
	`\`, `{\textbackslash}`,
	`{`, `{\textbraceleft}`,
	`}`, `{\textbraceright}`,
	`~`, `{\textasciitilde}`,
	`^`, `{\textasciicircum}`,
	`%`, `\%`, `&`, `\&`, `_`, `\_`, `#`, `\#`, `$`, `\$`,
)

// month is that of a day as BibTeX's styles name it, "" if it is not known.
func month(day string) string {
	if len(day) < len("2006-01") {
		return ""
	}
	t, err := time.Parse("2006-01", day[:len("2006-01")])
	if err != nil {
		return ""
	}
	return strings.ToLower(t.Format("Jan"))
}

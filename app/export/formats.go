package export

// A Format is a way to write a view.
type Format struct {
	Name   string // as the command line has it
	Ending string // of a file's name, with its point
	Media  string // type, as RFC 6838 has them
	Words  string // what it is, for a reader
	Write  func(View) []byte
}

// Formats are all formats, in the order to offer them.
func Formats() []Format {
	return []Format{
		{"md", ".md", "text/markdown;charset=utf-8", "Briefing (Markdown)", Markdown},
		{"html", ".html", "text/html;charset=utf-8", "Briefing (HTML)", HTML},
		{"text", ".txt", "text/plain;charset=utf-8", "Briefing (plain text)", Text},
		{"csv", ".csv", "text/csv;charset=utf-8", "Spreadsheet (CSV)", CSV},
		{"json", ".json", "application/json", "Data (JSON)", JSON},
		{"ris", ".ris", "application/x-research-info-systems", "References (RIS)", RIS},
		{"bib", ".bib", "application/x-bibtex;charset=utf-8", "References (BibTeX)", BibTeX},
		{"atom", ".atom", "application/atom+xml", "Feed (Atom)", Atom},
	}
}

// Named is the format with the name.
func Named(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// FileName is what a file with the view in the format is called.
func (f Format) FileName(v View) string { return v.Name + f.Ending }

package export

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBibTeX(t *testing.T) {
	want := `@article{hsj-a,
  title = {{Trust’s £9m gift, “weakness” and more}},
  journal = {Health Service Journal},
  entrysubtype = {newspaper},
  abstract = {A trust donated £9m.},
  keywords = {South West London, Bedfordshire Luton and Milton Keynes}
}

@article{hsj-b,
  title = {{=HYPERLINK("http://x")}},
  journal = {Health Service Journal},
  entrysubtype = {newspaper},
  year = {2025},
  month = dec,
  date = {2025-12-11},
  url = {https://www.hsj.co.uk/a/7.article?x=1&y=(2)},
  keywords = {South West London}
}

`
	if got := string(BibTeX(sample)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBibTeXOfADayThatIsNotWhollyKnown(t *testing.T) {
	for day, want := range map[string]string{
		"2025-05": "year = {2025},\n  month = may,\n  date = {2025-05}\n",
		"2025":    "year = {2025},\n  date = {2025}\n",
	} {
		if got := string(BibTeX(View{Stories: []Story{{Day: day}}})); !strings.Contains(got, want) {
			t.Errorf("%s: %s", day, got)
		}
	}
}

// How Zotero writes what TeX takes for something else; braces are commands besides.
func TestEverythingThatTeXReadsIsEscaped(t *testing.T) {
	const text = `50% & a_b #1 $5 ~x ^y \z {w}`
	const want = `50\% \& a\_b \#1 \$5 {\textasciitilde}x {\textasciicircum}y {\textbackslash}z {\textbraceleft}w{\textbraceright}`
	if got := tex.Replace(text); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Whatever a story holds, braces are balanced as BibTeX counts them, escaped or not, and
// what is in them is read back.
func FuzzBibTeX(f *testing.F) {
	f.Add("}, x = {", `\textbackslash{}`, "http://x/}{")
	f.Add("£9m \\", "100%\n@article{", "https://x/%7B_~")
	f.Fuzz(func(t *testing.T, headline, standfirst, address string) {
		if !utf8.ValidString(headline + standfirst) {
			t.Skip("no corpus holds these")
		}
		fields := readBibTeX(t, string(BibTeX(View{Stories: []Story{{Key: "k", Headline: headline, Standfirst: standfirst, URL: address}}})))
		title := strings.TrimSuffix(strings.TrimPrefix(fields["title"], "{"), "}")
		for _, read := range [][3]string{
			{"title", untex.Replace(title), oneLine(headline)},
			{"abstract", untex.Replace(fields["abstract"]), oneLine(standfirst)},
			{"url", fields["url"], href(address)},
		} {
			if read[1] != read[2] {
				t.Errorf("the %s %q is read as %q", read[0], read[2], read[1])
			}
		}
	})
}

// untex is what TeX makes of what tex writes.
var untex = strings.NewReplacer(
	`{\textbackslash}`, `\`, `{\textbraceleft}`, `{`, `{\textbraceright}`, `}`,
	`{\textasciitilde}`, `~`, `{\textasciicircum}`, `^`,
	`\%`, `%`, `\&`, `&`, `\_`, `_`, `\#`, `#`, `\$`, `$`,
)

// readBibTeX reads the fields of one entry by counting braces, which is all that BibTeX
// goes by.
func readBibTeX(t *testing.T, entry string) map[string]string {
	t.Helper()
	rest, found := strings.CutPrefix(entry, "@article{hsj-k")
	if !found {
		t.Fatalf("no entry: %s", entry)
	}
	fields := make(map[string]string)
	for strings.HasPrefix(rest, ",") {
		name, value, _ := strings.Cut(strings.TrimPrefix(rest, ","), "=")
		value = strings.TrimLeft(value, " ")
		if !strings.HasPrefix(value, "{") {
			t.Fatalf("no braces around %q", value)
		}
		open, end := 0, -1
		for i := range len(value) {
			switch value[i] {
			case '{':
				open++
			case '}':
				open--
			}
			if open == 0 {
				end = i
				break
			}
		}
		if end < 0 {
			t.Fatalf("the braces of %q are not balanced", value)
		}
		fields[strings.TrimSpace(name)], rest = value[1:end], value[end+1:]
	}
	if strings.TrimSpace(rest) != "}" {
		t.Fatalf("the entry ends in %q", rest)
	}
	return fields
}

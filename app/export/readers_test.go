package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// reference is what another program takes from RIS or BibTeX, as CSL calls it. It has the
// abstract of RIS as a note.
type reference struct {
	Type           string
	Title          string
	ContainerTitle string `json:"container-title"`
	Abstract, Note string
	Keyword        string
	URL            string
	Issued         struct {
		DateParts [][]int `json:"date-parts"`
	}
}

// read has another program read v in the format of that name, and puts what it takes from
// it in found.
func read(t *testing.T, format string, v View, found any) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node; ./build.sh test installs it")
	}
	packages, err := filepath.Abs("../../dist/readers/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(packages); err != nil {
		t.Skip("the readers are not here; ./build.sh test fetches them into dist/readers")
	}
	f, _ := Named(format)
	text := f.Write(v)
	cmd := exec.CommandContext(t.Context(), node, "readers/read.cjs", format)
	cmd.Env = append(os.Environ(), "NODE_PATH="+packages)
	cmd.Stdin = bytes.NewReader(text)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if err := json.Unmarshal(out, found); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// awkward are stories with everything in them that RIS or BibTeX could take for its own.
var awkward = View{Stories: []Story{
	{
		Key:        "aaaaaaaaaaaaa",
		Headline:   `Trust’s £9m {gift} 50% & R_D #1 $5 ~x ^y \z – “up”`,
		Standfirst: "TY  - BOOK\nER  - } , title = {x} @article{y, café b*&^%~ks.",
		URL:        "https://www.hsj.co.uk/a_b/7.article?x=1&y=50%25#z~",
		Day:        "2025-12-11",
		Systems:    []string{"South West London", "Bedfordshire, Luton and Milton Keynes"},
	},
	{Key: "bbbbbbbbbbbbb", Headline: "A single }", Day: "2025-02", Systems: []string{"Devon"}},
	{Key: "ccccccccccccc", Headline: "Undated", Systems: []string{"Devon"}},
}}

// Of a day in RIS this reader takes the year, Zotero all.
func TestAnotherProgramReadsRIS(t *testing.T) {
	check(t, "ris", "article-newspaper", [][][]int{{{2025}}, {{2025}}, nil})
}

func TestAnotherProgramReadsBibTeX(t *testing.T) {
	check(t, "bib", "article-journal", [][][]int{{{2025, 12, 11}}, {{2025, 2}}, nil})
}

// check compares what is read in a format with awkward, whose stories are to be of days.
func check(t *testing.T, format, kind string, days [][][]int) {
	t.Helper()
	var got []reference
	read(t, format, awkward, &got)
	if len(got) != len(awkward.Stories) {
		t.Fatalf("%d references: %+v", len(got), got)
	}
	for i, s := range awkward.Stories {
		r := got[i]
		if r.Type != kind || r.Title != s.Headline || r.ContainerTitle != publication || r.URL != s.URL {
			t.Errorf("story %d is read as %+v", i+1, r)
		}
		if !slices.Contains([]string{r.Abstract, r.Note}, oneLine(s.Standfirst)) {
			t.Errorf("story %d has the abstract %q or %q", i+1, r.Abstract, r.Note)
		}
		if !reflect.DeepEqual(r.Issued.DateParts, days[i]) {
			t.Errorf("story %d is of %v, want %v", i+1, r.Issued.DateParts, days[i])
		}
	}
	if want := "South West London,Bedfordshire Luton and Milton Keynes"; got[0].Keyword != want {
		t.Errorf("keywords %q, want %q", got[0].Keyword, want)
	}
}

// A reader of Markdown takes the texts and the links of the briefing from it, and no markup
// that is not the briefing's, whatever the texts hold.
func TestAnotherProgramReadsMarkdown(t *testing.T) {
	const signs = "\\`*_{}[]()#+-.!|~<>&\"'$%^=:/?@"
	v := View{
		Title:    "# 1. " + signs,
		Address:  "https://example.org/ics/?q=a+(b)+%3Cc%3E&ics=x_y_z*",
		Note:     "1) " + signs + "\n\n---\n> - ```",
		Listings: []Listing{{System: "A *B* & C"}},
		Stories:  awkward.Stories,
	}
	for _, sign := range signs {
		v.Stories = append(v.Stories, Story{
			Headline:   fmt.Sprintf("%ca%c b%c %c%cc", sign, sign, sign, sign, sign),
			Standfirst: fmt.Sprintf("%c d &amp; <i>e</i> http://x/ www.x.org ![f](g) [h]: i ~~j~~ %c", sign, sign),
			URL:        "https://x/(y)" + strings.Trim(string(sign), "[]%"), // which this reader writes otherwise
			Systems:    []string{string(sign)},
		})
	}
	b := Brief(v)
	want := b.Title + b.Note + b.Age
	for _, g := range b.Groups {
		want += g.Heading
		for _, it := range g.Items {
			want += it.Headline + "(" + it.Systems + ")"
			if it.Standfirst != "" {
				want += ":" + it.Standfirst
			}
			want += "(" + it.Source + ")"
		}
	}
	readsMarkdown(t, v, want+"This view in ICS Explorer")
}

func TestAnotherProgramReadsATableInMarkdown(t *testing.T) {
	readsMarkdown(t, View{Title: "Map", Table: &Table{
		Caption: "- a",
		Header:  []string{"a|b", "*c*"},
		Rows:    [][]Cell{{{"|\\", "https://x/|)"}, {"`|`", ""}}, Cells("", "- d")},
	}}, "Map- aa|b*c*|\\`|`- dFrom ICS Explorer")
}

// readsMarkdown compares the Markdown of v, as another program reads it, with the text that is
// wanted, but for white space, and with the elements and links of its HTML.
func readsMarkdown(t *testing.T, v View, want string) {
	t.Helper()
	var page string
	read(t, "md", v, &page)
	dense := func(text string) string { return strings.Join(strings.Fields(text), "") }
	if got := textOf(t, page); dense(got) != dense(want) {
		t.Errorf("read as\n%s\nwant\n%s", dense(got), dense(want))
	}
	own := Brief(v).HTML()
	if got, want := tally(t, page), tally(t, own); !reflect.DeepEqual(got, want) {
		t.Errorf("read as %v, want %v", got, want)
	}
}

// textOf is the text of a page.
func textOf(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// tally is how often each element and each link stands in a page, but for those that HTML
// and Markdown need for lines and captions.
func tally(t *testing.T, page string) map[string]int {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]int)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || slices.Contains([]string{"p", "br", "em", "caption"}, n.Data) {
			continue
		}
		found[n.Data]++
		for _, a := range n.Attr {
			if a.Key == "href" {
				found[a.Val]++
			}
		}
	}
	return found
}

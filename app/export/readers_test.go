package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
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

// read has another program read awkward in the format of that name.
func read(t *testing.T, format string) []reference {
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
	text := f.Write(awkward)
	cmd := exec.CommandContext(t.Context(), node, "readers/read.cjs", format)
	cmd.Env = append(os.Environ(), "NODE_PATH="+packages)
	cmd.Stdin = bytes.NewReader(text)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	var found []reference
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return found
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
	check(t, read(t, "ris"), "article-newspaper", [][][]int{{{2025}}, {{2025}}, nil})
}

func TestAnotherProgramReadsBibTeX(t *testing.T) {
	check(t, read(t, "bib"), "article-journal", [][][]int{{{2025, 12, 11}}, {{2025, 2}}, nil})
}

// check compares what was read with awkward, whose stories are to be of days.
func check(t *testing.T, got []reference, kind string, days [][][]int) {
	t.Helper()
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

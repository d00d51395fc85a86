package export

import (
	"strings"
	"testing"

	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
	"icsexplorer/corpus/intake/htmlfile"
)

// What is exported and brought back is all there again, or is said to be what it is: nothing in it is taken for a page.
func TestWhatIsExportedIsReadWholeOrNotAtAll(t *testing.T) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	whole := map[string]bool{"csv": true, "atom": true}
	for _, f := range Formats() {
		for _, v := range []View{sample, {Title: "“gp” · 12 stories", Listings: []Listing{{System: "Devon", Absent: true}}, Stories: sample.Stories}} {
			src, err := htmlfile.Source("brought"+f.Ending, f.Write(v))
			if err != nil {
				t.Fatal(err)
			}
			res := intake.Read(src, intake.Options{Registry: registry})
			switch {
			case whole[f.Name] && (res.Err != nil || len(res.Stories) != len(v.Stories)):
				t.Errorf("%s: %d of %d stories, %v", f.Name, len(res.Stories), len(v.Stories), res.Err)
			case !whole[f.Name] && (res.Err == nil || !strings.Contains(res.Err.Error(), "bring a spreadsheet (CSV) or a feed (Atom)")):
				t.Errorf("%s: %d stories, %v", f.Name, len(res.Stories), res.Err)
			}
		}
	}
}

package trend

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"icsexplorer/app/markup"
)

func sampleMonths() *Months {
	return &Months{
		Months:  []string{"2025-11", "2025-12", "2026-01"},
		All:     []int{4, 0, 8},
		Systems: []System{{"devon", []int{3, 0, 2}, 5}, {"a&b", []int{0, 0, 4}, 4}},
		Others:  1,
		Undated: 2,
	}
}

// drawn is what Write makes, as a reader of HTML has it.
func drawn(t *testing.T, m *Months) *html.Node {
	t.Helper()
	var w markup.Writer
	m.Write(&w, func(slug string) string { return "<" + slug + ">" })
	root, err := html.Parse(strings.NewReader(w.String()))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func all(root *html.Node, tag string) (found []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			found = append(found, n)
		}
	}
	return found
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if strings.EqualFold(a.Key, name) {
			return a.Val
		}
	}
	return ""
}

func TestTheTableHasEveryCount(t *testing.T) {
	var rows []string
	for _, tr := range all(drawn(t, sampleMonths()), "tr") {
		var cells []string
		for c := range tr.ChildNodes() {
			cells = append(cells, text(c))
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	want := []string{
		"Month | All | <devon> | <a&b>",
		"November 2025 | 4 | 3 | 0",
		"December 2025 | 0 | 0 | 0",
		"January 2026 | 8 | 2 | 4",
	}
	if !slices.Equal(rows, want) {
		t.Errorf("got  %q\nwant %q", rows, want)
	}
}

// A bar stands in the place of its month, as high as its count says, inside the image.
func TestBarsAreAsHighAsTheirCounts(t *testing.T) {
	root := drawn(t, sampleMonths())
	svg := all(root, "svg")[0]
	if got, want := attribute(svg, "viewBox"), fmt.Sprintf("0 0 600 %d", 3*rowHeight+labelRoom); got != want {
		t.Errorf("the image is %s, want %s", got, want)
	}
	if got, want := attribute(svg, "aria-label"), "Stories by month from November 2025 to January 2026, most in January 2026: 8. The table has all of them."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	var bars []string
	for _, r := range all(svg, "rect") {
		y, height := coordinate(t, r, "y"), coordinate(t, r, "height")
		foot := y + height
		bars = append(bars, fmt.Sprintf("%s at %s, %s high on %.0f", text(r), attribute(r, "x"), attribute(r, "height"), foot))
	}
	want := []string{
		"November 2025: 4 at 0.0, 18.0 high on 54", "January 2026: 8 at 400.0, 36.0 high on 54",
		"November 2025: 3 at 0.0, 27.0 high on 114", "January 2026: 2 at 400.0, 18.0 high on 114",
		"January 2026: 4 at 400.0, 36.0 high on 174",
	}
	if !slices.Equal(bars, want) {
		t.Errorf("got  %q\nwant %q", bars, want)
	}
}

func coordinate(t *testing.T, n *html.Node, name string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(attribute(n, name), 64)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func TestNotesSayWhatIsNotCounted(t *testing.T) {
	m := sampleMonths()
	m.Earlier = 1
	var got []string
	for _, p := range all(drawn(t, m), "p") {
		got = append(got, text(p))
	}
	want := []string{
		"2 stories without a day, not counted here.",
		"1 story from before November 2025, not counted here.",
		"1 system with fewer stories, under “All” alone.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	m.Earlier, m.Others, m.Undated = 0, 0, 0
	if got := m.notes(); got != nil {
		t.Errorf("of nothing left out: %q", got)
	}
}

func TestWordsLeadToTheirStories(t *testing.T) {
	var w markup.Writer
	WriteWords(&w, []Coverage{{"devon", []Word{{Text: "<b>", Stories: []int{3, 5, 8}, Elsewhere: 1}}}},
		func(slug string) string { return "NHS " + slug },
		func(story int) Link {
			return Link{fmt.Sprintf("Story <%d>", story), fmt.Sprintf("?ics=devon&x#%d", story)}
		})
	root, err := html.Parse(strings.NewReader(w.String()))
	if err != nil {
		t.Fatal(err)
	}
	if got := text(all(root, "h3")[0]) + "; " + text(all(root, "summary")[0]); got != "NHS devon; <b>: in 3 headlines here, 1 elsewhere" {
		t.Errorf("it says %q", got)
	}
	var links []string
	for _, a := range all(root, "a") {
		links = append(links, text(a)+" "+attribute(a, "href"))
	}
	if want := []string{"Story <3> ?ics=devon&x#3", "Story <5> ?ics=devon&x#5", "Story <8> ?ics=devon&x#8"}; !slices.Equal(links, want) {
		t.Errorf("got  %q\nwant %q", links, want)
	}
	var nothing markup.Writer
	if WriteWords(&nothing, nil, nil, nil); nothing.String() != "" {
		t.Errorf("of nothing: %s", nothing.String())
	}
}

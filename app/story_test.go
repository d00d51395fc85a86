package app

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"icsexplorer/app/page"
)

// filled is a page in which every text is the same, every list has two of a kind, and
// everything that a page may have is there.
func filled(text string) page.Page {
	var p page.Page
	fill(reflect.ValueOf(&p).Elem(), text)
	p.Tiles[0].Chosen = true
	return p
}

func fill(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		v.SetInt(3)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), text)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), text)
			}
		}
	}
}

// everyDrawing is all of a page that is written as markup, by name. What is drawn element
// by element is go-app's to escape.
func everyDrawing(p page.Page) map[string]string {
	written := make(map[string]string)
	for name, ui := range map[string]goapp.UI{
		"list":       renderList(p.Rows, 7, false),
		"rest":       goapp.Raw(`<div>` + rest(page.Page{}, restOf(p)) + `</div>`),
		"note":       renderNote(p.Notes[0]),
		"chip":       renderChip(p.Chips[0], 0),
		"order":      renderOrder(p.Orders[0]),
		"empty":      renderEmpty(p.Empty),
		"comparison": renderComparison(p.Comparison),
		"map":        renderMap(p.Tiles, "large"),
		"systems":    renderSystems(p.Tiles),
		"cards":      renderCards(p.Cards),
		"table":      renderTable(p.Tiles),
	} {
		written[name] = goapp.HTMLString(ui)
	}
	return written
}

// restOf is p as a list, of which there is more.
func restOf(p page.Page) page.Page {
	p.Comparison, p.Total = nil, 9
	return p
}

// read is what a browser makes of markup: the elements, each with the names of its
// attributes, in order; all text; and all values of attributes.
func read(t *testing.T, markup string) (shape []string, text string, values []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			if n.Data == "bdi" {
				continue // what stands between quotation marks is set apart, whoever has set them
			}
			var names []string
			for _, a := range n.Attr {
				names = append(names, a.Key)
				values = append(values, a.Val)
			}
			shape = append(shape, n.Data+" "+strings.Join(names, " "))
		case html.TextNode:
			b.WriteString(n.Data)
		}
	}
	return shape, b.String(), values
}

// Whatever a listing or an address says, wherever it is drawn, it is text: it adds no
// element and no attribute, and none of its letters is lost.
func FuzzEverythingDrawnIsText(f *testing.F) {
	f.Add("plain")
	f.Add(`<script>alert(1)</script>`)
	f.Add(`"><img src=x onerror=alert(1)>`)
	f.Add("' onclick='x")
	f.Add(`<>&"' a &amp; b &#60; &lt`)
	f.Fuzz(func(t *testing.T, text string) {
		if strings.TrimSpace(text) == "" || !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\r") {
			t.Skip("no listing or view holds these")
		}
		plain := everyDrawing(filled("x"))
		drawn := everyDrawing(filled(text))
		for _, name := range slices.Sorted(maps.Keys(drawn)) {
			want, _, _ := read(t, plain[name])
			got, all, values := read(t, drawn[name])
			if !slices.Equal(got, want) {
				t.Fatalf("%s has the elements\n%q, want\n%q", name, got, want)
			}
			if name != "map" && !strings.Contains(all, text) {
				t.Fatalf("%s does not show %q", name, text)
			}
			if !slices.Contains(values, text) {
				t.Fatalf("%s leads nowhere with %q in its address", name, text)
			}
		}
	})
}

func TestARowIsAnArticleWithItsHeadlineInAHeading(t *testing.T) {
	markup := goapp.HTMLString(renderList([]page.Row{{
		Key: "sabc", Spread: "Local", Date: "2025-12-11",
		Series:     []page.Piece{{Text: "London Eye:"}},
		Headline:   []page.Piece{{Text: " ‘Plans’ are "}, {Text: "b*&^%~ks", Marked: true}},
		Standfirst: []page.Piece{{Text: "Essential < insight"}},
		Caption:    []page.Piece{{Text: "3x2", Marked: true}},
		Reason:     "Matched in the picture caption",
		Systems:    []page.Tag{{Slug: "south-west-london", Label: "South West London", Href: "?ics=south-west-london", Chosen: true}},
		Web:        "https://example.org/?q=b",
	}}, 0, false))
	for _, want := range []string{
		`<article id="sabc" data-story="sabc" tabindex="-1">`,
		`<time datetime="2025-12-11">2025-12-11</time>`,
		`<h2><a class="headline" id="headline-sabc" href="#sabc" data-do="panel"><span class="series">London Eye:</span> ‘Plans’ are <mark>b*&amp;^%~ks</mark></a></h2>`,
		`<p class="standfirst">Essential &lt; insight</p>`,
		`Picture: <mark>3x2</mark>`,
		`<a id="sabc-south-west-london" class="chosen" href="?ics=south-west-london">South West London</a>`,
		`aria-label="More about: London Eye: ‘Plans’ are b*&amp;^%~ks"`, `aria-expanded="false">More</button>`,
		`<a class="find" rel="noreferrer" href="https://example.org/?q=b">Find on HSJ (web search)</a><button aria-label="Star: London Eye: ‘Plans’ are b*&amp;^%~ks" type="button" class="opener star" id="star-sabc" data-do="star" aria-pressed="false">☆ Star</button></article>`,
	} {
		if !strings.Contains(markup, want) {
			t.Errorf("no %s in\n%s", want, markup)
		}
	}
}

func TestAStoryWithAnAddressLeadsToItsArticle(t *testing.T) {
	got := goapp.HTMLString(renderList([]page.Row{{Key: "sabc", Article: "https://www.hsj.co.uk/a/1.article", Web: "https://example.org/?q=b"}}, 0, false))
	if want := `<a class="find" rel="noreferrer" href="https://www.hsj.co.uk/a/1.article">Read on HSJ</a>`; !strings.Contains(got, want) || strings.Contains(got, "search") {
		t.Errorf("no %s in\n%s", want, got)
	}
}

func TestWhatTheReaderTypedTurnsNothingButItself(t *testing.T) {
	got := goapp.HTMLString(renderNote(page.Note{Text: "Showing results for “טיפול <b>”, not for “x”."}))
	want := `Showing results for “<bdi>טיפול &lt;b&gt;</bdi>”, not for “<bdi>x</bdi>”.`
	if !strings.Contains(got, want) {
		t.Errorf("%s, want %s in it", got, want)
	}
	if got := goapp.HTMLString(renderNote(page.Note{Text: "an open “mark"})); !strings.Contains(got, "an open “mark") {
		t.Errorf("a mark that is not closed: %s", got)
	}
}

package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func TestHTML(t *testing.T) {
	v := sample
	v.Note = "<b>For the board"
	want := `<h1>South West London</h1>
<p>25 November 2026</p>
<p>&lt;b&gt;For the board</p>
<p>Listings: South West London: 12 May 2026; Bedfordshire, Luton and Milton Keynes: undated</p>
<h2>South West London</h2>
<ul>
<li><strong><a href="https://www.hsj.co.uk/a/7.article?x=1&amp;y=(2)">=HYPERLINK(&#34;http://x&#34;)</a></strong> (South West London)<br><em>HSJ, 11 December 2025</em></li>
</ul>
<h2>Several systems</h2>
<ul>
<li><strong>Trust’s £9m gift, “weakness” and more</strong> (South West London; Bedfordshire, Luton and Milton Keynes)<br>A trust donated £9m.<br><em>HSJ, undated</em></li>
</ul>
<p><a href="http://localhost:8000/?ics=south-west-london">This view in ICS Explorer</a></p>
`
	if got := Brief(v).HTML(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	whole := string(HTML(v))
	if !strings.Contains(whole, want) || !strings.HasPrefix(whole, "<!doctype html>") || !strings.Contains(whole, `<meta charset="utf-8">`) {
		t.Errorf("the file is\n%s", whole)
	}
}

// elements are the tags and the texts of a page, as a reader that is not ours has them.
func elements(t *testing.T, page string) (tags, texts []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			tags = append(tags, n.Data)
			for _, a := range n.Attr {
				if a.Key == "href" {
					texts = append(texts, a.Val)
				}
			}
		case html.TextNode:
			texts = append(texts, n.Data)
		}
	}
	return tags, texts
}

func TestHTMLOfATable(t *testing.T) {
	v := View{Title: "Map", Table: &Table{Caption: "Stories", Header: []string{"System"}, Rows: [][]Cell{{{"<i>", "https://x/"}}}}}
	tags, texts := elements(t, string(HTML(v)))
	if got, want := strings.Join(tags, " "), "html head meta meta title body h1 table caption thead tr th tbody tr td a p"; got != want {
		t.Errorf("tags are %s, want %s", got, want)
	}
	if got, want := strings.Join(strings.Fields(strings.Join(texts, " ")), " "), "Map Map Stories System https://x/ <i> From ICS Explorer"; got != want {
		t.Errorf("texts are %s, want %s", got, want)
	}
}

// Whatever a story holds is text to a reader of HTML: it makes no tag and no link but the
// article's.
func FuzzHTML(f *testing.F) {
	f.Add("<script>alert(1)</script>", `" onmouseover="x`, "javascript:alert(1)", "</li></ul>")
	f.Add("A&E &amp; <b>", "x\ny", "https://x/\"><script>", "&lt;")
	f.Fuzz(func(t *testing.T, headline, standfirst, address, system string) {
		if !utf8.ValidString(headline+standfirst+system) || strings.ContainsAny(headline+standfirst+system, "\x00") {
			t.Skip("no corpus holds these")
		}
		plain := Story{Headline: "a", Systems: []string{"b"}}
		if href(address) != "" {
			plain.URL = "https://x/"
		}
		if oneLine(standfirst) != "" {
			plain.Standfirst = "c"
		}
		odd := Story{Headline: headline, Standfirst: standfirst, URL: address, Systems: []string{system}}
		want, _ := elements(t, string(HTML(View{Stories: []Story{plain}})))
		got, texts := elements(t, string(HTML(View{Stories: []Story{odd}})))
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("tags are %q, want %q", got, want)
		}
		all := strings.Join(texts, "\n")
		for _, text := range []string{oneLine(headline), oneLine(standfirst), href(address)} {
			if !strings.Contains(all, text) {
				t.Errorf("%q is not in %q", text, all)
			}
		}
	})
}

package site

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	explorer "icsexplorer/app/page"
	"icsexplorer/app/server"
)

// headlines returns the heading of every article in the page, from the top.
func headlines(s *Site) (list []string) {
	s.page.each(func(n *html.Node) {
		if n.DataAtom == atom.H2 && n.Parent.DataAtom == atom.Article {
			list = append(list, textOf(n))
		}
	})
	return list
}

func TestPageHoldsTheNewestStories(t *testing.T) {
	const most = 50 // that the page shows at a time
	for _, n := range []int{2, most - 1, most, most + 1, 3 * most} {
		c := testCorpus(t, n)
		got := headlines(newSiteOf(t, c))
		want := make([]string, min(n, most))
		for i := range want {
			want[i] = c.Stories[i].Headline
		}
		if !slices.Equal(got, want) {
			t.Errorf("of %d stories the page has %d, not the newest %d: %.300q", n, len(got), len(want), got)
		}
	}
}

// The script in the page asks for the program before any other script has been read.
func TestPageNamesTheProgram(t *testing.T) {
	s := newTestSite(t)
	if name := attribute(s.page.find(atom.Html), "data-program"); !bytes.Equal(s.Files[name], testProgram) {
		t.Errorf("%q is named, not the program", name)
	}
}

func hasAttribute(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// What the page loads holds up neither its being read nor its being drawn: no style sheet is waited for, and no script
// but what stands in the page.
func TestNothingStandsBetweenTheReaderAndTheStories(t *testing.T) {
	var order []string
	newTestSite(t).page.each(func(n *html.Node) {
		name, _ := server.CutHash(attribute(n, "src"))
		switch rel := attribute(n, "rel"); {
		case rel == "preload", rel == "stylesheet":
			order = append(order, rel)
		case n.DataAtom == atom.Style:
			order = append(order, attribute(n, "id"))
		case n.DataAtom == atom.Script && hasAttribute(n, "defer"):
			order = append(order, "later "+name)
		case n.DataAtom == atom.Script:
			order = append(order, "script"+name)
		case attribute(n, "id") == "alarm", attribute(n, "id") == "explorer":
			order = append(order, attribute(n, "id"))
		}
	})
	want := "alarm-css explorer-css dead-css script, later explorer.js later wasm_exec.js later app.js, alarm explorer"
	if got := strings.Join(order, " "); got != strings.ReplaceAll(want, ",", "") {
		t.Errorf("the page has %s\nwant %s", got, want)
	}
}

func TestPageNeedsNothingThatThePolicyForbids(t *testing.T) {
	s := newTestSite(t)
	s.page.each(func(n *html.Node) {
		if attribute(n, "selected") == "false" {
			t.Error("an option is selected by saying that it is not")
		}
		for _, a := range n.Attr {
			if a.Key == "checked" {
				t.Errorf("%s is checked in the HTML", attribute(n, "id"))
			}
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s %s=%q> needs unsafe-inline", n.Data, a.Key, a.Val)
			}
		}
	})
	if html := s.page.find(atom.Html); attribute(html, "lang") != "en-GB" {
		t.Errorf("the language is %q", attribute(html, "lang"))
	}
	if title := textOf(s.page.find(atom.Title)); title != explorer.Name {
		t.Errorf("the title is %q", title)
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for child := range n.ChildNodes() {
		b.WriteString(textOf(child))
	}
	return b.String()
}

func TestUnindentKeepsTheBlanksThatMeanSomething(t *testing.T) {
	p, err := parsePage([]byte("<html>\n  <head>\n  </head>\n  <body>\n    <h2>\n      <span>London Eye:</span>\n       From shared chair\n      <mark>to</mark>\n       where?\n    </h2>\n  </body>\n</html>"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := p.render()
	if err != nil {
		t.Fatal(err)
	}
	if want := "<h2><span>London Eye:</span> From shared chair<mark>to</mark> where?</h2>"; !strings.Contains(string(text), want) {
		t.Errorf("got %s\nwant %s in it", text, want)
	}
}

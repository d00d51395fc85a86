package app

import (
	"strings"
	"testing"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
)

// parsed is a row as a browser reads it: the elements and the text of its article.
func parsed(t *testing.T, r row) (article *html.Node, elements []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(goapp.HTMLString(renderList([]row{r}, 0))))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		elements = append(elements, n.Data)
		if n.Data == "article" {
			article = n
		}
	}
	return article, elements
}

func textUnder(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func elementUnder(n *html.Node, tag string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			return d
		}
	}
	return nil
}

func attributes(n *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range n.Attr {
		all[a.Key] = a.Val
	}
	return all
}

func TestARowIsAnArticleWithItsHeadlineInAHeading(t *testing.T) {
	article, elements := parsed(t, row{
		key: "sabc", spread: "Local", date: "2025-12-11",
		series:     []piece{{"London Eye:", false}},
		headline:   []piece{{" ‘Plans’ are ", false}, {"b*&^%~ks", true}},
		standfirst: []piece{{"Essential < insight", false}},
		caption:    []piece{{"3x2", true}},
		reason:     "Matched in the picture caption",
		systems:    []tag{{"south-west-london", "South West London", "?ics=south-west-london", true}},
	})
	want := "html head body div article p time span h2 span mark p p mark p ul li a button"
	if got := strings.Join(elements, " "); got != want {
		t.Errorf("elements %s\nwant     %s", got, want)
	}
	if got, want := textUnder(elementUnder(article, "h2")), "London Eye: ‘Plans’ are b*&^%~ks"; got != want {
		t.Errorf("heading %q, want %q", got, want)
	}
	if got := attributes(article)["data-story"]; got != "sabc" {
		t.Errorf("data-story is %q", got)
	}
	link := attributes(elementUnder(article, "a"))
	if link["href"] != "?ics=south-west-london" || link["class"] != "chosen" {
		t.Errorf("the system's link is %q", link)
	}
}

// Whatever a listing or an address says, it is text: it adds no element and no
// attribute, and none of its letters is lost.
func FuzzRowIsText(f *testing.F) {
	f.Add("plain", "south-west-london")
	f.Add(`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`)
	f.Add("a\u00a0b & c < d > e \"f\" 'g' &amp; &#60;", "' onclick='x")
	f.Fuzz(func(t *testing.T, text, slug string) {
		if !utf8.ValidString(text) || !utf8.ValidString(slug) || strings.ContainsAny(text+slug, "\x00\r") {
			t.Skip("no listing or view holds these")
		}
		plain := row{headline: []piece{{"x", false}}, standfirst: []piece{{"x", true}}, systems: []tag{{"x", "x", "?ics=x", false}}, reason: "x", date: "x"}
		r := row{headline: []piece{{text, false}}, standfirst: []piece{{text, true}}, systems: []tag{{slug, text, "?ics=" + slug, false}}, reason: text, date: slug}
		_, want := parsed(t, plain)
		article, got := parsed(t, r)
		if text != "" && slug != "" && strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("elements %q, want %q", got, want)
		}
		if got := textUnder(elementUnder(article, "h2")); got != text {
			t.Fatalf("heading %q, want %q", got, text)
		}
		link := attributes(elementUnder(article, "a"))
		if len(link) != 3 || link["href"] != "?ics="+slug {
			t.Fatalf("link %q", link)
		}
	})
}

package systems

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"image/color"
	"image/png"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

var update = flag.Bool("update", false, "rewrite testdata/pages.txt")

// listings are of a dated listing with a story that needs escaping, and of an undated one, which
// shares that story.
var listings = map[string]string{
	"devon": corpustest.Listing("Devon") + "\n\nRecovery Watch: “A&E” < 4 hours\n\n2025-12-11T13:20:00+00:00\n\nA sentence with a < b & “c”.\n" +
		"\n\nAnother\n\n2025-12-01T08:00:00+00:00\n\nOf Devon alone.\n",
	"dorset": corpustest.Listing("Dorset") + "\n\nRecovery Watch: “A&E” < 4 hours\n\n\nA sentence with a < b & “c”.\n",
}

func filesOf(t *testing.T, home string, listings map[string]string) (*corpus.Corpus, map[string][]byte) {
	t.Helper()
	c := corpustest.Corpus(t, listings)
	files, err := Site{Home: home, Styles: []string{"explorer-0.css", "sheet-0.css"}, Icon: "icon-0.svg"}.Files(c)
	if err != nil {
		t.Fatal(err)
	}
	return c, files
}

// Each file of testdata/pages.txt is one of the site with the name, of a site that knows its address
// if it stands behind it.
func TestPages(t *testing.T) {
	const golden = "testdata/pages.txt"
	archive, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range archive.Files {
		name, home, _ := strings.Cut(f.Name, " of ")
		_, files := filesOf(t, home, listings)
		got, ok := files[name]
		if !ok {
			t.Errorf("there is no %s", f.Name)
		}
		if *update {
			archive.Files[i].Data = got
		} else if string(got) != string(f.Data) {
			t.Errorf("%s is\n%s", f.Name, got)
		}
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Every reference is relative, whatever folder the site is in, and to what is there: a page, the
// explorer, or HSJ and a search for it.
func TestEveryReferenceLeadsSomewhere(t *testing.T) {
	_, files := filesOf(t, "", listings)
	there := []string{"", "explorer-0.css", "sheet-0.css", "icon-0.svg"}
	references := 0
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		root, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			leaves := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "rel" && a.Val == "noreferrer" })
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" && a.Key != "action" || leaves {
					continue
				}
				references++
				to, _, _ := strings.Cut(a.Val, "?")
				target := strings.TrimPrefix(path.Join("/", path.Dir(name), to), "/")
				_, page := files[path.Join(target, pageName)]
				_, file := files[target]
				if !page && !file && !slices.Contains(there, target) {
					t.Errorf("%s refers to %q", name, a.Val)
				}
				if page && !strings.HasSuffix(to, "/") {
					t.Errorf("%s refers to the page %q without a slash at its end: not every host knows it so", name, a.Val)
				}
			}
		}
	}
	if references < 10*42 {
		t.Errorf("%d references", references)
	}
}

func TestEverySystemHasAPageAndThoseWithAListingAFeed(t *testing.T) {
	c, files := filesOf(t, "", listings)
	for _, system := range c.Registry {
		folder := Folder + system.Slug + "/"
		page := string(files[folder+pageName])
		if !strings.Contains(page, "<h1>"+system.ShortName+" ICS</h1>") {
			t.Errorf("%s has no page", system.Slug)
		}
		_, listed := listings[system.Slug]
		if _, feed := files[folder+feedName]; feed != listed || strings.Contains(page, `rel="alternate"`) != listed {
			t.Errorf("%s: a feed: %v, a listing: %v", system.Slug, feed, listed)
		}
		if says := strings.Contains(page, "is not in this copy"); says == listed {
			t.Errorf("%s says that its listing is not here: %v", system.Slug, says)
		}
	}
}

func TestFeedsAreShortAndOfADayWithoutAClock(t *testing.T) {
	_, files := filesOf(t, "", map[string]string{"devon": corpustest.Listing("Devon") + corpustest.Stories("Devon", mostInFeed+50)})
	var feed struct {
		Updated string     `xml:"updated"`
		Entries []struct{} `xml:"entry"`
	}
	if err := xml.Unmarshal(files[Folder+"devon/"+feedName], &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entries) != mostInFeed {
		t.Errorf("%d stories in a feed", len(feed.Entries))
	}
	if feed.Updated != "2026-04-01T00:00:00Z" {
		t.Errorf("what has no day at all is of %s", feed.Updated)
	}
	if page := string(files[Folder+"devon/"+pageName]); strings.Count(page, "<article") != mostInFeed+50 {
		t.Errorf("%d stories on the page", strings.Count(page, "<article"))
	}
}

func TestAPictureHasItsSystemLit(t *testing.T) {
	c, files := filesOf(t, "", listings)
	pictures := make(map[string]string)
	for _, system := range c.Registry {
		name := Folder + system.Slug + "/" + pictureName
		picture, err := png.Decode(bytes.NewReader(files[name]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if size := picture.Bounds().Size(); size.X != width || size.Y != height {
			t.Errorf("%s is of %v", name, size)
		}
		lit := 0
		for y := range height {
			for x := range width {
				if picture.At(x, y) == accent {
					lit++
				}
			}
		}
		if lit < side*side*9/10 || lit > side*side {
			t.Errorf("%s: %d pixels are lit, a tile has %d", name, lit, side*side)
		}
		if other, taken := pictures[string(files[name])]; taken {
			t.Errorf("%s is the picture of %s, too", name, other)
		}
		pictures[string(files[name])] = name
	}
}

// The picture has the colours of the page: whoever changes those changes these.
func TestAPictureHasTheColoursOfThePage(t *testing.T) {
	css, err := os.ReadFile("../../../web/explorer.css")
	if err != nil {
		t.Fatal(err)
	}
	light, _, _ := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	colours := map[string]color.RGBA{"paper": paper, "edge": edge, "accent": accent}
	for i, shade := range shades {
		colours[fmt.Sprint("shade", i)] = shade
	}
	for name, c := range colours {
		if want := fmt.Sprintf("--%s: #%02x%02x%02x;", name, c.R, c.G, c.B); !strings.Contains(light, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

func TestHomeIsTheAddressOfASite(t *testing.T) {
	for given, want := range map[string]string{
		"https://example.org":             "https://example.org/",
		"https://example.org/":            "https://example.org/",
		"http://localhost:8000/tools/ics": "http://localhost:8000/tools/ics/",
	} {
		if got, err := Home(given); got != want || err != nil {
			t.Errorf("%s: %s, %v", given, got, err)
		}
	}
	for _, given := range []string{"", "example.org", "ftp://example.org/", "https:///", "https://example.org/?q=gp", "https://example.org/#a", "https://me@example.org/", "https://a b/"} {
		if got, err := Home(given); err == nil {
			t.Errorf("%q is %s", given, got)
		}
	}
}

package site

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"icsexplorer/app/server"
)

// headersOf reads a _headers file: address to its own lines.
func headersOf(t *testing.T, text []byte) map[string][]string {
	t.Helper()
	entries := make(map[string][]string)
	var address string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if value, indented := strings.CutPrefix(line, "  "); indented {
			entries[address] = append(entries[address], value)
			continue
		}
		address = line
		if _, twice := entries[address]; twice || !strings.HasPrefix(address, "/") {
			t.Errorf("entry %q", address)
		}
		entries[address] = nil
	}
	return entries
}

func TestHeadersFileCachesForEverJustWhatChangesItsName(t *testing.T) {
	s := newTestSite(t)
	entries := headersOf(t, s.Files[headersName])
	for name := range s.Files {
		if strings.HasPrefix(name, ".") || name == headersName || name == missingName {
			continue
		}
		want := "Cache-Control: public, max-age=31536000, immutable"
		if slices.Contains([]string{pageName, workerName, versionName}, name) {
			want = "Cache-Control: no-cache"
		}
		if got := entries["/"+name]; !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := entries["/"]; !slices.Equal(got, []string{"Cache-Control: no-cache"}) {
		t.Errorf("the folder: %q", got)
	}
	for _, h := range server.SecurityHeaders(s.policy) {
		if !slices.Contains(entries["/*"], h.Name+": "+h.Value) {
			t.Errorf("%s is not for every address: %q", h.Name, entries["/*"])
		}
	}
}

func TestPageCarriesThePolicyForHostsThatSendNone(t *testing.T) {
	s := newTestSite(t)
	var order []string
	var policy string
	for n := range s.page.root.Descendants() {
		switch {
		case attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
			order = append(order, "policy")
		case n.Type == html.ElementNode && (attribute(n, "src") != "" || attribute(n, "rel") != ""):
			order = append(order, n.Data)
		}
	}
	if len(order) == 0 || order[0] != "policy" {
		t.Errorf("the policy comes too late: %q", order)
	}
	// A page cannot say this, and browsers complain when it does.
	if strings.Contains(policy, "frame-ancestors") {
		t.Errorf("the policy is %q", policy)
	}
	sent, err := server.Policy(fstest.MapFS{headersName: {Data: s.Files[headersName]}})
	if want := policy + "; frame-ancestors 'none'"; err != nil || want != sent {
		t.Errorf("page and server: %q\nonly server: %q, %v", policy, sent, err)
	}
	// Of what stands in the page, and in the one for addresses that are not there, all is allowed, and nothing else.
	root, err := html.Parse(bytes.NewReader(s.Files[missingName]))
	if err != nil {
		t.Fatal(err)
	}
	allowed := regexp.MustCompile(`'sha256-[^']*'`).FindAllString(policy, -1)
	for _, p := range []page{s.page, {root}} {
		p.each(func(n *html.Node) {
			if text := textOf(n); text != "" && (n.DataAtom == atom.Script || n.DataAtom == atom.Style) {
				at := slices.Index(allowed, sourceHash(text))
				if at < 0 {
					t.Errorf("not allowed: <%s> %.80q", n.Data, text)
					return
				}
				allowed = slices.Delete(allowed, at, at+1)
			}
		})
	}
	if len(allowed) > 0 || strings.Contains(policy, "unsafe-inline") {
		t.Errorf("allowed, too: %q in %q", allowed, policy)
	}
}

func TestLicencesAreInTheSiteAndInTheOneFile(t *testing.T) {
	s := newTestSite(t)
	const terms = "Copyright <A & B>\nAS IS"
	s.AddLicences([]byte(terms))
	if got := string(s.Files["licences.txt"]); got != terms {
		t.Errorf("licences.txt is %q", got)
	}
	if !strings.Contains(string(s.Files[headersName]), "/licences.txt\n  Cache-Control: no-cache\n") {
		t.Error("hosts are not told how long to keep licences.txt")
	}
	single, err := s.Single(nil)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(single), terms) {
		t.Error("the one file has no licences")
	}
}

// The pages of systems are in the site, whole, as the headers and the style sheets know them; for a reader of the explorer
// nothing has changed.
func TestPagesAreNoPartOfAVersion(t *testing.T) {
	c := testCorpus(t, 4)
	before, s := newSiteOf(t, c), newSiteOf(t, c)
	if err := s.AddPages(c, os.DirFS("../../web"), "https://example.org/"); err != nil {
		t.Fatal(err)
	}
	for name, content := range before.Files {
		if name != headersName && !bytes.Equal(content, s.Files[name]) {
			t.Errorf("%s is another", name)
		}
	}
	page := string(s.Files["ics/devon/index.html"])
	styles := regexp.MustCompile(`rel="stylesheet" href="../../([^"]*)"`).FindAllStringSubmatch(page, -1)
	for _, style := range styles {
		if _, ok := s.Files[style[1]]; !ok {
			t.Errorf("there is no %s", style[1])
		}
	}
	if len(styles) != 2 || !strings.Contains(page, "Devon ICS") || !strings.Contains(string(s.Files["sitemap.xml"]), "https://example.org/ics/devon/") {
		t.Errorf("%d style sheets in\n%s", len(styles), page)
	}
	entries := headersOf(t, s.Files[headersName])
	if !slices.Equal(entries["/ics/*"], []string{"Cache-Control: no-cache"}) {
		t.Errorf("the folder of systems: %q", entries["/ics/*"])
	}
	const most = 100 // that Cloudflare Pages reads
	if len(entries) > most/2 {
		t.Errorf("%d entries", len(entries))
	}
	for name := range entries {
		if strings.HasPrefix(name, "/ics/") && name != "/ics/*" {
			t.Errorf("an entry of its own for %s", name)
		}
	}
}

func TestNotFoundRefersOnlyToFoldersAbove(t *testing.T) {
	p, err := parsePage(missing)
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	p.each(func(n *html.Node) {
		if v := attribute(n, "src"); v != "" || n.Data == "link" || n.Data == "script" {
			t.Errorf("<%s> needs a path or a looser policy", n.Data)
		}
		if v := attribute(n, "href"); v != "" {
			links++
			if v != "./" && v != "../" {
				t.Errorf("a link to %q", v)
			}
		}
	})
	if links != 2 {
		t.Errorf("%d links", links)
	}
}

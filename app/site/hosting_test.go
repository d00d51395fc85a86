package site

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

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
	for _, h := range server.SecurityHeaders() {
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
	if want := policy + "; frame-ancestors 'none'"; want != server.ContentSecurityPolicy {
		t.Errorf("page and server: %q\nonly server: %q", policy, server.ContentSecurityPolicy)
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

func TestNotFoundRefersOnlyToFoldersAbove(t *testing.T) {
	p, err := parsePage(missing)
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	p.each(func(n *html.Node) {
		if v := attribute(n, "src"); v != "" || n.Data == "style" || n.Data == "script" {
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

package site

import (
	_ "embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"icsexplorer/app/server"
	"icsexplorer/app/site/systems"
	"icsexplorer/corpus"
)

// missing is the page for addresses that are not there. A host answers with it
// below any path, so it refers to nothing but the folders above, and its style stands in it.
//
//go:embed 404.html
var missing []byte

// AddLicences adds the terms under which all of this may be passed on, as a file of its own and for the one file to hold.
// They are no part of a version, and are not kept for use offline.
func (s *Site) AddLicences(text []byte) {
	s.Files[licencesName] = text
	s.Files[headersName] = s.headers()
}

// AddPages adds what can be read without the program: see package systems. home is the address of the site, or ""
// where it is not known. Nor is this part of a version: what the explorer shows is the same without it.
func (s *Site) AddPages(c *corpus.Corpus, web fs.FS, home string) error {
	style, err := static(web, "sheet.css")
	if err != nil {
		return err
	}
	s.add("/web/sheet.css", style)
	pages, err := systems.Site{
		Home:   home,
		Styles: []string{s.names["/web/explorer.css"], s.names["/web/sheet.css"]},
		Icon:   s.names["/web/icon.svg"],
	}.Files(c)
	if err != nil {
		return fmt.Errorf("the pages of systems: %w", err)
	}
	maps.Copy(s.Files, pages)
	s.Files[headersName] = s.headers()
	return nil
}

// addHosting adds the files that are for hosts rather than for readers.
func (s *Site) addHosting() {
	s.Files[missingName] = missing
	s.Files[rawName] = []byte{}
	s.Files[headersName] = s.headers()
}

// headers are those of our own server, in the form that Netlify and Cloudflare
// Pages read: an address, then its headers, indented. They join what several
// entries say of one address, so each file has exactly one that is about caching.
func (s *Site) headers() []byte {
	var b strings.Builder
	b.WriteString("/*\n")
	for _, h := range server.SecurityHeaders(s.policy) {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	for _, name := range append(slices.Sorted(maps.Keys(s.Files)), "", systems.Folder+"*") {
		if strings.HasPrefix(name, systems.Folder) && !strings.HasSuffix(name, "*") {
			continue
		}
		if name != missingName && name != headersName && name != rawName {
			fmt.Fprintf(&b, "/%s\n  Cache-Control: %s\n", name, server.CacheControl(name))
		}
	}
	return []byte(b.String())
}

// onPage is a policy as a page can state it for itself: whether it may be framed is for headers alone to say.
func onPage(policy string) string {
	directives := slices.DeleteFunc(strings.Split(policy, "; "), func(directive string) bool {
		return strings.HasPrefix(directive, "frame-ancestors ")
	})
	return strings.Join(directives, "; ")
}

package site

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// diskJS hands the loader the program that the page carries, in place of a fetch.
//
//go:embed disk.js
var diskJS string

// pristineJS remembers the page as it came.
//
//go:embed pristine.js
var pristineJS string

// SingleName is what the explorer in one file is called; web/carry.js looks for it.
const SingleName = "ics-explorer.html"

// Single is the explorer in one file, to be opened from disk: the page with the
// program compressed and in base64, styles and scripts in line, and a policy that
// allows just these and no request at all. There is no worker: files from disk
// cannot have one, and need none. If the store has the compressed program it is taken.
func (s *Site) Single(store *Store) ([]byte, error) {
	copied, err := html.Parse(bytes.NewReader(s.Files[pageName]))
	if err != nil {
		return nil, fmt.Errorf("reading the page: %w", err)
	}
	p := page{copied}
	program := s.names["/web/app.wasm"]
	compressed, err := store.encode(gzipped, s.Files[program])
	if err != nil {
		return nil, err
	}
	var scripts []*html.Node
	iconURL := "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(s.Files[s.names["/web/icon.svg"]])

	p.each(func(n *html.Node) {
		switch n.DataAtom {
		case atom.Link:
			switch attribute(n, "rel") {
			case "icon":
				setAttribute(n, "href", iconURL)
			default: // manifest, touch icon: nothing a file can have
				n.Parent.RemoveChild(n)
			}
		case atom.Script:
			if name := attribute(n, "src"); name != "" {
				scripts = append(scripts, inline(atom.Script, string(s.Files[name])))
				n.Parent.RemoveChild(n)
			}
		case atom.Img:
			setAttribute(n, "src", iconURL)
		}
	})

	data := inline(atom.Script, base64.StdEncoding.EncodeToString(compressed),
		html.Attribute{Key: "id", Val: "program"},
		html.Attribute{Key: "type", Val: "application/gzip;base64"})
	body := p.find(atom.Body)
	body.AppendChild(data)
	if terms, ok := s.Files[licencesName]; ok {
		body.AppendChild(inline(atom.Script, string(terms), html.Attribute{Key: "id", Val: "licences"}, html.Attribute{Key: "type", Val: "text/plain"}))
	}
	body.AppendChild(inline(atom.Script, strings.ReplaceAll(diskJS, "{{.Program}}", program)))
	for _, script := range scripts {
		body.AppendChild(script)
	}
	body.AppendChild(inline(atom.Script, pristineJS))

	root := p.find(atom.Html)
	root.Attr = slices.DeleteFunc(root.Attr, func(a html.Attribute) bool { return a.Key == "data-program" }) // it carries it
	root.Attr = append(root.Attr, html.Attribute{Key: "data-single", Val: "true"})
	p.each(func(n *html.Node) {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			setAttribute(n, "content", "default-src 'none'; script-src 'wasm-unsafe-eval' "+strings.Join(p.hashes(atom.Script), " ")+
				"; style-src "+strings.Join(p.hashes(atom.Style), " ")+"; img-src data:; base-uri 'none'; form-action 'none'")
		}
	})
	return p.render()
}

func setAttribute(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
		}
	}
}

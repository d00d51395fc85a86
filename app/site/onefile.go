package site

import (
	"bytes"
	"crypto/sha256"
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
	var policy struct{ scripts, styles []string }
	iconURL := "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(s.Files[s.names["/web/icon.svg"]])

	inline := func(text string) *html.Node {
		policy.scripts = append(policy.scripts, sourceHash(text))
		script := element(atom.Script)
		script.AppendChild(&html.Node{Type: html.TextNode, Data: text})
		return script
	}
	p.each(func(n *html.Node) {
		switch n.DataAtom {
		case atom.Link:
			switch attribute(n, "rel") {
			case "stylesheet":
				css := string(s.Files[attribute(n, "href")])
				policy.styles = append(policy.styles, sourceHash(css))
				n.Parent.InsertBefore(styled(css), n)
				n.Parent.RemoveChild(n)
			case "icon":
				setAttribute(n, "href", iconURL)
			default: // manifest, preload, touch icon: nothing a file can have
				n.Parent.RemoveChild(n)
			}
		case atom.Style:
			policy.styles = append(policy.styles, sourceHash(n.FirstChild.Data))
		case atom.Script:
			script := inline(string(s.Files[attribute(n, "src")]))
			if hasAttribute(n, "defer") {
				scripts = append(scripts, script)
			} else {
				n.Parent.InsertBefore(script, n)
			}
			n.Parent.RemoveChild(n)
		case atom.Img:
			setAttribute(n, "src", iconURL)
		}
	})

	data := element(atom.Script,
		html.Attribute{Key: "id", Val: "program"},
		html.Attribute{Key: "type", Val: "application/gzip;base64"})
	data.AppendChild(&html.Node{Type: html.TextNode, Data: base64.StdEncoding.EncodeToString(compressed)})
	body := p.find(atom.Body)
	body.AppendChild(data)
	if terms, ok := s.Files[licencesName]; ok {
		held := element(atom.Script, html.Attribute{Key: "id", Val: "licences"}, html.Attribute{Key: "type", Val: "text/plain"})
		held.AppendChild(&html.Node{Type: html.TextNode, Data: string(terms)})
		body.AppendChild(held)
	}
	body.AppendChild(inline(strings.ReplaceAll(diskJS, "{{.Program}}", program)))
	for _, script := range scripts {
		body.AppendChild(script)
	}
	body.AppendChild(inline(pristineJS))

	p.each(func(n *html.Node) {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			setAttribute(n, "content", "default-src 'none'; script-src 'wasm-unsafe-eval' "+strings.Join(policy.scripts, " ")+
				"; style-src "+strings.Join(policy.styles, " ")+"; img-src data:; base-uri 'none'; form-action 'none'")
		}
	})
	return p.render()
}

// sourceHash names a script or style in a content security policy.
func sourceHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func hasAttribute(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func setAttribute(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
		}
	}
}

package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"icsexplorer/app/server"
)

// page is the generated page as a tree. go-app writes attributes in random order
// and indents text, which adds blanks between letters; parsing and writing it anew
// gives it one form, in which the text is what the program draws later.
type page struct{ root *html.Node }

func parsePage(text []byte) (page, error) {
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return page{}, fmt.Errorf("reading the generated page: %w", err)
	}
	p := page{root}
	unindent(root, 0)
	p.each(func(n *html.Node) {
		slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
		// These name the host, which the site does not know.
		if property := attribute(n, "property"); property == "og:url" || property == "og:image" {
			n.Parent.RemoveChild(n)
		}
	})
	return p, nil
}

// unindent takes the line breaks and the indentation away that stand around text;
// depth is the number of elements above n.
func unindent(n *html.Node, depth int) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch child.Type {
		case html.TextNode:
			text := strings.TrimPrefix(child.Data, "\n"+strings.Repeat("  ", depth))
			if end := strings.LastIndexByte(text, '\n'); end >= 0 && strings.TrimLeft(text[end:], "\n ") == "" {
				text = text[:end]
			}
			if child.Data = text; strings.Trim(text, "\n ") == "" && text != " " {
				n.RemoveChild(child)
			}
		case html.ElementNode:
			unindent(child, depth+1)
		}
		child = next
	}
}

// each calls do for every element, from the top; do may remove the element.
func (p page) each(do func(*html.Node)) {
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for child := n.FirstChild; child != nil; {
			next := child.NextSibling
			if child.Type == html.ElementNode {
				walk(child)
				do(child)
			}
			child = next
		}
	}
	walk(p.root)
}

// find returns the first element with the tag.
func (p page) find(tag atom.Atom) (found *html.Node) {
	p.each(func(n *html.Node) {
		if found == nil && n.DataAtom == tag {
			found = n
		}
	})
	return found
}

// logIn has the manifest fetched with the reader's cookies or password, as everything
// else is: a host may ask for them.
func (p page) logIn() {
	p.each(func(n *html.Node) {
		if n.DataAtom == atom.Link && attribute(n, "rel") == "manifest" {
			n.Attr = append(n.Attr, html.Attribute{Key: "crossorigin", Val: "use-credentials"})
		}
	})
}

// title gives a name to the region in which go-app says how far the program is.
func (p page) title() {
	p.each(func(n *html.Node) {
		if n.DataAtom == atom.Aside && attribute(n, "id") == "app-wasm-loader" {
			n.Attr = append(n.Attr, html.Attribute{Key: "aria-label", Val: "Loading"})
		}
	})
}

// relink gives references to go-app's own files their names in the site.
func (p page) relink(names names) {
	p.each(func(n *html.Node) {
		for i, a := range n.Attr {
			if a.Key == "src" || a.Key == "href" {
				if name, ok := names["/"+a.Val]; ok {
					n.Attr[i].Val = name
				}
			}
		}
	})
}

// protect puts the policy and the care for addresses into the page, for hosts that
// send no headers of their own. Both come before anything that they are about.
func (p page) protect(policy string) {
	head := p.find(atom.Head)
	after := head.FirstChild.NextSibling // behind the character set
	for _, meta := range []*html.Node{
		element(atom.Meta,
			html.Attribute{Key: "http-equiv", Val: "Content-Security-Policy"},
			html.Attribute{Key: "content", Val: policy}),
		element(atom.Meta,
			html.Attribute{Key: "name", Val: "referrer"},
			html.Attribute{Key: "content", Val: "no-referrer"}),
	} {
		head.InsertBefore(meta, after)
	}
}

// style puts style sheets into the page, in place of the links to any: each as an element with an id, dead-css for
// dead.css. Where they stand in the page no host and no network between can withhold them, and nothing waits for them.
func (p page) style(web fs.FS, sheets ...string) error {
	p.each(func(n *html.Node) {
		if attribute(n, "rel") == "stylesheet" {
			n.Parent.RemoveChild(n)
		}
	})
	for _, name := range sheets {
		css, err := static(web, name)
		if err != nil {
			return err
		}
		id := html.Attribute{Key: "id", Val: strings.ReplaceAll(name, ".", "-")}
		p.find(atom.Head).InsertBefore(inline(atom.Style, string(css), id), p.find(atom.Script))
	}
	return nil
}

// script puts our scripts before go-app's: first, which stands in the page and runs before it is drawn, and what is
// called later, which runs when the page is read. Neither runs in a copy that a browser has saved.
func (p page) script(first []byte, later string) {
	const unlessSaved = `if (location.protocol !== "file:" || document.documentElement.dataset.single)`
	head, theirs := p.find(atom.Head), p.find(atom.Script)
	head.InsertBefore(inline(atom.Script, fmt.Sprintf("\"use strict\";\n%s {\n%s}\n", unlessSaved, first)), theirs)
	head.InsertBefore(element(atom.Script, html.Attribute{Key: "defer"}, html.Attribute{Key: "src", Val: later}), theirs)
}

// policy allows just what the pages hold and need.
func policy(pages ...page) string {
	var scripts, styles []string
	for _, p := range pages {
		scripts = append(scripts, p.hashes(atom.Script)...)
		styles = append(styles, p.hashes(atom.Style)...)
	}
	return server.ContentSecurityPolicy(scripts, styles)
}

// hashes are those of the scripts or the styles that stand in the page, as a policy names them.
func (p page) hashes(tag atom.Atom) (hashes []string) {
	p.each(func(n *html.Node) {
		if n.DataAtom == tag && n.FirstChild != nil && attribute(n, "type") == "" { // others are data
			hashes = append(hashes, sourceHash(n.FirstChild.Data))
		}
	})
	return hashes
}

// sourceHash names a script or style in a content security policy.
func sourceHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// inline returns a script or a style that stands in the page.
func inline(tag atom.Atom, text string, attributes ...html.Attribute) *html.Node {
	n := element(tag, attributes...)
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	return n
}

// insert puts a piece of HTML into the body, before one of its children, or at its end if that is nil.
func (p page) insert(web fs.FS, name string, before *html.Node) error {
	text, err := static(web, name)
	if err != nil {
		return err
	}
	body := p.find(atom.Body)
	nodes, err := html.ParseFragment(bytes.NewReader(text), body)
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	for _, n := range nodes {
		body.InsertBefore(n, before)
	}
	return nil
}

func (p page) render() ([]byte, error) {
	var b bytes.Buffer
	if err := html.Render(&b, p.root); err != nil {
		return nil, fmt.Errorf("writing the page: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

func element(tag atom.Atom, attributes ...html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: tag, Data: tag.String(), Attr: attributes}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

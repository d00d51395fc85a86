package site

import (
	"bytes"
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

// alarm puts the notice of alarm.html at the start of the page, with its style, where no host and no network between
// can withhold them, and behind it whatever else the page loads before it is drawn: a browser that waits for a script
// reads no further, and one that waits for a style sheet draws nothing of what follows.
func (p page) alarm(web fs.FS) error {
	if err := p.style(web, "alarm.css"); err != nil {
		return err
	}
	notice, err := static(web, "alarm.html")
	if err != nil {
		return err
	}
	head, body := p.find(atom.Head), p.find(atom.Body)
	before, err := html.ParseFragment(bytes.NewReader(notice), body)
	if err != nil {
		return fmt.Errorf("reading alarm.html: %w", err)
	}
	var styles []*html.Node
	for n := range head.ChildNodes() {
		switch rel := attribute(n, "rel"); {
		case rel == "stylesheet":
			styles = append(styles, n)
		case rel == "preload", n.DataAtom == atom.Script:
			before = append(before, n)
		}
	}
	before = append(before, styles...) // a script behind a style sheet would wait for it
	stories := body.FirstChild
	for _, n := range before {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
		body.InsertBefore(n, stories)
	}
	return nil
}

// style puts a style sheet into the page, as an element with an id, dead-css for dead.css. The
// policy names it by its hash, which a file of package server holds.
func (p page) style(web fs.FS, name string) error {
	css, err := static(web, name)
	if err != nil {
		return err
	}
	if err := allowed(name, string(css)); err != nil {
		return err
	}
	style := styled(string(css))
	style.Attr = append(style.Attr, html.Attribute{Key: "id", Val: strings.ReplaceAll(name, ".", "-")})
	p.find(atom.Head).AppendChild(style)
	return nil
}

// allowed returns an error if the policy does not allow the style that stands in a page and is that of the named file.
func allowed(name, css string) error {
	if hash := sourceHash(css); !strings.Contains(server.ContentSecurityPolicy, hash) {
		return fmt.Errorf("static files: %s has the hash %s, which the policy in app/server/headers.go does not allow", name, hash)
	}
	return nil
}

// styled returns a style sheet that stands in the page.
func styled(css string) *html.Node {
	style := element(atom.Style)
	style.AppendChild(&html.Node{Type: html.TextNode, Data: css})
	return style
}

// append puts a piece of HTML at the end of the page.
func (p page) append(text []byte) error {
	body := p.find(atom.Body)
	nodes, err := html.ParseFragment(bytes.NewReader(text), body)
	if err != nil {
		return fmt.Errorf("reading a piece of the page: %w", err)
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return nil
}

// preload starts fetching the program before any script has been read: one of them looks here for its name.
func (p page) preload(program string) {
	p.find(atom.Head).InsertBefore(element(atom.Link,
		html.Attribute{Key: "as", Val: "fetch"},
		html.Attribute{Key: "crossorigin", Val: ""},
		html.Attribute{Key: "href", Val: program},
		html.Attribute{Key: "rel", Val: "preload"},
		html.Attribute{Key: "type", Val: "application/wasm"},
	), p.find(atom.Script))
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

//go:build js

package app

import "strings"

// A Prerendered is a component that stands in the page before the program does.
//
// AsPrerendered makes the component what it was when the page was written, and returns what makes it what it is to
// be; nil if that is the same.
type Prerendered interface {
	Composer
	AsPrerendered() func()
}

// adopt has v, which is not mounted, take over what stands in parent from the node there on, as far as it is what
// mounting v would make. What is not is drawn anew, before that node. It returns v, mounted, and the node that is next.
//
// Elements are known by their tags and ids, and texts by being some. Attributes are taken to be as they were written, and
// so is all that was written as raw HTML: whatever a translator, an extension or the reader has made of it stays. What a
// reader or a browser may have put into boxes does not.
func (m nodeManager) adopt(ctx Context, depth uint, v UI, parent, there Value) (UI, Value, error) {
	if compo, ok := v.(Composer); ok {
		return m.adoptComponent(ctx, depth, compo, parent, there)
	}
	if !fits(v, there) {
		v, err := m.Mount(ctx, depth, v)
		if err == nil {
			parent.Call("insertBefore", v, there)
		}
		return v, there, err
	}
	next := there.Get("nextSibling")
	switch v := v.(type) {
	case *text:
		v.jsvalue = there
	case *raw:
		v.jsElement = there
	case *htmlElem:
		ctx.sourceElement = v
		return v, next, m.adoptHTML(ctx, depth, v, there)
	}
	return v, next, nil
}

func (m nodeManager) adoptHTML(ctx Context, depth uint, v *htmlElem, there Value) error {
	v.setJSElement(there)
	v.setDepth(depth)
	for _, name := range []string{"checked", "value"} {
		if value, ok := v.attributes[name]; ok {
			setJSAttribute(there, name, value)
		}
	}
	m.mountHTMLEventHandlers(ctx, v)
	next := there.firstChild()
	for i, child := range v.children {
		var err error
		if child, next, err = m.adopt(ctx, depth+1, child, there, next); err != nil {
			return err
		}
		v.children[i] = child.setParent(v)
	}
	for next.Truthy() {
		stray := next
		next = next.Get("nextSibling")
		there.removeChild(stray)
	}
	return nil
}

func (m nodeManager) adoptComponent(ctx Context, depth uint, v Composer, parent, there Value) (UI, Value, error) {
	ctx.sourceElement = v
	v = v.setRef(v).setDepth(depth)
	if mounter, ok := v.(Mounter); ok {
		ctx.Dispatch(mounter.OnMount)
	}
	root, err := m.renderComponent(v)
	if err != nil {
		return nil, there, err
	}
	root, there, err = m.adopt(ctx, depth+1, root, parent, there)
	if err != nil {
		return nil, there, err
	}
	return v.setRoot(root.setParent(v)), there, nil
}

// fits reports whether the node is what mounting v would make.
func fits(v UI, there Value) bool {
	if !there.Truthy() {
		return false
	}
	kind := there.Get("nodeName").String() // a tag in capitals, if it is one of HTML
	switch v := v.(type) {
	case *text:
		return kind == "#text"
	case *raw:
		return strings.EqualFold(kind, v.tag)
	case *htmlElem:
		id, named := v.attributes["id"]
		return strings.EqualFold(kind, v.tag) && (!named || there.Get("id").String() == id)
	}
	return false
}

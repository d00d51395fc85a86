//go:build js

package app

import "strings"

// HTMLElem is an element of HTML. go-app has a type for each of the 110 tags, with every
// attribute that it can have; the explorer makes all of its elements by their tags.
type HTMLElem = *htmlElem

// HTMLElemSelfClosing is one that holds nothing.
type HTMLElemSelfClosing = *htmlElem

type htmlElem struct{ htmlElement }

// Elem is an element with the tag.
func Elem(tag string) HTMLElem { return &htmlElem{htmlElement{tag: tag}} }

// ElemSelfClosing is an element with the tag that holds nothing.
func ElemSelfClosing(tag string) HTMLElemSelfClosing {
	return &htmlElem{htmlElement{tag: tag, isSelfClosing: true}}
}

// Body makes elems the content of the element.
func (e *htmlElem) Body(elems ...UI) HTMLElem {
	e.children = FilterUIElems(elems...)
	return e
}

// Text makes a text the content of the element.
func (e *htmlElem) Text(v any) HTMLElem { return e.Body(Text(v)) }

// Attr sets an attribute.
func (e *htmlElem) Attr(name string, v any) HTMLElem {
	e.setAttr(name, v)
	return e
}

// ID sets the attribute of that name.
func (e *htmlElem) ID(id string) HTMLElem { return e.Attr("id", id) }

// Class adds classes to those that the element has.
func (e *htmlElem) Class(classes ...string) HTMLElem {
	return e.Attr("class", strings.Join(classes, " "))
}

// Aria sets the attribute whose name goes on with name behind "aria-".
func (e *htmlElem) Aria(name string, v any) HTMLElem { return e.Attr("aria-"+name, v) }

// DataSet sets the attribute whose name goes on with name behind "data-".
func (e *htmlElem) DataSet(name string, v any) HTMLElem { return e.Attr("data-"+name, v) }

// On has h called at an event.
func (e *htmlElem) On(event string, h EventHandler, options ...EventOption) HTMLElem {
	e.setEventHandler(event, h, options...)
	return e
}

// What follows is what go-app asks of an element.

func (e *htmlElem) setAttrs(v attributes) HTML {
	e.attributes = v
	return e
}

func (e *htmlElem) setEvents(v eventHandlers) HTML {
	e.eventHandlers = v
	return e
}

func (e *htmlElem) setDepth(v uint) UI {
	e.treeDepth = v
	return e
}

func (e *htmlElem) setJSElement(v Value) HTML {
	e.jsElement = v
	return e
}

func (e *htmlElem) setParent(v UI) UI {
	e.parentElement = v
	return e
}

func (e *htmlElem) setBody(v []UI) HTML {
	e.children = v
	return e
}

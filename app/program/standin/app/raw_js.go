//go:build js

package app

// updateRawHTML has the page's own redraw (web/redraw.js) make of what stands there what is new, wherever that is by now.
func (m nodeManager) updateRawHTML(ctx Context, v, new *raw) (UI, error) {
	if v.value == new.value {
		return v, nil
	}
	if old := v.jsElement; old.Get("parentElement").Truthy() {
		new.jsElement = Window().Call("redraw", old, new.value)
	} else {
		if _, err := m.mountRawHTML(v.depth(), new); err != nil {
			return nil, err
		}
		replaceNode(around(v), new, old)
	}
	new.treeDepth = v.treeDepth
	new.setParent(v.parent())
	m.Dismount(v)
	return new, nil
}

// around is the element that v was drawn in.
func around(v UI) Value {
	for parent := v.parent(); parent != nil; parent = parent.parent() {
		if element, ok := parent.(HTML); ok {
			return element.JSValue()
		}
	}
	return Null()
}

package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// keysOff is the name under which a browser remembers that its reader does not
// want single keys.
const keysOff = "ics-explorer-keys-off"

// watchKeys listens to the keyboard, wherever the focus is.
func (x *explorer) watchKeys(ctx goapp.Context) {
	element("keys-off").Set("checked", !singleKeys())
	goapp.Window().Call("addEventListener", "keydown", goapp.FuncOf(func(_ goapp.Value, args []goapp.Value) any {
		if e := (goapp.Event{Value: args[0]}); x.key(ctx, e) {
			e.PreventDefault()
		}
		return nil
	}))
}

// singleKeys reports whether single keys work. Where the browser keeps nothing,
// they do.
func singleKeys() (on bool) {
	defer func() {
		if recover() != nil {
			on = true
		}
	}()
	return goapp.Window().Get("localStorage").Call("getItem", keysOff).IsNull()
}

func setSingleKeys(on bool) {
	defer func() { _ = recover() }() // a browser that keeps nothing forgets the choice
	if on {
		goapp.Window().Get("localStorage").Call("removeItem", keysOff)
	} else {
		goapp.Window().Get("localStorage").Call("setItem", keysOff, "1")
	}
}

// key does what a key is for and reports whether it was for anything.
func (x *explorer) key(ctx goapp.Context, e goapp.Event) bool {
	for _, modifier := range []string{"ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"} {
		if e.Get(modifier).Truthy() {
			return false
		}
	}
	key, target := e.Get("key").String(), e.Get("target")
	if element("help").Get("open").Truthy() {
		return false
	}
	if tile := closest(target, ".tile"); tile.Truthy() {
		slug := neighbour(x.library.corpus.Registry, tile.Get("id").String()[len("tile-"):], key)
		if slug != "" {
			focusOn("tile-" + slug)
			return true
		}
	}
	story := closest(target, "article")
	if typing(target) {
		if key == "ArrowDown" && target.Get("id").String() == "q" {
			return x.step(story, 1)
		}
		return false
	}
	switch key {
	case "ArrowDown":
		return story.Truthy() && x.step(story, 1)
	case "ArrowUp":
		return story.Truthy() && x.step(story, -1)
	case "Enter":
		if story.Truthy() && target.Equal(story) {
			ctx.Dispatch(func(ctx goapp.Context) { x.toggle(ctx, story.Get("dataset").Get("story").String()) })
			return true
		}
		return false
	}
	if !singleKeys() {
		return false
	}
	switch key {
	case "/":
		focusOn("q")
		element("q").Call("select")
		return true
	case "j":
		return x.step(story, 1)
	case "k":
		return x.step(story, -1)
	case "x":
		if story.Truthy() {
			ctx.Dispatch(func(goapp.Context) { x.chooseSystemOf(story.Get("dataset").Get("story").String()) })
			return true
		}
	case "?":
		showHelp()
		return true
	}
	return false
}

// typing reports whether keys pressed in the element are text.
func typing(target goapp.Value) bool {
	return closest(target, "input:not([type=checkbox]), textarea, select").Truthy()
}

func closest(target goapp.Value, selector string) goapp.Value {
	if !target.Get("closest").Truthy() { // the document itself
		return goapp.Null()
	}
	return target.Call("closest", selector)
}

// step moves the focus to the story by so many from the one that has it; from
// none, to the first.
func (x *explorer) step(story goapp.Value, by int) bool {
	rows := x.page.rows
	next := 0
	if story.Truthy() {
		key := story.Get("dataset").Get("story").String()
		for i := range rows {
			if rows[i].key == key {
				next = i + by
			}
		}
	}
	if next < 0 {
		focusOn("q")
		return true
	}
	if next >= len(rows) {
		return false
	}
	focusOn(rows[next].key)
	element(rows[next].key).Call("scrollIntoView", map[string]any{"block": "nearest"})
	return true
}

func showHelp() { element("help").Call("showModal") }

package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// keysOff is the name under which a browser remembers that its reader does not
// want single keys.
const keysOff = "ics-explorer-keys-off"

// singleKeys reports whether single keys work. Where the browser keeps nothing,
// they do.
func singleKeys() bool { return dom.Remembered(keysOff) == "" }

func setSingleKeys(on bool) { dom.Remember(keysOff, when(!on, "1")) }

// watchKeys listens to the keyboard, wherever the focus is.
func (x *explorer) watchKeys(ctx goapp.Context) {
	dom.SetChecked("keys-off", !singleKeys())
	dom.Listen("focusin", func(e goapp.Value) { closeOtherMenu(dom.Get(e, "target")) })
	dom.Listen("keydown", func(e goapp.Value) {
		if x.key(ctx, e) {
			dom.Call(e, "preventDefault")
		}
	})
}

// key does what a key is for and reports whether it was for anything.
func (x *explorer) key(ctx goapp.Context, e goapp.Value) bool {
	if dom.IsShortcut(e) || dom.Is(e, "isComposing") || dom.Is(e, "defaultPrevented") || dom.Find("dialog[open]").Truthy() {
		return false
	}
	key, target := dom.Text(e, "key"), dom.Get(e, "target")
	if x.walkMap(target, key) {
		return true
	}
	if key == "Escape" && closeMenu(dom.Find(".export[open]")) {
		return true
	}
	article := dom.Closest(target, "article")
	story := dom.Data(article, "story")
	if typing(target) {
		box := dom.Text(target, "id")
		if key == "Enter" && dom.Text(target, "type") == "search" {
			if dom.IsTouched() {
				dom.Blur(box) // what was found is there already, below the keyboard of a phone
			}
			return true
		}
		return key == "ArrowDown" && box == view.KeyQuery && x.step(story, 1)
	}
	switch key {
	case "ArrowDown":
		return story != "" && x.step(story, 1)
	case "ArrowUp":
		return story != "" && x.step(story, -1)
	case "Enter":
		if story == "" || !target.Equal(article) {
			return false
		}
		if dom.Is(e, "repeat") {
			return true // held down it would open and close the story again and again
		}
		ctx.Dispatch(func(ctx goapp.Context) {
			x.keepFocus(ctx)
			x.toggle(story)
		})
		return true
	}
	return singleKeys() && x.singleKey(ctx, letter(key, dom.Text(e, "code")), story, dom.Is(e, "repeat"))
}

// letter is what a key stands for among the single keys: its own letter in lower case,
// whatever Caps Lock says, or, on a keyboard of another alphabet, the Latin letter at
// its place. code is the name of that place, such as "KeyJ".
func letter(key, code string) string {
	key = strings.ToLower(key)
	if r, size := utf8.DecodeRuneInString(key); size == len(key) && r > unicode.MaxLatin1 && unicode.IsLetter(r) {
		return strings.ToLower(strings.TrimPrefix(code, "Key"))
	}
	return key
}

// singleKey does what a letter is for; story is the key of the one that has the focus,
// if any. Held down, a letter goes on walking and does nothing else.
func (x *explorer) singleKey(ctx goapp.Context, key, story string, held bool) bool {
	switch key {
	case "/":
		dom.Focus(view.KeyQuery)
		dom.SelectAll(view.KeyQuery)
	case "j":
		return x.step(story, 1)
	case "k":
		return x.step(story, -1)
	case "x":
		if story == "" {
			return false
		}
		if !held {
			ctx.Dispatch(func(ctx goapp.Context) { x.chooseSystemOf(ctx, story) })
		}
	case "?":
		openHelp()
	default:
		return false
	}
	return true
}

// walkMap takes the focus from a tile to its neighbour.
func (x *explorer) walkMap(target goapp.Value, key string) bool {
	slug, found := strings.CutPrefix(dom.Text(dom.Closest(target, ".tile"), "id"), "tile-")
	if !found {
		return false
	}
	to := page.Neighbour(x.library.Registry(), slug, key)
	if to == "" {
		return false
	}
	dom.Rove("tile-"+slug, "tile-"+to)
	return true
}

// typing reports whether keys pressed in the element are text.
func typing(target goapp.Value) bool {
	return dom.Closest(target, "input:not([type=checkbox]), textarea, select").Truthy()
}

// step moves the focus to the story by so many from the one with the key; from none, to
// the first.
func (x *explorer) step(story string, by int) bool {
	next := 0
	for i, r := range x.page.Rows {
		if r.Key == story {
			next = i + by
		}
	}
	if next < 0 {
		dom.Focus(view.KeyQuery)
		return true
	}
	if next >= len(x.page.Rows) {
		return false
	}
	dom.Step(x.page.Rows[next].Key)
	return true
}

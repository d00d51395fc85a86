package app

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// onInput looks for what stands in a text box. Typing makes one history entry, so that
// Back leaves the search rather than undoing letters.
func (x *explorer) onInput(ctx goapp.Context, e goapp.Event) {
	target := dom.Get(e, "target")
	switch dom.Text(target, "id") {
	case view.KeyQuery:
		v, unknown := x.state.View, x.state.Unknown
		text, cut := view.CleanQuery(dom.Value(view.KeyQuery))
		v.Query = text
		x.show(v)
		x.state.Unknown, x.state.Cut = unknown, cut
		x.composeFirst(ctx)
		dom.SetTitle(x.page.Title)
		dom.ScrollToTop()
		x.history.Type(x.state.View.Href())
	case "pick":
		x.state.Pick, _ = view.CleanQuery(dom.Value("pick"))
		x.compose()
	case "keys-off":
		setSingleKeys(!dom.Is(target, "checked"))
	}
}

// nextLetter is the time in which somebody who types has typed another letter.
const nextLetter = 150 * time.Millisecond

// composeFirst works out what a letter draws of the page, and has the rest follow when no letter does.
func (x *explorer) composeFirst(ctx goapp.Context) {
	x.page = x.library.Begin(x.state)
	x.speaker.about(x.page)
	if x.typing != nil {
		x.typing.Stop()
	}
	x.typing = time.AfterFunc(nextLetter, func() {
		ctx.Dispatch(func(ctx goapp.Context) {
			if x.page.Begun {
				x.page.Finish()
			} else {
				ctx.PreventUpdate() // another has taken its place
			}
		})
	})
}

// choose goes to v as a step of its own in the history, to the element in it whose
// id is the fragment, if any.
func (x *explorer) choose(v view.View, fragment string) {
	x.history.KeepPlace()
	x.show(v)
	x.state.Open = fragment
	x.compose()
	dom.SetTitle(x.page.Title)
	x.setBoxes()
	href := v.Href()
	if fragment != "" {
		href += "#" + fragment
	}
	x.history.Push(href)
}

// setBoxes puts what the view says into the boxes that are drawn without it.
func (x *explorer) setBoxes() {
	if text, _ := view.CleanQuery(dom.Value(view.KeyQuery)); text != x.state.View.Query {
		dom.SetValue(view.KeyQuery, x.state.View.Query)
	}
	dom.SetValue(view.KeyFrom, x.state.View.From)
	dom.SetValue(view.KeyTo, x.state.View.To)
}

// onPop shows the entry of the history that the reader went back or forward to, at p.
func (x *explorer) onPop(ctx goapp.Context, p dom.Place) {
	x.history.Popped()
	v, unknown := view.Decode(dom.Location("search"))
	x.show(v)
	x.state.Unknown = unknown
	x.state.Limit = max(p.Rows, page.RowsAtOnce)
	x.state.Open, _ = fragment()
	x.compose()
	dom.SetTitle(x.page.Title)
	x.setBoxes()
	x.takeCarried(ctx)
	ctx.Defer(func(goapp.Context) {
		dom.Restore(p)
		dom.KeepFocus("stories")
	})
}

// fragment is that of the address: the key of a story or another id, and the code of
// stories that it brings.
func fragment() (id, carried string) {
	for part := range strings.SplitSeq(strings.TrimPrefix(dom.Location("hash"), "#"), "&") {
		if code, ok := strings.CutPrefix(part, carriedKey); ok {
			carried = code
		} else if id == "" {
			id = part
		}
	}
	return id, carried
}

// onClick takes the clicks on buttons and on links to views. It stands before the
// engine's own handler, which would also take over Shift-clicks and would ignore a
// link back to the address it last heard of.
func (x *explorer) onClick(ctx goapp.Context, e goapp.Event) {
	target := dom.Get(e, "target")
	closeOtherMenu(target)
	link := dom.Closest(target, "a[href]")
	if link.Truthy() {
		dom.Call(e, "stopPropagation")
	}
	if button := dom.Closest(target, "[data-do]"); button.Truthy() {
		if link.Truthy() && !plainClick(e) {
			return
		}
		e.PreventDefault()
		x.keepFocus(ctx)
		x.do(ctx, dom.Data(button, "do"), button)
		return
	}
	if !link.Truthy() {
		if dom.Text(target, "id") == "help" { // the backdrop: what can be seen of it is in an element of its own
			dom.CloseDialog("help")
		}
		return
	}
	href, _ := dom.Call(link, "getAttribute", "href")
	if !plainClick(e) || !strings.HasPrefix(href.String(), "?") {
		return
	}
	e.PreventDefault()
	from := dom.Focused()
	query, fragment, _ := strings.Cut(href.String(), "#")
	v, _ := view.Decode(query)
	if dom.Text(link, "id") == "home" {
		x.state.Reader.Choice = "" // all stories are meant
	}
	x.choose(v, fragment)
	dom.ScrollToTop()
	ctx.Defer(func(goapp.Context) {
		if fragment != "" {
			dom.Show(fragment)
		} else {
			dom.KeepFocus(from, "stories")
		}
	})
}

// keepFocus has the element that has the focus keep it when what changes is drawn, or what stands in its place have it: to the
// browser an element that is drawn anew is another.
func (x *explorer) keepFocus(ctx goapp.Context) {
	if from := dom.Focused(); from != "" {
		ctx.Defer(func(goapp.Context) { dom.KeepFocus(from, standsFor(from), "add-title", "stories") })
	}
}

// standsFor is the id of the button that comes where the one with the id was, if it is one of a pair.
func standsFor(id string) string {
	return strings.NewReplacer("own-ask", "own-spare", "own-spare", "own-ask", "view-up", "view-down", "view-down", "view-up").Replace(id)
}

// plainClick reports whether a click asks for nothing but to follow the link
// here: not for a new tab, a new window or a download.
func plainClick(e goapp.Event) bool {
	for _, key := range []string{"ctrlKey", "metaKey", "shiftKey", "altKey"} {
		if dom.Is(e, key) {
			return false
		}
	}
	return dom.Number(e, "button") == 0
}

// do does what a button is for.
func (x *explorer) do(ctx goapp.Context, what string, button goapp.Value) {
	closeMenu(dom.Closest(button, ".export[open]"))
	switch what {
	case "help":
		openHelp()
	case "close":
		dom.CloseDialog(dom.Text(dom.Closest(button, "dialog"), "id"))
	case "fold":
		x.folded = !x.folded
	case "dense":
		x.setDense(!x.dense)
	case "unfold":
		if x.folded {
			return // Enter in the form presses the button also where nothing folds and nobody sees it
		}
		x.folded = true
		dom.ScrollToTop()
		ctx.Defer(func(goapp.Context) { dom.Focus("stories") })
	case "more":
		next := x.page.Next
		if x.page.Comparison != nil {
			next = dom.Text(button, "id") // the button stays, or leads to the stories when it has gone
		}
		x.state.Limit += page.RowsAtOnce
		x.compose()
		x.history.KeepPlace()
		ctx.Defer(func(goapp.Context) { dom.Lead(next, "stories") })
	case "panel":
		x.toggle(dom.Data(dom.Closest(button, "article"), "story"))
	case "copy":
		x.copyLink(ctx)
	case "carry":
		x.copyCarrying(ctx)
	case "carry-file":
		x.saveCarrying(ctx)
	case "news":
		x.showNews(dom.Text(button, "search"))
	case "only-new":
		x.doChoice(page.Fresh)
	case "only-starred":
		x.doChoice(page.Starred)
	case "only-all":
		x.doChoice("")
	case "add", "add-all", "add-keep", "add-drop":
		x.doAdding(ctx, what, idAround(button))
	case "star", "seen", "mine", "start", "no-start", "carried-keep",
		"own-original", "own-ask", "own-spare", "own-remove", "own-save",
		"view-save", "view-up", "view-down", "view-remove":
		x.doShelf(ctx, what, idAround(button))
	default:
		x.takeAway(ctx, what)
	}
}

// idAround is the id of what a button stands by: a story, a view, a listing.
func idAround(button goapp.Value) string {
	if id := dom.Data(dom.Closest(button, "[data-id]"), "id"); id != "" {
		return id
	}
	return dom.Data(dom.Closest(button, "article"), "story")
}

// toggle opens the panel of a story, or closes it.
func (x *explorer) toggle(key string) {
	if x.state.Open == key {
		key = ""
	}
	x.state.Open = key
	x.write(x.shelving.shelf.See(key)...)
	x.compose()
}

// onChoose takes a checkbox or a day of a facet.
func (x *explorer) onChoose(_ goapp.Context, e goapp.Event) {
	target := dom.Get(e, "target")
	switch key, value := dom.Text(target, "name"), valueIn(target); key {
	case view.KeyFrom, view.KeyTo:
		x.chooseDay(key, value, dom.IsValid(target))
	default:
		v := x.state.View
		if v.Has(key, value) != dom.Is(target, "checked") {
			x.choose(v.Toggle(key, value), "")
		}
	}
}

// chooseDay takes a day. While it is typed, digit by digit, days go by that nobody means:
// those outside of the days there are stories of are not taken, and the others make
// one entry of the history together.
func (x *explorer) chooseDay(key, value string, valid bool) {
	v := x.state.View
	if key == view.KeyFrom {
		v.From = value
	} else {
		v.To = value
	}
	if !valid || v.Equal(x.state.View) {
		return
	}
	typing := x.dayTyped == key
	if typing {
		x.show(v)
		x.compose()
		dom.SetTitle(x.page.Title)
		x.history.ReplaceSoon(v.Href())
	} else {
		x.choose(v, "")
	}
	x.dayTyped = key
}

// chooseSystemOf chooses the first system of a story that is not chosen, or takes
// them back if all are.
func (x *explorer) chooseSystemOf(ctx goapp.Context, key string) {
	for _, r := range x.page.Rows {
		if r.Key != key {
			continue
		}
		v := x.state.View
		for _, t := range r.Systems {
			if !t.Chosen {
				x.chooseKeeping(ctx, v.ToggleSystem(t.Slug), key)
				return
			}
		}
		for _, t := range r.Systems {
			v = v.ToggleSystem(t.Slug)
		}
		x.chooseKeeping(ctx, v, key)
	}
}

// chooseKeeping goes to v, where the story with the key keeps the focus.
func (x *explorer) chooseKeeping(ctx goapp.Context, v view.View, key string) {
	x.choose(v, "")
	ctx.Defer(func(goapp.Context) { dom.Step(key) })
}

// onSort takes an order.
func (x *explorer) onSort(_ goapp.Context, e goapp.Event) {
	v := x.state.View
	v.Sort = view.Sort(valueIn(dom.Get(e, "target")))
	x.choose(v, "")
}

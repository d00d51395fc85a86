package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/view"
)

// explorer is the whole page. Its state is unexported: the engine copies exported
// fields of a fresh root over it whenever the address changes.
//
// The flow is always the same: an event makes a new state; the state is composed
// into a page and its view written into the address; the page is drawn. Nothing is
// read back from the page but the text boxes, which belong to the reader: they are
// never drawn with a value, so that a letter typed while the page is drawn is not
// lost.
type explorer struct {
	goapp.Compo

	library *library
	start   start
	browser browser

	state   state
	page    page
	said    string // the outcome of copying or saving
	folded  bool   // filters are folded away on a narrow page
	release release
}

func newExplorer(l *library, s start) *explorer {
	x := &explorer{library: l, start: s, folded: true}
	x.state = state{
		view:    s.view,
		unknown: s.unknown,
		cut:     s.cut,
		limit:   max(s.place.rows, rowsAtOnce),
		open:    s.open,
		corpus:  s.corpus,
	}
	x.compose()
	return x
}

// show makes v the view, without touching the address.
func (x *explorer) show(v view.View) {
	x.state = state{view: v, limit: rowsAtOnce, pick: x.state.pick}
	x.said = ""
}

func (x *explorer) compose() { x.page = x.library.compose(x.state) }

// OnMount takes over from the page that was there before the program: what was
// typed, where the focus and the scroll were.
func (x *explorer) OnMount(ctx goapp.Context) {
	x.browser.open(ctx, func() int { return x.state.limit }, x.onPop)
	x.watchKeys(ctx)
	x.browser.setTitle(x.page.title)
	x.start.resume(&x.browser)
	if x.start.touched {
		x.browser.replace(x.state.view, x.state.limit)
	} else {
		x.browser.keepPlace(x.state.limit)
	}
	x.release.watch(ctx)
	x.browser.ready()
	ctx.PreventUpdate() // what was just drawn is what there is to draw
}

// Render draws the page.
func (x *explorer) Render() goapp.UI {
	return goapp.Elem("div").Class("explorer").On("click", x.onClick).On("input", x.onInput).On("submit", x.onSubmit).Body(
		goapp.Elem("a").Class("skip").Attr("href", "#stories").Text("Skip to the stories"),
		x.renderMasthead(),
		goapp.Elem("div").Class("page").Body(
			goapp.Elem("aside").Class("filters").Class(says(x.folded, "folded")).Aria("label", "Filters").On("change", x.onChoose).Body(
				x.renderFold(),
				goapp.Elem("div").ID("filters").Body(x.renderFilters()...),
			),
			goapp.Elem("main").ID("stories").Attr("tabindex", -1).Body(
				x.renderSummary(),
				goapp.If(goapp.IsServer, func() goapp.UI {
					return goapp.Elem("noscript").Body(goapp.Elem("p").Class("note").
						Text("Searching and filtering need JavaScript. The newest stories are below."))
				}),
				goapp.Range(x.page.notes).Slice(func(i int) goapp.UI { return x.page.notes[i].render() }),
				x.renderShow(),
			),
		),
		x.renderFooter(),
		&help{},
	)
}

// renderFold is the one button that the filters fold behind on a narrow page.
func (x *explorer) renderFold() goapp.UI {
	label := "Filters"
	if n := len(x.page.chips); n > 0 {
		label += " · " + strconv.Itoa(n) + " set"
	}
	return goapp.Elem("button").ID("fold").Attr("type", "button").Class("fold").
		Aria("expanded", strconv.FormatBool(!x.folded)).Aria("controls", "filters").
		DataSet("do", "fold").Text(label)
}

// renderFilters draws the facets. The map is among the systems, unless the page
// shows it large.
func (x *explorer) renderFilters() []goapp.UI {
	var filters []goapp.UI
	for _, f := range x.page.facets {
		if f.name != "ics" {
			filters = append(filters, f.render())
			continue
		}
		small := goapp.UI(goapp.Elem("div"))
		if x.state.view.Show != view.Map {
			small = renderMap(x.page.tiles, "small")
		}
		filters = append(filters, f.render(small, &pickBox{}))
	}
	if x.library.lastDay != "" {
		filters = append(filters, x.renderDates())
	}
	return append(filters, x.renderIn())
}

// renderShow draws the stories in the way the view asks for. The list keeps its place
// below the map, so that to open the map is not to draw the list anew.
func (x *explorer) renderShow() goapp.UI {
	above := goapp.UI(goapp.Elem("div"))
	if x.state.view.Show == view.Map {
		above = x.renderAtlas()
	}
	var stories goapp.UI
	switch {
	case x.page.comparison != nil:
		stories = x.page.comparison.render(x.state.view)
	case x.page.empty != nil:
		stories = x.page.empty.render()
	default:
		stories = renderList(x.page.rows, x.page.total-len(x.page.rows))
	}
	return goapp.Elem("div").Body(above, stories)
}

// onInput looks for what stands in a text box. Typing replaces the history entry,
// so that Back leaves the search rather than undoing letters.
func (x *explorer) onInput(_ goapp.Context, e goapp.Event) {
	target := e.Get("target")
	switch target.Get("id").String() {
	case "q":
		v, unknown := x.state.view, x.state.unknown
		text, cut := view.CleanQuery(x.browser.query())
		v.Query = text
		x.show(v)
		x.state.unknown, x.state.cut = unknown, cut
		x.compose()
		x.browser.setTitle(x.page.title)
		x.browser.scrollToTop()
		x.browser.replaceSoon(x.state.view, x.state.limit)
	case "pick":
		x.state.pick, _ = view.CleanQuery(target.Get("value").String())
		x.compose()
	case "keys-off":
		setSingleKeys(!target.Get("checked").Bool())
	}
}

// onSubmit keeps Enter from loading the page anew: the answer is there already.
func (x *explorer) onSubmit(_ goapp.Context, e goapp.Event) { e.PreventDefault() }

// choose goes to v as a step of its own in the history, to the element in it whose
// id is the fragment, if any.
func (x *explorer) choose(v view.View, fragment string) {
	x.browser.keepPlace(x.state.limit)
	x.show(v)
	x.state.open = fragment
	x.compose()
	x.browser.setTitle(x.page.title)
	x.setBoxes()
	x.browser.push(v, fragment, x.state.limit)
}

// setBoxes puts what the view says into the boxes that are drawn without it.
func (x *explorer) setBoxes() {
	if text, _ := view.CleanQuery(x.browser.query()); text != x.state.view.Query {
		x.browser.setQuery(x.state.view.Query)
	}
	setValue("from", x.state.view.From)
	setValue("to", x.state.view.To)
}

// onPop shows the entry of the history that the reader went back or forward to.
func (x *explorer) onPop(ctx goapp.Context, v view.View, unknown []view.Unknown, p place) {
	x.show(v)
	x.state.unknown = unknown
	x.state.limit = max(p.rows, rowsAtOnce)
	x.state.open = strings.TrimPrefix(location("hash"), "#")
	x.compose()
	x.browser.setTitle(x.page.title)
	x.setBoxes()
	ctx.Defer(func(goapp.Context) { x.browser.restore(p) })
}

// onClick takes the clicks on buttons and on links to views. It stands before the
// engine's own handler, which would also take over Shift-clicks and would ignore a
// link back to the address it last heard of.
func (x *explorer) onClick(ctx goapp.Context, e goapp.Event) {
	target := e.Get("target")
	if button := target.Call("closest", "[data-do]"); button.Truthy() {
		x.do(ctx, button.Get("dataset").Get("do").String(), button)
		return
	}
	link := target.Call("closest", "a[href]")
	if !link.Truthy() {
		return
	}
	e.Call("stopPropagation")
	href := link.Call("getAttribute", "href").String()
	if !plainClick(e) || !strings.HasPrefix(href, "?") {
		return
	}
	e.PreventDefault()
	from := focused()
	query, fragment, _ := strings.Cut(href, "#")
	v, _ := view.Decode(query)
	x.choose(v, fragment)
	x.browser.scrollToTop()
	ctx.Defer(func(goapp.Context) {
		if fragment != "" {
			showElement(fragment)
		} else {
			x.browser.keepFocus(from)
		}
	})
}

// plainClick reports whether a click asks for nothing but to follow the link
// here: not for a new tab, a new window or a download.
func plainClick(e goapp.Event) bool {
	for _, key := range []string{"ctrlKey", "metaKey", "shiftKey", "altKey"} {
		if e.Get(key).Truthy() {
			return false
		}
	}
	return e.Get("button").Int() == 0
}

// do does what a button is for.
func (x *explorer) do(ctx goapp.Context, what string, button goapp.Value) {
	switch what {
	case "help":
		showHelp()
	case "close":
		element("help").Call("close")
	case "fold":
		x.folded = !x.folded
	case "more":
		next := button.Get("id").String() // in a comparison the button stays, or leads to the stories when it has gone
		if x.page.comparison == nil {
			next = x.library.corpus.Stories[x.page.stories[len(x.page.rows)]].Key
		}
		x.state.limit += rowsAtOnce
		x.compose()
		x.browser.keepPlace(x.state.limit)
		ctx.Defer(func(goapp.Context) { x.browser.leadTo(next) })
	case "panel":
		x.toggle(ctx, closest(button, "article").Get("dataset").Get("story").String())
	case "copy":
		x.copyLink(ctx)
	default:
		button.Call("closest", "details").Call("removeAttribute", "open")
		if err := x.takeAway(ctx, what, func(said string) { x.said = said }); err != nil {
			x.said = err.Error()
		}
	}
}

// toggle opens the panel of a story, or closes it.
func (x *explorer) toggle(ctx goapp.Context, key string) {
	if x.state.open == key {
		key = ""
	}
	focus := focused()
	x.state.open = key
	x.compose()
	ctx.Defer(func(goapp.Context) { focusOn(focus) }) // the row was drawn anew
}

// copyLink copies the address to send to others, which the address bar then shows,
// too.
func (x *explorer) copyLink(ctx goapp.Context) {
	fingerprint := x.library.corpus.Fingerprint
	copyText(ctx, fullAddress(x.state.view, fingerprint), func(ok bool) {
		x.said = "Link copied"
		if !ok {
			x.said = "Not copied: take the link from the address bar"
		}
	})
	x.browser.replaceShared(x.state.view, fingerprint, x.state.limit)
}

// onChoose takes a checkbox or a day of a facet.
func (x *explorer) onChoose(_ goapp.Context, e goapp.Event) {
	target := e.Get("target")
	v := x.state.view
	switch key, value := target.Get("name").String(), target.Get("value").String(); key {
	case "from":
		v.From = value
	case "to":
		v.To = value
	default:
		v = toggled(v, key, value)
	}
	if !v.Equal(x.state.view) {
		x.choose(v, "")
	}
}

// toggled is v with one value of a facet chosen, or no longer chosen if it was.
// key is the facet's key in an address.
func toggled(v view.View, key, value string) view.View {
	switch key {
	case "ics":
		return v.ToggleSystem(value)
	case "series":
		return v.ToggleSeries(value)
	case "spread":
		return v.ToggleSpread(view.Spread(value))
	case "in":
		return v.ToggleIn(view.In(value))
	}
	return v
}

// chooseSystemOf chooses the first system of a story that is not chosen, or takes
// them back if all are.
func (x *explorer) chooseSystemOf(key string) {
	for _, r := range x.page.rows {
		if r.key != key {
			continue
		}
		v := x.state.view
		for _, t := range r.systems {
			if !t.chosen {
				x.choose(v.ToggleSystem(t.slug), key)
				return
			}
		}
		for _, t := range r.systems {
			v = v.ToggleSystem(t.slug)
		}
		x.choose(v, key)
	}
}

func (x *explorer) onSort(_ goapp.Context, e goapp.Event) {
	v := x.state.view
	v.Sort = view.Sort(strings.TrimPrefix(e.Get("target").Get("value").String(), defaultSort))
	x.choose(v, "")
}

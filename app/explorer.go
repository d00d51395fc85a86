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
// The flow is always the same: an event makes a new view; the view is composed
// into a page and written into the address; the page is drawn. Nothing is read
// back from the page but the search box, which belongs to the reader: it is never
// drawn with a value, so that a letter typed while the page is drawn is not lost.
type explorer struct {
	goapp.Compo

	library *library
	start   start
	browser browser

	view    view.View
	unknown []view.Unknown
	cut     bool // more was typed than a view can hold
	rows    int  // stories shown at most
	page    page

	copied  string // what the copy button has to say
	folded  bool   // filters are folded away on a narrow page
	release release
}

func newExplorer(l *library, s start) *explorer {
	x := &explorer{library: l, start: s, folded: true}
	x.show(s.view, s.unknown, s.place.rows)
	x.cut = s.cut
	x.compose()
	return x
}

// show makes v the view without touching the address.
func (x *explorer) show(v view.View, unknown []view.Unknown, rows int) {
	x.view, x.unknown, x.cut = v, unknown, false
	x.rows = max(rows, rowsAtOnce)
	x.copied = ""
}

func (x *explorer) compose() {
	x.page = x.library.compose(x.view, x.unknown, x.cut, x.rows)
}

// OnMount takes over from the page that was there before the program: what was
// typed, where the focus and the scroll were.
func (x *explorer) OnMount(ctx goapp.Context) {
	x.browser.open(ctx, func() int { return x.rows }, x.onPop)
	x.browser.setTitle(x.page.title)
	x.start.resume(&x.browser)
	if x.start.touched {
		x.browser.replace(x.view, x.rows)
	} else {
		x.browser.keepPlace(x.rows)
	}
	x.release.watch(ctx)
	x.browser.ready()
	ctx.PreventUpdate() // what was just drawn is what there is to draw
}

// OnAppUpdate hears that another version has taken over because the reader chose
// it, here or in another tab.
func (x *explorer) OnAppUpdate(goapp.Context) { x.release.taken = true }

// Render draws the page.
func (x *explorer) Render() goapp.UI {
	return goapp.Elem("div").Class("explorer").On("click", x.onClick).On("input", x.onInput).On("submit", x.onSubmit).Body(
		goapp.Elem("a").Class("skip").Attr("href", "#stories").Text("Skip to the stories"),
		&masthead{},
		goapp.Elem("div").Class("page").Body(
			goapp.Elem("aside").Class("filters").Class(foldedClass(x.folded)).Aria("label", "Filters").On("change", x.onChoose).Body(
				x.renderFold(),
				goapp.Elem("div").ID("filters").Body(
					goapp.Range(x.page.facets).Slice(func(i int) goapp.UI { return x.page.facets[i].render() }),
				),
			),
			goapp.Elem("main").ID("stories").Attr("tabindex", -1).Body(
				x.renderSummary(),
				goapp.If(goapp.IsServer, func() goapp.UI {
					return goapp.Elem("noscript").Body(goapp.Elem("p").Class("note").
						Text("Searching and filtering need JavaScript. The newest stories are below."))
				}),
				goapp.Range(x.page.notes).Slice(func(i int) goapp.UI { return x.page.notes[i].render() }),
				x.renderStories(),
			),
		),
		x.renderFooter(),
	)
}

func foldedClass(folded bool) string {
	if folded {
		return "folded"
	}
	return ""
}

// renderFold is the one button that the filters fold behind on a narrow page.
func (x *explorer) renderFold() goapp.UI {
	label := "Filters"
	if n := len(x.page.chips); n > 0 {
		label += " · " + strconv.Itoa(n) + " set"
	}
	return goapp.Elem("button").ID("fold").Attr("type", "button").Class("fold").
		Aria("expanded", strconv.FormatBool(!x.folded)).Aria("controls", "filters").
		OnClick(x.onFold).Text(label)
}

func (x *explorer) renderStories() goapp.UI {
	if x.page.empty != nil {
		return x.page.empty.render()
	}
	return goapp.Elem("div").Class("list").Body(
		goapp.Range(x.page.rows).Slice(func(i int) goapp.UI { return x.page.rows[i].render() }),
		goapp.If(len(x.page.rows) < x.page.total, func() goapp.UI {
			return goapp.Elem("button").ID("more").Attr("type", "button").Class("more").On("click", x.onMore).
				Text("Show more: " + strconv.Itoa(x.page.total-len(x.page.rows)) + " to come")
		}),
	)
}

// onInput looks for what stands in the search box. Typing replaces the history
// entry, so that Back leaves the search rather than undoing letters.
func (x *explorer) onInput(_ goapp.Context, e goapp.Event) {
	if e.Get("target").Get("id").String() != "q" {
		return
	}
	v := x.view
	text, cut := view.CleanQuery(x.browser.query())
	v.Query = text
	x.show(v, x.unknown, 0)
	x.cut = cut
	x.compose()
	x.browser.setTitle(x.page.title)
	x.browser.scrollToTop()
	x.browser.replaceSoon(x.view, x.rows)
}

// onSubmit keeps Enter from loading the page anew: the answer is there already.
func (x *explorer) onSubmit(_ goapp.Context, e goapp.Event) { e.PreventDefault() }

// choose goes to v as a step of its own in the history.
func (x *explorer) choose(v view.View) {
	queryChanged := v.Query != x.view.Query
	x.browser.keepPlace(x.rows)
	x.show(v, nil, 0)
	x.compose()
	x.browser.setTitle(x.page.title)
	if queryChanged {
		x.browser.setQuery(v.Query)
	}
	x.browser.push(x.view, x.rows)
}

// onPop shows the entry of the history that the reader went back or forward to.
func (x *explorer) onPop(ctx goapp.Context, v view.View, unknown []view.Unknown, p place) {
	x.show(v, unknown, p.rows)
	x.compose()
	x.browser.setTitle(x.page.title)
	x.browser.setQuery(v.Query)
	ctx.Defer(func(goapp.Context) { x.browser.restore(p) })
}

// onClick takes the clicks on links to views. It stands before the engine's own
// handler, which would also take over Shift-clicks and would ignore a link back
// to the address it last heard of.
func (x *explorer) onClick(ctx goapp.Context, e goapp.Event) {
	link := e.Get("target").Call("closest", "a[href]")
	if !link.Truthy() {
		return
	}
	e.Call("stopPropagation")
	href := link.Call("getAttribute", "href").String()
	if !plainClick(e) || len(href) == 0 || href[0] != '?' {
		return
	}
	e.PreventDefault()
	v, _ := view.Decode(href)
	x.choose(v)
	x.browser.scrollToTop()
	ctx.Defer(func(goapp.Context) { x.browser.keepFocus() })
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

// onChoose takes a checkbox of a facet.
func (x *explorer) onChoose(_ goapp.Context, e goapp.Event) {
	target := e.Get("target")
	x.choose(toggle(x.view, target.Get("name").String(), target.Get("value").String()))
}

// toggle is v with one value of a facet chosen, or no longer chosen if it was.
// key is the facet's key in an address.
func toggle(v view.View, key, value string) view.View {
	switch key {
	case "ics":
		return v.ToggleSystem(value)
	case "series":
		return v.ToggleSeries(value)
	case "spread":
		return v.ToggleSpread(view.Spread(value))
	}
	return v
}

func (x *explorer) onSort(_ goapp.Context, e goapp.Event) {
	v := x.view
	v.Sort = view.Sort(strings.TrimPrefix(e.Get("target").Get("value").String(), defaultSort))
	x.choose(v)
}

func (x *explorer) onMore(goapp.Context, goapp.Event) {
	x.rows += rowsAtOnce
	x.compose()
	x.browser.keepPlace(x.rows)
}

func (x *explorer) onFold(goapp.Context, goapp.Event) { x.folded = !x.folded }

func (x *explorer) onCopy(ctx goapp.Context, _ goapp.Event) {
	copyAddress(ctx, x.view, func(ok bool) {
		x.copied = "Link copied"
		if !ok {
			x.copied = "Not copied: take the link from the address bar"
		}
	})
}

func (x *explorer) onTake(goapp.Context, goapp.Event) { x.release.take() }

package app

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
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

	library  *page.Library // of what is built in, and of what is the reader's
	shelving shelving
	adding   adding
	start    start
	history  dom.History

	state   page.State
	page    page.Page
	said    string // the outcome of copying or saving, or ""
	speaker speaker
	dense   bool // the list, by the reader's choice
	folded  bool // filters are folded away on a narrow page
	release release

	typing   *time.Timer // until a page that is begun is finished
	filters  goapp.UI    // as they were before the letters that are being typed
	dialog   goapp.UI    // in which stories are added, likewise
	dayTyped string      // key of the day that was chosen last, if nothing was since
}

func newExplorer(l *page.Library, s start) *explorer {
	x := &explorer{library: l, start: s, dense: dom.Remembered(denseName) != "", folded: true, state: s.state}
	x.state.Limit = max(s.place.Rows, page.RowsAtOnce)
	x.compose()
	return x
}

// show makes v the view, without touching the address.
func (x *explorer) show(v view.View) {
	x.state = page.State{View: v, Limit: page.RowsAtOnce, Pick: x.state.Pick, Reader: x.state.Reader}
	if x.state.Reader.Choice != page.Fresh && x.state.Reader.Shelf != nil {
		x.state.Reader.Fresh = x.library.FreshKeys(x.state.Reader.Shelf)
	}
	x.said, x.dayTyped = "", ""
}

// compose works out the page for the state.
func (x *explorer) compose() {
	x.page = x.library.Compose(x.state)
	x.speaker.about(x.page)
}

// AsPrerendered makes the explorer the front page, as it stands in the page before the program, if anything else is asked
// for, and returns what makes it that. The program takes the page over as it stands, and draws what differs. With go-app
// as it was published, which draws all of it anew, nobody asks.
func (x *explorer) AsPrerendered() (become func()) {
	if x.start.plain() && !x.dense && x.state.Limit == page.RowsAtOnce {
		return nil
	}
	state, asked, dense := x.state, x.page, x.dense
	x.state, x.dense = page.State{Limit: page.RowsAtOnce}, false
	x.page = x.library.Compose(x.state)
	return func() { x.state, x.page, x.dense = state, asked, dense }
}

// OnMount takes over from the page that was there before the program: what was
// typed, where the focus and the scroll were.
func (x *explorer) OnMount(ctx goapp.Context) {
	x.history.Open(func() int { return x.state.Limit }, func(p dom.Place) {
		ctx.Dispatch(func(ctx goapp.Context) { x.onPop(ctx, p) })
	})
	x.speaker.begin(x.page, func() { ctx.Dispatch(func(goapp.Context) { x.said = "" }) })
	x.watchKeys(ctx)
	x.watchPrinting()
	dom.SetTitle(x.page.Title)
	dom.SetValue("sort", x.sorted()) // a browser may have put back another
	dom.Ready()                      // what is hidden until then can have no focus
	x.start.resume()
	if x.start.touched {
		x.history.Replace(x.state.View.Href())
	} else {
		x.history.KeepPlaceSoon()
	}
	x.release.watch(ctx)
	x.watchShelf(ctx)
	x.watchSources(ctx)
	x.takeCarried(ctx)
	x.rehearse(ctx, 0)
	ctx.PreventUpdate() // what was just drawn is what there is to draw
}

// sorted is the value of the order that the stories are in.
func (x *explorer) sorted() string {
	for _, o := range x.page.Orders {
		if o.Chosen {
			return valueOf(string(o.Sort))
		}
	}
	return byDefault
}

// rehearse has the library rehearse a keystroke whenever nobody waits for anything, until somebody
// types.
func (x *explorer) rehearse(ctx goapp.Context, n int) {
	dom.WhenIdle(func() {
		ctx.Dispatch(func(ctx goapp.Context) {
			ctx.PreventUpdate()
			if blank := x.state.View.Query == ""; blank && x.library.Rehearse(n) {
				x.rehearse(ctx, n+1)
			}
		})
	})
}

// Render draws the page.
func (x *explorer) Render() goapp.UI {
	return goapp.Elem("div").ID("explorer").Class("explorer").On("click", x.onClick).On("input", x.onInput).Body(
		x.renderMasthead(),
		goapp.Elem("div").Class("page").Body(
			goapp.Elem("aside").Class("filters").Class(when(x.folded, "folded")).Aria("label", "Filters").On("change", x.onChoose).Body(
				x.renderFold(),
				x.settled(&x.filters, x.renderFilters),
				goapp.Elem("button").ID("show-stories").Attr("type", "submit").Attr("form", "filters").Class("show-stories").DataSet("do", "unfold").
					Body(goapp.Raw(markup.Element("span", "Show "+page.Count(x.page.Total)))),
			),
			goapp.Elem("main").ID("stories").Attr("tabindex", -1).Body(
				x.renderIntro(),
				x.renderDesk(),
				x.renderSummary(),
				goapp.Raw(inert),
				goapp.Elem("div").ID("notes").Body(
					each(len(x.page.Notes), func(i int) goapp.UI { return renderNote(x.page.Notes[i]) }),
				),
				goapp.Elem("div").Body( // with it or without, what follows is the same child and not drawn anew
					goapp.If(x.page.Order != "", func() goapp.UI {
						return goapp.Raw(markup.Element("p", x.page.Order, markup.A("class", "order")))
					}),
				),
				renderCards(x.page.Cards),
				x.renderShow(),
			),
		),
		goapp.Raw(speaking),
		x.renderFooter(),
		&help{},
		x.settled(&x.dialog, x.renderAdding),
	)
}

// renderIntro draws the sentence that says what stands here, and an example.
func (x *explorer) renderIntro() goapp.UI {
	var w markup.Writer
	w.Raw(`<p class="intro">`)
	w.Text(x.library.Intro())
	if example := x.library.Example(); example != "" {
		w.Raw(` <span class="example">For example: `)
		w.Element("a", example, markup.A("href", view.View{Query: example}.Href()))
		w.Raw(`</span>`)
	}
	w.Raw(`</p>`)
	return drawn(&w)
}

// inert is shown where no script runs: without JavaScript, and in a copy of the page that
// was saved to disk. web/dead.css shows it. A browser that saves the page makes the link
// one to where it was saved from.
const inert = `<p id="inert"><span>Nothing can be searched or chosen here: this is a saved copy of ICS Explorer, or JavaScript is switched off. ` +
	`The stories are still to read. <span id="unasked">They are the newest, whatever the link asked for. </span></span><a href="?">Open ICS Explorer</a></p>`

// renderFold is the one button that the filters fold behind on a narrow page.
func (x *explorer) renderFold() goapp.UI {
	label := "Filters"
	if n := len(x.page.Chips); n > 0 {
		label += " · " + strconv.Itoa(n) + " set"
	}
	return goapp.Elem("button").ID("fold").Attr("type", "button").Class("fold").
		Aria("expanded", strconv.FormatBool(!x.folded)).Aria("controls", "filters").
		DataSet("do", "fold").Body(goapp.Raw(markup.Element("span", label)))
}

// settled draws what no letter waits for: until the page is finished it stays as it was drawn. Of the filters it is a hundred
// numbers that change with every letter; the dialog is not open while somebody types into the search box, and each listing
// in it has all systems to choose from.
func (x *explorer) settled(drawn *goapp.UI, draw func() goapp.UI) goapp.UI {
	if !x.page.Begun {
		*drawn = draw()
	}
	return *drawn
}

// renderFilters draws the facets and, folded behind them, the map, unless the page shows it large.
func (x *explorer) renderFilters() goapp.UI {
	var filters []goapp.UI
	for _, f := range x.page.Facets {
		if f.Key != view.KeySystems {
			filters = append(filters, renderFacet(f))
			continue
		}
		filters = append(filters, renderFacet(f, &pickBox{}))
	}
	if x.page.Days != nil {
		filters = append(filters, renderDays(*x.page.Days))
	}
	filters = append(filters, renderIn(x.state.View))
	if x.state.View.Show != view.Map {
		filters = append(filters, goapp.Elem("details").ID("small-map").Body(
			goapp.Elem("summary").Text("Choose on a map"),
			renderMap(x.page.Tiles, "small"),
		))
	}
	// Else a browser ticks boxes again on the way back to this page; of boxes one by one this cannot be said.
	return goapp.Elem("form").ID("filters").Attr("autocomplete", "off").Body(filters...)
}

// renderShow draws the stories in the way the view asks for. The list keeps its place
// below the map, so that to open the map is not to draw the list anew.
func (x *explorer) renderShow() goapp.UI {
	above := goapp.UI(goapp.Elem("div"))
	if x.state.View.Show == view.Map {
		above = renderAtlas(x.page.Tiles)
	}
	var stories goapp.UI
	switch {
	case x.page.Comparison != nil:
		stories = renderComparison(x.page.Comparison)
	case x.page.Empty != nil:
		stories = renderEmpty(x.page.Empty)
	default:
		stories = renderList(x.page.Rows, x.page.Total-len(x.page.Rows), x.page.Begun)
	}
	return goapp.Elem("div").Body(above, stories, goapp.Raw(`<div id="`+restID+`"></div>`), x.renderTrend())
}

// renderTrend draws what many stories come to, below a map and a comparison.
func (x *explorer) renderTrend() goapp.UI {
	var w markup.Writer
	w.Raw(`<div class="trends">`)
	x.library.WriteTrend(&w, x.page)
	w.Raw(`</div>`)
	return drawn(&w)
}

// when is words if it is so, and nothing otherwise.
func when(so bool, words string) string {
	if so {
		return words
	}
	return ""
}

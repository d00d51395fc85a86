package app

import (
	"fmt"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// mostPrinted is how many stories go on paper at most: 250 pages or so.
const mostPrinted = 2000

// restID is that of the element in which stands, while the page is printed, what the screen
// leaves out. The browser waits for no frame between asking and printing, so it is not
// drawn but written there and then.
const restID = "rest"

// watchPrinting puts all stories of the view on paper, though the screen shows a part.
func (x *explorer) watchPrinting() {
	dom.Listen("beforeprint", func(goapp.Value) {
		state := x.state
		state.Limit = mostPrinted
		dom.SetHTML(restID, rest(x.page, x.library.Compose(state)))
	})
	dom.Listen("afterprint", func(goapp.Value) { dom.SetHTML(restID, "") })
}

// rest is what whole says and shown does not: the stories behind those that are shown, or
// the columns with all of theirs.
func rest(shown, whole page.Page) string {
	var w markup.Writer
	if c := whole.Comparison; c != nil {
		w.Raw(`<div class="columns whole">`)
		for _, column := range c.Columns {
			writeColumn(&w, column)
		}
		w.Raw(`</div>`)
		return w.String()
	}
	for _, r := range whole.Rows[min(len(shown.Rows), len(whole.Rows)):] {
		writeRow(&w, r)
	}
	if n := len(whole.Rows); n < whole.Total {
		w.Element("p", fmt.Sprintf("These are the first %d of %d stories.", n, whole.Total))
	}
	return w.String()
}

package app

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/export"
	"icsexplorer/app/page"
	"icsexplorer/app/shelf"
)

// saving comes before the name of a format in what a button is for.
const saving = "save-"

// exportID is that of what opens the export menu.
const exportID = "export"

// closeMenu closes a menu, if there is one, and gives the focus to what opens it: a button of it
// that had the focus is out of sight.
func closeMenu(menu goapp.Value) bool {
	if !menu.Truthy() {
		return false
	}
	dom.Call(menu, "removeAttribute", "open")
	summary, _ := dom.Call(menu, "querySelector", "summary")
	dom.Call(summary, "focus")
	return true
}

// closeOtherMenu closes the menu that is open, unless the element is in it. The focus goes where the
// reader has taken it.
func closeOtherMenu(element goapp.Value) {
	if menu := dom.Find(".export[open]"); menu.Truthy() && !menu.Equal(dom.Closest(element, ".export")) {
		dom.Call(menu, "removeAttribute", "open")
	}
}

// renderExport draws the ways to take the view away.
func (x *explorer) renderExport() goapp.UI {
	button := func(do, label string) goapp.UI {
		return goapp.Elem("button").Attr("type", "button").DataSet("do", do).Text(label)
	}
	formats := export.Formats()
	own := x.library.OwnIn(x.page)
	return goapp.Elem("details").Class("export").Body(
		goapp.Elem("summary").ID(exportID).Text("Export"),
		goapp.Elem("div").Class("menu").Body(
			button("copy-briefing", "Copy briefing, for mail or Word"),
			each(len(formats), func(i int) goapp.UI {
				return button(saving+formats[i].Name, "Save: "+formats[i].Words)
			}),
			button("print", "Print"),
			goapp.If(own > 0 && own <= shelf.MostLinked, func() goapp.UI {
				return button("carry", "Copy link with your "+page.Count(own)+" in it")
			}),
			button("carry-file", "Save: this page as one file"+when(len(x.shelving.shelf.Listings) > 0, ", with your stories")),
			goapp.If(dom.CanShare(), func() goapp.UI { return button("share", "Share…") }),
		),
	)
}

// takeAway does what a button of the export menu says.
func (x *explorer) takeAway(ctx goapp.Context, do string) {
	exported := func() export.View {
		return x.library.Exported(x.page, dom.Home(), time.Now().Format(time.DateOnly))
	}
	switch do {
	case "copy-briefing":
		v := exported()
		dom.CopyRich(string(export.Brief(v).HTML()), string(export.Text(v)), func(ok bool) {
			x.tell(ctx, ok, "Briefing copied", "Not copied: save it instead")
		})
	case "print":
		dom.Print()
	case "share":
		dom.Share(x.page.Title, dom.Home()+x.sharedHref())
	default:
		if f, ok := export.Named(strings.TrimPrefix(do, saving)); ok {
			x.save(f, exported())
		}
	}
}

// sharedHref is the view as a link to be sent to somebody else, with the story that is
// open. It names the corpus it was made from, so that a page with another one can say
// so.
func (x *explorer) sharedHref() string {
	href := x.state.View.ShareHref(x.library.Fingerprint())
	if x.page.Open != "" {
		href += "#" + x.page.Open
	}
	return href
}

// copyLink copies the address to send to others, which the address bar then shows,
// too. Of a page from disk there is none; its view can be put behind the address of
// another.
func (x *explorer) copyLink(ctx goapp.Context) {
	href := x.sharedHref()
	copied, failed := "Link copied", "Not copied: take the link from the address bar"
	if dom.Home() == "" {
		copied = "Copied the part of the address that says what is shown: put it behind the address of any ICS Explorer"
	}
	if own := x.library.OwnIn(x.page); own > 0 {
		copied += "; " + page.Count(own) + " of it are yours alone: Export has a link that brings them"
	}
	dom.Copy(dom.Home()+href, func(ok bool) { x.tell(ctx, ok, copied, failed) })
	x.history.Replace(href)
}

// save hands the reader a file with v in the format, and says so.
func (x *explorer) save(f export.Format, v export.View) {
	said := "Not saved: this browser does not allow it"
	if name := f.FileName(v); dom.Save(name, f.Media, f.Write(v)) {
		said = "Saved as " + name
	}
	x.say(said)
}

// tell says what came of something, on the page's goroutine.
func (x *explorer) tell(ctx goapp.Context, ok bool, done, failed string) {
	ctx.Dispatch(func(goapp.Context) {
		if !ok {
			done = failed
		}
		x.say(done)
	})
}

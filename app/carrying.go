package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
	"icsexplorer/app/shelf"
)

// carriedKey stands before the code of stories in the fragment of an address, which no host is
// sent.
const carriedKey = "stories="

// takeCarried takes what came with the page: with its address, or within its file.
func (x *explorer) takeCarried(ctx goapp.Context) {
	_, code := fragment()
	text := dom.CarriedAlong()
	if code == "" && text == "" {
		return
	}
	go func() {
		id, most, ok := shelf.FromFile, shelf.MostFiled, true
		if code != "" {
			id, most = shelf.FromLink, shelf.MostLinked
			text, ok = dom.Unpack(code, shelf.MostLinkedBytes)
		}
		why := "it was damaged on its way, or brings more than it may"
		var listings []shelf.Listing
		if ok {
			var err error
			if listings, err = shelf.ReadCarried(id, text, most, x.library.Registry()); err == nil {
				why = ""
			} else {
				why = err.Error()
			}
		}
		ctx.Dispatch(func(ctx goapp.Context) {
			x.shelving.carried, x.shelving.damaged = listings, why
			x.remake(ctx)
		})
	}()
}

// copyCarrying copies a link that brings those stories of the view along that the reader's
// listings alone have.
func (x *explorer) copyCarrying(ctx goapp.Context) {
	listings, stories := x.library.OwnOf(x.page), x.library.OwnIn(x.page)
	href := x.sharedHref()
	if x.page.Open == "" {
		href += "#"
	} else {
		href += "&"
	}
	dom.Pack(shelf.Carry(listings), func(code string, ok bool) {
		if !ok {
			x.tell(ctx, false, "", "Not copied: this browser cannot make such a link; save a file instead")
			return
		}
		dom.Copy(dom.Home()+href+carriedKey+code, func(ok bool) {
			x.tell(ctx, ok, "Link copied, with "+page.Count(stories)+" in it", "Not copied: this browser does not allow it")
		})
	})
}

// saveCarrying hands the reader this page as one file, with all of their stories in it.
func (x *explorer) saveCarrying(ctx goapp.Context) {
	own := x.shelving.shelf.Listings
	name := "ics-explorer-" + time.Now().Format(time.DateOnly) + ".html"
	dom.SaveCarrying(shelf.Carry(own), name, func(ok bool) {
		x.tell(ctx, ok, "Saved as "+name, "Not saved: the host could not be asked for the page in one file")
	})
}

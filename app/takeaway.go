package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/export"
)

// renderExport draws the ways to take the view away.
func (x *explorer) renderExport() goapp.UI {
	button := func(do, label string) goapp.UI {
		return goapp.Elem("button").Attr("type", "button").DataSet("do", do).Text(label)
	}
	return goapp.Elem("details").Class("export").Body(
		goapp.Elem("summary").Text("Export"),
		goapp.Elem("div").Class("menu").Body(
			button("copy-markdown", "Copy briefing"),
			button("save-markdown", "Save briefing (Markdown)"),
			button("save-csv", "Save for a spreadsheet (CSV)"),
			button("save-json", "Save data (JSON)"),
			button("print", "Print"),
			goapp.If(goapp.IsClient && goapp.Window().Get("navigator").Get("share").Truthy(), func() goapp.UI {
				return button("share", "Share…")
			}),
		),
	)
}

// exported is the view as it is taken away: every story of it, not only those
// that the page shows at once.
func (l *library) exported(p page, address string) export.View {
	v := export.View{Title: p.title, Address: address, Fingerprint: l.corpus.Fingerprint}
	for _, i := range p.stories {
		story := &l.corpus.Stories[i]
		s := export.Story{
			Key:        story.Key,
			Headline:   story.Headline,
			Standfirst: story.Standfirst,
			Caption:    story.Caption,
			Series:     story.Series,
		}
		if !story.Published.IsZero() {
			s.Published = story.Published.Format(time.RFC3339)
		}
		for _, slug := range story.Systems {
			s.Systems = append(s.Systems, l.systemLabel(slug))
		}
		v.Stories = append(v.Stories, s)
	}
	return v
}

// takeAway does what a button of the export menu says. tell is told the outcome,
// in words, on the page's goroutine.
func (x *explorer) takeAway(ctx goapp.Context, do string, tell func(string)) error {
	v := x.library.exported(x.page, fullAddress(x.state.view, x.library.corpus.Fingerprint))
	save := func(ending, kind string, content []byte, err error) error {
		if err != nil {
			return err
		}
		saveFile("ics-explorer."+ending, kind, content)
		tell("Saved as ics-explorer." + ending)
		return nil
	}
	switch do {
	case "copy-markdown":
		copyText(ctx, string(export.Markdown(v)), func(ok bool) {
			if ok {
				tell("Briefing copied")
			} else {
				tell("Not copied: save it instead")
			}
		})
	case "save-markdown":
		return save("md", "text/markdown;charset=utf-8", export.Markdown(v), nil)
	case "save-csv":
		text, err := export.CSV(v)
		return save("csv", "text/csv;charset=utf-8", text, err)
	case "save-json":
		text, err := export.JSON(v)
		return save("json", "application/json", text, err)
	case "print":
		goapp.Window().Call("print")
	case "share":
		share(v.Title, v.Address)
	}
	return nil
}

// saveFile hands the reader a file to keep.
func saveFile(name, kind string, content []byte) {
	window := goapp.Window()
	bytes := window.Get("Uint8Array").New(len(content))
	goapp.CopyBytesToJS(bytes, content)
	blob := window.Get("Blob").New([]any{bytes}, map[string]any{"type": kind})
	address := window.Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	window.Get("URL").Call("revokeObjectURL", address)
}

// share opens the share sheet of a phone. A reader who changes their mind has it
// answer with an error, which is none.
func share(title, address string) {
	var done goapp.Func
	done = goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		done.Release()
		return nil
	})
	goapp.Window().Get("navigator").Call("share", map[string]any{"title": title, "url": address}).Call("then", done, done)
}

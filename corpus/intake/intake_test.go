package intake_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
	"icsexplorer/corpus/intake/document"
)

func registry(t testing.TB) corpus.Registry {
	t.Helper()
	r, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told is a story as the cases have it.
func told(e corpus.Entry) string {
	when := ""
	switch {
	case e.Published.IsZero():
	case e.DayOnly:
		when = e.Published.Format(time.DateOnly)
	default:
		when = e.Published.Format(time.RFC3339)
	}
	return strings.Join([]string{e.Headline, e.Standfirst, e.Label, when, e.Caption, e.URL}, " | ")
}

// Each file of testdata/cases says as what form and of what system its source is to be read,
// and which stories are in it, all of them and no others.
func TestForms(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) < 19 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var form, system string
			fmt.Sscanf(string(archive.Comment), "form: %s\nsystem: %s", &form, &system)
			r, err := intake.Read(document.Open("", archive.Files[0].Data), intake.Options{Registry: registry(t)})
			if err != nil {
				t.Error(err)
			}
			if r.Form.Name != form || r.System != system {
				t.Errorf("read as %s of %q, want %s of %q", r.Form.Name, r.System, form, system)
			}
			var stories strings.Builder
			for _, e := range r.Stories {
				stories.WriteString(told(e) + "\n")
			}
			if got, want := stories.String(), string(archive.Files[1].Data); got != want {
				t.Errorf("stories:\n%swant:\n%sleft: %v", got, want, r.Left)
			}
			inSource(t, archive.Files[0].Data, r)
		})
	}
}

// inSource holds that no story says what its source does not.
func inSource(t *testing.T, source []byte, r intake.Result) {
	t.Helper()
	plain := func(text string) string { return strings.ReplaceAll(corpus.Fold(text), " ", "") }
	all := plain(strings.ReplaceAll(string(source), "-\n", "")) + " " + plain(string(source))
	for _, e := range r.Stories {
		for _, text := range []string{e.Headline, e.Standfirst, e.Caption} {
			if !strings.Contains(all, plain(text)) {
				t.Errorf("%q is not in the source", text)
			}
		}
	}
}

func TestFilesThatAreNoText(t *testing.T) {
	for data, want := range map[string]string{
		"%PDF-1.7\n":                "this is a PDF",
		"PK\x03\x04rest":            "Word, Excel or zip",
		"\x89PNG\r\n\x1a\n":         "a picture",
		"{\\rtf1 x}":                "rich text",
		"":                          "no text",
		" \n\t":                     "no text",
		"Hello there, how are you?": "nothing here looks like stories",
	} {
		r, err := intake.Read(document.Open("x", []byte(data)), intake.Options{Registry: registry(t)})
		if len(r.Stories) > 0 || err == nil || !strings.Contains(err.Error(), want) && !strings.Contains(err.Error(), "no story was found") {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
	big := bytes.Repeat([]byte("word "), (intake.MaxBytes+10)/5)
	if _, err := intake.Read(document.Open("x", big), intake.Options{Registry: registry(t)}); err == nil || !strings.Contains(err.Error(), "64 MB") {
		t.Errorf("64 MB: %v", err)
	}
}

func TestDates(t *testing.T) {
	day := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"14 May 2026": "2026-05-14", "14/05/2026": "2026-05-14", "2026-05-14": "2026-05-14", "Thursday 14th May 2026": "2026-05-14", "14 MAY 2026": "2026-05-14",
		"By Ann Example and Joe Sample 14 May 2026": "2026-05-14", "14 May 2026 By Ann Example": "2026-05-14", "14 Sept 2026": "2026-09-14",
		"2026-05-14T16:20:00+01:00": "2026-05-14T16:20:00+01:00", "2026-05-14T16:20:00Z": "2026-05-14T16:20:00Z", "2026-05-14T16:20": "2026-05-14T16:20:00Z",
		"Thu, 14 May 2026 15:20:00 +0000": "2026-05-14T15:20:00Z", "Thu, 14 May 2026 15:20:00 GMT": "2026-05-14T15:20:00Z", "14 May 2026 15:20": "2026-05-14T15:20:00Z",
		"2 hours ago": "2026-11-25", "Yesterday": "2026-11-24", "3 days ago": "2026-11-22", "a week ago": "2026-11-18",
	} {
		source := "Devon ICS\n\nNews\nA headline with words\n" + text + "\n\nA standfirst that ends as one does.\n"
		r, err := intake.Read(document.Open("", []byte(source)), intake.Options{Registry: registry(t), Day: day})
		if err != nil || len(r.Stories) != 1 || !strings.Contains(told(r.Stories[0]), " | "+want+" | ") {
			t.Errorf("%q: %v %+v, want %s", text, err, r.Stories, want)
		}
	}
	for _, text := range []string{"14 May", "May 2026", "2026", "99/99/2026", "14 May 1826", "version 2026-05-14-b"} {
		source := "Devon ICS\n\nNews\nA headline with words\n" + text + "\n\nA standfirst that ends as one does.\n"
		if r, _ := intake.Read(document.Open("", []byte(source)), intake.Options{Registry: registry(t)}); len(r.Stories) == 1 && !r.Stories[0].Published.IsZero() {
			t.Errorf("%q is read as %v", text, r.Stories[0].Published)
		}
	}
}

// A document that would do something does nothing: what it has is text.
func TestNothingInADocumentRuns(t *testing.T) {
	source := `<html><body><h1>Devon ICS</h1><script>alert(1)</script><img src="https://x.test/p.png" onerror="alert(2)" alt="__proto__">
<h2><a href="javascript:alert(3)"><b>News</b>A headline &lt;script&gt;alert(4)&lt;/script&gt; with markup</a></h2><p>A standfirst that <b>ends</b> as one does.</p>
<h2><a href="https://www.hsj.co.uk/a/1.article">Another ` + "\u202e" + `headline with words</a></h2><p>Another standfirst that ends as one does.</p>
<iframe src="https://x.test/"><h2><a href="https://x.test/2">A headline in a frame</a></h2><p>A standfirst that ends as one does.</p></iframe></body></html>`
	r, err := intake.Read(document.Open("a.html", []byte(source)), intake.Options{Registry: registry(t)})
	if err != nil || len(r.Stories) != 2 || r.System != "devon" {
		t.Fatalf("%v: %+v", err, r)
	}
	if e := r.Stories[0]; e.URL != "" || e.Caption != "__proto__" || !strings.Contains(e.Headline, "with markup") || e.Label != "News" {
		t.Errorf("%+v", e)
	}
	if e := r.Stories[1]; e.Headline != "Another headline with words" || e.URL != "https://www.hsj.co.uk/a/1.article" {
		t.Errorf("%+v", e)
	}
}

// Nesting, repeating and cutting off cost no more than the size of the source.
func TestHostileDocuments(t *testing.T) {
	for name, source := range map[string]string{
		"nested":   strings.Repeat("<div>", 100_000) + "<h2><a href=https://x.test/1>A headline here</a></h2><p>A standfirst that ends as one does.</p>",
		"cut off":  "<h2><a href=https://x.test/1>A headline here</a></h2><p>A standfirst that ends as one does.</p><!-- ",
		"NULs":     "<h2><a href=https://x.test/1>A head\x00line here</a></h2>\x00<p>A standfirst that ends as one does.</p>",
		"brackets": strings.Repeat("<http://x", 50_000),
		"labels":   strings.Repeat("News\n", 100_000),
		"days":     strings.Repeat("14 May 2026\n", 100_000),
		"one line": strings.Repeat("word ", 1_000_000),
		"glued":    strings.Repeat("NewsA b c ", 100_000),
	} {
		r, err := intake.Read(document.Open("", []byte(source)), intake.Options{Registry: registry(t)})
		if err == nil && len(r.Stories) != 1 {
			t.Errorf("%s: %d stories", name, len(r.Stories))
		}
		inSource(t, []byte(source), r)
	}
}

func TestStoriesOfALongPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("Devon ICS\n\n")
	for i := range 10_000 {
		fmt.Fprintf(&b, "News\nHeadline number %d of many\n14 May 2026\n\nThe sentence below headline %d ends here.\n\n\n", i, i)
	}
	r, err := intake.Read(document.Open("", []byte(b.String())), intake.Options{Registry: registry(t)})
	if err != nil || len(r.Stories) != 10_000 || len(r.Left) > 0 {
		t.Errorf("%v, %d stories, %d lines left out", err, len(r.Stories), len(r.Left))
	}
}

// FuzzRead checks that whatever is read, no story says what the source does not, and that the
// same source is read alike each time.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/cases/*.txtar")
	for _, file := range files {
		if archive, err := txtar.ParseFile(file); err == nil {
			f.Add(archive.Files[0].Data)
		}
	}
	f.Add([]byte("<rss><channel><title>Devon ICS</title><item><title>A b</title><description>C d.</description></item></channel></rss>"))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGgyPkE8L2gyPg==\n--x--\n"))
	r := registry(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, form := range append([]intake.Form{{}}, intake.Forms()...) {
			got, err := intake.Read(document.Open("", data), intake.Options{Registry: r, Form: form.Name})
			if err == nil && len(got.Stories) == 0 {
				t.Errorf("read as %s: no story and no error", form.Name)
			}
			for _, e := range got.Stories {
				if corpus.Fold(e.Headline) == "" {
					t.Errorf("read as %s: a story without a headline: %+v", form.Name, e)
				}
			}
		}
	})
}

package intake_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
	"icsexplorer/corpus/intake/htmlfile"
)

// What is no text gets a word about what to do instead.
func TestNoText(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"page.pdf", "%PDF-1.7\n1 0 obj", "PDF: open it, select all, copy, and paste"},
		{"page.docx", "PK\x03\x04\x14\x00", "Word, Excel or zip"},
		{"page.png", "\x89PNG\r\n\x1a\n\x00\x00", "a picture"},
		{"page.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"},
		{"page.msg", "\xd0\xcf\x11\xe0\xa1\xb1", "an old Word, Excel or Outlook file"},
		{"page.rtf", `{\rtf1\ansi First}`, "rich text"},
		{"page.json", "\n{ \"stories\": [] }", "it is data (JSON)"},
		{"page.bib", "@Article{trust,\n  title = {Trust}\n}", "it is references (BibTeX)"},
		{"page.bin", strings.Repeat("\x00\x01", 100), "no text"},
		{"", "", "empty"},
		{"", " \n\t", "empty"},
		{"large.txt", strings.Repeat("x", 32<<20+1), "larger than 32 MB"},
		{"", "Only one line of words", "no story was found"},
	} {
		res := read(t, tt.name, []byte(tt.data), "")
		if res.Err == nil || !strings.Contains(res.Err.Error(), tt.want) || len(res.Stories) > 0 {
			t.Errorf("%q: %v, want %q", tt.name, res.Err, tt.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	const text = "Devon ICS\n\nNEWS\nThe trust’s £9m plan\n14 May 2026\n\nA café says “no” to a plan that nobody wanted.\n"
	single := strings.NewReplacer("’", "\x92", "£", "\xa3", "é", "\xe9", "“", "\x93", "”", "\x94").Replace(text)
	little, big := []byte{0xFF, 0xFE}, []byte{0xFE, 0xFF}
	for _, r := range text {
		little = append(little, byte(r), byte(r>>8))
		big = append(big, byte(r>>8), byte(r))
	}
	want := read(t, "", []byte(text), "").Stories
	for name, data := range map[string][]byte{
		"UTF-8 with a mark": []byte("\uFEFF" + text), "Windows-1252": []byte(single), "UTF-16": little, "UTF-16, the other way": big,
		"UTF-16 without a mark": little[2:], "UTF-16 without a mark, the other way": big[2:],
		"CRLF": []byte(strings.ReplaceAll(text, "\n", "\r\n")), "old Macs": []byte(strings.ReplaceAll(text, "\n", "\r")),
	} {
		res := read(t, "", data, "")
		if len(res.Stories) != 1 || res.Stories[0] != want[0] {
			t.Errorf("%s: %+v, %v; want %+v", name, res.Stories, res.Err, want)
		}
	}
}

// Depth, length and number make nothing slow, and nothing fail but with an error.
func TestHostile(t *testing.T) {
	const n = 100_000
	for name, text := range map[string]string{
		"nested":            "<html><body>" + strings.Repeat("<div>", n) + "<h2>x</h2>" + strings.Repeat("</div>", n),
		"never closed":      "<html><ul>" + strings.Repeat("<li><a href=x><b>", n),
		"closed only":       "<html>" + strings.Repeat("</div></a></li>", n),
		"feeds in feeds":    "<rss>" + strings.Repeat("<channel><item><title>x</title>", n/10),
		"entities":          `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
		"open angles":       strings.Repeat("<http\n", n),
		"angles on a line":  strings.Repeat("<http", 20*n) + ">",
		"brackets":          "# x\n# y\n" + strings.Repeat("[", n) + "\n" + strings.Repeat("[![", n/10) + "](x)",
		"bold labels":       "# x\n# y\n" + strings.Repeat("**News** ", n),
		"links":             "# x\n# y\n" + strings.Repeat("[](", 10*n),
		"many brackets":     "# x\n# y\n" + strings.Repeat(strings.Repeat("[", 19_999)+"\n", 100),
		"spans":             "<html><p>" + strings.Repeat("<span>News</span>", n),
		"links in a feed":   "<rss><channel>" + strings.Repeat("<link>devon</link>", n),
		"pieces of a title": "<rss><channel><item><title>" + strings.Repeat("<![CDATA[x]]><b/>", n),
		"labels":            strings.Repeat("News\n", n),
		"days":              strings.Repeat("14 May 2026\n", n),
		"bullets":           strings.Repeat("-\n", n),
		"headline and dash": strings.Repeat("A headline\n-\n-\n", n/3),
		"wrapped":           strings.Repeat("a word and a word and a word and a word and-\n", n),
		"one long line":     strings.Repeat("News 14 May 2026 ", n),
		"quotes":            "headline,date\n" + strings.Repeat("\"", n),
		"columns":           strings.Repeat("headline,", n),
		"NULs":              "Devon ICS\n\nNEWS\nA \x00headline of a story\n14 May 2026\n\nIts standfirst is here \x00 to see.\n",
		"half characters":   "Devon ICS\n\nNEWS\nA \xed\xa0\x80headline of a £9 story\n14 May 2026\n\nIts standfirst is here to see.\n",
	} {
		t.Run(name, func(t *testing.T) {
			check(t, []byte(text), "")
		})
	}
}

func TestTenThousandStories(t *testing.T) {
	var text, page strings.Builder
	text.WriteString("Devon ICS\n\n")
	page.WriteString("<html><h1>Devon ICS</h1><ul>")
	for i := range 10_000 {
		fmt.Fprintf(&text, "NEWS\nHeadline number %d\n14 May 2026\n\nThe standfirst of story %d says something.\n\n", i, i)
		fmt.Fprintf(&page, "<li><h3><a href=https://www.example.test/%d.article><span>News</span>Headline number %d</a></h3><p>14 May 2026</p><p>The standfirst of it.</p></li>", i, i)
	}
	for _, source := range []string{text.String(), page.String()} {
		res := read(t, "", []byte(source), "")
		if len(res.Stories) != 10_000 || res.System != "devon" || len(res.Left) > 0 {
			t.Errorf("%d stories of %q, %v", len(res.Stories), res.System, res.Err)
		}
	}
}

// Nothing that is read can be more than text: no address leads anywhere but to pages, and
// no label is made up.
func TestMarkupIsText(t *testing.T) {
	const evil = `<img src=x onerror=alert(1)>__proto__</script>`
	page := "<html><h1>Devon ICS</h1><h2><a href='java\nscript:alert(1)'>&lt;b&gt; " + strings.ReplaceAll(evil, "<", "&lt;") + " has words</a></h2><p>14 May 2026</p><p>\u202eThe standfirst that turns round has words.</p>"
	res := read(t, "__proto__.html", []byte(page), "")
	if len(res.Stories) != 1 || res.Stories[0].URL != "" || !strings.Contains(res.Stories[0].Headline, "__proto__") {
		t.Fatalf("%+v, %v", res.Stories, res.Err)
	}
	if s := res.Stories[0].Standfirst; strings.ContainsRune(s, '\u202e') {
		t.Errorf("%q turns round", s)
	}
}

// Every form can be chosen by hand, and does with any text what it can.
func TestForms(t *testing.T) {
	for _, f := range intake.Forms() {
		for _, text := range []string{"x", "Devon ICS\n\nOne\n\n\nFirst.\n"} {
			res := read(t, "", []byte(text), f.ID)
			if res.Err == nil && res.Form != f {
				t.Errorf("%s: read as %s", f.ID, res.Form.ID)
			}
		}
	}
	if res := read(t, "", []byte("x"), "nothing"); res.Err == nil {
		t.Error("an unknown form is no error")
	}
}

// check reads a source in a form and checks what must hold of any.
func check(t *testing.T, data []byte, form string) {
	t.Helper()
	src, err := htmlfile.Source("page", data)
	if err != nil {
		return
	}
	src.Day = captured
	res := intake.Read(src, intake.Options{Registry: registry(t), Form: form})
	if res.Err == nil && len(res.Stories) == 0 {
		t.Error("no story and no error")
	}
	if len(res.Stories) == 0 {
		return
	}
	text := textOf(src)
	all := letters(text) + "|" + letters(addresses.ReplaceAllString(text, "")) + "|" + letters(pictures.ReplaceAllString(text, ""))
	for _, e := range res.Stories {
		if e.Headline == "" {
			t.Errorf("a story without a headline: %+v", e)
		}
		for _, text := range []string{e.Headline, e.Standfirst, e.Caption} {
			if corpus.Readable(text) != text {
				t.Errorf("%q is not clean", text)
			}
			parts := []string{text}
			if res.Form.ID == "pdf" { // a page may end within it
				parts = strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })
			}
			for _, part := range parts {
				if !strings.Contains(all, letters(part)) {
					t.Errorf("%q is not in the input", part)
				}
			}
		}
		if url, ok := corpus.CleanURL(e.URL); e.URL != "" && (!ok || url != e.URL) {
			t.Errorf("%q is no address", e.URL)
		}
		if label, ok := corpus.FindLabel(e.Label); e.Label != "" && (!ok || label != e.Label) {
			t.Errorf("%q is no label", e.Label)
		}
	}
}

// addresses and pictures are what stands within a text and is no text of it.
var (
	addresses = regexp.MustCompile(`<(http|mailto:)[^>]*>|\]\([^)]*\)`)
	pictures  = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)`)
)

// textOf returns all text of a source as its reader may see it.
func textOf(src intake.Source) string {
	if len(src.Elements) == 0 {
		data := src.Data
		if !bytes.Contains(data, []byte{0}) {
			var b strings.Builder
			for line := range strings.FieldsFuncSeq(string(data), func(r rune) bool { return r == '\n' || r == '\r' }) {
				b.WriteString(corpus.Readable(line))
			}
			return b.String() + string(data)
		}
		return string(data)
	}
	var b, mended strings.Builder
	for _, e := range src.Elements {
		b.WriteString(e.Text)
		mended.WriteString(corpus.Readable(e.Text))
		mended.WriteString(corpus.Readable(e.Alt))
	}
	return b.String() + mended.String() + corpus.Readable(b.String())
}

// letters returns the letters and digits of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// Whatever is brought, in whatever form: no crash, no story of text that is not there.
// Text that copying garbled is mended, which changes it, so of that only the rest is
// checked.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	forms := intake.Forms()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i, c := range txtar.Parse(text).Files {
			f.Add(c.Data, uint8(i%(len(forms)+1)))
			f.Add(c.Data, uint8(len(forms)))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, n uint8) {
		form := ""
		if int(n) < len(forms) {
			form = forms[n].ID
		}
		if garbled(data) {
			src, err := htmlfile.Source("page", data)
			if err == nil {
				intake.Read(src, intake.Options{Registry: registry(t), Form: form})
			}
			return
		}
		check(t, data, form)
	})
}

// garbled reports whether there may be something to mend in the text.
func garbled(data []byte) bool {
	return bytes.ContainsAny(data, "&\xc2\xc3\xc4\xc5\xef\xf0\\") || bytes.Contains(data, []byte("\xe2\x82")) || !bytes.Equal(data, []byte(strings.ToValidUTF8(string(data), "")))
}

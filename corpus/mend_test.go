package corpus

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMend(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		// Text that was encoded twice.
		{"a curly apostrophe", "Trustâ€™s plan", "Trust’s plan"},
		{"quotation marks", "â€˜Planâ€™ and â€œplanâ€\u009d", "‘Plan’ and “plan”"},
		{"a dash", "Trust â€“ and board", "Trust – and board"},
		{"pounds", "Â£20m", "£20m"},
		{"an accent", "CafÃ© closes", "Café closes"},
		{"in Latin-1, which has other controls", "Ã\u0080 la carte", "À la carte"},
		{"twice over", "Trustâ€™s and Ã‚Â£5", "Trust’s and £5"},
		{"an accent that is meant", "CAFÉ” and “Â la carte", "CAFÉ” and “Â la carte"},
		// Entities.
		{"a number", "Trust&#8217;s", "Trust’s"},
		{"a hexadecimal number", "Trust&#x2019;s", "Trust’s"},
		{"a number of Windows-1252", "Trust&#146;s", "Trust’s"},
		{"a name", "R&amp;D &pound;5", "R&D £5"},
		{"escaped twice", "R&amp;amp;D", "R&D"},
		{"an ampersand", "AT&T, R&D, A&E; Q&A", "AT&T, R&D, A&E; Q&A"},
		{"no entity of English pages", "x &in; y &foo; &c", "x &in; y &foo; &c"},
		{"no character", "&#0; &#1114112; &#xD800;", "&#0; &#1114112; &#xD800;"},
		// Markup.
		{"a tag in a word", "T<b>ru</b>st", "Trust"},
		{"a tag between words", "One<br>two<br/>three", "One two three"},
		{"a link", `<a href="https://example.org/?a=1&b">Trust</a> plan`, "Trust plan"},
		{"a comment", "Trust<!-- note --> plan", "Trust plan"},
		{"an empty comment", "Trust<!----> plan", "Trust plan"},
		{"less than", "a < b and c > d, p<b and c>d", "a < b and c > d, p<b and c>d"},
		{"an element that no text has", "<script>alert(1)</script>", "<script>alert(1)</script>"},
		// What nobody sees.
		{"a direction", "Trust \u202Eplan\u202C", "Trust plan"},
		{"a mark of direction", "Trust\u200F plan", "Trust plan"},
		{"no width", "Tru\u200Bst", "Trust"},
		{"a soft hyphen", "Tru\u00ADst", "Trust"},
		{"a joiner that is seen", "👩\u200D⚕️", "👩\u200D⚕️"},
		// Several.
		{"an entity of markup", "&lt;b&gt;Trust&lt;/b&gt;", "Trust"},
		{"encoded twice in an entity", "Trust&acirc;&euro;&trade;s", "Trust’s"},
		// What is lost cannot be mended.
		{"a lost character", "Trust\uFFFDs", "Trust\uFFFDs"},
		{"nothing to mend", "Trust’s £9m gift reveals ‘weakness’ – b*&^%~ks", "Trust’s £9m gift reveals ‘weakness’ – b*&^%~ks"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := mend(test.text); got != test.want {
				t.Errorf("%q is read as %q, want %q", test.text, got, test.want)
			}
		})
	}
}

// Every kind of garbling is a warning of its own with line and quotation, the stories are
// mended, and the file is given back as it was.
func TestGarbledListingsAreReported(t *testing.T) {
	text := "Devon ICS\n\nTrust&#8217;s plan\n\n\nItâ€™s <b>new</b> and \u202Eodd.\n\nBeds\uFFFD shut\n\n\n<script>x</script> It is so.\n"
	l, faults := Parse("devon-ics.txt", []byte(text), registry(t))
	if string(Format(l)) != text {
		t.Errorf("Format gives %q", Format(l))
	}
	if len(l.Entries) != 2 || l.Entries[0].Headline != "Trust’s plan" || l.Entries[0].Standfirst != "It’s new and odd." {
		t.Errorf("read as %+v", l.Entries)
	}
	want := []string{
		"devon-ics.txt:3: warning: an HTML entity: \"Trust&#8217;s\" is read as \"Trust’s\"",
		"devon-ics.txt:6: warning: text that was encoded twice: \"Itâ€™s\" is read as \"It’s\"",
		"devon-ics.txt:6: warning: markup: ",
		"devon-ics.txt:6: warning: an invisible character: ",
		"devon-ics.txt:8: warning: a character was lost: ",
		"devon-ics.txt:11: warning: this looks like markup: ",
	}
	if len(faults) != len(want) {
		t.Fatalf("%d warnings, want %d:\n%s", len(faults), len(want), faults)
	}
	for i, f := range faults {
		if !strings.HasPrefix(f.Error(), want[i]) {
			t.Errorf("warning %d is %q, want %q", i, f.Error(), want[i])
		}
	}
	if faults.Err() != nil {
		t.Errorf("garbled text is an error: %v", faults.Err())
	}
}

// The listings that are built in have nothing to mend, so no key of a story changes.
func TestNothingIsMendedThatIsMeant(t *testing.T) {
	for _, l := range loadAll(t).Listings {
		for _, e := range l.Entries {
			for _, part := range []part{e.caption, e.headline, e.standfirst} {
				if mended := mend(part.text); mended != part.text {
					t.Errorf("%s: %q would be read as %q", l.File, part.text, mended)
				}
			}
		}
	}
}

func loadAll(t *testing.T) *Corpus {
	t.Helper()
	c, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Mending ends, gives valid text for valid text, and finds nothing more in what it gave.
func FuzzMend(f *testing.F) {
	for _, seed := range []string{"Trustâ€™s", "Ã‚Â£", "&amp;amp;lt;b&gt;", "<a href='&quot;'>x</a>", "a\u200D\u202Eb", "<!-- -->", "&#x2019;", "Ã", "\xff&#8217;"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		mended := mend(text)
		if utf8.ValidString(text) && !utf8.ValidString(mended) {
			t.Fatalf("%q became %q", text, mended)
		}
		if len(mended) > len(text) {
			t.Fatalf("%q grew to %q", text, mended)
		}
		if strings.Count(text, "&")+strings.Count(text, "Ã") < maxRepairs && mend(mended) != mended {
			t.Fatalf("%q became %q and then %q", text, mended, mend(mended))
		}
	})
}

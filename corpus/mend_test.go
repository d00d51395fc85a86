package corpus

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"
)

// twice returns text as it stands in a page that read UTF-8 as Windows-1252.
func twice(text string) string {
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		if c >= 0x80 && c < 0xA0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func TestMend(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"apostrophe", "Trustâ€™s", "Trust’s"},
		{"pound", "Â£9m", "£9m"},
		{"quotation marks, the second with a control character", "â€œclaw backâ€\u009d", "“claw back”"},
		{"dashes and dots", "2023â€“24 â€” andâ€¦", "2023–24 — and…"},
		{"euro, trade mark and minus", "â‚¬5 Babylonâ„¢ âˆ’1", "€5 Babylon™ −1"},
		{"accents", "CafÃ© FranÃ§ois Ã\u00a0 la", "Café François à la"},
		{"capitals with accents", "Ã‰cole Ã–sterreich Ã“scar ESPAÃ‘A", "École Österreich Óscar ESPAÑA"},
		{"letters of other countries", "Å¡koda LuÄ‡", "škoda Luć"},
		{"read as Latin-1", "Trustâ\u0080\u0099s", "Trust’s"},
		{"no-break space", "HSJÂ\u00a0Local", "HSJ\u00a0Local"},
		{"byte order mark", "ï»¿Trust", "Trust"},
		{"ligature", "oï¬\u0081ce", "oﬁce"},
		{"emoji", "ðŸ˜€", "😀"},
		{"encoded three times", twice(twice("Trust’s £9m")), "Trust’s £9m"},
		{"zero width, encoded twice", "aâ€‹b", "ab"},

		{"decimal entity", "Trust&#8217;s", "Trust’s"},
		{"hexadecimal entities", "Trust&#x2019;s &#XA3;9m", "Trust’s £9m"},
		{"named entities", "R&amp;D &pound;9m &ldquo;no&rdquo;&hellip;", "R&D £9m “no”…"},
		{"escaped twice", "R&amp;amp;D &amp;#8217;", "R&D ’"},
		{"entity of Windows-1252", "Trust&#146;s &#128;5 &#159;", "Trust’s €5 Ÿ"},
		{"no-break space", "a&nbsp;b", "a\u00a0b"},
		{"less than", "a &lt; b", "a < b"},

		{"tags", "<b>Trust</b> <em class=\"x\">opens</em>", "Trust opens"},
		{"tags that part words", "Trust<br/>opens", "Trust opens"},
		{"link", `<a href="https://www.hsj.co.uk/?a=1&b=2" target='_blank' data-x=1>Trust</a>`, "Trust"},
		{"capitals and spaces", "<STRONG >Trust</Strong >", "Trust"},
		{"heading", "<h2>Trust</h2>", " Trust "},
		{"comment", "Trust<!-- > --> opens", "Trust opens"},
		{"escaped tags", "&lt;i&gt;Trust&lt;/i&gt;", "Trust"},
		{"tag in a tag", "<<b>b>Trust", "Trust"},
		{"entity in a tag", "&am<b>p;</b>", "&"},

		{"override", "Trust \u202Eeslaf\u202C", "Trust eslaf"},
		{"isolates and marks", "\u2066Trust\u2069 \u200Eopens\u200F\u061C", "Trust opens"},
		{"every direction control", "a\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u206A\u206Fb", "ab"},
		{"zero width", "Tr\u200Bu\u2060s\uFEFFt", "Trust"},
		{"soft hyphen", "inte\u00adgrated", "integrated"},
		{"joiners between Latin letters", "inte\u200Cgra\u200Dted\u200D", "integrated"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := mend(tt.text); got != tt.want {
				t.Errorf("mend(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// What may be meant is left.
func TestMendLeaves(t *testing.T) {
	for _, text := range []string{
		"", "Trust’s £9m “gift” – 2½% of €5…", "AT&T", "R&D", "Q&A; R&D; AT&T;", "&c", "&c.", "M&S & B&Q", "Bed&in;", "a &amp b",
		"&#8217", "&#x;", "&#;", "&;", "&", "&#0;", "&#7;", "&#xD800;", "&#1114112;", "&#65533;", "&#+65;", "&#x+41;", "&unknown;",
		"a < b", "a<b", "a <b and c> d", "p<b and c>d", "<3", "<London>", "<", "<>", "</>", "<b", "<b ", "<b/", "<a href=", "<a href=\"x>y", "<!-- x", "x > y",
		"“CAFÉ”", "CAFÉ’S", "“IRMÃ” said", "IRMÃ’S", "IRMÃ–X", "Ö–x", "Spaß”", "café”…", "déjà «vu»", "à\u00a0la", "Â", "Ã", "â", "São Paulo", "Ångström", "ÅÄÖ", "Łódź", "naïve",
		"a\u0301", "Trust�s", "👩‍⚕️", "می\u200cخواهم", "<script>x</script>", "caf\xe9", "\xe2\x80", "½", "Æ‘",
	} {
		if got := mend(text); got != text {
			t.Errorf("mend(%q) = %q", text, got)
		}
	}
}

// Every entity of HTML that is known here is what HTML says it is.
func TestEntities(t *testing.T) {
	for name, r := range entities {
		if got := html.UnescapeString("&" + name + ";"); got != string(r) {
			t.Errorf("&%s; is %q, want %q", name, r, got)
		}
		if len(name)+2 > maxEntity {
			t.Errorf("&%s; is longer than %d", name, maxEntity)
		}
	}
	if len(entities) < 96+30 {
		t.Errorf("%d entities", len(entities))
	}
}

// Every character that English pages have is mended when it was encoded twice.
func TestDecodeTwice(t *testing.T) {
	for _, r := range "¡¢£¤¥§¨©«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÇÈÉÊËÌÍÎÏÐÑÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ" +
		"‐‑–—―‘’‚“”„†‡•…‰′″‹›€™−≤≥≠≈←→✓ﬁﬂ😀🏥" {
		text := "at" + string(r) + "o"
		if got := mend(twice(text)); got != text {
			t.Errorf("mend(%q) = %q, want %q", twice(text), got, text)
		}
	}
}

// Each kind of garbling is reported with its line and a quotation, once a line.
func TestGarbled(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "R&D, a < b, Trust’s £9m", ""},
		{"encoded twice", "The trustâ€™s Â£9m gift", `warning: text that was encoded twice: "trustâ€™s Â£9m" is read as "trust’s £9m"`},
		{"entity", "R&amp;D", `warning: an HTML entity: "R&amp;D" is read as "R&D"`},
		{"markup", "A <b>trust</b> opens", `warning: markup: "<b>trust</b>" is read as "trust"`},
		{"direction", "A \u202Etsurt\u202C", `warning: an invisible character: "\u202etsurt\u202c" is read as "tsurt"`},
		{"lost character", "The Trust�s gift", `warning: a character was lost: "Trust�s"`},
		{"end of a character lost", "“no”, â€œnoâ€ they said", `warning: text that was encoded twice: "â€œnoâ€" is read as "“noâ€"` + "\n" +
			`warning: this looks like text that was encoded twice: "“noâ€"`},
		{"markup that is no text", "Trust <script>x</script>", `warning: this looks like markup: "<script>x</script>"`},
		{"markup that is no text, first in the line", "<iframe src=x>", `warning: this looks like markup: "<iframe"`},
		{"several kinds", "R&amp;D <i>atâ€™s</i>", `warning: text that was encoded twice: "<i>atâ€™s</i>" is read as "<i>at’s</i>"` + "\n" +
			`warning: an HTML entity: "R&amp;D" is read as "R&D"` + "\n" + `warning: markup: "<i>at’s</i>" is read as "at’s"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "South West London ICS\n\n\nOne\n\n\n" + tt.text + ".\n"
			_, faults := Parse("south-west-london-ics.txt", []byte(text), registry(t))
			var got []string
			for _, e := range faults {
				line := strings.TrimPrefix(e.Error(), "south-west-london-ics.txt:7: ")
				got = append(got, strings.ReplaceAll(line, `."`, `"`))
			}
			if got := strings.Join(got, "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// A garbled copy of a story is the same story.
func TestGarbledStory(t *testing.T) {
	const clean = "Frimley ICS\n\n\nTrust’s £9m R&D gift\n\n\nA sentence.\n"
	const garbled = "Sussex ICS\n\n\n<b>Trustâ€™s</b> &pound;9m R&amp;D\u200B gift\n\n\nA sentence.\n"
	var listings []Listing
	for _, f := range []struct{ name, text string }{{"frimley-ics.txt", clean}, {"sussex-ics.txt", garbled}} {
		l, _ := Parse(f.name, []byte(f.text), registry(t))
		if got := string(Format(l)); got != f.text {
			t.Errorf("Format gives %q, want %q", got, f.text)
		}
		listings = append(listings, l)
	}
	c, faults := Merge(listings, registry(t))
	if len(faults) > 0 || len(c.Stories) != 1 || !c.Stories[0].National() {
		t.Errorf("%d stories, %v", len(c.Stories), faults)
	}
}

// Mending gives shorter text of the same lines, and mending it again changes nothing.
func FuzzMend(f *testing.F) {
	for _, s := range []string{
		"Trustâ€™s Â£9m", "R&amp;amp;D &#8217;", "<b>Trust</b><br>opens", "\u202Etsurt\u202C", "a < b &c AT&T", "Ã¢â‚¬â„¢",
		"<<b>b>", "&am<b>p;", "â€&#x9d;", "👩‍⚕️", "caf\xe9",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := mend(s)
		if len(got) > len(s) || got != s && len(got) == len(s) {
			t.Errorf("mend(%q) = %q, which is not shorter", s, got)
		}
		if strings.Count(got, "\n") != strings.Count(s, "\n") {
			t.Errorf("mend(%q) = %q has other lines", s, got)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("mend(%q) = %q is not UTF-8", s, got)
		}
		if deep := strings.Count(s, "<") + strings.Count(s, "&"); deep < maxRepairs {
			if again := mend(got); again != got {
				t.Errorf("mend(%q) = %q, mended again %q", s, got, again)
			}
			if strings.ContainsFunc(got, isDirection) {
				t.Errorf("mend(%q) = %q turns direction", s, got)
			}
		}
		if isPlain(s) && got != s {
			t.Errorf("mend(%q) = %q", s, got)
		}
	})
}

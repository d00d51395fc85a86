package corpus

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"case", "NHSE Acts", "nhse acts"},
		{"curly apostrophe", "Trust’s", "trusts"},
		{"straight apostrophe", "Trust's", "trusts"},
		{"plural apostrophe", "GPs’ workload", "gps workload"},
		{"quotes around a word", "‘Archaic’ and “risky”", "archaic and risky"},
		{"quote and word without a space", "said “no”twice", "said no twice"},
		{"no-break spaces", "HSJ\u00a0 has\u00a0learned", "hsj has learned"},
		{"ends", " \u00a0– London Eye: \n", "london eye"},
		{"pounds", "£38.5m", "38 5m"},
		{"stars", "b*&^%~ks", "b ks"},
		{"dashes", "2023–24 cap-ex", "2023 24 cap ex"},
		{"composed accent", "Caf\u00e9", "cafe"},
		{"decomposed accent", "Cafe\u0301", "cafe"},
		{"several marks", "e\u0302\u0323\u0301a", "ea"},
		{"mark on nothing", "a \u0301 b", "a b"},
		{"sharp s", "Straße STRAẞE", "strasse strasse"},
		{"letters that do not decompose", "Øre Æther œuvre Łódź Đà þing ığdır", "ore aether oeuvre lodz da thing igdir"},
		{"dotted capital I", "İ", "i"},
		{"final sigma", "ΟΔΟΣ οδος", "οδοσ οδοσ"},
		{"ligature", "of\ufb01ce", "office"},
		{"full width", "ＮＨＳ　２０", "nhs 20"},
		{"superscript", "m² ①", "m2 1"},
		{"one character is one word", "½ ⒈ ㏂", "12 1 am"},
		{"ellipsis", "and…so", "and so"},
		{"soft hyphen and joiners", "inte\u00adgra\u200dted\u200b", "integrated"},
		{"composed and decomposed Hangul", "각 \u1100\u1161\u11a8 가", "\u1100\u1161\u11a8 \u1100\u1161\u11a8 \u1100\u1161"},
		{"right to left", "שָׁלוֹם", "שלום"},
		{"emoji", "NHS 🏥👩‍⚕️ news", "nhs news"},
		{"punctuation only", "?!… – ’", ""},
		{"not UTF-8", "caf\xe9 \xff", "caf"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.text); got != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// AppendFold agrees with package norm for every character there is: what it leaves are
// the letters and digits of its decomposition, but for the letters it spells out.
func TestAppendFoldEveryRune(t *testing.T) {
	spelt := strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ø", "o", "ð", "d", "đ", "d",
		"ħ", "h", "ı", "i", "ł", "l", "ŧ", "t", "ς", "σ")
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		got := string(AppendFold(nil, r))
		switch class := Classify(r); {
		case (class == Word) != (got != ""):
			t.Errorf("Classify(%U) = %d, but it folds to %q", r, class, got)
		case class == Word:
			var want strings.Builder
			for _, d := range norm.NFKD.String(string(r)) {
				if (unicode.IsLetter(d) || unicode.IsNumber(d)) && !isApostrophe(d) {
					want.WriteRune(unicode.ToLower(d))
				}
			}
			if want := spelt.Replace(want.String()); got != want {
				t.Errorf("AppendFold(%U) = %q, want %q", r, got, want)
			}
		case class == Joiner && !isApostrophe(r) && !unicode.In(r, unicode.M, unicode.Cf):
			t.Errorf("%U is a Joiner", r)
		}
		text := "a" + string(r) + "b"
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got, want := Fold(form.String(text)), Fold(text); got != want {
				t.Errorf("%U between letters folds to %q, in another composition to %q", r, want, got)
			}
		}
	}
}

func TestFoldAllocatesOnce(t *testing.T) {
	const headline = "‘Massive’ cybersecurity risk in NHS\u00a0supply chain, café’s £20m – Trust’s leader warns"
	if n := testing.AllocsPerRun(100, func() { Fold(headline) }); n > 1 {
		t.Errorf("Fold allocates %v times", n)
	}
	room := make([]byte, 0, 64)
	if n := testing.AllocsPerRun(100, func() { AppendFold(room, 'é') }); n > 0 {
		t.Errorf("AppendFold allocates %v times", n)
	}
}

// Folding is what Classify and AppendFold say of each rune, it is its own fixed point,
// and neither case nor composition matter to it.
func FuzzFold(f *testing.F) {
	for _, s := range []string{
		"Trust’s £20m “gift”", "Cafe\u0301", "Straße", "\ufb01", "½", "각", "İıſς", "a\u0345", "\xff", "Ǆ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		var plain []byte
		for _, r := range s {
			switch Classify(r) {
			case Word:
				plain = AppendFold(plain, r)
			case Gap:
				plain = append(plain, ' ')
			}
		}
		if want := strings.Join(strings.Fields(string(plain)), " "); got != want {
			t.Errorf("Fold(%q) = %q, but rune by rune %q", s, got, want)
		}
		if again := Fold(got); again != got {
			t.Errorf("Fold(%q) = %q, folded again %q", s, got, again)
		}
		if !utf8.ValidString(got) {
			t.Errorf("Fold(%q) = %q is not UTF-8", s, got)
		}
		if !utf8.ValidString(s) {
			return
		}
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if other := Fold(form.String(s)); other != got {
				t.Errorf("Fold(%q) = %q, but in another composition %q", s, got, other)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"plain", "Threefold ICS variation in GP phone access revealed"},
		{"curly", "‘Massive’ cybersecurity risk in NHS\u00a0supply chain, café’s £20m – Trust’s leader warns"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			for b.Loop() {
				Fold(bb.text)
			}
		})
	}
}

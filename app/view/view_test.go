package view

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// published holds every form of address that was ever given out. A line may be
// added, never changed: each has to stay readable as the same view.
var published = []struct {
	address string
	want    View
}{
	{"", View{}},
	{"?", View{}},
	{"?q=gp+phone", View{Query: "gp phone"}},
	{"?q=gp%20phone", View{Query: "gp phone"}},
	{"?ics=south-west-london", View{Systems: []string{"south-west-london"}}},
	{"?ics=south-west-london-ics", View{Systems: []string{"south-west-london"}}},
	{"?q=dental&ics=hampshire-and-isle-of-wight&ics=south-west-london",
		View{Query: "dental", Systems: []string{"hampshire-and-isle-of-wight", "south-west-london"}}},
	{"?series=london-eye&series=exclusive", View{Series: []string{"exclusive", "london-eye"}}},
	{"?spread=national", View{Spread: National}},
	{"?from=2025-01-31&to=2025-12-11", View{From: "2025-01-31", To: "2025-12-11"}},
	{"?q=gp&in=headline&sort=newest", View{Query: "gp", In: Headline, Sort: Newest}},
	{"?sort=az&show=map", View{Sort: AZ, Show: Map}},
	{"?ics=a&ics=b&show=compare", View{Systems: []string{"a", "b"}, Show: Compare}},
}

func TestPublishedAddressesStayReadable(t *testing.T) {
	for _, test := range published {
		got, unknown := Decode(test.address)
		if !reflect.DeepEqual(got, test.want) || unknown != nil {
			t.Errorf("Decode(%q) = %+v, %v; want %+v", test.address, got, unknown, test.want)
		}
	}
}

func TestEncodeIsCanonical(t *testing.T) {
	tests := []struct{ name, address, want string }{
		{"front page", "?", ""},
		{"order of keys", "show=map&sort=az&in=headline&to=2025-02-01&from=2025-01-01&spread=local&series=b&ics=c&q=x",
			"q=x&ics=c&series=b&spread=local&from=2025-01-01&to=2025-02-01&in=headline&sort=az&show=map"},
		{"values sorted, each once", "ics=b&ics=a&ics=b", "ics=a&ics=b"},
		{"blanks around the text go, blanks inside stay", "q=++gp++phone+", "q=gp++phone"},
		{"reserved characters", "q=a%26b%3Dc%23d%2B", "q=a%26b%3Dc%23d%2B"},
		{"pound, quotes, accents", "q=£20m ‘café’", "q=%C2%A320m+%E2%80%98caf%C3%A9%E2%80%99"},
		{"unknown keys are kept out", "utm_source=mail&q=gp&wasm=false", "q=gp"},
		{"empty values are defaults", "q=&ics=&sort=&spread=", ""},
		{"the first of a key that can stand once", "q=a&q=b&sort=az&sort=newest", "q=a&sort=az"},
		{"case does not matter in slugs", "ics=South-West-London&sort=AZ", "ics=south-west-london&sort=az"},
		{"keys that HTML was made of and not read again", "q=gp&amp;ics=devon&amp;amp;sort=az&amp%3Bseries=london-eye", "q=gp&ics=devon&series=london-eye&sort=az"},
		{"unknown keys behind the same", "q=gp&amp;utm=1", "q=gp"},
		{"what follows an address in a sentence", "q=gp&ics=devon).", "q=gp&ics=devon"},
		{"what follows it in a quotation", "q=gp&series=london-eye’,", "q=gp&series=london-eye"},
		{"a mangled percent sign is taken as it stands", "q=100%&ics=%zz", "q=100%25&ics=%25zz"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, _ := Decode(test.address)
			if got := v.Encode(); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestASharedAddressNamesItsCorpusAndIsTheSameView(t *testing.T) {
	for _, v := range []View{{}, {Query: "gp & phone", Sort: AZ}} {
		href := v.ShareHref("b2f8f72e61f5ca11")
		if got, unknown := Decode(href); !got.Equal(v) || unknown != nil {
			t.Errorf("%s is %+v, %v", href, got, unknown)
		}
		if got := SharedCorpus(href); got != "b2f8f72e61f5ca11" {
			t.Errorf("%s is of corpus %q", href, got)
		}
		if got := SharedCorpus(strings.ReplaceAll(href, "&", "&amp;")); got != "b2f8f72e61f5ca11" {
			t.Errorf("%s as HTML is of corpus %q", href, got)
		}
		if got := SharedCorpus(v.Href()); got != "" {
			t.Errorf("%s is of corpus %q", v.Href(), got)
		}
	}
}

func TestUnknownValuesAreNamed(t *testing.T) {
	v, unknown := Decode("sort=oldest&q=gp&spread=regional&from=2025-02-30&show=%3Cscript%3E&in=body&to=x&evil=1")
	want := []Unknown{{"sort", "oldest"}, {"spread", "regional"}, {"from", "2025-02-30"}, {"show", "<script>"}, {"in", "body"}, {"to", "x"}}
	if !reflect.DeepEqual(unknown, want) {
		t.Errorf("unknown = %v, want %v", unknown, want)
	}
	if got := v.Encode(); got != "q=gp" {
		t.Errorf("the rest of the address = %q, want %q", got, "q=gp")
	}
}

func TestAnEndlessAddressIsBounded(t *testing.T) {
	var b strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&b, "&ics=system-%d&sort=order-%d", i, i)
	}
	v, unknown := Decode(b.String())
	if len(v.Systems) != maxSlugs || len(unknown) != maxUnknown {
		t.Errorf("%d systems and %d unknown values, want %d and %d", len(v.Systems), len(unknown), maxSlugs, maxUnknown)
	}
}

func TestALongSlugIsCut(t *testing.T) {
	for runes, want := range map[int]int{maxSlug - 1: maxSlug - 1, maxSlug: maxSlug, maxSlug + 1: maxSlug} {
		v, _ := Decode("ics=" + strings.Repeat("é", runes))
		if got := utf8.RuneCountInString(v.Systems[0]); got != want {
			t.Errorf("of %d letters %d are left, want %d", runes, got, want)
		}
	}
}

func TestCleanQuery(t *testing.T) {
	tests := []struct {
		name, typed, want string
		cut               bool
	}{
		{"nothing", "", "", false},
		{"only blanks", " \t\u00a0\n", "", false},
		{"kept as typed", "Trust’s  £9m", "Trust’s  £9m", false},
		{"lines become one", "gp\r\nphone", "gp  phone", false},
		{"invalid bytes are shown as such", "a\xffb", "a\uFFFDb", false},
		{"nothing turns the page around", "gp \u202Eenohp\u202C \u2067x\u2069\u200F", "gp enohp x", false},
		{"letters that run to the left stay", "טיפול gp", "טיפול gp", false},
		{"longest", strings.Repeat("é", MaxQuery), strings.Repeat("é", MaxQuery), false},
		{"too long", strings.Repeat("é", MaxQuery+1), strings.Repeat("é", MaxQuery), true},
		{"a megabyte", strings.Repeat("gp phone ", 120_000), strings.TrimSpace(strings.Repeat("gp phone ", 120)[:MaxQuery]), true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, cut := CleanQuery(test.typed)
			if got != test.want || cut != test.cut {
				t.Errorf("got %d runes %.40q, %v; want %d runes %.40q, %v",
					utf8.RuneCountInString(got), got, cut, utf8.RuneCountInString(test.want), test.want, test.cut)
			}
		})
	}
}

func TestToggle(t *testing.T) {
	var v View
	v = v.ToggleSystem("b").ToggleSystem("a").ToggleSeries("s").ToggleSpread(Local)
	if got, want := v.Encode(), "ics=a&ics=b&series=s&spread=local"; got != want {
		t.Fatalf("chosen: %q, want %q", got, want)
	}
	before := v
	w := v.ToggleSystem("a").ToggleSeries("s").ToggleSpread(Local)
	if got, want := w.Encode(), "ics=b"; got != want {
		t.Errorf("taken back: %q, want %q", got, want)
	}
	if !v.Equal(before) || v.Systems[0] != "a" {
		t.Errorf("toggling changed the view it started from: %+v", v)
	}
	if w = v.WithoutFilters(); w.Filtered() || !v.Filtered() {
		t.Errorf("WithoutFilters left %+v", w)
	}
}

func TestToggleByKey(t *testing.T) {
	from := View{Query: "gp", Systems: []string{"a"}, Spread: Local}
	tests := []struct{ key, value, want string }{
		{"ics", "b", "q=gp&ics=a&ics=b&spread=local"},
		{"ics", "a", "q=gp&spread=local"},
		{"series", "s", "q=gp&ics=a&series=s&spread=local"},
		{"spread", "local", "q=gp&ics=a"},
		{"spread", "national", "q=gp&ics=a&spread=national"},
		{"spread", "regional", "q=gp&ics=a&spread=local"},
		{"spread", "", "q=gp&ics=a"},
		{"in", "headline", "q=gp&ics=a&spread=local&in=headline"},
		{"in", "body", "q=gp&ics=a&spread=local"},
		{"q", "x", "q=gp&ics=a&spread=local"},
		{"from", "2025-01-01", "q=gp&ics=a&spread=local"},
		{"", "on", "q=gp&ics=a&spread=local"},
	}
	for _, test := range tests {
		to := from.Toggle(test.key, test.value)
		if got := to.Encode(); got != test.want {
			t.Errorf("%s=%s: %s, want %s", test.key, test.value, got, test.want)
		}
		if from.Has(test.key, test.value) == to.Has(test.key, test.value) && !to.Equal(from) {
			t.Errorf("%s=%s: toggling does not tell whether it is chosen", test.key, test.value)
		}
	}
	for _, pair := range [][2]string{{"ics", "a"}, {"spread", "local"}} {
		if !from.Has(pair[0], pair[1]) {
			t.Errorf("%s is not chosen", pair)
		}
	}
	for _, pair := range [][2]string{{"ics", "b"}, {"series", "a"}, {"spread", "national"}, {"in", ""}, {"spread", ""}, {"q", "gp"}} {
		if from.Has(pair[0], pair[1]) {
			t.Errorf("%s is chosen", pair)
		}
	}
	if any := (View{}); !any.Has("spread", "") || !any.Toggle("spread", "").Equal(any) {
		t.Error("of any spread, any is not chosen or can be taken back")
	}
	if got := (View{In: Headline}).Toggle("in", "headline").Encode(); got != "" {
		t.Errorf("headlines only, taken back: %s", got)
	}
}

// Every view, of whatever choices and typed text, is what its address is read as.
func TestEveryViewSurvivesItsAddress(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	pick := func(from ...string) string { return from[rnd.IntN(len(from))] }
	for range 20_000 {
		var typed strings.Builder
		for range rnd.IntN(8) {
			typed.WriteString(pick("gp", "+", "&", "=", "%", "%41", "#", "?", ";", " ", "\u00a0", "‘", "£", "é", "\x00", "\xff", "🏥", "\n"))
		}
		v := View{
			Spread: Spread(pick("", "local", "national")),
			From:   pick("", "2025-01-31", "0001-01-01"),
			To:     pick("", "2024-02-29", "9999-12-31"),
			In:     In(pick("", "headline")),
			Sort:   Sort(pick("", "newest", "az")),
			Show:   Show(pick("", "map", "compare")),
		}
		v.Query, _ = CleanQuery(typed.String())
		for range rnd.IntN(4) {
			v = v.ToggleSystem(pick("devon", "frimley", "atlantis", "北", "a&b")).ToggleSeries(pick("london-eye", "exclusive", "a+b"))
		}
		if got, unknown := Decode(v.Href()); !same(got, v) || unknown != nil {
			t.Fatalf("%+v has the address %s, which is read as %+v, %v", v, v.Href(), got, unknown)
		}
	}
}

// same compares views field by field; no choices are the same, nil or empty.
func same(v, w View) bool {
	systems, series := slices.Equal(v.Systems, w.Systems), slices.Equal(v.Series, w.Series)
	v.Systems, v.Series, w.Systems, w.Series = nil, nil, nil, nil
	return systems && series && reflect.DeepEqual(v, w)
}

func FuzzDecode(f *testing.F) {
	for _, test := range published {
		f.Add(test.address)
	}
	f.Add("ics=a-ics-ics&ics=%20-ics&q=%ff%fe&from=0000-00-00")
	f.Fuzz(func(t *testing.T, address string) {
		v, unknown := Decode(address)
		encoded := v.Encode()
		w, again := Decode(encoded)
		if !reflect.DeepEqual(v, w) || again != nil {
			t.Fatalf("Decode(%q) = %+v\nencoded %q\ndecoded %+v, unknown %v", address, v, encoded, w, again)
		}
		if got := w.Encode(); got != encoded {
			t.Fatalf("encoding is not stable: %q, then %q", encoded, got)
		}
		for _, u := range unknown {
			if !utf8.ValidString(u.Value) || utf8.RuneCountInString(u.Value) > maxSlug {
				t.Fatalf("unknown value %q is not fit to be shown", u.Value)
			}
		}
		if n := utf8.RuneCountInString(v.Query); n > MaxQuery || !utf8.ValidString(encoded) {
			t.Fatalf("query of %d runes", n)
		}
	})
}

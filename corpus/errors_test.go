package corpus

import (
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

func TestErrorList(t *testing.T) {
	list := ErrorList{
		{"b.txt", 1, "third", false},
		{"a.txt", 10, "second", true},
		{"a.txt", 2, "first", true},
		{"c.txt", 1, "fourth", false},
	}
	list.sort()
	const want = "a.txt:2: warning: first\na.txt:10: warning: second\nb.txt:1: third\nc.txt:1: fourth"
	if got := list.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if err := list.Err(); err == nil || err.Error() != "b.txt:1: third\nc.txt:1: fourth" {
		t.Errorf("errors among them: %v", err)
	}
	if err := list[:2].Err(); err != nil {
		t.Errorf("errors among warnings: %v", err)
	}
	if err := ErrorList(nil).Err(); err != nil {
		t.Errorf("errors among none: %v", err)
	}
}

// Of one file's faults the first hundred are listed and the others counted, as an error
// if one of them is.
func TestFaultsAreBounded(t *testing.T) {
	for _, tt := range []struct {
		name             string
		errors, warnings int
		want             string // the last fault
	}{
		{"none left out", maxFaults, 0, "a.txt:100: fault"},
		{"one left out", maxFaults + 1, 0, "a.txt:101: and 1 more"},
		{"warnings left out", maxFaults, 5, "a.txt:105: warning: and 5 more"},
		{"none", 0, 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := faults{file: "a.txt"}
			for i := range tt.errors {
				f.errorf(i+1, "fault")
			}
			for i := range tt.warnings {
				f.warnf(tt.errors+i+1, "fault")
			}
			list := f.sorted()
			if len(list) != min(tt.errors+tt.warnings, maxFaults+1) {
				t.Errorf("%d faults", len(list))
			}
			if tt.want != "" && list[len(list)-1].Error() != tt.want {
				t.Errorf("the last is %v, want %s", list[len(list)-1], tt.want)
			}
		})
	}
	f := faults{file: "a.txt"}
	for i := range maxFaults + 3 {
		f.warnf(i+1, "fault")
		if i == maxFaults {
			f.errorf(200, "fault")
		}
	}
	if got := f.sorted()[maxFaults].Error(); got != "a.txt:200: and 4 more" {
		t.Errorf("an error among warnings left out: %s", got)
	}
}

func TestQuote(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"short", "Trust’s £20m", `"Trust’s £20m"`},
		{"of the greatest length", strings.Repeat("é", maxQuote), `"` + strings.Repeat("é", maxQuote) + `"`},
		{"too long", strings.Repeat("é", maxQuote+1), `"` + strings.Repeat("é", maxQuote) + `…"`},
		{"unseen", "a\u00a0b\x00", `"a\u00a0b\x00"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := quote(tt.text); got != tt.want {
				t.Errorf("quote(%q) = %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}

// noise returns about n bytes of a kind that a listing is not.
func noise(kind string, n int) []byte {
	rnd := rand.New(rand.NewPCG(5, 6))
	text := make([]byte, 0, n+64)
	for len(text) < n {
		switch kind {
		case "bytes":
			text = append(text, byte(rnd.Uint32()))
		case "one line":
			text = append(text, "noise "...)
		case "lines":
			text = append(text, "noise\n"...)
		case "captions":
			text = append(text, "x\n\n"...)
		case "headlines":
			text = append(text, "x\n\n\n"...)
		case "times":
			text = append(text, "x\n2025-12-11T13:20:00+00:00\n"...)
		case "blank lines":
			text = append(text, '\n')
		case "print":
			text = append(text, " \nabcdefghijklmnopqrstuvwxyz:"[rnd.IntN(29)])
		}
	}
	return text
}

var noises = []string{"bytes", "one line", "lines", "captions", "headlines", "times", "blank lines", "print"}

// A file of noise gets an answer of bounded length, and takes bounded memory.
func TestNoise(t *testing.T) {
	for _, kind := range noises {
		t.Run(kind, func(t *testing.T) {
			const size = 2 << 20
			text := noise(kind, size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			l, list := Parse("south-west-london-ics.txt", text, registry(t))
			runtime.ReadMemStats(&after)
			if list.Err() == nil || len(list) > maxFaults+1 || len(list.String()) > 100_000 {
				t.Errorf("%d faults, %d bytes: %.300v", len(list), len(list.String()), list)
			}
			if taken := after.TotalAlloc - before.TotalAlloc; taken > 256<<20 {
				t.Errorf("%d bytes taken for %d", taken, size)
			}
			if string(Format(l)) != string(text) {
				t.Error("Format gives something else")
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	r := registry(b)
	texts := map[string][]byte{"seed": Format(seeds(b).Listings[0])}
	for _, kind := range noises {
		texts["50 MB of noise: "+kind] = noise(kind, 50_000_000)
	}
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Parse("south-west-london-ics.txt", text, r)
			}
		})
	}
}

// Of a file of noise a hundred faults are told, and how many there are besides.
func TestManyFaultsAreCounted(t *testing.T) {
	for extra, want := range map[int]string{0: "", 1: "and 1 more", 7: "and 7 more"} {
		f := faults{file: "x.txt"}
		for i := range maxFaults + extra {
			f.errorf(i+1, "fault %d", i)
		}
		list := f.sorted()
		last := list[len(list)-1]
		if want == "" {
			if len(list) != maxFaults || last.Message != "fault 99" {
				t.Errorf("%d faults, the last %q", len(list), last.Message)
			}
		} else if len(list) != maxFaults+1 || last.Message != want || last.Line != maxFaults+extra || last.Warning {
			t.Errorf("%d more: %d told, the last %+v", extra, len(list), last)
		}
	}
}

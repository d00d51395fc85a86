package search

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

func ExamplePrepare() {
	data := Prepare(New(lines{"GP access", "", "Access to a GP"}, "Devon"), "example")
	for len(data) > 0 {
		n := min(len(data), 16)
		fmt.Printf("%-32x  %q\n", data[:n], data[:n])
		data = data[n:]
	}
	// Output:
	// 4943534901d3b0f7e705030000000602  "ICSI\x01Ӱ\xf7\xe7\x05\x03\x00\x00\x00\x06\x02"
	// 00000004020000010567702061636365  "\x00\x00\x00\x04\x02\x00\x00\x01\x05gp acce"
	// 737320746f2061206465766f6e20      "ss to a devon "
}

// Few stories, with texts in all fields, and names: all that damage does to their index is quickly tried.
var (
	fewTexts = fields{"GP access|phone", "", "Trust’s £9m|| gift to a trust|NHS Devon", "|||NHS Devon · Dorset", "zoonoses"}
	fewNames = []string{"NHS Devon", "Wessex Zoo"}
)

const fewOf = "few"

// prepared is the index of them.
func prepared() string { return string(Prepare(New(fewTexts, fewNames...), fewOf)) }

// What is read of prepared data is the index that is built, to the last number.
func TestPrepared(t *testing.T) {
	seeds := corpustest.Seeds(t)
	for _, test := range []struct {
		name  string
		texts Texts
		names []string
	}{
		{"no stories", lines{}, nil},
		{"no words", lines{"", "…"}, nil},
		{"names alone", lines{""}, []string{"NHS Devon", "Devon"}},
		{"all fields", fewTexts, fewNames},
		{"one field", fields{"", "|||Devon", ""}, nil},
		{"words of all kinds", lines{"Zoë’s £38.5m, 700,000 N.H.S. ½ 東京 " + strings.Repeat("long", 100)}, nil},
		{"a corpus", Corpus(seeds), Names(seeds.Registry)},
		{"many stories", invented(2*block + 1), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			built := New(test.texts, test.names...)
			data := Prepare(built, test.name)
			x, err := ReadPrepared(string(data), test.texts, test.name, test.names...)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(x, built) {
				t.Error("another index comes back")
			}
			if again := Prepare(x, test.name); string(again) != string(data) {
				t.Error("other data when prepared again")
			}
		})
	}
}

func TestJoinOntoPrepared(t *testing.T) {
	x, err := ReadPrepared(prepared(), fewTexts, fewOf, fewNames...)
	if err != nil {
		t.Fatal(err)
	}
	texts := fields{fewTexts[4], "Trust’s new zoo", fewTexts[0], fewTexts[2]}
	checkJoined(t, x.Join(texts, []int{4, -1, 0, 2}), texts, fewNames)
}

// Data of another corpus is refused, and so is what is none.
func TestReadPreparedRefuses(t *testing.T) {
	data := prepared()
	change := func(from, to string) string {
		if strings.Count(data, from) != 1 {
			t.Fatalf("%q is %d times in %q", from, strings.Count(data, from), data)
		}
		return strings.Replace(data, from, to, 1)
	}
	fields, words, _ := strings.Cut(data, "nhs devon ")
	silent := make(lines, 200)
	for _, test := range []struct {
		name, data string
		texts      Texts
		of         string
		names      []string
		want       string
	}{
		{"another version", "ICSI\x02" + data[5:], fewTexts, fewOf, fewNames, `byte 0: expected "ICSI\x01"`},
		{"of something else", data, fewTexts, "others", fewNames, "prepared of something else"},
		{"another name", data, fewTexts, fewOf, []string{"NHS Devon", "Wessex Zoos"}, "prepared of something else"},
		{"a name less", data, fewTexts, fewOf, fewNames[:1], "prepared of something else"},
		{"a story less", data, fewTexts[:4], fewOf, fewNames, "prepared of something else"},
		{"a word twice", change("phone ", "trust "), fewTexts, fewOf, fewNames, `byte 50: of the words that follow two are "trust"`},
		{"a word of no letter", change("phone ", "phon  "), fewTexts, fewOf, fewNames, "expected a word"},
		{"a word that is not UTF-8", change("phone ", "phon\xff "), fewTexts, fewOf, fewNames, "expected a word"},
		{"a number of ten bytes", change("\x05\x05\x00\x00\x02", "\x85\x80\x80\x80\x80\x80\x80\x80\x80\x00\x05\x00\x00\x02"), fewTexts, fewOf, fewNames, "byte 10: a number has no end"},
		{"a word too many in a field", change("\x05\x05\x00\x00\x02", "\x05\x06\x00\x00\x02"), fewTexts, fewOf, fewNames, "there are 5 words, not 6"},
		{"a word not met before", change("\x02\x00\x00\x03\x01", "\x02\x00\x00\x03\x03"), fewTexts, fewOf, fewNames, "word 3 of 2"},
		{"fewer words than were met", fields[:len(fields)-1] + "\x02nhs devon ", fewTexts, fewOf, fewNames, "there are 2 different words, not "},
		{"more words than there is data", fields[:len(fields)-1] + "\x7f" + words, fewTexts, fewOf, fewNames, "the number of different words is 127, more than "},
		{"more stories than there is data", string(Prepare(New(silent), fewOf)[:12]) + "\x01\x00", silent, fewOf, nil, "200 stories are to follow"},
		{"more", data + "\x00", fewTexts, fewOf, fewNames, "1 bytes follow"},
	} {
		t.Run(test.name, func(t *testing.T) {
			x, err := ReadPrepared(test.data, test.texts, test.of, test.names...)
			if x != nil || err == nil || !strings.HasPrefix(err.Error(), "prepared index: byte ") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, %v", x, err)
			}
		})
	}
}

// use searches an index as a reader does. What is found may be wrong.
func use(x *Index) {
	s := x.NewSearcher()
	queries := append(s.Rehearsal(), "gp", "acess", "trusts gift", "nhs devon", "d", "9m", "gpa", "giftto", `"to a" | zoo$`, "zzz")
	for w := range x.words.len() {
		queries = append(queries, string(x.words.word(uint32(w))))
	}
	for _, q := range queries {
		for _, o := range []Options{{}, {HeadlineOnly: true}} {
			a := s.Search(q, o)
			for _, hit := range a.Hits {
				for f := range fieldCount {
					a.Marks(hit.Story, f)
				}
				a.Explain(hit)
			}
		}
	}
	x.Join(fields{fewTexts[1], "Wessex gift", fewTexts[0]}, []int{1, -1, 0}).NewSearcher().Search("gp gift", Options{})
}

// readDamaged reads data that may be damaged: it is refused, or an index that can be used. Either takes no
// more than a hundred times the data.
func readDamaged(t *testing.T, data string) error {
	t.Helper()
	var x *Index
	err := corpustest.ReadDamaged(t, data, 1<<14, func(data string) (err error) {
		x, err = ReadPrepared(data, fewTexts, fewOf, fewNames...)
		return err
	})
	if err == nil {
		use(x)
	} else if x != nil || !strings.HasPrefix(err.Error(), "prepared index: byte ") {
		t.Fatalf("got %v, %v", x, err)
	}
	return err
}

func TestReadPreparedOfDamagedData(t *testing.T) {
	const checked = len("ICSI\x01") + 5 + 1 // version, origin, number of stories
	corpustest.CutsAndFlips(t, prepared(), checked, readDamaged)
}

// A word of a text that is another in the index is not marked, nor what stands in its place.
func TestMarksOfDamagedData(t *testing.T) {
	x, err := ReadPrepared(strings.Replace(prepared(), "trust ", "trustees ", 1), fewTexts, fewOf, fewNames...)
	if err != nil {
		t.Fatal(err)
	}
	a := x.NewSearcher().Search("gift trustees", Options{})
	if len(a.Hits) != 1 {
		t.Fatalf("found %v", a.Hits)
	}
	if marks := a.Marks(a.Hits[0].Story, Standfirst); !reflect.DeepEqual(marks, []Span{{1, 5}}) {
		t.Errorf("marked %v", marks)
	}
}

func FuzzReadPrepared(f *testing.F) {
	f.Add(prepared())
	f.Add(string(Prepare(New(fields{"", "", "", "", "a"}, fewNames...), fewOf)))
	f.Fuzz(func(t *testing.T, data string) {
		if readDamaged(t, data) != nil {
			return
		}
		x, _ := ReadPrepared(data, fewTexts, fewOf, fewNames...)
		again, err := ReadPrepared(string(Prepare(x, fewOf)), fewTexts, fewOf, fewNames...)
		if err != nil || !reflect.DeepEqual(again, x) {
			t.Errorf("prepared again it is another: %v", err)
		}
	})
}

// BenchmarkReadPrepared reads the index of listings, against building it.
func BenchmarkReadPrepared(b *testing.B) {
	for _, size := range []struct{ listings, stories int }{{2, 20}, {42, 5_000}} {
		registry, err := corpus.LoadRegistry()
		if err != nil {
			b.Fatal(err)
		}
		c, _ := corpus.Load(corpustest.Listings(b, size.listings, size.stories), registry)
		texts, names := Corpus(c), Names(registry)
		data := string(Prepare(New(texts, names...), c.Fingerprint))
		b.Run(fmt.Sprintf("%d", texts.Len()), func(b *testing.B) {
			for b.Loop() {
				if _, err := ReadPrepared(data, texts, c.Fingerprint, names...); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(data)), "B")
		})
		b.Run(fmt.Sprintf("%d/anew", texts.Len()), func(b *testing.B) {
			for b.Loop() {
				New(texts, names...)
			}
		})
	}
}

package corpus_test

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// corpora are of all kinds, by their names.
func corpora(t testing.TB) map[string]*corpus.Corpus {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*corpus.Corpus{"seeds": corpustest.Seeds(t)}
	add := func(name string, files fstest.MapFS) {
		all[name], _ = corpus.Load(files, registry) // some of the cases are of faults
	}
	if all["builtin"], err = corpus.Builtin(); err != nil {
		t.Fatal(err)
	}
	for _, size := range []struct{ listings, stories int }{{1, 1}, {3, 20}, {42, 50}, {100, 20}} {
		add(fmt.Sprintf("%d listings of %d", size.listings, size.stories), corpustest.Listings(t, size.listings, size.stories))
	}
	archives, err := filepath.Glob("testdata/merge/*.txt")
	if err != nil || len(archives) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		cases := make(map[string]fstest.MapFS)
		for _, f := range archive.Files {
			dir, base := filepath.Split(f.Name)
			if filepath.Ext(base) != ".txt" {
				continue
			}
			if cases[dir] == nil {
				cases[dir] = make(fstest.MapFS)
			}
			cases[dir][base] = &fstest.MapFile{Data: f.Data}
		}
		for dir, files := range cases {
			add(filepath.Base(name)+" "+dir, files)
		}
	}
	add("every part", manyParts)
	add("one against two", fstest.MapFS{
		"devon-ics.txt":  {Data: []byte(listing("Devon", "a", "b", "c", "d"))},
		"dorset-ics.txt": {Data: []byte(listing("Dorset", "a", "c", "b", "d"))},
		"sussex-ics.txt": {Data: []byte(listing("Sussex", "a", "b", "c", "d"))},
	})
	return all
}

func listing(system string, headlines ...string) string {
	text := corpustest.Listing(system)
	for _, h := range headlines {
		text += "\n\n" + h + "\n\n\nA sentence.\n"
	}
	return text
}

// everyPart has every part that an entry can have, a text that was mended, and a story twice.
const everyPart = "\ufeff(no system)\r\n\r\n" +
	"A picture\r\n\r\nThe trustâ€™s  headline\r\n\r\n2026-05-14T13:20:00.25+01:00\r\n\r\nhttps://www.hsj.co.uk/news/7041272.article?utm_source=x\r\n[HSJ LOCAL]\r\n\r\nIts standfirst.\r\n\r\n" +
	"The trust’s headline\r\n\r\n2026-05-14T13:20:00.25+01:00\r\n\r\nIts standfirst.\r\n\r\n" +
	"In the United States\r\n\r\n2026-05-13T09:05:00-05:30\r\n\r\nIt is earlier.\r\n\r\n" +
	"In no zone\r\n\r\n2026-05-12T09:05:00Z\r\n\r\nIt is later.\r\n\r\n" +
	"On some day\r\n\r\n2026-05-11 (day)\r\n\r\n(no standfirst)\r\n\r\n" +
	"At some time\r\n\r\n(no time)\r\n\r\nNobody knows.\r\n\r\n\r\n"

var manyParts = fstest.MapFS{
	"no-system.2026-05-15.txt": {Data: []byte(everyPart)},
	"devon-ics.txt":            {Data: []byte(strings.Replace(everyPart, "(no system)", "Devon ICS", 1))},
}

// What is read of prepared data is the corpus that was prepared, in every field.
func TestPrepared(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("BST", 60*60)} {
		time.Local = zone
		for name, c := range corpora(t) {
			t.Run(name+", "+zone.String(), func(t *testing.T) {
				data := corpus.Prepare(c)
				got, err := corpus.ReadPrepared(string(data))
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got, c) {
					t.Error("another corpus comes back")
				}
				if again := corpus.Prepare(got); string(again) != string(data) {
					t.Error("other data when prepared again")
				}
			})
		}
	}
}

// No field is zero in all of the corpora, so that one that is not prepared is noticed.
func TestPreparedHasEveryField(t *testing.T) {
	set := make(map[string]bool)
	for _, c := range corpora(t) {
		note(set, reflect.ValueOf(c))
	}
	if len(set) < 60 {
		t.Errorf("only %d fields", len(set))
	}
	for field, ok := range set {
		if !ok {
			t.Errorf("no corpus of the test has %s", field)
		}
	}
}

// note notes whether each field of our structs in v is set.
func note(set map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		note(set, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			note(set, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !strings.HasPrefix(v.Type().PkgPath(), "icsexplorer/") {
				return
			}
			name := v.Type().String() + "." + v.Type().Field(i).Name
			set[name] = set[name] || !v.Field(i).IsZero()
			note(set, v.Field(i))
		}
	}
}

// use does with a corpus what the page does, and more.
func use(c *corpus.Corpus) {
	for i := range c.Stories {
		c.Decided(0, i)
		c.Decided(i, len(c.Stories)-1)
		_ = c.Stories[i].Published.Format(time.RFC3339Nano)
	}
	for i, l := range c.Listings {
		corpus.Format(l)
		c.Listings[i].Age()
	}
	c.Changes()
	c.Outdated()
	c.Unlisted()
	c.Registry.Names().Find("london")
	corpus.Merge(c.Listings, c.Registry)
}

// readDamaged reads data that may be damaged: it is refused, or a corpus that can be used. Either takes no more than
// a hundred times the data.
func readDamaged(t *testing.T, data string) error {
	t.Helper()
	var c *corpus.Corpus
	err := corpustest.ReadDamaged(t, data, 1<<16, func(data string) (err error) {
		c, err = corpus.ReadPrepared(data)
		return err
	})
	if err == nil {
		use(c)
	} else if c != nil || !strings.HasPrefix(err.Error(), "prepared data: ") {
		t.Fatalf("got %v, %v", c, err)
	}
	return err
}

// small is prepared data of two systems and of stories of all kinds.
func small(t testing.TB) string {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := corpus.Load(manyParts, registry)
	c.Registry = corpus.Registry{registry[1], registry[12]}
	return string(corpus.Prepare(c))
}

func TestReadPreparedOfDamagedData(t *testing.T) {
	data := small(t)
	corpustest.CutsAndFlips(t, data, len("ICSC\x01"), readDamaged)
	if err := readDamaged(t, data+"\x00"); err == nil {
		t.Error("with a byte more it is read")
	}
}

func FuzzReadPrepared(f *testing.F) {
	f.Add(small(f))
	f.Add(string(corpus.Prepare(corpustest.Seeds(f))))
	f.Fuzz(func(t *testing.T, data string) {
		if readDamaged(t, data) != nil {
			return
		}
		c, _ := corpus.ReadPrepared(data)
		again := corpus.Prepare(c)
		if got, err := corpus.ReadPrepared(string(again)); err != nil || !reflect.DeepEqual(got, c) {
			t.Errorf("prepared again it is another: %v", err)
		}
	})
}

func BenchmarkReadPrepared(b *testing.B) {
	for _, size := range []struct{ listings, stories int }{{2, 20}, {42, 499}, {42, 4_990}} {
		registry, err := corpus.LoadRegistry()
		if err != nil {
			b.Fatal(err)
		}
		files := corpustest.Listings(b, size.listings, size.stories)
		c, _ := corpus.Load(files, registry)
		data := string(corpus.Prepare(c))
		b.Run(fmt.Sprintf("%d listings of %d", size.listings, size.stories), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := corpus.ReadPrepared(data); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(data)), "B")
			b.ReportMetric(float64(len(c.Stories)), "stories")
		})
		b.Run(fmt.Sprintf("%d listings of %d, as text", size.listings, size.stories), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				registry, _ := corpus.LoadRegistry()
				corpus.Load(files, registry)
			}
		})
	}
}

package intake_test

import (
	"slices"
	"strings"
	"testing"

	"icsexplorer/corpus/intake"
)

func TestDecodeElements(t *testing.T) {
	for _, tt := range []struct {
		stream string
		want   []intake.Element
	}{
		{"", nil},
		{"sA\x1fhttps://www.example.test/1\x1e", []intake.Element{{Name: "a", Href: "https://www.example.test/1"}}},
		{"stime\x1f\x1f2026-05-14\x1et14 May\x1eetime\x1e", []intake.Element{
			{Name: "time", Datetime: "2026-05-14"}, {Kind: intake.Text, Text: "14 May"}, {Kind: intake.End, Name: "time"}}},
		{"simg\x1f\x1f\x1fA ward\x1f\x1f\x1e", []intake.Element{{Name: "img", Alt: "A ward"}}},
		{"slink\x1f/x\x1f\x1f\x1fcanonical\x1e", []intake.Element{{Name: "link", Href: "/x", Rel: "canonical"}}},
		{"s{http://www.w3.org/2005/Atom}category\x1f\x1f\x1f\x1f\x1fNews\x1e", []intake.Element{{Name: "category", Term: "News"}}},
		{"e{http://purl.org/dc/elements/1.1/}creator\x1e", []intake.Element{{Kind: intake.End, Name: "dc:creator"}}},
		{"e{urn:x}title", []intake.Element{{Kind: intake.End, Name: "other:title"}}},
	} {
		got, err := intake.DecodeElements(tt.stream)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, %+v; want %+v", tt.stream, err, got, tt.want)
		}
	}
	for _, stream := range []string{"\x1e", "xp\x1e"} {
		if _, err := intake.DecodeElements(stream); err == nil {
			t.Errorf("%q is no error", stream)
		}
	}
	if many, err := intake.DecodeElements(strings.Repeat("t\x1e", 1_000_100)); err != nil || len(many) > 1_000_001 {
		t.Errorf("%d elements, %v", len(many), err)
	}
}

func FuzzDecodeElements(f *testing.F) {
	f.Add("sp\x1ftx\x1eep\x1e")
	f.Add("s{a}b\x1f\x1e")
	f.Fuzz(func(t *testing.T, stream string) {
		elements, _ := intake.DecodeElements(stream)
		for _, e := range elements {
			if !strings.Contains(stream, e.Text) || !strings.Contains(stream, e.Href) {
				t.Errorf("%+v is made up", e)
			}
		}
	})
}

func FuzzOpenMessage(f *testing.F) {
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"B\"\n\n--B\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eA==\n--B--\n"))
	f.Add([]byte("Content-Type: multipart/mixed;\n boundary=A\n\n--A\nContent-Type: multipart/alternative; boundary=AA\n\n--AA\n\nx\n--AA--\n--A--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if content, _, err := intake.OpenMessage(data); err == nil && (len(content) == 0 || len(content) > len(data)) {
			t.Errorf("%d bytes of %d", len(content), len(data))
		}
	})
}

// A caller with one thread is given time in every form, often enough.
func TestReadRests(t *testing.T) {
	var text strings.Builder
	text.WriteString("Devon ICS\n\n")
	for range 100 {
		text.WriteString("News\nA headline of a story\n14 May 2026\n\nThe standfirst of the story.\n\n")
	}
	rests := 0
	intake.Read(intake.Source{Data: []byte(text.String())}, intake.Options{Registry: registry(t), Rest: func() { rests++ }})
	if rests < 500 {
		t.Errorf("rests %d times in 500 lines", rests)
	}
}

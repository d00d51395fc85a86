package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestJSONHoldsEverything(t *testing.T) {
	text := JSON(sample)
	var got struct {
		Title, Address, Day, Corpus string
		Listings                    []Listing
		Stories                     []Story
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Stories, sample.Stories) || got.Corpus != sample.Fingerprint || got.Address != sample.Address ||
		got.Title != sample.Title || got.Day != sample.Day || !reflect.DeepEqual(got.Listings, sample.Listings) {
		t.Errorf("got %+v", got)
	}
	if text = JSON(View{}); !strings.Contains(string(text), `"stories": []`) || !strings.Contains(string(text), `"listings": []`) {
		t.Errorf("no stories: %s", text)
	}
}

// standard is a view as encoding/json writes it.
func standard(v View) []byte {
	type listing struct {
		System   string `json:"system"`
		Captured string `json:"captured"`
		Absent   bool   `json:"absent"`
	}
	type story struct {
		Key        string   `json:"key"`
		Headline   string   `json:"headline"`
		Standfirst string   `json:"standfirst"`
		Caption    string   `json:"caption"`
		Series     string   `json:"series"`
		Label      string   `json:"label"`
		URL        string   `json:"url"`
		Published  string   `json:"published"`
		Day        string   `json:"day"`
		Systems    []string `json:"systems"`
		Captured   []string `json:"captured"`
		Added      string   `json:"added"`
	}
	all := struct {
		Title    string    `json:"title"`
		Address  string    `json:"address"`
		Day      string    `json:"day"`
		Corpus   string    `json:"corpus"`
		Listings []listing `json:"listings"`
		Stories  []story   `json:"stories"`
	}{v.Title, v.Address, v.Day, v.Fingerprint, []listing{}, []story{}}
	for _, l := range v.Listings {
		all.Listings = append(all.Listings, listing(l))
	}
	for _, s := range v.Stories {
		s.Systems = append([]string{}, s.Systems...) // [] where there are none, not null
		s.Captured = append([]string{}, s.Captured...)
		all.Stories = append(all.Stories, story(s))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(all)
	return b.Bytes()
}

func TestJSONIsAsTheStandardLibraryWritesIt(t *testing.T) {
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	several := sample
	several.Stories = append(slices.Clone(sample.Stories), Story{Headline: string(every), Captured: []string{"", "\u2028\u2029\uFFFD"}})
	for _, v := range []View{sample, several, {Stories: []Story{{Systems: []string{"a", "b"}}}}, {Listings: []Listing{{}}}, {}} {
		if got, want := JSON(v), standard(v); !bytes.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// Whatever a view holds, it is written to the byte as encoding/json writes it.
func FuzzJSON(f *testing.F) {
	f.Add("“£9m” & <b>", "a\x00\x1f\b\f\n\r\t\"\\/", "\u2028\xff\uFFFD\x7f", 2, true)
	f.Add("", "", "", 0, false)
	f.Fuzz(func(t *testing.T, a, b, c string, n int, absent bool) {
		v := View{Title: a, Address: b, Day: c, Fingerprint: a}
		for range uint(n) % 4 {
			v.Listings = append(v.Listings, Listing{a, b, absent})
			v.Stories = append(v.Stories, Story{a, b, c, a, b, c, a, b, c, []string{a, b}[:uint(n)%3], []string{c}[:uint(n)%2], b})
		}
		if got, want := JSON(v), standard(v); !bytes.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

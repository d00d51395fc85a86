package corpus

import "testing"

// Of two stories with one headline the earlier keeps the key that the headline has
// alone, whenever the other comes.
func TestKeysOfOneHeadline(t *testing.T) {
	const first, second = "HSJ Podcast\n\n2026-05-07 (day)\n\nWhat was said.\n", "HSJ Podcast\n\n2026-05-14 (day)\n\nAnother sentence.\n"
	keys := func(file, stories string) map[string]string {
		l, faults := Parse(file, []byte("Devon ICS\n\n"+stories), registry(t))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		c, _ := Merge([]Listing{l}, registry(t))
		of := make(map[string]string)
		for _, s := range c.Stories {
			of[s.Standfirst] = s.Key
		}
		return of
	}
	alone := keys("devon-ics.txt", first)["What was said."]
	both := keys("devon-ics.txt", second+"\n"+first)
	if both["What was said."] != alone || both["Another sentence."] == alone || both["Another sentence."] == "" {
		t.Errorf("keys %v, alone %q", both, alone)
	}
}

// A story whose headline changes keeps its key.
func TestKeyOfAChangedHeadline(t *testing.T) {
	var listings []Listing
	for _, f := range []struct{ name, headline string }{{"devon-ics.2026-05-14.txt", "As it was"}, {"devon-ics.2026-05-15.txt", "As it is now"}} {
		l, faults := Parse(f.name, []byte("Devon ICS\n\n"+f.headline+"\n\n2026-05-14 (day)\nhttps://www.hsj.test/1\n\nA sentence.\n"), registry(t))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		listings = append(listings, l)
	}
	was, _ := Merge(listings[:1], registry(t))
	is, _ := Merge(listings, registry(t))
	if len(is.Stories) != 1 || is.Stories[0].Key != was.Stories[0].Key || is.Stories[0].Headline != "As it is now" {
		t.Errorf("%+v, was %+v", is.Stories, was.Stories)
	}
}

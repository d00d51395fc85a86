package search

import (
	"fmt"
	"testing"
)

func TestExplain(t *testing.T) {
	s := New(fields{
		"Threefold variation in GP phone access|Mobile phone|Patients fail to get through",
		"Trust merger delayed",
		"Dental budget unspent",
		"Organisations",
	}).NewSearcher()
	for _, test := range []struct {
		query, want string
		cost        int32
	}{
		{"gp phone", `headline; "gp" as typed; "phone" as typed`, openingCost},
		{"phone gp", `headline; "phone" as typed; "gp" as typed`, openingCost + apartCost + disorderCost},
		{"gp access", `headline; "gp" as typed; "access" as typed`, openingCost + apartCost},
		{"GP pho", `headline; "GP" as typed; "pho" beginning`, openingCost + begun(2).cost()},
		{"mobile gp", `caption; "mobile" as typed; "gp" as typed`, apartCost + disorderCost},
		{"delays", `headline; "delays" another form`, openingCost + inflected.cost()},
		{"acess", `headline; "acess" letter left out or swapped`, slipped.cost()},
		{"acqess", `headline; "acqess" one letter wrong`, edited.cost()},
		{"vraiatoin", `headline; "vraiatoin" two letters wrong`, editedTwice.cost()},
		{"threfol", `headline; "threfol" beginning, letter left out or swapped`, slippedStart.cost()},
		{"vrtn", `headline; "vrtn" abbreviated`, abbreviated.cost()},
		{"gpa", `headline; "gpa" first letters`, openingCost + initials.cost()},
		{"gpphone", `headline; "gpphone" run together or apart`, openingCost + joined.cost()},
		{"gp | dental", `headline; "gp" as typed`, openingCost + apartCost + disorderCost},
		{"gp -dental", `headline; "gp" as typed`, openingCost},
		{"trust", `headline; "trust" as typed`, 0},
		{"gp phone lottery", `some of the words, up to the headline; "gp" as typed; "phone" as typed; "lottery" missing`,
			missingCost + openingCost + (apartCost+disorderCost)/2},
		{"mobile access lottery", `some of the words, up to the caption; "mobile" as typed; "access" as typed; "lottery" missing`,
			missingCost + openingCost + apartCost + disorderCost + otherFieldCost},
	} {
		r := s.Search(test.query, Options{})
		if len(r.Hits) == 0 {
			t.Errorf("%q finds nothing", test.query)
			continue
		}
		want := fmt.Sprintf("%s; cost %d", test.want, test.cost)
		if got := r.Explain(r.Hits[0]); got != want {
			t.Errorf("%q:\n got %s\nwant %s", test.query, got, want)
		}
	}
}

// TestWhyHitsStandWhereTheyDo holds the order of fields and costs.
func TestWhyHitsStandWhereTheyDo(t *testing.T) {
	for _, test := range []struct {
		name, query string
		inOrder     fields
	}{
		{"ways", "trust merger", fields{
			"a trust merger at last", "merger of a trust", "trusted mergers", "merger of trusts", "merger of trustees",
		}},
		{"a word being typed before another form of a finished one", "ban pro", fields{"ban on proposals", "banned, a pro"}},
		{"a number written otherwise before another form", "seven trusts", fields{"town of trusts, 7 of them", "town of seven, a trust of them"}},
		{"what may yet be typed before what may not", "trust namn", fields{"trust named", "trust board"}},
		{"what begins as typed first, without all words, too", "trust board xyzzy", fields{"trust of the board", "the trust of board"}},
		{"what may yet be typed, of one letter", "trust nx", fields{"trust named", "trust board"}},
		{"a finished word before another form in the order typed", "trusts mergers", fields{"mergers of old trusts", "a trust merger"}},
		{"fields", "merger", fields{"Delay: mergers|", "Delay|merger", "Delay||merger", "Delay|||merger"}},
		{"a beginning in the headline before a word elsewhere", "merge", fields{"Mergers", "Delay|merge"}},
		{"side by side before apart", "trust mer", fields{"a trust merges here", "a trust here merges"}},
		{"in order before out of order", "trust mer", fields{"a trust here merges", "a merging here trust"}},
		{"what says little besides before what says much", "trust merger", fields{
			"the trust in merger", "zebra trust xylophone merger quagga",
		}},
		{"what begins as typed first", "trust", fields{"trust of old", "old trust"}},
		{"what begins as typed, and goes on, first", "trust", fields{"trusts of old", "old trust"}},
		{"what begins as typed first, though it is newer", "trust mer", fields{"trust board merges at last", "a trust merges"}},
		{"what begins with the first word, be it of little meaning", "the trust", fields{"the board and trust", "board, the and trust"}},
		{"what says little besides one word first", "trust", fields{"old trust", "old trust board", "very old trust board"}},
		{"newest first", "trust", fields{"old trust", "new trust", "bad trust", "sad trust"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			// Backwards, so that being newer helps none but the last.
			texts := make(fields, len(test.inOrder))
			for i := range texts {
				texts[i] = test.inOrder[len(texts)-1-i]
			}
			if test.name == "newest first" {
				copy(texts, test.inOrder)
			}
			for range 100 {
				texts = append(texts, "something else") // so that words say something
			}
			s := New(texts).NewSearcher()
			answer := s.Search(test.query, Options{})
			hits := answer.Hits
			if len(hits) != len(test.inOrder) {
				t.Fatalf("%d hits of %d", len(hits), len(test.inOrder))
			}
			for i, h := range hits {
				if texts[h.Story] != test.inOrder[i] {
					t.Errorf("in place %d %q (%s), want %q", i+1, texts[h.Story], answer.Explain(h), test.inOrder[i])
				}
			}
		})
	}
}

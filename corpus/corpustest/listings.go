package corpustest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"icsexplorer/corpus"
)

// Listings returns the files of n listings, each with the given number of stories, none
// of which has a fault. They are the same at every call. Their names have the day of a
// capture, so that they can stand beside listings that are named after the system
// alone; beyond one for each system come captures of other days.
//
// Every second listing is of the dated design. All are cut from one sequence of
// stories, each with a headline of its own: most stand in one listing, every tenth in as
// many as twelve. Some have captions, and some a series.
func Listings(t testing.TB, n, stories int) fstest.MapFS {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	texts := make([]strings.Builder, n)
	for i := range texts {
		texts[i].WriteString(registry[i%len(registry)].ShortName + " ICS\n")
	}
	left := make([]int, n) // stories that are to be written to each
	for i := range left {
		left[i] = stories
	}
	for story, all := 0, n*stories; all > 0; story++ {
		copies := 1
		if story%10 == 0 {
			copies = min(n, 12)
		}
		for i := range copies {
			if at := (story + i) % n; left[at] > 0 {
				texts[at].WriteString(text(story, at%2 == 1))
				left[at]--
				all--
			}
		}
	}
	files := make(fstest.MapFS)
	for i := range texts {
		day := newest.AddDate(0, 0, 1+i/len(registry)).Format(time.DateOnly)
		name := fmt.Sprintf("%s-ics.%s.txt", registry[i%len(registry)].Slug, day)
		files[name] = &fstest.MapFile{Data: []byte(texts[i].String())}
	}
	return files
}

// newest is the time of the first story; each is a minute older than the one before.
var newest = time.Date(2026, 4, 30, 12, 0, 0, 0, time.UTC)

// text returns a story as it stands in a listing.
func text(story int, dated bool) string {
	who := []string{"Trust", "Regulator", "Board", "Hospital", "Council"}
	does := []string{"reviews", "opens", "defends", "loses", "merges", "pays for", "delays"}
	what := []string{"maternity beds", "a GP contract", "its chief executive", "ambulance handovers", "a £9m ‘claw back’", "cancer targets"}
	headline := fmt.Sprintf("%s %s %s in plan %d", who[story%len(who)], does[story%len(does)], what[story%len(what)], story)
	if story%7 == 0 {
		headline = "Recovery Watch: " + headline
	}
	var b strings.Builder
	if story%3 == 0 {
		fmt.Fprintf(&b, "\nPicture %d\n", story)
	}
	fmt.Fprintf(&b, "\n%s\n\n", headline)
	if dated {
		b.WriteString(newest.Add(-time.Duration(story)*time.Minute).Format(time.RFC3339) + "\n")
	}
	fmt.Fprintf(&b, "\nWhat number %d means for its patients, and who decided on it.\n", story)
	return b.String()
}

package corpus

import "time"

// differs reports whether two entries of the same headline are two stories: they are if
// both have days that differ, and standfirsts that differ. Two addresses that differ say so
// less surely, since a site may move an article.
func (e *Entry) differs(f *Entry) bool {
	return !e.Published.IsZero() && !f.Published.IsZero() && day(e.Published) != day(f.Published) &&
		e.Standfirst != "" && f.Standfirst != "" && e.Standfirst != f.Standfirst
}

// laterThan reports whether the time of e is after that of f, or its day if one of them has
// nothing but a day.
func (e *Entry) laterThan(f *Entry) bool {
	return later(e.Published, e.DayOnly, f.Published, f.DayOnly)
}

func later(a time.Time, aDay bool, b time.Time, bDay bool) bool {
	if aDay || bDay {
		return day(a) > day(b)
	}
	return a.After(b)
}

// sameTime reports whether two times agree, as far as each is known.
func sameTime(a time.Time, aDay bool, b time.Time, bDay bool) bool {
	if aDay || bDay {
		return day(a) == day(b)
	}
	return a.Equal(b)
}

// Identities number stories as their entries come: which of them an entry is of.
type identities struct {
	byHeadline map[string][]known // by folded headline
	byURL      map[string]int
	stories    int
}

// A known story has the first entry that was met of it.
type known struct {
	entry *Entry
	story int
}

func newIdentities() *identities {
	return &identities{byHeadline: make(map[string][]known), byURL: make(map[string]int)}
}

// find returns the number of the story of e, and whether it is a new one. The same address is
// the same story, and without one the same folded headline, unless the two differ.
func (k *identities) find(e *Entry) (story int, isNew bool) {
	id := identity(e.Headline)
	story, found := k.byURL[e.URL]
	if e.URL == "" || !found {
		story = -1
	}
	met := false // with this headline
	for _, other := range k.byHeadline[id] {
		if story < 0 && !e.differs(other.entry) {
			story = other.story
		}
		met = met || story == other.story
	}
	if story < 0 {
		story, isNew = k.stories, true
		k.stories++
	}
	if !met {
		k.byHeadline[id] = append(k.byHeadline[id], known{e, story})
	}
	if e.URL != "" {
		k.byURL[e.URL] = story
	}
	return story, isNew
}

// key returns the key of the story that find has just said to be new, by its entry. A second
// story of a headline has that of the headline and its day.
func (k *identities) key(e *Entry) string {
	id := identity(e.Headline)
	if len(k.byHeadline[id]) > 1 {
		return key(id + "\n" + day(e.Published))
	}
	return key(id)
}

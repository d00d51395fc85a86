package corpus

// contradictions names the entries that were moved, each with what it contradicts.
func (c *Corpus) contradictions(moves []move) ErrorList {
	var list ErrorList
	for _, m := range moves {
		l := c.Listings[m.listing]
		e := l.Entries[c.Stories[m.story].position(m.listing)]
		list = append(list, Error{l.File, e.Line, quote(e.Headline) + " contradicts another listing or the dates", true})
	}
	list.sort()
	return list
}

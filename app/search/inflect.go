package search

// inflections calls yield for w and the other forms that English may give it. Many of them
// are no words. A form is valid until yield returns.
func inflections(w []byte, yield func(form []byte)) {
	regular(w, yield)
	for _, form := range irregular(w) {
		yield([]byte(form))
	}
	respelt(w, yield)
}

// regular calls yield for w and the forms that rules give: plural, past and -ing, with
// their changes of spelling.
func regular(w []byte, yield func(form []byte)) {
	var form []byte
	for _, base := range bases(w) {
		last := base[len(base)-1]
		for _, e := range endings(last) {
			form = append(form[:0], base[:len(base)-e.drop]...)
			yield(append(form, e.add...))
		}
		switch last {
		case 'b', 'd', 'g', 'l', 'm', 'n', 'p', 'r', 't':
			form = append(append(form[:0], base...), last)
			yield(append(form, "ed"...))
			yield(append(form, "ing"...))
		}
	}
}

// An ending is added to a word after dropping so many of its letters.
type ending struct {
	drop int
	add  string
}

// endings lists what may follow a word that ends in last.
func endings(last byte) []ending {
	switch last {
	case 'e':
		return []ending{{0, ""}, {0, "s"}, {0, "d"}, {1, "ing"}}
	case 'y':
		return []ending{{0, ""}, {0, "s"}, {0, "ed"}, {0, "ing"}, {1, "ies"}, {1, "ied"}}
	}
	if sibilant(last) {
		return []ending{{0, ""}, {0, "es"}, {0, "ed"}, {0, "ing"}}
	}
	return []ending{{0, ""}, {0, "s"}, {0, "ed"}, {0, "ing"}}
}

// sibilant reports whether a word that ends in last takes -es rather than -s.
func sibilant(last byte) bool {
	switch last {
	case 'h', 'o', 's', 'x', 'z':
		return true
	}
	return false
}

// shortestBase is the number of letters that a word must keep without -ed, -ing
// and the like; shortestSingular, without -s.
const (
	shortestBase     = 3
	shortestSingular = 2
)

// bases lists what w may be a form of, w itself first.
func bases(w []byte) [][]byte {
	list := [][]byte{w}
	add := func(ending, instead string, shortest int) bool {
		n := len(w) - len(ending)
		if n < shortest || string(w[n:]) != ending {
			return false
		}
		list = append(list, append(w[:n:n], instead...))
		return true
	}
	switch {
	case add("ies", "y", shortestBase-1), add("ied", "y", shortestBase-1):
	case add("ing", "", shortestBase), add("ed", "", shortestBase):
		base := list[1]
		list = append(list, append(base[:len(base):len(base)], 'e'))
		if n := len(base); n > shortestBase && base[n-1] == base[n-2] {
			list = append(list, base[:n-1])
		}
	case add("ss", "ss", 0):
	case len(w) >= shortestBase+2 && sibilant(w[len(w)-3]) && add("es", "", shortestBase):
		list = append(list, w[:len(w)-1])
	case add("s", "", shortestSingular):
	}
	return list
}

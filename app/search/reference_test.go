package search

import (
	"cmp"
	"slices"
	"strings"
)

// A reference is the plain, slow way to search: it compares every word of every story
// with every term, keeps nothing between queries and takes no shortcut. It shares with
// a Searcher only how texts and queries are read into words and terms, what single
// ways and costs are worth, and which words an abbreviation is looked for among.
type reference struct {
	texts       Texts
	read        [][fieldCount][]string // the words of each story
	words       []string               // all words, sorted
	information map[string]uint32
	few         int
	index       *vocabulary // for abbreviations only
}

func newReference(t Texts) *reference {
	r := &reference{texts: t, information: map[string]uint32{}, few: few}
	headlines := map[string]int{}
	r.read = make([][fieldCount][]string, t.Len())
	for i := range r.read {
		for f := range fieldCount {
			r.read[i][f], _ = scanned(t.Text(i, f))
			r.words = append(r.words, r.read[i][f]...)
		}
		for _, w := range distinct(r.read[i][Headline]) {
			headlines[w]++
		}
	}
	r.words = distinct(r.words)
	for w, n := range headlines {
		r.information[w] = uint32(max(0, log2(uint32(t.Len()))-log2(uint32(n))-commonplace))
	}
	r.index = vocabularyOf(r.words)
	return r
}

func (r *reference) text(story int, f Field) []string { return r.read[story][f] }

func distinct(words []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(words)))
}

func (r *reference) begins(word string) bool {
	return slices.ContainsFunc(r.words, func(w string) bool { return strings.HasPrefix(w, word) })
}

// A wanted is a term with what it means beside the others and in a reading.
type wanted struct {
	*term
	words  []string
	text   string         // the last of the words
	pairs  map[string]way // words that it makes with a neighbour
	forms  []string       // other forms of the last word
	like   reading
	isWord bool
	mayGo  bool            // whether a story may be without it
	short  map[string]bool // words that it may abbreviate
}

// search finds what Search should: the hits in order, whether they are partial, and
// the reading.
func (r *reference) search(text string, o Options) (hits []Hit, partial bool, in reading) {
	q := parse(pasted(text))
	hits, partial, in = r.answer(q, o)
	if len(hits) == 0 && !q.plain() && q.asks() {
		if alone, p, i := r.answer(parse(q.words()), o); len(alone) > 0 && !p && i < misspelt {
			return alone, p, i
		}
	}
	if !q.plain() {
		return hits, partial, in
	}
	var likelier []string
	if !partial && in < misspelt && len(hits) > 0 && len(hits) <= accident {
		likelier = r.likelier(&q, lastOf(o))
	}
	wide, ok := q.widen(likelier)
	if !ok {
		return hits, partial, in
	}
	also := r.find(&wide.query, literal, lastOf(o))
	if len(also) > 0 && (partial || in >= misspelt) {
		return also, false, literal
	}
	for _, h := range also {
		if !slices.ContainsFunc(hits, func(typed Hit) bool { return typed.Story == h.Story }) {
			hits = append(hits, h)
		}
	}
	return hits, partial, in
}

// likelier returns, for each term, the most frequent word that it may be a slip of and that
// is far more frequent than the term, "" if there is none; nil if there is none for any.
func (r *reference) likelier(q *query, last Field) []string {
	terms, found := r.want(q, literal, last), false
	words := make([]string, len(terms))
	for i := range terms {
		t := &terms[i]
		if stopWord([]byte(t.text)) || t.isWord && !r.stands(t.text, last) {
			continue
		}
		most := fewerTimes*max(1, r.frequency(last, func(w string) bool {
			return w == t.text || i == len(terms)-1 && !t.mayGo && strings.HasPrefix(w, t.text)
		})) - 1
		for _, word := range r.words {
			if w := r.likeness(t, word); w == absent || w > slippedStart || strings.HasPrefix(word, t.text) || stopWord([]byte(word)) {
				continue
			}
			is := func(w string) bool { return w == word }
			inNames := r.frequency(System, is) - r.frequency(Standfirst, is)
			if n := r.frequency(last, is); n > most && inNames == 0 {
				words[i], most, found = word, n, true
			}
		}
	}
	if !found {
		return nil
	}
	return words
}

// frequency counts the words of all stories for which is holds, each once a text.
func (r *reference) frequency(last Field, is func(word string) bool) (n int) {
	for story := range r.texts.Len() {
		for f := Headline; f <= last; f++ {
			for _, w := range distinct(r.text(story, f)) {
				if is(w) {
					n++
				}
			}
		}
	}
	return n
}

// lastOf returns the last field that is searched.
func lastOf(o Options) Field {
	if o.HeadlineOnly {
		return Headline
	}
	return System
}

func (r *reference) answer(q query, o Options) (hits []Hit, partial bool, in reading) {
	if len(q.terms) == 0 {
		return nil, false, literal
	}
	last := lastOf(o)
	for in := literal; in < readings; in++ {
		if hits := r.find(&q, in, last); len(hits) > 0 {
			if in >= misspelt {
				hits = r.settle(&q, hits, last)
			}
			return hits, false, in
		}
	}
	hits = r.findPartial(&q, last)
	return hits, len(hits) > 0, misspelt
}

// settle leaves those of hits that alter each term to the word of the first, to one that it
// begins, or that begins it, or not at all.
func (r *reference) settle(q *query, hits []Hit, last Field) []Hit {
	terms := r.want(q, misspelt, last)
	for i := range terms {
		t := &terms[i]
		if !q.plain() {
			break
		}
		meant, best := "", absent
		for f := Headline; f <= last && best == absent; f++ {
			for _, word := range r.text(hits[0].Story, f) {
				if w := r.wayOf(t, word); better(best, w) != best {
					meant, best = word, w
				}
			}
		}
		if best < slipped {
			continue
		}
		has := func(story int, f Field) bool {
			return r.together(t, r.text(story, f), f) != absent || slices.ContainsFunc(r.text(story, f), func(word string) bool {
				w := r.wayOf(t, word)
				return w != absent && (w < slipped || strings.HasPrefix(word, meant) || strings.HasPrefix(meant, word))
			})
		}
		hits = slices.DeleteFunc(hits, func(h Hit) bool {
			for f := Headline; f <= last; f++ {
				if has(h.Story, f) {
					return false
				}
			}
			return true
		})
	}
	return hits
}

func (r *reference) find(q *query, in reading, last Field) []Hit {
	terms := r.want(q, in, last)
	var hits []Hit
	for story := range r.texts.Len() {
		if rank, f, ok := r.match(q, terms, in, story, last); ok {
			hits = append(hits, Hit{story, f, rank})
		}
	}
	byRank(hits)
	return hits
}

func byRank(hits []Hit) {
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.Story, b.Story)) })
}

func (r *reference) want(q *query, in reading, last Field) []wanted {
	terms := make([]wanted, len(q.terms))
	for i := range q.terms {
		w := &terms[i]
		w.term = &q.terms[i]
		for _, word := range w.term.words {
			w.words = append(w.words, string(word))
		}
		w.text = w.words[len(w.words)-1]
		w.forms = inflectionsOf(w.text)
		w.pairs = map[string]way{}
		w.mayGo = r.mayGo(q, i)
		w.like = min(in, compound)
		w.isWord = slices.Contains(r.words, w.text) || irregular([]byte(w.text)) != nil
		if unknown := !r.begins(w.text); in >= misspelt && unknown || in == partial {
			if !stopWord([]byte(w.text)) && (!w.isWord || r.stands(w.text, last)) {
				w.like = in
			}
		}
		w.short = map[string]bool{}
		for _, n := range r.index.abbreviated([]byte(w.text)) {
			w.short[string(r.index.word(n))] = true
		}
	}
	for i := 1; i < len(terms); i++ {
		a, b := &terms[i-1], &terms[i]
		if !a.plain() || !b.plain() {
			continue
		}
		if n, ok := numberOf([]byte(a.text), []byte(b.text)); ok {
			for _, name := range scales()[n.scale] {
				a.pairs[a.text+name], b.pairs[a.text+name] = whole, whole
			}
		} else if both := a.text + b.text; len(both) >= shortestJoin {
			a.pairs[both] = better(a.pairs[both], joined)
			b.pairs[both] = better(b.pairs[both], joined)
		}
	}
	return terms
}

// mayGo reports whether a story may be without term i of q: it says little, is no operand,
// is not the last, and there is one that says more.
func (r *reference) mayGo(q *query, i int) bool {
	says := func(t term) bool { return !t.negated && !(t.plain() && stopWord(t.words[0])) }
	alone := slices.ContainsFunc(q.clauses, func(c clause) bool { return c.first == i && c.end == i+1 })
	return alone && i+1 < len(q.terms) && slices.ContainsFunc(q.terms, says) && q.terms[i].plain() && stopWord(q.terms[i].words[0])
}

// stands reports whether a field of a story up to last has word.
func (r *reference) stands(word string, last Field) bool {
	for story := range r.texts.Len() {
		for f := Headline; f <= last; f++ {
			if slices.Contains(r.text(story, f), word) {
				return true
			}
		}
	}
	return false
}

// wayOf returns how word answers the last word of t.
func (r *reference) wayOf(t *wanted, word string) way {
	if word == t.text {
		return whole
	}
	if t.exact {
		return absent
	}
	best := absent
	if strings.HasPrefix(word, t.text) && !t.mayGo {
		best = begun(len(word) - len(t.text))
	}
	if t.plain() && slices.Contains(t.forms, word) {
		if isDigit(word[0]) != isDigit(t.text[0]) {
			best = whole
		}
		best = better(best, inflected)
	}
	if !t.plain() {
		return best
	}
	if a, ok := parseNumber([]byte(t.text)); ok && a.scale >= 0 {
		if b, ok := parseNumber([]byte(word)); ok && a.scale == b.scale && string(a.digits) == string(b.digits) {
			best = better(best, whole)
		}
	}
	if a, ok := parseNumber([]byte(t.text)); ok && a.scale >= 0 && !strings.Contains(t.text, ".") {
		if b, ok := parseNumber([]byte(word)); ok && a.scale == b.scale && strings.HasPrefix(word, string(a.digits)+".") {
			best = better(best, joined)
		}
	}
	if before, after, ok := strings.Cut(word, "."); ok && before+after == t.text {
		if _, ok := parseNumber([]byte(word)); ok {
			best = better(best, joined)
		}
	}
	best = better(best, t.pairs[word])
	if best == absent && t.like >= misspelt {
		return r.likeness(t, word)
	}
	return best
}

// likeness returns how word may be meant by t though t begins otherwise.
func (r *reference) likeness(t *wanted, word string) way {
	size := len([]rune(t.text))
	if size < oneLeftOut || size > maxSpelling {
		return absent
	}
	if isDigit(t.text[0]) {
		return absent
	}
	best := absent
	sameStart := word[0] == t.text[0]
	switch edits := distance(t.text, word); {
	case edits == 1 && (size >= oneWrong || len(word) > len(t.text)):
		best = edited
		if slips([]byte(t.text), []byte(word)) {
			best = slipped
		}
	case edits == 2 && sameStart && (size >= twoWrong || size >= twoConfused && slices.Equal(consonantsOf(t.text), consonantsOf(word))):
		best = editedTwice
	}
	if size >= begunLeftOut && sameStart && !strings.HasPrefix(word, t.text) && leftOutOrSwapped(t.text, word) {
		best = better(best, slippedStart)
	}
	if t.short[word] {
		best = better(best, abbreviated)
	}
	if best > slippedStart && stopWord([]byte(word)) {
		return absent
	}
	return best
}

// consonantsOf lists the consonants of w in alphabetical order, doubled ones once.
func consonantsOf(w string) []rune {
	list := slices.DeleteFunc(slices.Compact([]rune(w)), func(r rune) bool { return strings.ContainsRune("aeiouy", r) })
	slices.Sort(list)
	return list
}

// leftOutOrSwapped reports whether leaving one letter of a beginning of word out, or
// swapping two, makes typed.
func leftOutOrSwapped(typed, word string) bool {
	for i := range len(word) {
		if i < len(typed)+1 && len(word) > len(typed) && word[:i]+word[i+1:len(typed)+1] == typed {
			return true
		}
		if i+1 < len(typed) && len(word) >= len(typed) && word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:len(typed)] == typed {
			return true
		}
	}
	return false
}

// together returns how neighbours anywhere among words answer t.
func (r *reference) together(t *wanted, words []string, f Field) way {
	n := len(t.words)
	if !t.simple() {
		if f == System && t.inProse {
			return absent
		}
		for at := 0; at+n <= len(words); at++ {
			if t.atStart && at > 0 || t.atEnd && at+n < len(words) || !slices.Equal(words[at:at+n-1], t.words[:n-1]) {
				continue
			}
			if end := words[at+n-1]; end == t.text || !t.exact && strings.HasPrefix(end, t.text) {
				return whole
			}
		}
		return absent
	}
	best := absent
	if !t.plain() {
		return best
	}
	number, isNumber := parseNumber([]byte(t.text))
	for at := range words {
		if at+1 < len(words) {
			a, b := words[at], words[at+1]
			if a+b == t.text && min(len(a), len(b)) >= shortestPart {
				best = better(best, joined)
			}
			if isNumber && number.scale >= 0 && a == string(number.digits) && slices.Contains(scales()[number.scale], b) {
				best = better(best, whole)
			}
		}
		if t.like >= compound && !slices.Contains(r.words, t.text) && fewestInitials <= len(t.text) && len(t.text) <= maxSpelling {
			w := compoundOf(t.text, words[at:])
			if w != initials || f == Headline || f == System {
				best = better(best, w)
			}
		}
	}
	return best
}

// compoundOf returns how the first of words answer typed together.
func compoundOf(typed string, words []string) way {
	for n := 2; n <= min(len(words), maxParts); n++ {
		before, end := strings.Join(words[:n-1], ""), words[n-1]
		rest, ok := strings.CutPrefix(typed, before)
		part := func(w string) bool { return len(w) >= shortestWhole || isDigit(w[0]) }
		if !ok || rest == "" || slices.ContainsFunc(words[:n-1], func(w string) bool { return !part(w) }) {
			continue
		}
		if end == rest && part(end) || strings.HasPrefix(end, rest) && len(rest) >= shortestBegun {
			return joined
		}
	}
	first := ""
	for _, w := range words[:min(len(words), len(typed))] {
		first += w[:1]
	}
	if first == typed && len(typed) >= fewestInitials {
		return initials
	}
	for n := fewestBefore; n <= mostBefore; n++ {
		if n < len(words) && len(typed)-n >= shortestAfter && strings.HasPrefix(first, typed[:n]) && strings.HasPrefix(words[n], typed[n:]) {
			return initials
		}
	}
	return absent
}

// A finding is how the terms of a query stand in a story up to a field.
type finding struct {
	ways           []way
	fields         []Field
	beside, behind map[int]bool
	opens          bool // whether the first word answers the first term
}

// look adds to what was found what field f of story has.
func (r *reference) look(v *finding, terms []wanted, story int, f Field) {
	words := r.text(story, f)
	simple := func(i int) bool { return terms[i].simple() && !terms[i].negated }
	// stands says which simple terms each word answers.
	stands := make([][]bool, len(words))
	for at, word := range words {
		stands[at] = make([]bool, len(terms))
		for i := range terms {
			stands[at][i] = simple(i) && r.wayOf(&terms[i], word) != absent
		}
	}
	for i := range terms {
		if v.ways[i] != absent || terms[i].negated {
			continue
		}
		best := absent
		if simple(i) {
			for _, word := range words {
				best = better(best, r.wayOf(&terms[i], word))
			}
		}
		if best == absent {
			best = r.together(&terms[i], words, f)
		}
		v.ways[i], v.fields[i] = best, f
	}
	if f == Headline {
		v.opens = stands[0][0]
	}
	for at := range words {
		for i := 1; i < len(terms); i++ {
			if !stands[at][i] {
				continue
			}
			if at > 0 && stands[at-1][i-1] {
				v.beside[i] = true
			}
			for before := range at {
				if stands[before][i-1] {
					v.behind[i] = true
				}
			}
		}
	}
}

func newFinding(n int) *finding {
	return &finding{ways: make([]way, n), fields: make([]Field, n), beside: map[int]bool{}, behind: map[int]bool{}}
}

func (v *finding) orderCost(asked int32) int32 {
	if asked < 2 {
		return 0
	}
	n := asked - 1
	return (apartCost*max(0, n-int32(len(v.beside))) + disorderCost*max(0, n-int32(len(v.behind)))) / n
}

func (r *reference) match(q *query, terms []wanted, in reading, story int, last Field) (rank, Field, bool) {
	v := newFinding(len(terms))
	for f := Headline; f <= last; f++ {
		if len(r.text(story, f)) == 0 {
			continue
		}
		r.look(v, terms, story, f)
		total, asked, ok := int32(0), 0, true
		for _, c := range q.clauses {
			if c.negated {
				continue
			}
			best := absent
			for i := c.first; i < c.end; i++ {
				best = better(best, v.ways[i])
				asked++
			}
			switch {
			case !terms[c.first].mayGo:
				ok = ok && best != absent
				total += best.cost()
				if best.begins() && c.end < len(terms) {
					total += finishedCost
				}
			case best == absent:
				total += dispensedCost
			}
		}
		if !ok {
			continue
		}
		if r.excluded(q, terms, story, last) {
			return 0, 0, false
		}
		more := asked - 1
		if f == Headline && (in > literal || len(terms) > 1 || r.texts.Len() <= r.few) {
			more = max(more, 1)
			if in < misspelt && !v.opens {
				total += openingCost
			}
		}
		return newRank(total+v.orderCost(int32(asked))+surplus(more, r.headlineInformation(story)), f), f, true
	}
	return 0, 0, false
}

func (r *reference) excluded(q *query, terms []wanted, story int, last Field) bool {
	for _, c := range q.clauses {
		for f := Headline; c.negated && f <= last; f++ {
			t := terms[c.first]
			words := r.text(story, f)
			if t.simple() && slices.Contains(words, t.text) || !t.simple() && r.together(&t, words, f) != absent {
				return true
			}
		}
	}
	return false
}

func (r *reference) headlineInformation(story int) (sum uint32) {
	for _, w := range r.text(story, Headline) {
		sum += r.information[w]
	}
	return sum
}

func (r *reference) findPartial(q *query, last Field) []Hit {
	terms := r.want(q, partial, last)
	meaning, letters := 0, 0
	for i := range terms {
		if !terms[i].plain() {
			return nil
		}
		if !stopWord([]byte(terms[i].text)) {
			meaning++
			letters = len(terms[i].text)
		}
	}
	if len(q.clauses) != len(q.terms) || meaning < fewestWords {
		return nil
	}
	if meaning > fewestWords && letters < shortestSolid {
		meaning--
	}
	var hits []Hit
	for story := range r.texts.Len() {
		v := newFinding(len(terms))
		for f := Headline; f <= last; f++ {
			if len(r.text(story, f)) > 0 {
				r.look(v, terms, story, f)
			}
		}
		solid, missing, total, field := 0, 0, int32(0), Headline
		for i := range terms {
			w, f, t := v.ways[i], v.fields[i], &terms[i]
			switch {
			case stopWord([]byte(t.text)):
			case w == absent:
				cost := r.absenceCost(t, last)
				if i == len(terms)-1 && r.almost(t, story, last) {
					cost = max(0, cost-almostGain)
				}
				total += cost
				missing++
			default:
				total += w.cost() + otherFieldCost*int32(f)
				field = max(field, f)
				if w >= slipped && t.isWord {
					total += alteredCost
					missing++
				}
				if w == whole || w == inflected || w == joined || w.begins() && len(t.text) >= shortestSolid {
					solid++
				}
			}
		}
		all := !slices.Contains(v.ways, absent)
		if solid*solidShare >= meaning || all {
			if len(r.text(story, Headline)) > 0 && !v.opens {
				total += openingCost
			}
			total += v.orderCost(int32(len(terms))) + surplus(max(1, solid-1), r.headlineInformation(story))
			hits = append(hits, Hit{story, field, newPartialRank(missing, total, field)})
		}
	}
	byRank(hits)
	return slices.DeleteFunc(hits, func(h Hit) bool { return h.rank.missing() > hits[0].rank.missing() })
}

// absenceCost counts the words of all stories that begin as t, each once a text.
func (r *reference) absenceCost(t *wanted, last Field) int32 {
	n := r.frequency(last, func(w string) bool { return strings.HasPrefix(w, t.text) })
	if n == 0 {
		return missingCost
	}
	return max(0, log2(uint32(r.texts.Len()))-log2(uint32(n))) * bit / fraction
}

// almost tries each beginning of t, the longest first, until one has more words than t.
func (r *reference) almost(t *wanted, story int, last Field) bool {
	words := func(prefix string) (n int) {
		for _, w := range r.words {
			if strings.HasPrefix(w, prefix) {
				n++
			}
		}
		return n
	}
	for n := len(t.text) - 1; n > 0; n-- {
		if words(t.text[:n]) > words(t.text) {
			for f := Headline; f <= last; f++ {
				if slices.ContainsFunc(r.text(story, f), func(w string) bool { return strings.HasPrefix(w, t.text[:n]) }) {
					return true
				}
			}
			return false
		}
	}
	return false
}

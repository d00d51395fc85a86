package view

import (
	"net/url"
	"slices"
	"strings"
)

// The keys of an address, and the names of the boxes that choose their values.
const (
	KeyQuery   = "q"
	KeySystems = "ics"
	KeySeries  = "series"
	KeySpread  = "spread"
	KeyFrom    = "from"
	KeyTo      = "to"
	KeyIn      = "in"
	KeySort    = "sort"
	KeyShow    = "show"
	keyCorpus  = "corpus"
)

// Unknown is a value of an address that means nothing here, such as sort=oldest.
// The value is at most 120 runes of valid UTF-8 and is only ever shown as text.
type Unknown struct{ Key, Value string }

// Encode is v as a query string without the question mark, in canonical form.
// The front page is the empty string.
func (v View) Encode() string {
	var b strings.Builder
	add := func(key string, values ...string) {
		for _, value := range values {
			if value == "" {
				continue
			}
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(key)
			b.WriteByte('=')
			b.WriteString(url.QueryEscape(value))
		}
	}
	add(KeyQuery, v.Query)
	add(KeySystems, v.Systems...)
	add(KeySeries, v.Series...)
	add(KeySpread, string(v.Spread))
	add(KeyFrom, v.From)
	add(KeyTo, v.To)
	add(KeyIn, string(v.In))
	add(KeySort, string(v.Sort))
	add(KeyShow, string(v.Show))
	return b.String()
}

// Href is the relative link to v: a question mark and the encoded view. It keeps
// the folder and the file of the page it stands on.
func (v View) Href() string { return "?" + v.Encode() }

// ShareHref is Href with the fingerprint of the corpus that the view was taken
// from, for an address that is sent to somebody else.
func (v View) ShareHref(fingerprint string) string {
	href := v.Href()
	if href != "?" {
		href += "&"
	}
	return href + keyCorpus + "=" + url.QueryEscape(fingerprint)
}

// SharedCorpus is the fingerprint in an address made by [View.ShareHref], or "".
func SharedCorpus(query string) string {
	for pair := range strings.SplitSeq(strings.TrimPrefix(query, "?"), "&") {
		if key, value, _ := strings.Cut(pair, "="); keyOf(key) == keyCorpus {
			return slug(unescape(value))
		}
	}
	return ""
}

// keyOf is a key as it was meant. Programs that write an address into HTML and take it out
// as it stands leave "amp;" behind every "&", once or more often.
func keyOf(key string) string {
	key = unescape(key)
	for {
		rest, found := strings.CutPrefix(key, "amp;")
		if !found {
			return key
		}
		key = rest
	}
}

// Decode reads a query string, with or without its question mark, as far as it
// can be read. What it cannot make sense of comes back in the order it was
// written, at most 20 of them. For every view v, Decode(v.Encode()) is v.
func Decode(query string) (View, []Unknown) {
	var v View
	var unknown []Unknown
	for pair := range strings.SplitSeq(strings.TrimPrefix(query, "?"), "&") {
		key, value, _ := strings.Cut(pair, "=")
		if value = unescape(value); value == "" {
			continue
		}
		if key = keyOf(key); !v.set(key, value) && len(unknown) < maxUnknown {
			unknown = append(unknown, Unknown{key, shortened(value)})
		}
	}
	v.Systems = distinct(v.Systems)
	v.Series = distinct(v.Series)
	return v, unknown
}

// set takes one pair of an address into v. It reports false for a value that is
// unknown under a known key; of a key that can stand once the first value holds.
func (v *View) set(key, value string) bool {
	switch key {
	case KeyQuery:
		if v.Query == "" {
			v.Query, _ = CleanQuery(value)
		}
		return true
	case KeySystems:
		return addSlug(&v.Systems, systemSlug(value))
	case KeySeries:
		return addSlug(&v.Series, slug(value))
	case KeySpread:
		return setOnce(&v.Spread, value, Local, National)
	case KeyIn:
		return setOnce(&v.In, value, Headline)
	case KeySort:
		return setOnce(&v.Sort, value, Newest, AZ)
	case KeyShow:
		return setOnce(&v.Show, value, Map, Compare)
	case KeyFrom:
		return setDate(&v.From, value)
	case KeyTo:
		return setDate(&v.To, value)
	}
	return true // an unknown key is nobody's mistake: mail programs add them
}

func setOnce[T ~string](field *T, value string, known ...T) bool {
	got := T(slug(value))
	if !slices.Contains(known, got) {
		return false
	}
	if *field == "" {
		*field = got
	}
	return true
}

func setDate(field *string, value string) bool {
	value = strings.TrimSpace(value)
	if !validDate(value) {
		return false
	}
	if *field == "" {
		*field = value
	}
	return true
}

func addSlug(set *[]string, value string) bool {
	if value == "" || len(*set) == maxSlugs {
		return false
	}
	*set = append(*set, value)
	return true
}

// slug is an address's value as slugs are compared: lower case, trimmed, short. A full
// stop or a bracket behind it is of the sentence that the address stood in.
func slug(value string) string {
	return strings.TrimRight(shortened(strings.ToLower(strings.TrimSpace(value))), " \t.,;:!?)]}>'\"’”»")
}

// systemSlug is the slug of a system however often "-ics" was put behind it, so
// that reading an address that was written from one changes nothing.
func systemSlug(value string) string {
	for {
		short := strings.TrimSuffix(slug(value), "-ics")
		if short == value {
			return short
		}
		value = short
	}
}

func distinct(set []string) []string {
	slices.Sort(set)
	return slices.Compact(set)
}

// unescape undoes percent encoding. A value that was mangled on its way, as in
// "100%", is taken as it stands.
func unescape(s string) string {
	if t, err := url.QueryUnescape(s); err == nil {
		s = t
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

func shortened(s string) string {
	n := 0
	for i := range s {
		if n == maxSlug {
			return s[:i]
		}
		n++
	}
	return s
}

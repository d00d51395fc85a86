package view

import "slices"

// Toggle is v with a value chosen, or no longer chosen if it was. key is that of the
// value in an address; v is unchanged if the key's values are not chosen one by one,
// or if the value is none of the key's. Of spreads one is always chosen; the empty one
// is any.
func (v View) Toggle(key, value string) View {
	switch key {
	case KeySystems:
		return v.ToggleSystem(value)
	case KeySeries:
		return v.ToggleSeries(value)
	case KeySpread:
		v.Spread = toggledTo(v.Spread, value, "", Local, National)
	case KeyIn:
		v.In = toggledTo(v.In, value, Headline)
	}
	return v
}

// Has reports whether v has the value of a key chosen, of those that [View.Toggle]
// knows.
func (v View) Has(key, value string) bool {
	switch key {
	case KeySystems:
		return slices.Contains(v.Systems, value)
	case KeySeries:
		return slices.Contains(v.Series, value)
	case KeySpread:
		return string(v.Spread) == value
	case KeyIn:
		return value != "" && string(v.In) == value
	}
	return false
}

// ToggleSystem is v with the system chosen, or no longer chosen if it was.
func (v View) ToggleSystem(slug string) View {
	v.Systems = toggled(v.Systems, slug)
	return v
}

// ToggleSeries is v with the series chosen, or no longer chosen if it was.
func (v View) ToggleSeries(slug string) View {
	v.Series = toggled(v.Series, slug)
	return v
}

// ToggleSpread is v narrowed to s, or widened again if it was.
func (v View) ToggleSpread(s Spread) View { return v.Toggle(KeySpread, string(s)) }

// toggled is a sorted copy of set with value added, or removed if it was there.
func toggled(set []string, value string) []string {
	i, found := slices.BinarySearch(set, value)
	if found {
		return slices.Concat(set[:i], set[i+1:])
	}
	return slices.Concat(set[:i], []string{value}, set[i:])
}

// toggledTo is value if it is one of known and not chosen yet.
func toggledTo[T ~string](chosen T, value string, known ...T) T {
	if !slices.Contains(known, T(value)) {
		return chosen
	}
	if chosen == T(value) {
		return ""
	}
	return T(value)
}

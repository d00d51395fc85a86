package export

import (
	"bytes"
	"encoding/json"
)

// JSON writes one object with the title, the address, the day, the fingerprint, the ages
// of the listings, and the stories in their order.
func JSON(v View) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(struct { // of strings alone, which there is always a form for
		Title    string    `json:"title"`
		Address  string    `json:"address"`
		Day      string    `json:"day"`
		Corpus   string    `json:"corpus"`
		Listings []Listing `json:"listings"`
		Stories  []Story   `json:"stories"`
	}{v.Title, v.Address, v.Day, v.Fingerprint, orEmpty(v.Listings), orEmpty(v.Stories)})
	return b.Bytes()
}

// orEmpty is a list that JSON has as [] where there is none, not as null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

package export

import (
	"bytes"
	"encoding/json"
)

// JSON writes one object with the title, the address, the fingerprint and the
// stories in their order.
func JSON(v View) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	stories := v.Stories
	if stories == nil {
		stories = []Story{}
	}
	err := e.Encode(struct {
		Title   string  `json:"title"`
		Address string  `json:"address"`
		Corpus  string  `json:"corpus"`
		Stories []Story `json:"stories"`
	}{v.Title, v.Address, v.Fingerprint, stories})
	return b.Bytes(), err
}

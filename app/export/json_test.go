package export

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestJSONHoldsEverything(t *testing.T) {
	text := JSON(sample)
	var got struct {
		Title, Address, Day, Corpus string
		Listings                    []Listing
		Stories                     []Story
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Stories, sample.Stories) || got.Corpus != sample.Fingerprint || got.Address != sample.Address ||
		got.Title != sample.Title || got.Day != sample.Day || !reflect.DeepEqual(got.Listings, sample.Listings) {
		t.Errorf("got %+v", got)
	}
	if text = JSON(View{}); !strings.Contains(string(text), `"stories": []`) || !strings.Contains(string(text), `"listings": []`) {
		t.Errorf("no stories: %s", text)
	}
}

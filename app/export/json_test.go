package export

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestJSONHoldsEverything(t *testing.T) {
	text, err := JSON(sample)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Title, Address, Corpus string
		Stories                []Story
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Stories, sample.Stories) || got.Corpus != sample.Fingerprint || got.Address != sample.Address {
		t.Errorf("got %+v", got)
	}
	if text, err = JSON(View{}); err != nil || !strings.Contains(string(text), `"stories": []`) {
		t.Errorf("no stories: %s, %v", text, err)
	}
}

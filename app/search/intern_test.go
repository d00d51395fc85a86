package search

import (
	"fmt"
	"strings"
	"testing"
)

// TestLongWords holds that an index takes words however long they are on average.
func TestLongWords(t *testing.T) {
	var texts lines
	for i := range 3000 {
		texts = append(texts, strings.Repeat("long", 10)+fmt.Sprint(i))
	}
	if got := found(New(texts).NewSearcher(), texts[2999]); len(got) != 1 || got[0] != 2999 {
		t.Errorf("the last of 3,000 long words finds %d stories, %v first", len(got), got[:min(len(got), 1)])
	}
}

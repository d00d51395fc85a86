package html

import (
	"html"
	"testing"
)

func FuzzEscapeString(f *testing.F) {
	f.Add(`<a href="?a=1&amp;b='2'">“£9m”</a>`)
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := EscapeString(text), html.EscapeString(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

package fmt

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

type named struct{}

func (named) String() string { return "a “name”" }

var values = []any{
	0, -1, 255, int32('£'), int64(-1 << 63), uint(7), uint32(1 << 31), uint64(1<<64 - 1), byte(9),
	"", "£9m", "two\nlines\x00\xff", []byte("b\xffytes"), named{}, errors.New("failed"), true, false,
}

func TestVerbsAreAsInTheStandardLibrary(t *testing.T) {
	for _, v := range values {
		for _, format := range []string{"%v", "%s", "%q", "%d", "%x", "%X", "%02X", "%02d", "a%vb%%"} {
			got, want := Sprintf(format, v), fmt.Sprintf(format, v)
			if strings.Contains(got, "(?)") {
				continue // said to be unknown, and not used: see TestProgramFormatsWhatTheStandInKnows
			}
			if _, isNumber := whole(v); want != got && !(strings.Contains(format, "0") && !isNumber) {
				t.Errorf("%q of %#v is %q, want %q", format, v, got, want)
			}
		}
	}
	for _, test := range []struct {
		format string
		values []any
	}{
		{"", nil}, {"100%%", nil}, {"%s has %d of %d: %q", []any{"Devon", 1, 2, "x"}}, {"%U and %U", []any{'\u00ad', '\U0001F600'}}, {"%s and %s", []any{"one"}}, {"%", nil},
	} {
		if got, want := Sprintf(test.format, test.values...), fmt.Sprintf(test.format, test.values...); got != want {
			t.Errorf("%q is %q, want %q", test.format, got, want)
		}
	}
}

func TestSprintAndFprintf(t *testing.T) {
	for i := range values {
		some := values[i:min(i+3, len(values))]
		if _, ok := some[0].([]byte); ok {
			continue // the standard library prints them as numbers
		}
		if got, want := Sprint(some[0]), fmt.Sprint(some[0]); got != want {
			t.Errorf("%#v is %q, want %q", some[0], got, want)
		}
	}
	if got, want := Sprint(1, 2, "a", "b", 3, true), fmt.Sprint(1, 2, "a", "b", 3, true); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var b strings.Builder
	if n, err := Fprintf(&b, "%s: %d", "a", 1); b.String() != "a: 1" || n != 4 || err != nil {
		t.Errorf("wrote %q, %d, %v", b.String(), n, err)
	}
}

func TestErrorf(t *testing.T) {
	reason := errors.New("no such file")
	for _, test := range []struct {
		format string
		values []any
		wraps  bool
	}{
		{"reading %s: %w", []any{"a", reason}, true},
		{"reading %s: %v", []any{"a", reason}, false},
		{"nothing is read", nil, false},
	} {
		got, want := Errorf(test.format, test.values...), fmt.Errorf(test.format, test.values...)
		if got.Error() != want.Error() || errors.Is(got, reason) != test.wraps {
			t.Errorf("%q is %q, wrapping %t; want %q", test.format, got, errors.Is(got, reason), want)
		}
	}
}

func FuzzSprintf(f *testing.F) {
	f.Add("%s: %q is %d, %x", "£9m\x00", 7)
	f.Fuzz(func(t *testing.T, format, text string, n int) {
		if strings.Trim(format, "abc :%sqdxXvw") != "" || strings.Count(format, "%") > 4 {
			t.Skip()
		}
		format = strings.NewReplacer("%w", "%v", "% ", "%%", "%:", "%%", "%a", "%%", "%b", "%%", "%c", "%%").Replace(format)
		values := []any{text, n, text, n}
		got, want := Sprintf(format, values...), fmt.Sprintf(format, values...)
		if !strings.Contains(want, "%!") && !strings.Contains(got, "(?)") && got != want {
			t.Errorf("%q is %q, want %q", format, got, want)
		}
	})
}

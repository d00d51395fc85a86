// Package fmt stands in for the standard library's, which takes any value apart by way of
// reflect. This one formats what the program has it format: texts, errors, whole numbers
// and truth values, by the verbs of those. A test of package program holds that the
// program asks for nothing else.
package fmt

import (
	"io"
	"strconv"
	"strings"
)

// A Stringer is a value with a text of its own.
type Stringer interface{ String() string }

// Sprintf is format with the values in the place of its verbs.
func Sprintf(format string, values ...any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(format, "%")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		zeros := 0
		for len(rest) > 0 && '0' <= rest[0] && rest[0] <= '9' {
			zeros = zeros*10 + int(rest[0]-'0')
			rest = rest[1:]
		}
		if rest == "" {
			return b.String() + "%!(NOVERB)"
		}
		verb := rest[0]
		format = rest[1:]
		if verb == '%' {
			b.WriteByte('%')
			continue
		}
		if len(values) == 0 {
			b.WriteString("%!" + string(verb) + "(MISSING)")
			continue
		}
		text := formatted(verb, values[0])
		values = values[1:]
		b.WriteString(strings.Repeat("0", max(zeros-len(text), 0)) + text)
	}
}

// formatted is the value as the verb has it.
func formatted(verb byte, value any) string {
	if n, ok := whole(value); ok {
		switch verb {
		case 'd', 'v':
			return n.text(10)
		case 'x':
			return n.text(16)
		case 'X':
			return strings.ToUpper(n.text(16))
		case 'U':
			return Sprintf("U+%04X", n.size)
		}
		return unknown(verb)
	}
	if b, ok := value.(bool); ok && verb == 'v' {
		return strconv.FormatBool(b)
	}
	text, ok := textOf(value)
	if _, isBytes := value.([]byte); !ok || isBytes && verb == 'v' {
		return unknown(verb)
	}
	switch verb {
	case 's', 'v', 'w':
		return text
	case 'q':
		return strconv.Quote(text)
	case 'x':
		return hexadecimal(text)
	}
	return unknown(verb)
}

// unknown stands where a value cannot be formatted.
func unknown(verb byte) string { return "%!" + string(verb) + "(?)" }

func textOf(value any) (text string, ok bool) {
	switch v := value.(type) {
	case error:
		return v.Error(), true
	case Stringer:
		return v.String(), true
	case string:
		return v, true
	case []byte:
		return string(v), true
	}
	return "", false
}

func hexadecimal(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteString(strconv.FormatUint(uint64(text[i])>>4, 16) + strconv.FormatUint(uint64(text[i])&0xf, 16))
	}
	return b.String()
}

// A number is a whole one, of any type.
type number struct {
	size     uint64
	negative bool
}

func whole(value any) (n number, ok bool) {
	switch v := value.(type) {
	case int:
		return signed(int64(v)), true
	case int64:
		return signed(v), true
	case int32:
		return signed(int64(v)), true
	case uint:
		return number{size: uint64(v)}, true
	case uint64:
		return number{size: v}, true
	case uint32:
		return number{size: uint64(v)}, true
	case byte:
		return number{size: uint64(v)}, true
	}
	return number{}, false
}

func signed(v int64) number {
	if v < 0 {
		return number{-uint64(v), true}
	}
	return number{size: uint64(v)}
}

func (n number) text(base int) string {
	if n.negative {
		return "-" + strconv.FormatUint(n.size, base)
	}
	return strconv.FormatUint(n.size, base)
}

// Sprint is the values as %v has them, with a space between two of which neither is a
// string.
func Sprint(values ...any) string {
	var b strings.Builder
	spaced := false
	for i, v := range values {
		_, isText := v.(string)
		if i > 0 && spaced && !isText {
			b.WriteByte(' ')
		}
		spaced = !isText
		b.WriteString(formatted('v', v))
	}
	return b.String()
}

// Fprintf writes what Sprintf returns.
func Fprintf(w io.Writer, format string, values ...any) (int, error) {
	return io.WriteString(w, Sprintf(format, values...))
}

// Errorf is an error with the text. An error formatted by %w is what it wraps.
func Errorf(format string, values ...any) error {
	e := &wrapping{text: Sprintf(format, values...)}
	if strings.Contains(format, "%w") {
		for _, v := range values {
			if reason, ok := v.(error); ok {
				e.reason = reason
			}
		}
	}
	return e
}

type wrapping struct {
	text   string
	reason error
}

func (e *wrapping) Error() string { return e.text }

func (e *wrapping) Unwrap() error { return e.reason }

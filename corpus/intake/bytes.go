package intake

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"icsexplorer/corpus"
)

const (
	maxBytes    = 32 << 20
	maxElements = 1_000_000
)

func tooMuch(src Source) error {
	switch {
	case len(src.Data) > maxBytes:
		return errors.New("it is larger than 32 MB, and a page is far below 1 MB; is it the right file?")
	case len(src.Elements) > maxElements:
		return errors.New("it has more than 1,000,000 elements, and a page has a few thousand; is it the right file?")
	case len(bytes.TrimSpace(src.Data)) == 0 && len(src.Elements) == 0:
		return errors.New("it is empty")
	}
	return nil
}

// binaries are files that have no text to read, by how they begin, and what to do instead.
var binaries = []struct{ begin, say string }{
	{"%PDF", "it is a PDF: open it, select all, copy, and paste the text"},
	{"PK\x03\x04", "it is a Word, Excel or zip file: open it, select all, copy, and paste the text; or save it as a web page or as CSV"},
	{"\xD0\xCF\x11\xE0", "it is an old Word, Excel or Outlook file: open it, select all, copy, and paste the text"},
	{"{\\rtf", "it is rich text (RTF): open it, select all, copy, and paste the text"},
	{"\x89PNG", picture}, {"\xFF\xD8\xFF", picture}, {"GIF8", picture}, {"BM\x00", picture},
	{"II*\x00", picture}, {"MM\x00*", picture}, {"RIFF", picture}, {"\x00\x00\x00\x18ftyp", picture}, {"\x00\x00\x00\x20ftyp", picture},
	{"bplist00", "it is a web archive of Safari: save the page as page source instead"},
	{"\x1F\x8B", "it is compressed: unpack it first"},
	{"7z\xBC\xAF", "it is compressed: unpack it first"},
	{"Rar!", "it is compressed: unpack it first"},
}

const picture = "it is a picture, in which there is no text: copy the page itself, or save it as HTML"

// DecodeText returns data that is text, in UTF-8, UTF-16 or Windows-1252, and
// a note for people if it is not UTF-8. What is no text is an error, which says what to do
// instead.
func DecodeText(data []byte) (text, note string, err error) {
	for _, b := range binaries {
		if bytes.HasPrefix(data, []byte(b.begin)) {
			return "", "", errors.New(b.say)
		}
	}
	text, is16 := decode16(data)
	switch {
	case is16:
		return text, "read as UTF-16", nil
	case bytes.Count(data, []byte{0}) > len(data)/100+8:
		return "", "", errors.New("it is no text; copy the page itself, or save it as HTML")
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\uFEFF"), "", nil
	case isWindows1252(data):
		return corpus.DecodeWindows1252(data), "read as Windows-1252", nil
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), "some characters were lost: it is not UTF-8 throughout", nil
}

// isWindows1252 reports whether no sequence of bytes beyond ASCII is UTF-8, so that it is
// not UTF-8 which was damaged.
func isWindows1252(data []byte) bool {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r != utf8.RuneError && size > 1 {
			return false
		}
		data = data[size:]
	}
	return true
}

// decode16 returns data that is UTF-16, and whether it is: it begins with a mark, or with two letters that have a zero each.
func decode16(data []byte) (text string, ok bool) {
	isLetter := func(zero, letter int) bool { return data[zero] == 0 && data[letter] >= ' ' }
	little := bytes.HasPrefix(data, []byte("\xFF\xFE"))
	switch {
	case little || bytes.HasPrefix(data, []byte("\xFE\xFF")):
		data = data[2:]
	case len(data) < 4:
		return "", false
	case isLetter(1, 0) && isLetter(3, 2):
		little = true
	case !isLetter(0, 1) || !isLetter(2, 3):
		return "", false
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		a, b := uint16(data[i]), uint16(data[i+1])
		if little {
			a, b = b, a
		}
		units = append(units, a<<8|b)
	}
	return string(utf16.Decode(units)), true
}

// MarkupOf says whether data is a document that is to be parsed first, and as what, so
// that its elements can be given to [Read].
func MarkupOf(data []byte) Markup {
	head := string(data[:min(len(data), 4096)])
	if decoded, is16 := decode16([]byte(head)); is16 {
		head = decoded
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(head, "\uFEFF")))
	switch {
	case isMHTML(text):
		return MHTML
	case strings.HasPrefix(text, "<?xml") && !strings.Contains(text, "<html"), strings.HasPrefix(text, "<rss"), strings.HasPrefix(text, "<feed"), strings.HasPrefix(text, "<rdf:rdf"):
		return XML
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<?xml"):
		return HTML
	}
	if !strings.HasPrefix(text, "<") && !strings.HasPrefix(text, "version:") { // as Windows has it on the clipboard
		return NoMarkup
	}
	for _, tag := range []string{"<html", "<head", "<body", "<meta", "<div", "<ul", "<ol", "<li", "<article", "<section", "<main", "<table", "<p>", "<p ", "<h1", "<h2", "<h3", "<a ", "<span", "<!--startfragment"} {
		if strings.Contains(text, tag) {
			return HTML
		}
	}
	return NoMarkup
}

// isMHTML reports whether text begins with the headers of a message that has parts, or
// a page, in it.
func isMHTML(text string) bool {
	head, _, _ := strings.Cut(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
	first, _, _ := strings.Cut(head, "\n")
	name, _, ok := strings.Cut(first, ":")
	if !ok || strings.ContainsAny(name, " <\t") {
		return false
	}
	return strings.Contains(head, "mime-version:") && strings.Contains(head, "content-type:")
}

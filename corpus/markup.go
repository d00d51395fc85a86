package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// latin1Names are the names that HTML has for the characters from U+00A0 to U+00FF.
const latin1Names = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr " +
	"deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest " +
	"Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
	"ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
	"agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml " +
	"eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"

// entities are the characters by their names, of those that English pages have. The
// others, such as "&in;", are more likely to be meant than to be entities.
var entities = func() map[string]rune {
	names := map[string]rune{
		"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'', "AMP": '&', "LT": '<', "GT": '>', "QUOT": '"',
		"OElig": 'Œ', "oelig": 'œ', "Scaron": 'Š', "scaron": 'š', "Yuml": 'Ÿ', "fnof": 'ƒ', "circ": 'ˆ', "tilde": '˜',
		"ensp": '\u2002', "emsp": '\u2003', "thinsp": '\u2009', "zwnj": '\u200C', "zwj": '\u200D', "lrm": '\u200E', "rlm": '\u200F',
		"ndash": '–', "mdash": '—', "lsquo": '‘', "rsquo": '’', "sbquo": '‚', "ldquo": '“', "rdquo": '”', "bdquo": '„',
		"dagger": '†', "Dagger": '‡', "bull": '•', "hellip": '…', "permil": '‰', "prime": '′', "Prime": '″',
		"lsaquo": '‹', "rsaquo": '›', "euro": '€', "trade": '™', "minus": '−',
	}
	for i, name := range strings.Fields(latin1Names) {
		names[name] = rune(0xA0 + i)
	}
	return names
}()

// maxEntity is the length of the longest entity: "&#1114111;".
const maxEntity = 10

// decodeEntities returns text with its HTML entities as characters. Only what ends in a
// semicolon is one, and "&amp;amp;" is one "&".
func decodeEntities(text string) string {
	return replaceEach(text, '&', func(text string) (string, int) {
		r, n := entity(text)
		for r == '&' { // it may begin another one
			next, m := entity("&" + text[n:min(len(text), n+maxEntity-1)])
			if m == 0 {
				break
			}
			r, n = next, n+m-1
		}
		return string(r), n
	})
}

// replaceEach returns text in which whatever read finds is replaced. Read is called with
// what stands from each first byte on, and returns what replaces its first n bytes, 0 if
// they are left.
func replaceEach(text string, first byte, read func(string) (with string, n int)) string {
	var b strings.Builder
	done := 0 // bytes of text that are in b
	for at := 0; ; {
		i := strings.IndexByte(text[at:], first)
		if i < 0 {
			break
		}
		at += i
		with, n := read(text[at:])
		if n == 0 {
			at++
			continue
		}
		b.WriteString(text[done:at])
		b.WriteString(with)
		at += n
		done = at
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// entity returns the character of the entity that text begins with, and its length; 0 if
// there is none.
func entity(text string) (r rune, n int) {
	end := strings.IndexByte(text[:min(len(text), maxEntity)], ';')
	if end < 0 {
		return 0, 0
	}
	name := text[1:end]
	number, isNumber := strings.CutPrefix(name, "#")
	if !isNumber {
		r, ok := entities[name]
		if !ok {
			return 0, 0
		}
		return r, end + 1
	}
	base := 10
	if hex := strings.TrimLeft(number, "xX"); len(hex) == len(number)-1 {
		number, base = hex, 16
	}
	code, err := strconv.ParseUint(number, base, 32)
	if err != nil || code > unicode.MaxRune {
		return 0, 0
	}
	r = rune(code)
	if r >= 0x80 && r < 0xA0 { // as browsers read them
		r = windows1252[r-0x80]
	}
	if r == utf8.RuneError || !utf8.ValidRune(r) || unicode.IsControl(r) {
		return 0, 0
	}
	return r, end + 1
}

// Elements by what their tags are to a text: some stand within a word, some part words,
// and what some hold is no text.
const (
	inlineTags  = " a abbr acronym b bdi bdo big cite code del em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr "
	partingTags = " article aside blockquote br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul "
	otherTags   = " audio body button canvas embed form head html iframe input label link meta noscript object option script select style svg template textarea title video "
)

// stripTags returns text without the tags of HTML and without its comments.
func stripTags(text string) string {
	return replaceEach(text, '<', func(text string) (string, int) {
		name, n := tag(text)
		switch {
		case name == "!--" || isTag(inlineTags, name):
			return "", n
		case isTag(partingTags, name):
			return " ", n
		}
		return "", 0
	})
}

func isTag(names, name string) bool { return strings.Contains(names, " "+name+" ") }

// maxTag is the length to which a tag is looked for.
const maxTag = 2000

// tag returns the name, in lower case, and the length of the tag that text begins with;
// the name is "!--" for a comment, and the length 0 if there is no tag. It is one if
// nothing but attributes with values stands in it, as in <a href="…">, so that "p<b and
// c>d" has none.
func tag(text string) (name string, n int) {
	text, _, _ = strings.Cut(text[:min(len(text), maxTag)], "\n")
	if strings.HasPrefix(text, "<!--") {
		if end := strings.Index(text[4:], "-->"); end >= 0 {
			return "!--", 4 + end + 3
		}
		return "", 0
	}
	rest := strings.TrimPrefix(text[1:], "/")
	i := 0
	for i < len(rest) && (rest[i]|0x20 >= 'a' && rest[i]|0x20 <= 'z' || i > 0 && rest[i] >= '0' && rest[i] <= '9') {
		i++
	}
	name, rest = strings.ToLower(rest[:i]), rest[i:]
	for {
		trimmed := strings.TrimLeft(rest, " \t")
		if end := strings.TrimPrefix(trimmed, "/"); name != "" && strings.HasPrefix(end, ">") {
			return name, len(text) - len(end) + 1
		}
		if len(trimmed) == len(rest) {
			return "", 0
		}
		if rest = attribute(trimmed); rest == "" {
			return "", 0
		}
	}
}

// attribute returns what comes after the attribute that text begins with, "" if there is
// none.
func attribute(text string) string {
	name, value, ok := strings.Cut(text, "=")
	if !ok || name == "" || strings.ContainsAny(name, " \t<>\"'/") {
		return ""
	}
	if value != "" && (value[0] == '"' || value[0] == '\'') {
		if end := strings.IndexByte(value[1:], value[0]); end >= 0 {
			return value[1+end+1:]
		}
		return ""
	}
	if end := strings.IndexAny(value, " \t<>\"'"); end > 0 {
		return value[end:]
	}
	return ""
}

// indexMarkup returns the place of a tag that is not stripped, since what it holds is no
// text; -1 if there is none.
func indexMarkup(text string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			return -1
		}
		at += i
		if name, n := tag(text[at:]); n > 0 && isTag(otherTags, name) {
			return at
		}
	}
}

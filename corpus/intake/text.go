package intake

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// utf16Text decodes UTF-16 that begins with a byte order mark.
func utf16Text(data []byte) string {
	big := data[0] == 0xfe
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		u := uint16(data[i]) | uint16(data[i+1])<<8
		if big {
			u = u<<8 | u>>8
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

// upper1252 are the characters of the bytes 0x80 to 0x9F in Windows-1252.
var upper1252 = []rune("€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ")

// windows1252 decodes text of which some is not UTF-8, and is therefore taken to be of Windows.
func windows1252(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			r = rune(text[i])
			if r < 0xA0 {
				r = upper1252[r-0x80]
			}
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// textLines cuts text into lines; form feeds end one, too. Where every second line is blank,
// as word processors write them, these lines are left out.
func textLines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\f\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	lines := strings.SplitN(text, "\n", maxLines+1)
	lines = lines[:min(len(lines), maxLines)]
	if isDoubled(lines) {
		single := lines[:0:0]
		for i, l := range lines {
			if strings.TrimSpace(l) != "" || i > 0 && strings.TrimSpace(lines[i-1]) == "" {
				single = append(single, l)
			} else {
				single = append(single, skipped)
			}
		}
		return single
	}
	return lines
}

// skipped stands for a line that is there for its number alone.
const skipped = "\x00"

// isDoubled reports whether no two lines with text stand together, and no text is long enough
// to have paragraphs: there is a blank line behind each line end.
func isDoubled(lines []string) bool {
	texts, apart, wide := 0, 0, 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		texts++
		if i+1 < len(lines) && strings.TrimSpace(lines[i+1]) == "" {
			apart++
			if i+2 < len(lines) && strings.TrimSpace(lines[i+2]) == "" {
				wide++ // a blank line that was one before
			}
		}
	}
	return texts >= 8 && apart >= texts-1 && wide > 0
}

// linesOf makes lines of the text, with the bullets and numbers of lists taken away.
func (d *document) linesOf() []line {
	var lines []line
	gap := true
	for i, text := range joinAddresses(d.lines) {
		if text == skipped {
			continue
		}
		text, item := cutBullet(text)
		text, url := cutAddress(text)
		text = corpus.Readable(text)
		switch {
		case text == "" && url != "" && len(lines) > 0:
			if last := &lines[len(lines)-1]; last.url == "" {
				last.url = url // it stands below what it is the address of
			}
		case text == "" && item:
			lines = append(lines, line{number: i + 1, gap: true, item: true})
			gap = false
		case text == "":
			gap = true
		default:
			if n := len(lines); n > 0 && lines[n-1].text == "" && lines[n-1].item {
				item = true // the bullet stood on a line of its own
				lines = lines[:n-1]
			}
			lines = append(lines, line{number: i + 1, text: text, gap: gap || item, item: item, url: url})
			gap = false
		}
	}
	return lines
}

// cutBullet cuts the sign of an item of a list from the beginning of a line.
func cutBullet(text string) (rest string, item bool) {
	text = strings.TrimSpace(strings.TrimLeft(text, "> \t\u00a0"))
	for _, bullet := range []string{"•", "·", "▪", "●", "○", "◦", "*", "-", "–", "—", "§", "\uf0b7", "o\t", "+"} {
		rest, ok := strings.CutPrefix(text, bullet)
		if ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t' || strings.HasPrefix(rest, "\u00a0") || strings.HasSuffix(bullet, "\t")) {
			return strings.TrimSpace(rest), true
		}
	}
	number, rest, ok := strings.Cut(text, ".")
	if !ok {
		number, rest, ok = strings.Cut(text, ")")
	}
	if ok && isDigits(number) && len(number) <= 3 && rest != "" && (rest[0] == ' ' || rest[0] == '\t') && strings.Contains(rest, " ") {
		return strings.TrimSpace(rest), true
	}
	return text, false
}

// joinAddresses puts an address in angle brackets that is broken over lines back on the line
// on which it begins.
func joinAddresses(lines []string) []string {
	joined := lines
	copied := false
	for i := 0; i < len(lines); i++ {
		at := strings.LastIndex(joined[i], "<http")
		if at < 0 || strings.Contains(joined[i][at:], ">") {
			continue
		}
		for n := 1; n <= 8 && i+n < len(lines); n++ {
			before, after, ended := strings.Cut(lines[i+n], ">")
			if strings.ContainsAny(strings.TrimSpace(before), " <") {
				break
			}
			if !ended {
				continue
			}
			if !copied {
				joined, copied = append([]string(nil), lines...), true
			}
			text := joined[i]
			for k := 1; k < n; k++ {
				text += strings.TrimSpace(joined[i+k])
				joined[i+k] = skipped
			}
			joined[i] = text + strings.TrimSpace(before) + ">"
			if joined[i+n] = after; strings.TrimSpace(after) == "" {
				joined[i+n] = skipped
			}
			break
		}
	}
	return joined
}

// cutAddress cuts the addresses in angle brackets from a line, and returns the first.
func cutAddress(text string) (rest, url string) {
	for {
		at := strings.Index(text, "<http")
		if at < 0 {
			return strings.TrimSpace(text), url
		}
		end := strings.IndexByte(text[at:], '>')
		if end < 0 {
			return strings.TrimSpace(text), url
		}
		if url == "" {
			url = corpus.Address(strings.ReplaceAll(text[at+1:at+end], " ", ""))
		}
		text = text[:at] + text[at+end+1:]
	}
}

// unglue parts a label from the headline that is glued to it.
func unglue(lines []line) []line {
	var apart []line
	for _, l := range lines {
		if label, headline, ok := glued(l.text); ok && !isMenu(l.text) {
			first, second := l, l
			first.text, first.url = label, ""
			second.text, second.gap, second.item = headline, false, false
			apart = append(apart, first, second)
			continue
		}
		apart = append(apart, l)
	}
	return apart
}

package export

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRIS(t *testing.T) {
	want := strings.ReplaceAll(`TY  - NEWS
TI  - Trust’s £9m gift, “weakness” and more
T2  - Health Service Journal
AB  - A trust donated £9m.
KW  - South West London
KW  - Bedfordshire Luton and Milton Keynes
ER  - 

TY  - NEWS
TI  - =HYPERLINK("http://x")
T2  - Health Service Journal
PY  - 2025
DA  - 2025/12/11/
SE  - News
UR  - https://www.hsj.co.uk/a/7.article?x=1&y=(2)
KW  - South West London
ER  - 

`, "\n", "\r\n")
	if got := string(RIS(sample)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestADayInRISIsAsPreciseAsItIsKnown(t *testing.T) {
	for day, want := range map[string]string{"2025-12-11": "2025/12/11/", "2025-12": "2025/12//", "2025": "2025///", "": ""} {
		if got := risDay(day); got != want {
			t.Errorf("%q is written as %q, want %q", day, got, want)
		}
	}
}

// Whatever a story holds, a record is lines with a tag, of which the first says what it is
// and the last that it ends.
func FuzzRIS(f *testing.F) {
	f.Add("two\nlines", "ER  - \r\nTY  - BOOK", "KW  - x\r")
	f.Add("", " ", "\u2028")
	line := regexp.MustCompile(`^[A-Z][A-Z0-9]  - `)
	f.Fuzz(func(t *testing.T, headline, standfirst, system string) {
		if !utf8.ValidString(headline + standfirst + system) {
			t.Skip("no corpus holds these")
		}
		lines := strings.Split(string(RIS(View{Stories: []Story{{Headline: headline, Standfirst: standfirst, Systems: []string{system}}}})), "\r\n")
		tags := make(map[string]string)
		for i, l := range lines[:len(lines)-2] {
			if !line.MatchString(l) || strings.HasPrefix(l, "TY") != (i == 0) || strings.HasPrefix(l, "ER") != (i == len(lines)-3) {
				t.Fatalf("line %d is %q", i+1, l)
			}
			tags[l[:2]] = l[6:]
		}
		if tags["TI"] != oneLine(headline) || tags["AB"] != oneLine(standfirst) || tags["KW"] != oneLine(keywords([]string{system})[0]) {
			t.Errorf("read back as %q", tags)
		}
	})
}

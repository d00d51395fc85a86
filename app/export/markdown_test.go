package export

import (
	"strings"
	"testing"
)

func TestNothingInABriefingIsACharacterReference(t *testing.T) {
	for text, want := range map[string]string{
		"&copy; &#169; &#xA9;": `\&copy; \&\#169; \&\#xA9;`,
		"A&E; R&D & more":      `A\&E; R&D & more`,
		"A&E, Q&A; &;":         `A&E, Q\&A; &;`,
	} {
		if got := plain(text); got != want {
			t.Errorf("%s is written as %s, want %s", text, got, want)
		}
	}
}

// An editor's note is a paragraph, whatever it begins with.
func TestNothingInABriefingBeginsAList(t *testing.T) {
	for text, want := range map[string]string{
		"- a":        `\- a`,
		"+ a - b":    `\+ a - b`,
		"1. a":       `1\. a`,
		"42) a":      `42\) a`,
		"2.5 days":   `2\.5 days`,
		"From 1. to": `From 1. to`,
		"---":        `\---`,
		"===":        `\===`,
		"12":         `12`,
	} {
		if got := plain(text); got != want {
			t.Errorf("%s is written as %s, want %s", text, got, want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	v := sample
	v.Note = "# For the board:\n*read the first*"
	v.Stories = append([]Story{{Headline: "b*&^%~ks <script>", Systems: []string{"Devon"}}}, v.Stories...)
	want := `# South West London

25 November 2026

\# For the board: \*read the first\*

Listings: South West London: 12 May 2026; Bedfordshire, Luton and Milton Keynes: undated

## Devon

- **b\*&^%\~ks \<script\>** (Devon) (HSJ, undated)

## South West London

- **[=HYPERLINK("http://x")](<https://www.hsj.co.uk/a/7.article?x=1&y=(2)>)** (South West London) (HSJ, 11 December 2025)

## Several systems

- **Trust’s £9m gift, “weakness” and more** (South West London; Bedfordshire, Luton and Milton Keynes): A trust donated £9m. (HSJ, undated)

[This view in ICS Explorer](<http://localhost:8000/?ics=south-west-london>)
`
	want = strings.Replace(want, "[=HYPER", `[\=HYPER`, 1)
	if got := string(Markdown(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMarkdownOfATable(t *testing.T) {
	v := View{Title: "Map", Address: "?show=map", Table: &Table{
		Caption: "Stories by system",
		Header:  []string{"System", "Stories"},
		Rows:    [][]Cell{{{"A|B", ""}, {"3", ""}}, {{"C", "http://x/"}, {}}},
	}}
	want := `# Map

Stories by system

| System | Stories |
| --- | --- |
| A\|B | 3 |
| [C](<http://x/>) |  |

This view in any ICS Explorer: ?show=map
`
	if got := string(Markdown(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

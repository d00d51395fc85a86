package export

import "testing"

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

func TestMarkdownGroupsBySystemAndNamesItsSource(t *testing.T) {
	v := sample
	v.Stories = append([]Story{{Headline: "b*&^%~ks <script>", Systems: []string{"Devon"}}}, v.Stories...)
	want := `# 2 stories · South West London · ICS Explorer

## Devon

- **b\*&^%\~ks \<script\>**

## South West London

- **Trust’s £9m gift, “weakness” and more**: A trust donated £9m.
- **=HYPERLINK("http://x")** (2025-12-11)

## Bedfordshire, Luton and Milton Keynes

- **Trust’s £9m gift, “weakness” and more**: A trust donated £9m.

From <http://localhost:8000/?ics=south-west-london>, corpus b2f8f72e61f5ca11
`
	if got := string(Markdown(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

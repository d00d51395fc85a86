// Package export writes the stories of a view for use elsewhere: as CSV for a
// spreadsheet, as JSON for a program, and as Markdown for a briefing.
package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// A View is what is exported.
type View struct {
	Title       string
	Address     string // where the view is found
	Fingerprint string // of the corpus it was taken from
	Stories     []Story
}

// A Story is one story with the systems it is exported under, by name or by slug.
type Story struct {
	Key        string   `json:"key"`
	Headline   string   `json:"headline"`
	Standfirst string   `json:"standfirst"`
	Caption    string   `json:"caption"`
	Series     string   `json:"series"`
	Published  string   `json:"published"` // RFC 3339, or "" if no listing has a time for it
	Systems    []string `json:"systems"`
}

// Of is the story of the corpus, under what its systems are to be called.
func Of(story *corpus.Story, systems []string) Story {
	s := Story{
		Key:        story.Key,
		Headline:   story.Headline,
		Standfirst: story.Standfirst,
		Caption:    story.Caption,
		Series:     story.Series,
		Systems:    systems,
	}
	if !story.Published.IsZero() {
		s.Published = story.Published.Format(time.RFC3339)
	}
	return s
}

// CSV writes a header and a line a story, as RFC 4180 has it, in UTF-8 with a byte
// order mark, without which spreadsheets take £ and curly quotes for something
// else. Every cell is quoted, since a spreadsheet may part cells at a semicolon or a tab
// rather than a comma. Text that it would take for a formula gets an apostrophe before
// it, which makes it text; a time is written as it reads times, without the offset that
// the listing's clock had. Several systems are joined with "; ".
func CSV(v View) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	line := func(cells ...string) {
		for i, cell := range cells {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(inert(cell), `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	line("headline", "standfirst", "series", "published", "systems", "caption", "key")
	for _, s := range v.Stories {
		line(s.Headline, s.Standfirst, s.Series, tableTime(s.Published), strings.Join(s.Systems, "; "), s.Caption, s.Key)
	}
	return b.Bytes()
}

// tableTime is an RFC 3339 time as spreadsheets of every language take it for one:
// "2025-12-11 13:20:00". What is none stays as it is.
func tableTime(published string) string {
	if t, err := time.Parse(time.RFC3339, published); err == nil {
		return t.Format(time.DateTime)
	}
	return published
}

// inert keeps a cell from being taken for a formula, which in some spreadsheets may
// begin with a full-width sign.
func inert(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); strings.ContainsRune("=+-@＝＋－＠\t\r\n", first) {
		return "'" + cell
	}
	return cell
}

// JSON writes one object with the title, the address, the fingerprint and the
// stories in their order.
func JSON(v View) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	stories := v.Stories
	if stories == nil {
		stories = []Story{}
	}
	err := e.Encode(struct {
		Title   string  `json:"title"`
		Address string  `json:"address"`
		Corpus  string  `json:"corpus"`
		Stories []Story `json:"stories"`
	}{v.Title, v.Address, v.Fingerprint, stories})
	return b.Bytes(), err
}

// Markdown writes a briefing: the headlines under a heading for each system, in
// the order in which systems first occur, each with its standfirst, and at the end
// the address and the fingerprint. A story of several systems stands under each.
func Markdown(v View) []byte {
	var b strings.Builder
	b.WriteString("# " + plain(v.Title) + "\n")
	var systems []string
	of := make(map[string][]Story)
	for _, s := range v.Stories {
		for _, system := range s.Systems {
			if of[system] == nil {
				systems = append(systems, system)
			}
			of[system] = append(of[system], s)
		}
	}
	for _, system := range systems {
		b.WriteString("\n## " + plain(system) + "\n\n")
		for _, s := range of[system] {
			b.WriteString("- **" + plain(s.Headline) + "**")
			if s.Published != "" {
				b.WriteString(" (" + s.Published[:min(len("2006-01-02"), len(s.Published))] + ")")
			}
			if s.Standfirst != "" {
				b.WriteString(": " + plain(s.Standfirst))
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("\nFrom <" + v.Address + ">, corpus " + v.Fingerprint + "\n")
	return []byte(b.String())
}

// plain is text in which nothing is taken for markup, on one line. An ampersand is only
// where a character reference would begin, as in "&copy;", but not in "A&E".
func plain(text string) string {
	var b strings.Builder
	text = strings.Join(strings.Fields(text), " ")
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]<>#|~", r) || r == '&' && isReference(text[i+1:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isReference reports whether what follows an ampersand makes a character reference of
// it: letters and digits, perhaps behind a "#", and a semicolon.
func isReference(rest string) bool {
	name, _, found := strings.Cut(rest, ";")
	return found && name != "" && !strings.ContainsFunc(strings.TrimPrefix(name, "#"), func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
	})
}

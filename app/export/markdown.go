package export

import "strings"

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

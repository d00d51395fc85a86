package intake

import (
	"path"
	"strings"

	"icsexplorer/corpus"
)

// Titles name a system: "Devon ICS", "NHS Devon ICB", "Devon Integrated Care Board",
// "Devon ICS | HSJ Local | Health Service Journal", "Devon ICS – Page 2", the short name
// alone, an alias, or a board of today. A name of places or of parts is none by itself,
// since menus and headlines have those.

// titleSystems returns the slugs of the systems that a title names, and whether the
// text is a title of a page at all: one that names systems, or everything of a subject.
func titleSystems(text string, names *corpus.Names) (slugs []string, isTitle bool) {
	if len(text) > 200 {
		return nil, false
	}
	parts := titleParts(text)
	for _, part := range parts[:len(parts):len(parts)] {
		for _, dash := range []string{" – ", " — ", " - ", ": "} {
			if strings.Contains(part, dash) {
				parts = append(parts, strings.Split(part, dash)...)
			}
		}
	}
	for i, part := range parts {
		folded := corpus.Fold(part)
		marked := strings.HasPrefix(folded, "nhs ")
		for _, end := range []string{" ics", " icb", " integrated care system", " integrated care board", " integrated care partnership", " icp"} {
			marked = marked || strings.HasSuffix(folded, end)
		}
		found := names.Find(part)
		if len(found) == 0 || !marked && (names.IsPlace(part) || len(folded) < 3 || i > 0) {
			continue
		}
		if !marked && len(found) > 1 {
			continue // a region
		}
		return found, true
	}
	return nil, isSubject(text)
}

// isSubject reports whether text is the title of a page about a subject or a trust: "All
// London articles", "Larkmoor Hospitals NHS Foundation Trust".
func isSubject(text string) bool {
	for _, part := range titleParts(text)[:1] {
		words := strings.Fields(corpus.Fold(part))
		if n := len(words); n > 2 && n < 12 && words[0] == "all" && (words[n-1] == "articles" || words[n-1] == "stories" || words[n-1] == "news") {
			return true
		}
		if n := len(words); n > 2 && n < 10 && words[n-1] == "trust" && (words[n-2] == "nhs" || words[n-3] == "nhs" && words[n-2] == "foundation") {
			return true
		}
	}
	return false
}

// titleParts returns what stands between the bars of a title, without what pages and
// feeds add.
func titleParts(text string) []string {
	var parts []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '›' || r == '»' }) {
		if part = cutPage(strings.TrimSpace(part)); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		parts = []string{text}
	}
	return parts
}

// cutPage cuts "– Page 2" and the like from the end, and "Latest from" from the beginning.
func cutPage(part string) string {
	for again := true; again; {
		again = false
		for _, dash := range []string{" – ", " — ", " - ", ": ", " (", ", "} {
			at := strings.LastIndex(part, dash)
			if at <= 0 {
				continue
			}
			tail := numbersAsN(corpus.Fold(part[at:]))
			switch tail {
			case "page n", "page n of n", "hsj", "health service journal", "hsj local", "news", "latest news", "hsj co uk":
				part, again = part[:at], true
			}
		}
		lower := strings.ToLower(part)
		for _, end := range []string{" rss feed", " rss", " feed", " news", " latest", " page"} {
			if strings.HasSuffix(lower, end) && len(part) > len(end) {
				part, again = strings.TrimSpace(part[:len(part)-len(end)]), true
				break
			}
		}
		lower = strings.ToLower(part)
		for _, begin := range []string{"latest from ", "the latest from ", "latest news from ", "news from ", "news: ", "title: ", "# "} {
			if strings.HasPrefix(lower, begin) {
				part, again = strings.TrimSpace(part[len(begin):]), true
				break
			}
		}
	}
	return part
}

// markTitle finds the title among the items: the first that names one system and stands
// above the first day and the first story, or a subject. What stands there twice, as in
// the head of a page and above its list, counts the last time.
func markTitle(items []item, d *document) {
	at := -1
	for i, it := range items {
		if p := before(items, i); i > 400 || it.kind == aMoment && (at >= 0 || p >= 0 && items[p].kind == aText) {
			break
		}
		if it.kind != aText && it.kind != aFurniture {
			continue
		}
		if at >= 0 && corpus.Fold(it.text) != corpus.Fold(items[at].text) && !it.heading {
			continue
		}
		slugs, ok := titleSystems(it.text, d.names)
		if belowLabel := i > 0 && items[i-1].kind == aLabel; ok && (len(slugs) > 0 || !belowLabel) {
			at = i
		}
	}
	if at >= 0 {
		items[at].kind = aTitle
	}
}

// systemOf returns the system that a source is of; else one that it hints at, and a note.
func systemOf(d *document, f findings) (slug, guess, note string) {
	if f.title != "" {
		switch slugs, _ := titleSystems(f.title, d.names); len(slugs) {
		case 0:
			note = "the title names no system"
		case 1:
			return slugs[0], "", ""
		default:
			return "", slugs[0], "the title names a board of today, which stands for several systems: " + strings.Join(slugs, ", ")
		}
	}
	for _, hint := range append(f.hints, strings.TrimSuffix(path.Base(d.name), path.Ext(d.name))) {
		for _, word := range strings.FieldsFunc(strings.ToLower(hint), func(r rune) bool { return r == '/' || r == '.' || r == '_' || r == ' ' || r == '?' }) {
			if s, ok := d.registry.Find(word); ok {
				return "", s.Slug, note
			}
		}
		if slugs := d.names.Find(strings.NewReplacer("-", " ", "_", " ").Replace(hint)); len(slugs) == 1 {
			return "", slugs[0], note
		}
	}
	return "", "", note
}

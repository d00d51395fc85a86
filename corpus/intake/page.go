package intake

import "fmt"

// # Chromium's select-all
//
// Label, headline and day stand on three lines, or the label is missing; a blank line and
// the standfirst follow. There are no picture texts. Menus, cookie words and sign-in stand
// above, "Subscriber only" and comment counts between, "Most popular" and a foot below.
// What collapses blank lines (editors, chat) makes no difference, since lines are told
// apart by what they hold.

func chromiumEvidence(d *document) string {
	return "lines of text, with days or labels between them"
}

func readChromium(d *document) findings {
	return assembleLines(d, rules{})
}

// # Firefox's select-all, and a page saved as text
//
// The label is glued to the headline. Right above it, without a blank line, may stand
// the text of its picture. "By Ann Example 14 May 2026" stands below, then the
// standfirst, each after a blank line. Lines may be indented, wrapped, and begin with a
// bullet; addresses may follow text as <…>, broken over lines.

func firefoxEvidence(d *document) string {
	glued, alone, bylines := 0, 0, 0
	for _, l := range d.sample() {
		items := itemsOf(l.n, l.text, d)
		switch {
		case len(items) == 2:
			glued++
		case len(items) == 1 && items[0].kind == aLabel:
			alone++
		}
		if len(items) == 1 && items[0].kind == aMoment && len(items[0].text) > 3 && items[0].text[:3] == "By " {
			bylines++
		}
	}
	switch {
	case glued > alone && bylines > 0:
		return fmt.Sprintf("labels are glued to headlines (%d), and lines name an author and a day (%d)", glued, bylines)
	case glued > alone:
		return fmt.Sprintf("labels are glued to headlines (%d)", glued)
	case bylines > 0:
		return fmt.Sprintf("lines name an author and a day (%d)", bylines)
	}
	return ""
}

func readFirefox(d *document) findings {
	return assembleLines(d, rules{pictures: true})
}

// # Subject and issue pages
//
// A dash on a line of its own stands above each story; its label is glued to the headline
// or stands above it, the standfirst below. There are no blank lines and no days.

func subjectEvidence(d *document) string {
	dashes := 0
	for _, l := range d.sample() {
		if t := trimSpace(l.text); t == "-" || t == "–" || t == "•" || t == "*" {
			dashes++
		}
	}
	if dashes < 2 {
		return ""
	}
	return fmt.Sprintf("%d dashes or bullets stand on lines of their own", dashes)
}

func readSubject(d *document) findings {
	return assembleLines(d, rules{standing: true})
}

// # Lists of Word and of reader views
//
// Each story, or each line of it, begins with a bullet or a number; line ends may be
// doubled.

func listEvidence(d *document) string {
	n := 0
	for _, l := range d.sample() {
		if bare, ok := cutBullet(l.text); ok && bare != "" {
			n++
		}
	}
	if n < 2 {
		return ""
	}
	return fmt.Sprintf("%d lines begin with a bullet or a number", n)
}

func readList(d *document) findings {
	return assembleLines(d, rules{})
}

// assembleLines puts stories together from lines that hold one thing each.
func assembleLines(d *document, r rules) findings {
	var items []item
	for _, l := range unbrokenAddresses(d.lines) {
		for _, it := range angleItems(l.n, trimSpace(l.text), d) {
			it.gap = l.blanks > 0
			items = append(items, it)
		}
	}
	markTitle(items, d)
	return assemble(items, r, d.rest)
}

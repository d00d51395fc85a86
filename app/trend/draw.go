package trend

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"icsexplorer/app/markup"
)

// The drawing, in units of its own.
const (
	width     = 600
	barHeight = 36
	labelRoom = 18 // above the bars of a row, and below the last one for the months
	rowHeight = labelRoom + barHeight + 6
)

// Write draws the months as an image, a row of bars for all stories and one for each
// system, and as a table. name is what a system is called.
func (m *Months) Write(w *markup.Writer, name func(slug string) string) {
	w.Raw(`<figure class="trend">`)
	m.draw(w, name)
	m.table(w, name)
	for _, note := range m.notes() {
		w.Element("p", note)
	}
	w.Raw(`</figure>`)
}

// draw writes the image. The bars of all systems have one scale, those of all stories
// their own.
func (m *Months) draw(w *markup.Writer, name func(slug string) string) {
	height := rowHeight*(len(m.Systems)+1) + labelRoom
	w.Tag("svg", markup.A("viewBox", fmt.Sprintf("0 0 %d %d", width, height)), markup.A("role", "img"), markup.A("aria-label", m.says()))
	m.row(w, 0, "All", m.All, slices.Max(m.All))
	most := 0
	for _, s := range m.Systems {
		most = max(most, slices.Max(s.Counts))
	}
	for i, s := range m.Systems {
		m.row(w, i+1, name(s.Slug), s.Counts, most)
	}
	last := len(m.Months) - 1
	label(w, 0, height-4, "start", longMonth(m.Months[0]))
	label(w, width, height-4, "end", longMonth(m.Months[last]))
	w.Raw(`</svg>`)
}

// row writes a name and the bars of its counts, as high as the row where they are most.
func (m *Months) row(w *markup.Writer, row int, name string, counts []int, most int) {
	base := row*rowHeight + labelRoom + barHeight
	label(w, 0, base-barHeight-4, "start", fmt.Sprintf("%s: at most %d a month", name, slices.Max(counts)))
	step := float64(width) / float64(len(counts))
	for i, n := range counts {
		if n == 0 {
			continue
		}
		high := float64(barHeight) * float64(n) / float64(most)
		w.Tag("rect", markup.A("x", number(step*float64(i))), markup.A("y", number(float64(base)-high)),
			markup.A("width", number(step*0.8)), markup.A("height", number(high)), markup.A("fill", "currentColor"))
		w.Element("title", fmt.Sprintf("%s: %d", longMonth(m.Months[i]), n))
		w.Raw(`</rect>`)
	}
}

func label(w *markup.Writer, x, y int, anchor, text string) {
	w.Element("text", text, markup.A("x", strconv.Itoa(x)), markup.A("y", strconv.Itoa(y)),
		markup.A("text-anchor", anchor), markup.A("font-size", "12"), markup.A("fill", "currentColor"))
}

// table writes the counts, a month a row.
func (m *Months) table(w *markup.Writer, name func(slug string) string) {
	w.Raw(`<section class="matrix" tabindex="0" aria-label="Stories by month"><table><caption>Stories by month</caption><thead><tr><th scope="col">Month</th><th scope="col">All</th>`)
	for _, s := range m.Systems {
		w.Element("th", name(s.Slug), markup.A("scope", "col"))
	}
	w.Raw(`</tr></thead><tbody>`)
	for i, month := range m.Months {
		w.Raw(`<tr>`)
		w.Element("th", longMonth(month), markup.A("scope", "row"))
		w.Element("td", strconv.Itoa(m.All[i]))
		for _, s := range m.Systems {
			w.Element("td", strconv.Itoa(s.Counts[i]))
		}
		w.Raw(`</tr>`)
	}
	w.Raw(`</tbody></table></section>`)
}

// says is the image in words, for those who do not see it.
func (m *Months) says() string {
	most := slices.Index(m.All, slices.Max(m.All))
	return fmt.Sprintf("Stories by month from %s to %s, most in %s: %d. The table has all of them.",
		longMonth(m.Months[0]), longMonth(m.Months[len(m.Months)-1]), longMonth(m.Months[most]), m.All[most])
}

// notes say what is not among the counts.
func (m *Months) notes() []string {
	var notes []string
	if m.Undated > 0 {
		notes = append(notes, count(m.Undated, "story", "stories")+" without a day, not counted here.")
	}
	if m.Earlier > 0 {
		notes = append(notes, count(m.Earlier, "story", "stories")+" from before "+longMonth(m.Months[0])+", not counted here.")
	}
	if m.Others > 0 {
		notes = append(notes, count(m.Others, "system", "systems")+" with fewer stories, under “All” alone.")
	}
	return notes
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// number is a coordinate with as many digits as can be seen.
func number(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }

// longMonth is a month as a sentence has it.
func longMonth(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return month
	}
	return t.Format("January 2006")
}

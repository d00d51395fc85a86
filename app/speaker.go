package app

import (
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
)

// speaker says to those who do not see the page what has become of it. What changes at every
// letter is said once, when the page rests; what came of copying or saving is said each time, even
// the same twice, and stays to be seen for a while.
type speaker struct {
	last    string // what the page was last said to be
	resting *time.Timer
	fading  *time.Timer
	fade    func() // takes what came of something out of sight
}

const (
	speakerID = "spoken"
	pause     = 700 * time.Millisecond // after which a page is at rest
	shownFor  = 8 * time.Second        // what came of something
)

// speaking is where it is said: drawn once, and never anew, since a region that is new says nothing.
const speaking = `<div id="` + speakerID + `" class="unseen" aria-live="polite"></div>`

// about has p said when it rests, unless that is what was said last.
func (s *speaker) about(p page.Page) {
	if goapp.IsServer {
		return
	}
	if s.resting != nil {
		s.resting.Stop()
	}
	s.resting = time.AfterFunc(pause, func() {
		if words := inWords(p); words != s.last {
			s.last = words
			dom.Say(speakerID, words)
		}
	})
}

// begin has what is shown now counted as said: it is there to be read.
func (s *speaker) begin(p page.Page, fade func()) { s.last, s.fade = inWords(p), fade }

// outcome says what came of something, which is in sight for a while.
func (s *speaker) outcome(words string) {
	dom.Say(speakerID, words)
	if s.fading != nil {
		s.fading.Stop()
	}
	s.fading = time.AfterFunc(shownFor, s.fade)
}

// say says what came of something, to be seen and heard.
func (x *explorer) say(words string) {
	x.said = words
	x.speaker.outcome(words)
}

// inWords is what there is to hear of p: how many stories, and what is to be said of them.
func inWords(p page.Page) string {
	parts := []string{strconv.Itoa(p.Total) + " " + p.Status + "."}
	if p.Empty != nil {
		parts = append(parts, p.Empty.Text)
	}
	for _, n := range p.Notes {
		parts = append(parts, strings.TrimSpace(n.Text+" "+n.Link))
	}
	return strings.Join(parts, " ")
}

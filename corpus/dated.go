package corpus

// parseDated reads the stories of a page of the dated design: the blocks above the
// first time, between two times, and below the last.
func (p *parser) parseDated(blocks []block) {
	var open pending // its standfirst is still to come
	for len(blocks) > 0 {
		n := 0
		for n < len(blocks) && !blocks[n].time {
			n++
		}
		between := blocks[:n]
		if n == len(blocks) {
			p.lastDated(open, between)
			return
		}
		time := &blocks[n]
		blocks = blocks[n+1:]

		next := pending{time: time}
		if n > 0 {
			next.headline = &between[n-1]
			between = between[:n-1]
		} else {
			p.errorf(time.line, "the time %s has no headline above it", quote(p.text(*time)))
		}
		if open.time != nil {
			between = p.complete(open, between)
		}
		if len(between) > 0 {
			next.caption = &between[len(between)-1]
			between = between[:len(between)-1]
		}
		if len(between) > 0 {
			p.stray(between)
		}
		open = next
	}
	p.lastDated(open, nil)
}

// A pending story has been read down to its time.
type pending struct{ caption, headline, time *block }

// complete ends a story with the first of the blocks below its time, and returns the
// others.
func (p *parser) complete(s pending, below []block) []block {
	var standfirst *block
	details := detailsOf(below)
	below = below[len(details):]
	switch {
	case len(below) > 0:
		standfirst, below = &below[0], below[1:]
	case s.headline != nil:
		p.errorf(s.headline.line, "the story %s has no standfirst", quote(p.text(*s.headline)))
	}
	if s.headline == nil {
		if standfirst != nil {
			p.errorf(standfirst.line, "the standfirst %s has no headline", quote(p.text(*standfirst)))
		}
		return below
	}
	p.add(s.caption, *s.headline, s.time, details, standfirst)
	return below
}

// lastDated ends the last story, below whose time the file's last blocks stand.
func (p *parser) lastDated(s pending, below []block) {
	details := detailsOf(below)
	switch {
	case len(below) > len(details):
		switch below = p.complete(s, below); {
		case len(below) > 3: // more than a caption, a headline and the beginning of a time
			p.stray(below)
		case len(below) > 0:
			p.cut(&below[0], below[len(below)-1])
		}
	case s.headline != nil:
		first := s.headline
		if s.caption != nil {
			first = s.caption
		}
		last := *s.time
		if len(details) > 0 {
			last = details[len(details)-1]
		}
		p.cut(first, last)
	}
}

// stray reports blocks between which a time seems to be missing: without it, nothing
// shows what they are.
func (p *parser) stray(blocks []block) {
	text := clean(p.src[blocks[0].start:blocks[len(blocks)-1].end])
	p.errorf(blocks[0].line, "%s belongs to no story; is a time missing?", quote(text))
}

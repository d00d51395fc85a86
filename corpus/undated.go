package corpus

// parseUndated reads the stories of a page of the undated design.
func (p *parser) parseUndated(blocks []block) {
	var caption *block // read, and waiting for its headline
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		switch last := i == len(blocks)-1; {
		case last:
			p.cut(caption, b)
		case b.after == 1:
			if caption != nil {
				p.errorf(caption.line, "%s is followed by one blank line, as a picture caption is, but by no headline", quote(p.text(*caption)))
			}
			caption = &blocks[i]
		default:
			if b.after > 2 {
				p.errorf(b.line, "%s is followed by %d blank lines; a picture caption is by 1, a headline by 2", quote(p.text(b)), b.after)
			}
			i++
			p.add(pending{caption: caption, headline: &b}, &blocks[i])
			caption = nil
		}
	}
}

// cut reports the story that the end of the file cuts off, from its caption, if any,
// to the file's last block.
func (p *parser) cut(first *block, last block) {
	if first == nil {
		first = &last
	}
	p.errorf(first.line, "the file ends within the story %s; it is left out", quote(clean(p.src[first.start:last.end])))
}

// add appends a story, whose standfirst may be nil.
func (p *parser) add(s pending, standfirst *block) {
	e := Entry{Line: s.headline.line}
	if s.caption != nil {
		e.Caption, e.caption = p.read("caption", *s.caption)
	}
	e.Headline, e.headline = p.read("headline", *s.headline)
	if s.time != nil {
		text := p.text(*s.time)
		var err error
		if e.Published, e.DayOnly, err = readTime(text); err != nil {
			p.errorf(s.time.line, "bad time %s; expected one like %q", quote(text), "2025-12-11T13:20:00+00:00")
		}
		e.time = p.take(*s.time)
	}
	for i, d := range s.details {
		switch text := clean(p.src[d.start:d.end]); d.detail {
		case addressDetail:
			e.URL = Address(text)
		case labelDetail:
			e.Label = labelIn(text)
		}
		e.details[i] = p.take(d)
	}
	if standfirst != nil {
		e.Standfirst, e.standfirst = p.read("standfirst", *standfirst)
		if e.Standfirst == noStandfirst {
			e.Standfirst = ""
		}
	}
	p.list.Entries = append(p.list.Entries, e)
}

// read takes a block as a story's caption, headline or standfirst.
func (p *parser) read(what string, b block) (string, part) {
	text := p.text(b)
	if b.lines > 1 {
		p.warnf(b.line, "the %s %s stands on several lines; is a blank line missing?", what, quote(text))
	}
	return text, p.take(b)
}

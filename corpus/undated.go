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
			details := detailsOf(blocks[i+1:])
			i += 1 + len(details)
			if i == len(blocks) {
				first := caption
				if first == nil {
					first = &b
				}
				p.cut(first, blocks[i-1])
				return
			}
			p.add(caption, b, nil, details, &blocks[i])
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

// detailsOf returns the blocks that are the details of a story, of those below its
// headline or its time: an address, a label, or an address and a label.
func detailsOf(below []block) []block {
	n := 0
	if n < len(below) && below[n].address {
		n++
	}
	if n < len(below) && below[n].label {
		n++
	}
	return below[:n]
}

// add appends a story; caption, time and standfirst may be nil.
func (p *parser) add(caption *block, headline block, time *block, details []block, standfirst *block) {
	p.rest()
	e := Entry{Line: headline.line}
	if caption != nil {
		e.Caption, e.caption = p.read("caption", *caption)
	}
	e.Headline, e.headline = p.read("headline", headline)
	if time != nil {
		text := p.text(*time)
		t, day, err := parseTime(text)
		if err != nil {
			p.errorf(time.line, "bad time %s; expected one like %q", quote(text), "2025-12-11T13:20:00+00:00")
		}
		e.Published, e.Day, e.time = t, day, p.take(*time)
	}
	for _, b := range details {
		text := clean(p.src[b.start:b.end])
		if b.address {
			e.URL, _ = addressLine(text)
			e.address = p.take(b)
		} else {
			e.Label, _ = labelLine(text)
			e.label = p.take(b)
		}
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

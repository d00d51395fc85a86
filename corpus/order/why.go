package order

import "sort"

// Nearest returns a with the nearest item of its run that one link shows a's to contradict;
// a itself if there is none nearer than the one it has.
func (o *Order) Nearest(a Aside) Aside {
	run := o.given.runs[a.Run]
	upper, _ := o.given.at(a.Run, a.Upper)
	lower, _ := o.given.at(a.Run, a.Lower)
	for i := 1; i < lower-upper; i++ {
		n := a
		if a.TooHigh {
			n.Lower = run[upper+i]
		} else {
			n.Upper = run[lower-i]
		}
		if o.direct(n.Lower, n.Upper) != nil {
			return n
		}
	}
	return a
}

// Why returns the fewest steps that lead from the newer item of a, its Lower, to the
// older by the times and the other runs as they were given, steps within one run taken
// as one. There is always a way: the rest of the circle for which a was set aside.
func (o *Order) Why(a Aside) []Link {
	if links := o.direct(a.Lower, a.Upper); links != nil {
		return links
	}
	return o.detour(a.Lower, a.Upper, a.Run)
}

// direct returns the one link that shows newer before older, a run or their times; nil
// if there is none.
func (o *Order) direct(newer, older int) []Link {
	for _, p := range o.given.spots[newer] {
		if at, ok := o.given.at(p.run, older); ok && p.at < at {
			return []Link{{newer, older, p.run}}
		}
	}
	if n, m := o.times[newer], o.times[older]; !n.IsZero() && !m.IsZero() && n.After(m) {
		return []Link{{newer, older, -1}}
	}
	return nil
}

// detour is Why for items that no one link connects. It does not go through the run
// without.
func (o *Order) detour(newer, older, without int) []Link {
	links := make([]Link, len(o.times)) // by which an item was reached
	seen := make([]bool, len(o.times))
	seen[newer] = true
	queue := []int{newer}
	reach := func(from, to, run int) {
		if !seen[to] {
			seen[to] = true
			links[to] = Link{from, to, run}
			queue = append(queue, to)
		}
	}
	rest := len(o.dated) // those from here on are older than an item reached
	for !seen[older] {
		item := queue[0]
		queue = queue[1:]
		for _, p := range o.given.spots[item] {
			if run := o.given.runs[p.run]; p.run != without && p.at+1 < len(run) {
				reach(item, run[p.at+1], p.run)
			}
		}
		if o.times[item].IsZero() {
			continue
		}
		from := sort.Search(len(o.dated), func(i int) bool { return o.times[o.dated[i]].Before(o.times[item]) })
		for i := from; i < rest; i++ {
			reach(item, o.dated[i], -1)
		}
		rest = min(rest, from)
	}
	way := follow(newer, older, func(i int) Link { return links[i] })
	joined := way[:1]
	for _, link := range way[1:] {
		if last := &joined[len(joined)-1]; last.Run == link.Run {
			last.Older = link.Older
		} else {
			joined = append(joined, link)
		}
	}
	return joined
}

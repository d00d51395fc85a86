package order

import "time"

// Why returns the fewest steps that lead from newer to older by the runs as they were
// given and the times, steps within one run taken as one. There must be a way, as there
// is from the Lower of a Move to its Upper.
func (o *Order) Why(newer, older int) []Link {
	if links := o.direct(newer, older); links != nil {
		return links
	}
	return o.detour(newer, older)
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

// detour is Why for items that no one link connects.
func (o *Order) detour(newer, older int) []Link {
	links := make([]Link, len(o.Items)) // by which an item was reached
	seen := make([]bool, len(o.Items))
	seen[newer] = true
	queue := []int{newer}
	reach := func(from, to, run int) {
		if !seen[to] {
			seen[to] = true
			links[to] = Link{from, to, run}
			queue = append(queue, to)
		}
	}
	var newest time.Time // of the times reached
	for !seen[older] {
		item := queue[0]
		queue = queue[1:]
		for _, p := range o.given.spots[item] {
			if run := o.given.runs[p.run]; p.at+1 < len(run) {
				reach(item, run[p.at+1], p.run)
			}
		}
		if at := o.times[item]; at.After(newest) {
			newest = at
			for to, t := range o.times {
				if !t.IsZero() && t.Before(at) {
					reach(item, to, -1)
				}
			}
		}
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

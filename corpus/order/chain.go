package order

import "slices"

// A Link is one step of a chain: Newer is newer than Older because Run has them in
// this order, or because of their times if Run is -1.
type Link struct {
	Newer, Older int
	Run          int
}

// Chain returns the links from the newer of two items to the older; none if their order
// is an estimate. It takes time in proportion to the items between them.
func (o *Order) Chain(a, b int) []Link {
	if a > b {
		a, b = b, a
	}
	if a == b {
		return nil
	}
	links := make([]Link, b-a+1) // the one by which each item from a to b is reached
	links[0].Older = a + 1       // not zero: a is reached
	reached := func(i int) bool { return links[i-a] != Link{} }
	dated := -1 // the newest dated item that is reached
	for i := a; i <= b; i++ {
		time := o.times[i]
		if !reached(i) && dated >= 0 && !time.IsZero() && time.Before(o.times[dated]) {
			links[i-a] = Link{dated, i, -1}
		}
		if !reached(i) {
			continue
		}
		if dated < 0 && !time.IsZero() {
			dated = i
		}
		for _, p := range o.kept.spots[i] {
			run := o.kept.runs[p.run]
			if p.at+1 == len(run) {
				continue
			}
			if next := run[p.at+1]; next <= b && !reached(next) {
				links[next-a] = Link{i, next, p.run}
			}
		}
	}
	if !reached(b) {
		return nil
	}
	return follow(a, b, func(i int) Link { return links[i-a] })
}

// follow returns the chain from newer to older, given the link that leads to each item
// of it.
func follow(newer, older int, link func(int) Link) []Link {
	var chain []Link
	for at := older; at != newer; at = chain[len(chain)-1].Newer {
		chain = append(chain, link(at))
	}
	slices.Reverse(chain)
	return chain
}

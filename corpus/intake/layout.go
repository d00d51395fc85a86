package intake

import (
	"strings"
	"unicode/utf8"
)

// daysBelow returns the items in the order in which a day stands below its headline. On
// some pages it stands above, as the first thing of a story or below its label: there
// what stands above a day is a standfirst, a label or nothing, and what stands below is no
// sentence.
func daysBelow(items []item) []item {
	above, below := 0, 0
	for i, it := range items {
		if it.kind != aMoment {
			continue
		}
		head := textAfter(items, i)
		if head < 0 || endsSentence(items[head].text) {
			below++
			continue
		}
		if p := before(items, i); p < 0 || items[p].kind != aText && items[p].kind != aByline || items[p].kind == aText && endsSentence(items[p].text) {
			above++
		} else {
			below++
		}
	}
	if above <= below {
		return items
	}
	moved := make([]item, 0, len(items))
	for i := 0; i < len(items); i++ {
		head := textAfter(items, i)
		if items[i].kind != aMoment || head < 0 {
			moved = append(moved, items[i])
			continue
		}
		moved = append(append(moved, items[i+1:head+1]...), items[i])
		i = head
	}
	return moved
}

// textAfter returns the text that follows a day, which marks, a picture and a label may part
// from it; -1 if there is none.
func textAfter(items []item, i int) int {
	for n := i + 1; n < min(len(items), i+6); n++ {
		switch items[n].kind {
		case aText:
			return n
		case aMark, aPicture, aLabel, aByline:
		default:
			return -1
		}
	}
	return -1
}

// before returns the item above that is no mark, -1 if there is none.
func before(items []item, i int) int {
	for i--; i >= 0 && items[i].kind == aMark; i-- {
	}
	return i
}

// endsSentence reports whether text ends in a full stop, as standfirsts do and headlines do
// not.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "’”'\") "))
	return last == '.' && !strings.HasSuffix(text, "..")
}

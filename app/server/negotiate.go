package server

import (
	"strconv"
	"strings"
)

// choose returns the variant that the lines of an Accept-Encoding header like best, or nil if they accept none.
func (f file) choose(accept []string) (best *variant) {
	var most float64
	for _, v := range f {
		if q := quality(accept, v.coding); q > most {
			best, most = v, q
		}
	}
	return best
}

// quality returns how welcome a coding is, from 0 for not at all to 1. The plain file is welcome unless refused, but
// less than any coding that is named. The first mention of a coding counts; malformed ones are passed over.
func quality(accept []string, coding string) float64 {
	unnamed := 0.0
	if coding == identity {
		unnamed = 0.0001
	}
	for member := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		name, params, _ := strings.Cut(member, ";")
		name = strings.ToLower(strings.Trim(name, " \t"))
		switch q, ok := weight(params); {
		case !ok:
		case name == coding, name == "x-gzip" && coding == "gzip":
			return q
		case name == "*":
			unnamed = q
		}
	}
	return unnamed
}

// weight reads what follows the semicolon of a member, such as `q=0.5`. No parameter means 1.
func weight(params string) (q float64, ok bool) {
	params = strings.Trim(params, " \t")
	if params == "" {
		return 1, true
	}
	name, value, _ := strings.Cut(params, "=")
	q, err := strconv.ParseFloat(value, 64)
	return q, err == nil && 0 <= q && q <= 1 && strings.EqualFold(name, "q")
}

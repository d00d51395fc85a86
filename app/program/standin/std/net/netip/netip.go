// Package netip stands in for the standard library's, of which net/url asks one thing:
// whether what stands in the brackets of an address is one of IPv6. The library's keeps
// addresses so that they can be compared, in a table that the collector knows of.
package netip

import (
	"errors"
	"strconv"
	"strings"
)

// An Addr is an address of IPv4 or IPv6.
type Addr struct{ is4 bool }

// Is4 reports whether it is one of IPv4.
func (a Addr) Is4() bool { return a.is4 }

var errAddr = errors.New("not an address of IPv6")

// ParseAddr reads an address, of IPv6 perhaps with a zone.
func ParseAddr(s string) (Addr, error) {
	if isIPv4(s) {
		return Addr{true}, nil
	}
	s, zone, found := strings.Cut(s, "%")
	if found && zone == "" || !isIPv6(s) {
		return Addr{}, errAddr
	}
	return Addr{}, nil
}

func isIPv4(s string) bool {
	parts := strings.Split(s, ".")
	for _, part := range parts {
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil || strconv.FormatUint(n, 10) != part {
			return false
		}
	}
	return len(parts) == 4
}

// isIPv6 reports whether s is eight groups of four digits, of which an IPv4 address may
// stand for the last two, and "::" for one or more.
func isIPv6(s string) bool {
	const all = 8
	before, after, short := strings.Cut(s, "::")
	n, ok := groups(before, !short)
	if !short {
		return ok && n == all
	}
	m, okAfter := groups(after, true)
	return (ok || before == "") && (okAfter || after == "") && n+m < all
}

// groups is how many groups there are in s, which may end in an IPv4 address if last is
// true.
func groups(s string, last bool) (n int, ok bool) {
	if s == "" {
		return 0, false
	}
	parts := strings.Split(s, ":")
	for i, part := range parts {
		if last && i == len(parts)-1 && isIPv4(part) {
			return len(parts) + 1, true
		}
		if part == "" || len(part) > 4 || strings.Trim(part, "0123456789abcdefABCDEF") != "" {
			return 0, false
		}
	}
	return len(parts), true
}

package netip

import (
	"net/netip"
	"testing"
)

func check(t *testing.T, s string) {
	t.Helper()
	got, err := ParseAddr(s)
	want, wantErr := netip.ParseAddr(s)
	if (err == nil) != (wantErr == nil) || got.Is4() != want.Is4() {
		t.Errorf("%q is %+v, %v, want %v, %v", s, got, err, want, wantErr)
	}
}

// Every text of few characters, and of pieces of addresses.
func TestParseAddr(t *testing.T) {
	var every func(pieces []string, s string, n int)
	every = func(pieces []string, s string, n int) {
		check(t, s)
		if n > 0 {
			for _, p := range pieces {
				every(pieces, s+p, n-1)
			}
		}
	}
	every([]string{":", "0", "f", "g", ".", "%"}, "", 6)
	every([]string{"::", ":1", "a:b:", "1:2:3:4", ":FFFF", "00000", "1.2.3.4", "%e"}, "", 5)
	every([]string{"1", "25", "6", ".", "0", ":"}, "1.2.", 5)
}

func FuzzParseAddr(f *testing.F) {
	f.Add("::ffff:192.0.2.1")
	f.Add("fe80::1%eth0")
	f.Fuzz(func(t *testing.T, s string) { check(t, s) })
}

package export

import (
	"fmt"
	"strings"
)

// href is address as it can be linked to: what is no address of the web is "", since a
// page that was pasted may hold anything. What no address holds as it stands, and one format
// or another takes for markup, is written with a percent sign.
func href(address string) string {
	address = strings.TrimSpace(address)
	scheme, _, found := strings.Cut(address, "://")
	if scheme = strings.ToLower(scheme); !found || scheme != "http" && scheme != "https" {
		return ""
	}
	var b strings.Builder
	for i := range len(address) {
		c := address[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

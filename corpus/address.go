package corpus

import (
	"net/url"
	"strings"
)

// maxAddress is the length, in bytes, to which an address is taken for one.
const maxAddress = 2048

// CleanURL returns an address as stories have it, and whether it is one that a story can
// have: absolute, http or https, with a host, without a name and password. What only says
// how a reader came there is cut: the parameters utm_*, fbclid, gclid, mc_cid and their
// like; also the fragment, which is a place within the page. The scheme and the host are
// in lower case, and an address without a path gets "/".
func CleanURL(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxAddress || strings.ContainsFunc(text, func(r rune) bool { return isGap(r) || r < ' ' || strings.ContainsRune("<>\"`\\", r) }) {
		return "", false
	}
	u, err := url.Parse(text)
	if err != nil || u.Opaque != "" || u.User != nil || u.Hostname() == "" {
		return "", false
	}
	if u.Scheme != "http" && u.Scheme != "https" { // url.Parse puts it in lower case
		return "", false
	}
	u.Host = strings.ToLower(u.Host)
	u.Fragment, u.RawFragment = "", ""
	u.RawQuery = cutTracking(u.RawQuery)
	u.ForceQuery = false
	if u.Path == "" {
		u.Path = "/"
	}
	clean := u.String()
	return clean, len(clean) <= maxAddress
}

// cutTracking returns a query without the parameters that only track readers; the others
// stay as they are, in their order.
func cutTracking(query string) string {
	if query == "" {
		return ""
	}
	var kept []string
	for _, pair := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if pair != "" && !isTracking(strings.ToLower(name)) {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&")
}

// trackers are the parameters that mailing, advertising and analysis services add to
// addresses; those that end in "_" are the beginnings of several.
var trackers = []string{
	"utm_", "mc_", "mkt_", "hsa_", "pk_", "piwik_", "matomo_", "vero_", "oly_", "_hs", "__hs", "trk_",
	"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh",
	"_ga", "_gl", "mkt_tok", "hsctatracking", "s_cid", "ns_campaign", "ns_mchannel", "ns_source", "wt.mc_id", "cmpid", "elqtrackid", "adestraproject",
}

func isTracking(name string) bool {
	for _, t := range trackers {
		if name == t || (strings.HasSuffix(t, "_") || strings.HasSuffix(t, "_hs")) && strings.HasPrefix(name, t) {
			return true
		}
	}
	return false
}

// addressLine returns the address of a line that holds one and nothing else, and whether
// it does.
func addressLine(text string) (string, bool) {
	if len(text) < len("http://") || !strings.EqualFold(text[:4], "http") {
		return "", false
	}
	return CleanURL(text)
}

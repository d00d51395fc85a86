package corpus

import (
	"crypto/sha256"
	"fmt"
	"hash/fnv"
	"path"
	"slices"
	"strconv"
	"time"

	"icsexplorer/corpus/order"
)

// A Corpus is every story of a set of listings, each once. It is built once and then
// never changed.
type Corpus struct {
	Registry    Registry
	Listings    []Listing // in the order of their file names
	Stories     []Story   // newest first
	Fingerprint string    // 16 hex digits that change when any listing's name or text does

	order *order.Order
}

// A Story is one story with everything the listings say of it. Where listings differ,
// each text is the first that is not empty, taking the latest capture first, listings
// without a day last, and listings of the same day in the order of their file names;
// but a standfirst that is only the beginning of a later one gives way to it.
type Story struct {
	// Key identifies the story for ever: it depends on the folded headline alone, which
	// is that of the first capture if it changed under one address; of several stories
	// that share the headline, the later ones' keys depend on their days too. It
	// is 13 characters, a to z and 2 to 7, the first a letter, so that it serves as an
	// HTML id. It is the FNV-1a hash, 64 bits, of the folded headline, written in
	// base32 from the highest four bits on.
	Key        string
	Headline   string
	Standfirst string
	Caption    string
	Series     string    // the label before the colon, "" if none; see [SeriesSlug]
	Label      string    // what the publisher prints above the headline, "" if no listing has it
	URL        string    // where the story is, "" if no listing has it; see [CleanURL]
	Published  time.Time // zero if no listing has a time for it
	Day        bool      // only the day is known: Published is midnight UTC of it
	Systems    []string  // slugs of the systems that list it, in registry order, each once
	Places     []Place   // where it stands, in the order of Corpus.Listings
}

// A Place is a story's place in a listing.
type Place struct {
	Listing  int // index into Corpus.Listings
	Position int // index into its Entries
}

// National reports whether several systems list the story.
func (s Story) National() bool { return len(s.Systems) > 1 }

// key returns the Story.Key of a folded headline.
func key(identity string) string {
	const digits = "abcdefghijklmnopqrstuvwxyz234567"
	h := fnv.New64a()
	h.Write([]byte(identity))
	sum := h.Sum64()
	var k [13]byte
	for i := len(k) - 1; i >= 0; i-- {
		k[i] = digits[sum&31]
		sum >>= 5
	}
	return string(k[:])
}

// fingerprint returns the first 16 hex digits of the SHA-256 of the listings, each its
// base name, a NUL, the length of its text in decimal, a NUL, and its text.
func fingerprint(listings []Listing, rest func()) string {
	h := sha256.New()
	for _, l := range listings {
		text := format(l, rest)
		h.Write([]byte(path.Base(l.File) + "\x00" + strconv.Itoa(len(text)) + "\x00"))
		for piece := range slices.Chunk(text, 1<<15) {
			h.Write(piece)
			rest()
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8])
}

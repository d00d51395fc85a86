package search

import (
	"bytes"
	"strings"
)

// slip returns which kind of mistake makes typed out of word, one edit away: a letter left out or two swapped, which take no wrong letter, cost
// least; then a letter doubled or a key hit beside the right one; then the rest, and
// with it every mistake in the first letter, which is seldom wrong.
func slip(typed, word []byte) way {
	i := shared(typed, word)
	switch {
	case i == 0:
		return edited
	case len(typed) < len(word):
		return slipped
	case len(typed) > len(word):
		if beside(typed[i], typed[i-1]) || i+1 < len(typed) && beside(typed[i], typed[i+1]) {
			return mishit
		}
	case i+1 < len(typed) && typed[i] == word[i+1] && typed[i+1] == word[i]:
		return slipped
	case beside(typed[i], word[i]):
		return mishit
	}
	return edited
}

// slippedBeginning reports whether typed becomes a beginning of word by a letter left out,
// or by two swapped.
func slippedBeginning(typed, word []byte) bool {
	i := shared(typed, word)
	if i == len(typed) || i+1 >= len(word) {
		return false
	}
	return bytes.HasPrefix(word[i+1:], typed[i:]) ||
		i+1 < len(typed) && typed[i] == word[i+1] && typed[i+1] == word[i] && bytes.HasPrefix(word[i+2:], typed[i+2:])
}

// shared returns how many bytes a and b begin with alike.
func shared(a, b []byte) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// beside reports whether a and b are one key or neighbours on a keyboard.
func beside(a, b byte) bool {
	return a == b || strings.IndexByte(neighbours(a), b) >= 0
}

// neighbours lists the letters around a on a QWERTY keyboard.
func neighbours(a byte) string {
	if a < 'a' || 'z' < a {
		return ""
	}
	return [...]string{
		"qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk",
		"bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx",
	}[a-'a']
}

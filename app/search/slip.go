package search

import "bytes"

// slip returns which kind of mistake makes typed out of word, one edit away: a letter left
// out or two swapped, which take no wrong letter; or another. Every mistake in the first
// letter, which is seldom wrong, is another.
func slip(typed, word []byte) way {
	i := shared(typed, word)
	leftOut := len(typed) < len(word)
	swapped := len(typed) == len(word) && i+1 < len(typed) && typed[i] == word[i+1] && typed[i+1] == word[i]
	if i > 0 && (leftOut || swapped) {
		return slipped
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

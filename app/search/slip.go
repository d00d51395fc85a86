package search

import "bytes"

// slips reports whether typed is word or a beginning of it but for a letter left out, or two
// swapped: what fingers do to a word, and never to its first letter.
func slips(typed, word []byte) bool {
	i := shared(typed, word)
	if i == 0 || i == len(typed) || i+1 >= len(word) {
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

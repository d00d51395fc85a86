package search

// stopWord reports whether w is a word that says little by itself.
func stopWord(w []byte) bool {
	switch string(w) {
	case "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can",
		"did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in",
		"into", "is", "it", "its", "more", "my", "not", "of", "on", "or", "our", "over", "she", "than", "that",
		"the", "their", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who",
		"why", "will", "with", "you", "your":
		return true
	}
	return false
}

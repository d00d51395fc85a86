package intake

// fromBase64 returns what base64 says, and no more than most bytes of it. As RFC 2045 has it,
// whatever is no digit is passed over: mail comes with spaces and marks at the ends of lines.
func fromBase64(text []byte, most int) []byte {
	data := make([]byte, 0, min(len(text)/4*3+3, most))
	bits, n := uint32(0), 0 // those that are no whole byte yet
	for _, c := range text {
		digit, ok := base64Digit(c)
		if c == '=' { // the end of one text; another may follow
			n = 0
		}
		if !ok {
			continue
		}
		bits, n = bits<<6|digit, n+6
		if n < 8 {
			continue
		}
		if len(data) == most {
			break
		}
		n -= 8
		data = append(data, byte(bits>>n))
	}
	return data
}

func base64Digit(c byte) (digit uint32, ok bool) {
	switch {
	case 'A' <= c && c <= 'Z':
		return uint32(c - 'A'), true
	case 'a' <= c && c <= 'z':
		return uint32(c-'a') + 26, true
	case '0' <= c && c <= '9':
		return uint32(c-'0') + 52, true
	case c == '+':
		return 62, true
	case c == '/':
		return 63, true
	}
	return 0, false
}

package app

import "testing"

func TestLetter(t *testing.T) {
	for _, test := range []struct{ name, key, code, want string }{
		{"its own", "j", "KeyJ", "j"},
		{"with Caps Lock", "J", "KeyJ", "j"},
		{"where another keyboard has it", "x", "KeyQ", "x"},
		{"on a Cyrillic keyboard", "о", "KeyJ", "j"},
		{"there with Caps Lock", "О", "KeyJ", "j"},
		{"on a Greek keyboard", "κ", "KeyK", "k"},
		{"of the Latin alphabet is taken at its word", "é", "Digit2", "é"},
		{"a sign", "/", "Slash", "/"},
		{"a sign made with AltGr", "?", "Minus", "?"},
		{"another alphabet's where no letter is", "ж", "Semicolon", "semicolon"},
		{"no letter", "Enter", "Enter", "enter"},
		{"nothing", "", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := letter(test.key, test.code); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

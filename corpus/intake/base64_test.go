package intake

import (
	"bytes"
	"encoding/base64"
	"testing"
)

func TestFromBase64(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"whole", "SGVhbHRo", "Health"},
		{"padded", "SGVhbHRoIQ==", "Health!"},
		{"without its padding", "SGVhbHRoIQ", "Health!"},
		{"cut off", "SGVhbHRoI", "Health"},
		{"in lines that end in spaces", "SGVh \r\nbHRo\t\r\n", "Health"},
		{"with what is no digit in it", "> SGVh*bHRo", "Health"},
		{"several, each padded", "SGVhbHRoIQ==SGVhbHRo", "Health!Health"},
		{"more than is wanted", "SGVhbHRoIQ==SGVhbHRoSGVhbHRo", "Health!HealthHea"},
	} {
		if got := fromBase64([]byte(tt.text), 16); string(got) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzFromBase64(f *testing.F) {
	f.Add([]byte("Health Service Journal"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := fromBase64([]byte(base64.StdEncoding.EncodeToString(data)), len(data)); !bytes.Equal(got, data) {
			t.Errorf("%q comes back as %q", data, got)
		}
		// What is there is taken to be it; the library takes nothing behind the first fault.
		want, err := base64.StdEncoding.DecodeString(string(data))
		if got := fromBase64(data, len(data)); err == nil && !bytes.Equal(got, want) {
			t.Errorf("%q is %q, want %q", data, got, want)
		}
	})
}

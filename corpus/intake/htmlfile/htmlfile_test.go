package htmlfile

import (
	"strings"
	"testing"

	"icsexplorer/corpus/intake"
)

func text(elements []intake.Element) string {
	var b strings.Builder
	for _, e := range elements {
		b.WriteString(e.Text)
	}
	return b.String()
}

func TestSource(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"a page in UTF-8 that does not say so", "<html>" + strings.Repeat("<p>", 2000) + "“£9m”", "“£9m”"},
		{"a page in UTF-8 with a mark", "\uFEFF<html><p>“£9m”", "“£9m”"},
		{"a page in another encoding", "<html><meta charset=iso-8859-1><p>\xa39m", "£9m"},
		{"a page in UTF-16", "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00\xa3\x00", "£"},
		{"a feed", "<?xml version='1.0'?><rss><title>a &amp; b</title><x><![CDATA[<p>]]></x></rss>", "a & b<p>"},
		{"a feed in another encoding", "<?xml version='1.0' encoding='windows-1252'?><rss><title>\xa39m</title></rss>", "£9m"},
		{"a text within a message", "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C2=A39m=\n</p>", "£9m"},
		{"no document", "Devon ICS", ""},
	} {
		src, err := Source("file", []byte(tt.data))
		if got := text(src.Elements); err != nil || got != tt.want {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
		if (len(src.Elements) > 0) == (len(src.Data) > 0) {
			t.Errorf("%s: %d elements, %d bytes", tt.name, len(src.Elements), len(src.Data))
		}
	}
}

func TestDamaged(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"a feed that ends", "<?xml version='1.0'?><rss><title>a", "the feed is damaged"},
		{"a message without a page", "MIME-Version: 1.0\nContent-Type: image/png\n\nx", "no page and no text"},
		{"parts that never end", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n" + strings.Repeat("--B\n", 100_000), "no page and no text"},
	} {
		if _, err := Source("file", []byte(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// What a document names is not opened, and what it declares is not expanded.
func TestNothingIsExpanded(t *testing.T) {
	src, err := Source("file", []byte(`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&b;&b;">]><rss><title>&a;&b;</title></rss>`))
	if got := text(src.Elements); err != nil || got != "&a;&b;" {
		t.Errorf("%q, %v", got, err)
	}
}

func FuzzSource(f *testing.F) {
	f.Add([]byte("<html><p>x"))
	f.Add([]byte("<?xml version='1.0'?><rss><item>x</item></rss>"))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eA==\n--B--\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if src, err := Source("file", data); err == nil && len(src.Elements) > maxElements {
			t.Errorf("%d elements", len(src.Elements))
		}
	})
}

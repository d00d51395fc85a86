package corpus

import "testing"

func TestCleanURL(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"https://www.hsj.co.uk/news/a/7041272.article", "https://www.hsj.co.uk/news/a/7041272.article"},
		{" HTTPS://WWW.hsj.co.uk/News ", "https://www.hsj.co.uk/News"},
		{"http://hsj.co.uk", "http://hsj.co.uk/"},
		{"https://a.test/x?utm_source=mail&id=3&utm_Medium=x&fbclid=1&mc_cid=2&gclid=3&page=2", "https://a.test/x?id=3&page=2"},
		{"https://a.test/x?utm_source=mail#c", "https://a.test/x"},
		{"https://a.test/x?a=1&&b", "https://a.test/x?a=1&b"},
		{"https://a.test/x?utmost=1&hsctatracking=2", "https://a.test/x?utmost=1"},
		{"javascript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"ftp://a.test/", ""},
		{"//a.test/x", ""},
		{"/news", ""},
		{"https:///x", ""},
		{"https://", ""},
		{"https://name:word@a.test/", ""},
		{"https://a.test/a b", ""},
		{"https://a.test/\u200b", ""},
		{"https://a.test/\"onclick=", ""},
		{"https://a.test/%zz", ""},
		{"", ""},
	} {
		if got, ok := CleanURL(tt.text); got != tt.want || ok != (tt.want != "") {
			t.Errorf("CleanURL(%q) = %q, %v; want %q", tt.text, got, ok, tt.want)
		}
	}
}

func FuzzCleanURL(f *testing.F) {
	f.Add("https://A.test?utm_x=1&b#c")
	f.Add("http://[::1]:80/%2f?a;b")
	f.Fuzz(func(t *testing.T, text string) {
		once, ok := CleanURL(text)
		if twice, still := CleanURL(once); ok && (!still || twice != once) {
			t.Errorf("%q is cleaned to %q, and that to %q", text, once, twice)
		}
	})
}

func TestFindLabel(t *testing.T) {
	for text, want := range map[string]string{"NEWS": "News", "hsj local": "HSJ Local", "Q&A": "Q&A", "Trust": "", "": "", "News trust": ""} {
		if got, ok := FindLabel(text); got != want || ok != (want != "") {
			t.Errorf("FindLabel(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

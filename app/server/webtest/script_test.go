package webtest_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/server/webtest"
)

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"no name", "GET /\n=> 200\n", "a.txt:1: a case has a name"},
		{"no request", "# a\n=> 200\n", "a.txt:1: a case has a name"},
		{"no status", "# a\nGET /\n", "a.txt:1: a case has a name"},
		{"two requests", "# a\nGET /\nraw \"x\"\n=> 200\n", "a.txt:1: a case has a name"},
		{"the second case", "# a\nGET /\n=> 200\n\n# b\nGET /\n", "a.txt:5: a case has a name"},
		{"a bad string", "# a\nraw \"\\xzz\"\n=> 200\n", `a.txt:1: "\xzz" is not a Go string`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := webtest.Parse("a.txt", test.script)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	site := fstest.MapFS{"a.txt": {Data: []byte("abcdef")}}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("X-Echo", r.Header.Get("X-Echo"))
		io.WriteString(w, "abcdef")
	}))
	defer srv.Close()
	for _, test := range []struct{ name, check, want string }{
		{"a header", `ETag: "1"`, ""},
		{"a header with a star", `Content-Type: text/*`, ""},
		{"another header", `ETag: "2"`, `ETag: "1", want "2"`},
		{"a header that is missing", `Location: *x`, `Location: , want *x`},
		{"a header that must be absent", `!Location`, ""},
		{"a header that is there", `!ETag`, `ETag: "1", want none`},
		{"the body", `body is a.txt`, ""},
		{"some of the body", `body is a.txt[1:3]`, "body of 6 bytes is not a.txt[1:3]"},
		{"bytes beyond the file", `body is a.txt[1:7]`, "no such bytes"},
		{"an unknown file", `body is b.txt`, "b.txt"},
		{"an empty body", `body is empty`, "body of 6 bytes is not empty"},
		{"text in the body", `body has "cd"`, ""},
		{"other text in the body", `body has "dc"`, `has no "dc"`},
		{"an unknown check", `nonsense`, "no such check: nonsense"},
		{"the tag of the answer before", "X-Echo: W/\"1\"", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			script := "# first\nGET /\n=> 200|404\n\n# second\nGET /\nX-Echo: W/{ETag}\n=> 200\n" + test.check + "\n"
			cases, err := webtest.Parse("a.txt", script)
			if err != nil {
				t.Fatal(err)
			}
			client := webtest.Client{Addr: srv.Listener.Addr().String(), Site: site}
			var got []error
			for _, c := range cases {
				got = append(got, client.Check(c)...)
			}
			switch {
			case test.want == "" && got != nil:
				t.Errorf("errors %v, want none", got)
			case test.want != "" && (len(got) != 1 || !strings.Contains(got[0].Error(), test.want)):
				t.Errorf("errors %v, want one with %q", got, test.want)
			}
		})
	}
	t.Run("another status", func(t *testing.T) {
		cases, err := webtest.Parse("a.txt", "# a\nGET /\n=> 404\n")
		if err != nil {
			t.Fatal(err)
		}
		client := webtest.Client{Addr: srv.Listener.Addr().String(), Site: site}
		if got := client.Check(cases[0]); len(got) != 1 || got[0].Error() != "a.txt:1: status 200, want 404" {
			t.Errorf("errors %v", got)
		}
	})
}

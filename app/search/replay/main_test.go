package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// answers replays requests over headlines, and returns the answers without times and
// sizes, which differ each time.
func answers(t *testing.T, headlines, requests string) (string, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "headlines.txt")
	if err := os.WriteFile(file, []byte(headlines), 0o666); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err := replay(file, strings.NewReader(requests), &out)
	return regexp.MustCompile(`"(init_us|us|heap)":\d+`).ReplaceAllString(out.String(), `"$1":N`), err
}

func TestReplay(t *testing.T) {
	got, err := answers(t, "Trust merger delayed\nGP phone access\n\nTrust’s gift", `{"id":1,"q":"trust"}
{"id":2,"q":"acess"}
{"id":3,"q":"zzzz"}
{"id":-1,"cmd":"mem"}
`)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"ready":true,"n":4,"init_us":N,"heap":N}
{"id":1,"hits":[0,3],"total":2,"us":N}
{"id":2,"hits":[1],"total":1,"us":N}
{"id":3,"hits":[],"total":0,"us":N}
{"id":-1,"heap":N}
`
	if got != want {
		t.Errorf("answers:\n%swant:\n%s", got, want)
	}
}

func TestReplayShowsTen(t *testing.T) {
	got, err := answers(t, strings.Repeat("trust\n", 30), `{"id":1,"q":"trust"}`)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":1,"hits":[0,1,2,3,4,5,6,7,8,9],"total":30,"us":N}` + "\n"; !strings.HasSuffix(got, want) {
		t.Errorf("answers:\n%swant:\n%s", got, want)
	}
}

func TestReplayOfNothing(t *testing.T) {
	got, err := answers(t, "", "")
	if want := `{"ready":true,"n":0,"init_us":N,"heap":N}` + "\n"; err != nil || got != want {
		t.Errorf("answers:\n%s%v\nwant:\n%s", got, err, want)
	}
}

func TestReplayErrors(t *testing.T) {
	if _, err := answers(t, "trust\n", "{\n"); err == nil || !strings.Contains(err.Error(), `request "{"`) {
		t.Errorf("a request that is no JSON: %v", err)
	}
	if err := replay(filepath.Join(t.TempDir(), "none"), strings.NewReader(""), &bytes.Buffer{}); err == nil {
		t.Error("a file that is not there is read")
	}
}

package main

import (
	"slices"
	"strings"
	"testing"

	"icsexplorer/app/server/webtest"
)

// Every case that differences.txt explains must be one of the scripts, and every server one of the rivals.
func TestDifferencesNameCasesAndServers(t *testing.T) {
	cases, err := webtest.Cases()
	if err != nil {
		t.Fatal(err)
	}
	names := make(map[string]bool)
	for _, c := range cases {
		if names[c.Name] {
			t.Errorf("%s: there is another case %q", c.Pos, c.Name)
		}
		names[c.Name] = true
	}
	for _, d := range knownDifferences() {
		for server := range strings.FieldsSeq(d.servers) {
			if !slices.ContainsFunc(rivals(), func(r webtest.Other) bool { return r.Name == server }) {
				t.Errorf("%q is none of the rivals", server)
			}
		}
		if d.why == "" || len(d.cases) == 0 {
			t.Errorf("%q explains nothing", d)
		}
		for _, name := range d.cases {
			if !names[name] {
				t.Errorf("%s: no script has a case %q", d.why, name)
			}
		}
	}
}

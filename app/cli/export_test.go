package cli_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"icsexplorer/app/cli"
	"icsexplorer/app/export"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

func exported(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := cli.Export(args, &out, io.Discard); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	return out.String()
}

// The page composes a window of the stories and saves all; the command gives the same.
func TestExportWritesWhatThePageSaves(t *testing.T) {
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l := page.NewLibrary(c)
	for _, query := range []string{"", "?q=trust", "?q=trust&ics=south-west-london&sort=az", "?show=map", "?ics=hampshire-and-isle-of-wight&ics=south-west-london&show=compare"} {
		v, _ := view.Decode(query)
		p := l.Compose(page.State{View: v, Limit: page.RowsAtOnce})
		for _, f := range export.Formats() {
			want := string(f.Write(l.Exported(p, "https://example.org/ics/", "2026-11-25")))
			got := exported(t, "-as", f.Name, "-day", "2026-11-25", "-view", "https://example.org/ics/"+query+"#story")
			if got != want {
				t.Errorf("%s of %q: the command writes %d bytes, the page %d:\n%s", f.Name, query, len(got), len(want), got)
			}
		}
	}
}

func TestExportTakesAnAddressInAnyForm(t *testing.T) {
	for address, want := range map[string]string{
		"?q=trust":                           "in any ICS Explorer: ?q=trust",
		"q=trust":                            "in any ICS Explorer: ?q=trust",
		" ?utm=1&q=trust&corpus=0123#abc ":   "in any ICS Explorer: ?q=trust",
		"https://example.org/ics/?q=trust#a": "in ICS Explorer: https://example.org/ics/?q=trust",
		"https://example.org/ics/":           "in ICS Explorer: https://example.org/ics/?",
		"":                                   "From ICS Explorer",
		"file:///home/x/ics-explorer.html?q=trust": "in any ICS Explorer: ?q=trust",
	} {
		got := exported(t, "-as", "text", "-view", address)
		if last := got[strings.LastIndex(strings.TrimSpace(got), "\n")+1:]; !strings.HasSuffix(strings.TrimSpace(last), want) {
			t.Errorf("%q ends in %q, want %q", address, last, want)
		}
	}
}

func TestExportOfABriefingTakesItsOrderAndNote(t *testing.T) {
	got := exported(t, "-as", "md", "-by", "day", "-note", "For the board", "-day", "2026-11-25")
	if !strings.Contains(got, "\n25 November 2026\n\nFor the board\n") || strings.Contains(got, "## Several systems") {
		t.Errorf("printed %s", got)
	}
}

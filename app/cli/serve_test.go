//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"icsexplorer/app/cli"
	"icsexplorer/app/server/webtest"
	"icsexplorer/corpus"
)

// asCommand in the environment makes the test program ics-explorer, with a small site.
const asCommand = "TEST_AS_ICS_EXPLORER"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) == "" {
		os.Exit(m.Run())
	}
	site, err := webtest.Site()
	if err == nil {
		err = cli.Run(context.Background(), cli.Build{Site: site}, os.Args[1:], os.Stdout, os.Stderr)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// started starts the server with its log on stderr, and returns its address.
func started(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("the server prints no address: %v", err)
	}
	return strings.TrimSpace(line)
}

func answers(t *testing.T, address string, times int) {
	t.Helper()
	for i := range times {
		resp, err := http.Get(address)
		if err != nil {
			t.Fatalf("request %d: %v", i+1, err)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func TestVersionIsThatOfTheSite(t *testing.T) {
	var out bytes.Buffer
	build := cli.Build{Site: fstest.MapFS{"version.json": {Data: []byte(`{"version":"0123456789abcdef"}`)}}, Commit: "fedcba98"}
	if err := cli.Run(t.Context(), build, []string{"version"}, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	if want := "version 0123456789abcdef\ncorpus " + c.Fingerprint + "\ncommit fedcba98\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

func TestLicencesAreThoseOfTheSite(t *testing.T) {
	var out bytes.Buffer
	build := cli.Build{Site: fstest.MapFS{"licences.txt": {Data: []byte("terms\n")}}}
	if err := cli.Run(t.Context(), build, []string{"licences"}, &out, io.Discard); err != nil || out.String() != "terms\n" {
		t.Errorf("printed %q, %v", out.String(), err)
	}
}

func TestServesWhoeverReadsTheLog(t *testing.T) {
	for _, format := range []string{"json", "text"} {
		t.Run(format, func(t *testing.T) {
			read, written, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer read.Close()
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-addr", "127.0.0.1:0", "-log", format)
			cmd.Env = append(os.Environ(), asCommand+"=1")
			cmd.Stderr = written
			address := started(t, cmd)
			written.Close()
			answers(t, address, 1500) // a pipe holds some 500 lines
			read.Close()
			answers(t, address, 10)
			if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
			if err := cmd.Wait(); err != nil {
				t.Errorf("asked to stop: %v", err)
			}
		})
	}
}

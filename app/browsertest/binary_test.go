//go:build browser

package browsertest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// serve starts the built server and returns it with the address it prints.
func serve(t *testing.T, args ...string) (*exec.Cmd, string) {
	t.Helper()
	cmd := exec.Command("../../dist/ics-explorer", args...)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("the server printed %q: %v", line, err)
	}
	_, address, found := strings.Cut(line, "http://")
	if !found {
		t.Fatalf("no address in %q", line)
	}
	return cmd, "http://" + strings.TrimSpace(address)
}

func TestTheOneBinaryServesTheExplorerAndStopsInOrder(t *testing.T) {
	cmd, address := serve(t, "-addr", "localhost:0")
	tab, err := chromium.NewTab(1280, 900)
	if err != nil {
		t.Fatal(err)
	}
	defer tab.Close()
	if err := tab.Open(address); err != nil {
		t.Fatal(err)
	}
	if n, err := Eval[int](tab, `document.querySelectorAll("article").length`); err != nil || n != min(all, 50) {
		t.Errorf("%d stories, %v", n, err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	stopped := make(chan error, 1)
	go func() { stopped <- cmd.Wait() }()
	select {
	case err := <-stopped:
		if err != nil {
			t.Errorf("after SIGTERM: %v", err)
		}
	case <-time.After(patience):
		t.Error("the server does not stop on SIGTERM")
	}
}

func TestATakenPortIsAClearError(t *testing.T) {
	_, address := serve(t, "-addr", "127.0.0.1:0")
	_, port, _ := strings.Cut(strings.Trim(strings.TrimPrefix(address, "http://"), "/"), ":")
	taken := "127.0.0.1:" + port
	var stderr bytes.Buffer
	cmd := exec.Command("../../dist/ics-explorer", "serve", "-addr", taken)
	cmd.Stderr = &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("exit: %v", err)
	}
	if !strings.Contains(stderr.String(), taken) || !strings.Contains(stderr.String(), "in use") {
		t.Errorf("printed %q", stderr.String())
	}
}

func TestServesCompressedAndHashedFilesForEver(t *testing.T) {
	_, address := serve(t, "-addr", "127.0.0.1:0")
	get := func(path, accept string) *http.Response {
		request, err := http.NewRequest("GET", address+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept-Encoding", accept)
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { response.Body.Close() })
		return response
	}
	page := get("", "gzip, br, zstd")
	if got := page.Header.Get("Content-Encoding"); got != "br" || page.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("the page: %v", page.Header)
	}
	plain, err := io.ReadAll(get("", "identity").Body)
	if err != nil {
		t.Fatal(err)
	}
	_, name, _ := strings.Cut(string(plain), `href="app-`)
	name, _, _ = strings.Cut(name, `"`)
	program := get("app-"+name, "br")
	if got := program.Header.Get("Content-Type"); got != "application/wasm" {
		t.Errorf("the program is served as %q", got)
	}
	if got := program.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("the program may be kept: %q", got)
	}
	if got := program.Header.Get("Content-Security-Policy") + page.Header.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'") {
		t.Errorf("the policy is %q", got)
	}
}

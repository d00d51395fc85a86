//go:build browser

package browsertest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// binary is the built server, to be started with the arguments.
func binary(args ...string) *exec.Cmd { return exec.Command("../../dist/ics-explorer", args...) }

// serve starts a server and returns the address it prints.
func serve(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
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
	return "http://" + strings.TrimSpace(address)
}

func TestTheOneBinaryServesTheExplorerAndStopsInOrder(t *testing.T) {
	cmd := binary("-addr", "localhost:0")
	address := serve(t, cmd)
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

// The root of the server is a folder that holds nothing but the server.
func TestTheOneBinaryStartsInAnEmptyRoot(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root may change the root")
	}
	dir := t.TempDir()
	content, err := os.ReadFile(binary().Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "ics-explorer"), content, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/ics-explorer", "-addr", "localhost:0")
	cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: dir}
	response, err := http.Get(serve(t, cmd))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("the page: %s", response.Status)
	}
}

func TestATakenPortIsAClearError(t *testing.T) {
	address := serve(t, binary("-addr", "127.0.0.1:0"))
	_, port, _ := strings.Cut(strings.Trim(strings.TrimPrefix(address, "http://"), "/"), ":")
	taken := "127.0.0.1:" + port
	var stderr bytes.Buffer
	cmd := binary("serve", "-addr", taken)
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
	address := serve(t, binary("-addr", "127.0.0.1:0"))
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
	program := get(regexp.MustCompile(`app-[0-9a-f]{16}\.wasm`).FindString(string(plain)), "br")
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

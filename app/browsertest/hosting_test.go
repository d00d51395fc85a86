//go:build browser

package browsertest

import (
	"bytes"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"icsexplorer/app/server"
)

// A plainHost is a server that knows nothing of us: it serves root at the port,
// and the site's 404.html for what is not there if it can be told to.
type plainHost struct {
	name       string
	compressed bool // sends the compressed form that lies beside a file
	missing    bool // answers with 404.html
	command    func(dir, root, folder, port string) (*exec.Cmd, error)
}

var plainHosts = []plainHost{
	{"nginx", true, true, func(dir, root, folder, port string) (*exec.Cmd, error) {
		config := filepath.Join(dir, "nginx.conf")
		err := os.WriteFile(config, fmt.Appendf(nil, `
			daemon off; master_process off; pid %[1]s/nginx.pid; error_log stderr;
			events {}
			http {
				include /etc/nginx/mime.types;
				access_log off;
				client_body_temp_path %[1]s/body; proxy_temp_path %[1]s/proxy; fastcgi_temp_path %[1]s/fastcgi;
				uwsgi_temp_path %[1]s/uwsgi; scgi_temp_path %[1]s/scgi;
				gzip_static on;
				server { listen 127.0.0.1:%[2]s; root %[3]s; error_page 404 %[4]s404.html; }
			}`, dir, port, root, folder), 0o644)
		return exec.Command("nginx", "-c", config, "-e", "stderr"), err
	}},
	{"Caddy", true, true, func(dir, root, folder, port string) (*exec.Cmd, error) {
		config := filepath.Join(dir, "Caddyfile")
		err := os.WriteFile(config, fmt.Appendf(nil, `{
	admin off
	auto_https off
}
http://127.0.0.1:%s {
	root * %s
	file_server {
		precompressed br zstd gzip
	}
	handle_errors {
		rewrite * %s404.html
		file_server
	}
}
`, port, root, folder), 0o644)
		cmd := exec.Command("caddy", "run", "--config", config, "--adapter", "caddyfile")
		cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
		return cmd, err
	}},
	{"Python", false, false, func(_, root, _, port string) (*exec.Cmd, error) {
		return exec.Command("python3", "-m", "http.server", port, "--bind", "127.0.0.1", "--directory", root), nil
	}},
}

// start runs the host until stop is called, with the site in a folder of it.
func (h plainHost) start(t *testing.T, site fs.FS, folder string) (address string, stop func()) {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join(dir, "root")
	if err := os.CopyFS(filepath.Join(root, folder), site); err != nil {
		t.Fatal(err)
	}
	listener, err := ListenAnew()
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	listener.Close()
	cmd, err := h.command(dir, root, folder, port)
	if err != nil {
		t.Fatal(err)
	}
	var output bytes.Buffer
	cmd.Stderr = &output
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	exited := make(chan struct{})
	go func() { cmd.Wait(); close(exited) }()
	stop = func() { cmd.Process.Kill(); <-exited }
	t.Cleanup(stop)
	address = "http://127.0.0.1:" + port + folder
	deadline := time.After(patience)
	for {
		response, err := http.Get(address)
		if err == nil {
			response.Body.Close()
			return address, stop
		}
		select {
		case <-exited:
			t.Fatalf("%s has stopped: %s", h.name, output.String())
		case <-deadline:
			t.Fatalf("%s does not answer: %v", h.name, err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func TestWorksOnHostsThatKnowNothingOfIt(t *testing.T) {
	for _, host := range plainHosts {
		for _, folder := range []string{"/", "/tools/ics/"} {
			for _, compressed := range []bool{true, false} {
				name := host.name + " " + strings.ReplaceAll(folder, "/", "·") + " plain files alone"
				site := plainFiles(t)
				if compressed {
					name = strings.Replace(name, "plain files alone", "with compressed files", 1)
					site = builtSite()
				}
				t.Run(name, func(t *testing.T) {
					address, stop := host.start(t, site, folder)
					r := newReader(t, nil)
					r.must(r.Open(address + shared))
					r.seesFirst(sharedStory)
					sent := text[int](r, `performance.getEntriesByType("resource").find((entry) => entry.name.endsWith(".wasm")).encodedBodySize`)
					if small := sent < 2_500_000; small != (compressed && host.compressed) {
						t.Errorf("the program was sent as %d bytes", sent)
					}
					if host.missing {
						checkMissing(t, address)
					}
					r.waits(`document.getElementById("offline")?.textContent === "Ready offline"`)
					r.Tab.Close()
					stop()

					cold := newReader(t, nil)
					cold.must(cold.Open(address + "?q=gp+phone"))
					cold.seesFirst("Threefold ICS variation in GP phone access revealed")
				})
			}
		}
	}
}

// plainFiles is the built site without the compressed forms.
func plainFiles(t *testing.T) fs.FS {
	t.Helper()
	dir := t.TempDir()
	names, err := fs.Glob(builtSite(), "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if _, encoded := server.Encoded(name); encoded {
			continue
		}
		content, err := fs.ReadFile(builtSite(), name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return os.DirFS(dir)
}

func checkMissing(t *testing.T, address string) {
	t.Helper()
	response, err := http.Get(address + "nothing/here")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	want, err := fs.ReadFile(builtSite(), "404.html")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if _, err := got.ReadFrom(response.Body); err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusNotFound || got.String() != string(want) {
		t.Errorf("%s: %s", response.Status, got.String())
	}
}

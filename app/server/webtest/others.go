package webtest

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Other is a server that knows nothing of ours.
type Other struct {
	Name       string   // and its program's
	Packages   []string // of Debian
	Compresses bool     // it sends the encoded file that lies beside a file
	Missing    bool     // it answers with 404.html for what is not there

	// How the server is configured, with {addr} or {port}, {root}, {folder}, {dir} for files of its own, {headers}
	// for headers and {tuned} for what only a tuned server has.
	config  string
	header  string // how to add one header
	tuned   string
	loads   string // the module that a tuned server needs
	command []string
}

// Others returns nginx, Caddy and Python's own server.
func Others() []Other {
	return []Other{{
		Name: "nginx", Packages: []string{"nginx", "libnginx-mod-http-brotli-static"},
		Compresses: true, Missing: true,
		config: `{loads}
daemon off; pid {dir}/nginx.pid; error_log stderr; worker_processes auto; worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {dir}/body; proxy_temp_path {dir}/proxy; fastcgi_temp_path {dir}/fastcgi;
  uwsgi_temp_path {dir}/uwsgi; scgi_temp_path {dir}/scgi;
  gzip_static on;
  {tuned}
  {headers}
  server { listen {addr}; root {root}; error_page 404 {folder}404.html; }
}`,
		// At its best: files kept open, connections never closed.
		tuned: `types { application/manifest+json webmanifest; }
  charset utf-8; charset_types text/html text/css text/plain;
  sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=1000;
  brotli_static on; gzip_vary on;`,
		header:  `add_header %s "%s" always;`,
		loads:   "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
		command: []string{"nginx", "-e", "stderr", "-c", "{dir}/nginx.conf"},
	}, {
		Name: "caddy", Packages: []string{"caddy"},
		Compresses: true, Missing: true,
		config: `{
  admin off
  auto_https off
  storage file_system {dir}/caddy
}
http://:{port} {
  bind 127.0.0.1
  root * {root}
  {headers}
  file_server {
    precompressed br zstd gzip
  }
  handle_errors {
    rewrite * {folder}404.html
    file_server {
      precompressed br zstd gzip
    }
  }
}`,
		header:  `header %s "%s"`,
		command: []string{"caddy", "run", "--adapter", "caddyfile", "--config", "{dir}/caddy.conf"},
	}, {
		Name: "python3", Packages: []string{"python3"},
		command: []string{"python3", "-m", "http.server", "{port}", "--bind", "127.0.0.1", "--directory", "{root}"},
	}}
}

// Installed returns an error that says what to install if the server is not there, or a module that it needs when it
// is tuned.
func (o Other) Installed(tuned bool) error {
	_, err := exec.LookPath(o.Name)
	if err == nil && tuned && o.loads != "" {
		_, err = os.Stat(o.loads)
	}
	if err != nil {
		return fmt.Errorf("%w: apt-get install %s", err, strings.Join(o.Packages, " "))
	}
	return nil
}

// Setup is what an Other serves, and how.
type Setup struct {
	Addr    string      // host:port, of this machine
	Root    string      // folder to serve
	Folder  string      // path of the site below it, as in /tools/ics/
	Dir     string      // folder for the server's own files
	Tuned   bool        // at its best, rather than as it comes
	Headers [][2]string // names and values to add to every answer
}

// Start starts the server and waits until it answers.
func (o Other) Start(ctx context.Context, s Setup) (*Process, error) {
	_, port, err := net.SplitHostPort(s.Addr)
	if err != nil {
		return nil, err
	}
	var headers []string
	for _, h := range s.Headers {
		headers = append(headers, fmt.Sprintf(o.header, h[0], h[1]))
	}
	var tuned, loads string
	if s.Tuned {
		tuned = o.tuned
		if o.loads != "" {
			loads = "load_module " + o.loads + ";"
		}
	}
	fill := strings.NewReplacer("{addr}", s.Addr, "{port}", port, "{root}", s.Root, "{folder}", s.Folder, "{dir}", s.Dir,
		"{headers}", strings.Join(headers, "\n  "), "{tuned}", tuned, "{loads}", loads)
	if err := os.WriteFile(filepath.Join(s.Dir, o.Name+".conf"), []byte(fill.Replace(o.config)), 0o644); err != nil {
		return nil, err
	}
	args := make([]string, len(o.command))
	for i, arg := range o.command {
		args[i] = fill.Replace(arg)
	}
	return Launch(ctx, s.Addr, args[0], args[1:]...)
}

package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"icsexplorer/app/server"
)

// rival is a server to compare ours with.
type rival struct {
	name    string
	needs   []string // packages of Debian
	file    string   // that must exist besides the program
	config  string   // with {addr} or {port}, {root}, {dir} and a {headers} for each of the security headers
	header  string   // how to add one header
	command []string
}

var rivals = []rival{{
	name:  "nginx",
	needs: []string{"nginx", "libnginx-mod-http-brotli-static"},
	file:  "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
	// At its best: no log, open files kept open, connections never closed.
	config: `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; pid {dir}/nginx.pid; error_log stderr; worker_processes auto; worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
  include /etc/nginx/mime.types;
  types { application/manifest+json webmanifest; }
  charset utf-8; charset_types text/html text/css text/plain;
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=1000;
  brotli_static on; gzip_static on; gzip_vary on;
  {headers}
  server { listen {addr}; root {root}; error_page 404 /404.html; }
}`,
	header:  `add_header %s "%s" always;`,
	command: []string{"nginx", "-c", "{dir}/nginx.conf"},
}, {
	name:  "caddy",
	needs: []string{"caddy"},
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
    rewrite * /404.html
    file_server {
      precompressed br zstd gzip
    }
  }
}`,
	header:  `header %s "%s"`,
	command: []string{"caddy", "run", "--adapter", "caddyfile", "--config", "{dir}/caddy.conf"},
}}

// installed returns an error that says what to install if the rival is not there.
func (r rival) installed() error {
	_, err := exec.LookPath(r.name)
	if err == nil && r.file != "" {
		_, err = os.Stat(r.file)
	}
	if err != nil {
		return fmt.Errorf("%s was not compared: %w: apt-get install %s", r.name, err, strings.Join(r.needs, " "))
	}
	return nil
}

// start serves a folder, with the headers that we send.
func (r rival) start(ctx context.Context, dir, root string) (*process, error) {
	var headers []string
	for _, h := range append(server.SecurityHeaders(), server.Header{Name: "Cache-Control", Value: "no-cache"}) {
		headers = append(headers, fmt.Sprintf(r.header, h.Name, h.Value))
	}
	addr := freeAddr()
	_, port, _ := net.SplitHostPort(addr)
	fill := strings.NewReplacer("{addr}", addr, "{port}", port, "{root}", root, "{dir}", dir, "{headers}", strings.Join(headers, "\n  "))
	if err := os.WriteFile(filepath.Join(dir, r.name+".conf"), []byte(fill.Replace(r.config)), 0o644); err != nil {
		return nil, err
	}
	args := strings.Fields(fill.Replace(strings.Join(r.command, " ")))
	return launch(ctx, addr, args[0], args[1:]...)
}

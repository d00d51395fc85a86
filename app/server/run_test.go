package server_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"icsexplorer/app/server"
)

// TestMain lets the test program be the server that systemd starts.
func TestMain(m *testing.M) {
	if os.Getenv("LISTEN_PID") != "" {
		handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "inherited") })
		err := server.Run(context.Background(), server.Config{Addr: "localhost:0"}, handler, os.Stdout, os.Stderr)
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func TestRunErrors(t *testing.T) {
	_, handler := newSite(t)
	taken := start(t, server.Config{Addr: "localhost:0"}, handler, io.Discard).Host
	for _, test := range []struct {
		name string
		cfg  server.Config
		want string
	}{
		{"a taken port", server.Config{Addr: taken}, "bind: address already in use"},
		{"no port", server.Config{Addr: "localhost"}, "missing port"},
		{"no such port", server.Config{Addr: "localhost:66000"}, "invalid port"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var stdout bytes.Buffer
			err := server.Run(t.Context(), test.cfg, handler, &stdout, io.Discard)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
			if stdout.Len() > 0 {
				t.Errorf("printed %q before it could listen", &stdout)
			}
		})
	}
}

func TestAddressPrinted(t *testing.T) {
	_, handler := newSite(t)
	for _, addr := range []string{"localhost:0", "127.0.0.1:0", ":0"} {
		t.Run(addr, func(t *testing.T) {
			u := start(t, server.Config{Addr: addr}, handler, io.Discard)
			if u.Scheme != "http" || u.Hostname() != "localhost" || u.Port() == "0" || u.Path != "/" {
				t.Errorf("printed %s", u)
			}
		})
	}
}

func TestSystemdSocket(t *testing.T) {
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	socket, err := ln.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	for _, test := range []struct{ name, script, want string }{
		{"one socket", "LISTEN_FDS=1 LISTEN_PID=$$", ln.Addr().String()[len("127.0.0.1"):]},
		{"two sockets", "LISTEN_FDS=2 LISTEN_PID=$$", "systemd passed 2 sockets, want 1"},
		{"no socket", "exec 3</dev/null; LISTEN_FDS=1 LISTEN_PID=$$", "systemd's socket"},
	} {
		t.Run(test.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, "sh", "-c", test.script+` exec "$0"`, os.Args[0])
			cmd.ExtraFiles = []*os.File{socket}
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			defer cmd.Wait()
			defer cmd.Process.Kill()
			line, _ := bufio.NewReader(out).ReadString('\n')
			if !strings.Contains(line, test.want) {
				t.Fatalf("printed %q, want %q", line, test.want)
			}
			if !strings.HasPrefix(line, "http://") {
				return
			}
			resp, err := http.Get(strings.TrimSpace(line))
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if body, _ := io.ReadAll(resp.Body); string(body) != "inherited" {
				t.Errorf("answered %q", body)
			}
		})
	}
}

func TestLogHoldsNothingThatAReaderTyped(t *testing.T) {
	_, handler := newSite(t)
	const typed = "secret"
	for _, format := range []string{"json", "text", "off"} {
		t.Run("log "+format, func(t *testing.T) {
			lines, log := io.Pipe()
			handlers := map[string]slog.Handler{"json": slog.NewJSONHandler(log, nil), "text": slog.NewTextHandler(log, nil)}
			text := make(chan string)
			go func() {
				all, _ := io.ReadAll(lines)
				text <- string(all)
			}()
			t.Run("serve", func(t *testing.T) {
				u := start(t, server.Config{Addr: "localhost:0", Log: handlers[format]}, handler, log)
				for _, request := range []string{
					"GET /?q=secret HTTP/1.1\r\nHost: secret\r\nUser-Agent: secret\r\nReferer: secret\r\n",
					"GET /secret HTTP/1.1\r\nHost: localhost\r\n",
					"GET /%secret HTTP/1.1\r\nHost: localhost\r\n",
					"GET /secret/../index.html HTTP/1.1\r\nHost: localhost\r\n",
					"SECRET / HTTP/1.1\r\nHost: localhost\r\n",
					"secret / HTTP/1.1\r\nHost: localhost\r\n",
					"GET / secret\r\nHost: localhost\r\n",
					"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: secret\r\n",
					"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=secret\r\nIf-None-Match: secret\r\n",
				} {
					conn, err := net.Dial("tcp", u.Host)
					if err != nil {
						t.Fatal(err)
					}
					io.WriteString(conn, request+"Connection: close\r\n\r\n")
					io.Copy(io.Discard, conn)
					conn.Close()
				}
			})
			log.Close()
			got := <-text
			if strings.Contains(strings.ToLower(got), typed) {
				t.Errorf("the log repeats what was typed:\n%s", got)
			}
			if quiet := format == "off"; quiet != (got == "") {
				t.Errorf("log:\n%s", got)
			}
		})
	}
}

func TestLogLine(t *testing.T) {
	site, handler := newSite(t)
	size := len(site["index.html"].Data)
	for _, test := range []struct {
		name, request, method, path string
		status, bytes               int
	}{
		{"a page", "GET /?q=x HTTP/1.1\r\n", "GET", "/", 200, size},
		{"no body", "HEAD /index.html HTTP/1.1\r\n", "HEAD", "/index.html", 200, 0},
		{"a range", "GET / HTTP/1.1\r\nRange: bytes=1-4\r\n", "GET", "/", 206, 4},
		{"an unknown address", "GET /x HTTP/1.1\r\n", "GET", "-", 404, len(site["404.html"].Data)},
		{"another method", "PUT / HTTP/1.1\r\n", "-", "-", 405, len("Method Not Allowed\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines, log := io.Pipe()
			u := start(t, server.Config{Addr: "localhost:0", Log: slog.NewJSONHandler(log, nil)}, handler, io.Discard)
			conn, err := net.Dial("tcp", u.Host)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			io.WriteString(conn, test.request+"Host: localhost\r\n\r\n")
			// What is logged is what was sent.
			method, _, _ := strings.Cut(test.request, " ")
			sent := make(chan int, 1)
			go func() {
				resp, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
				if err != nil {
					t.Error(err)
					close(sent)
					return
				}
				sent <- resp.StatusCode
			}()
			var got struct {
				Time                time.Time
				Level, Msg          string
				Method, Path        string
				Status, Bytes       int
				Microseconds        *int64
				Query, Host, Remote string
			}
			if err := json.NewDecoder(lines).Decode(&got); err != nil {
				t.Fatal(err)
			}
			if got.Method != test.method || got.Path != test.path || got.Status != test.status || got.Bytes != test.bytes {
				t.Errorf("logged %+v, want %+v", got, test)
			}
			if status := <-sent; status != test.status {
				t.Errorf("sent %d, want %d", status, test.status)
			}
			if got.Microseconds == nil || got.Time.IsZero() {
				t.Errorf("logged %+v, want a time and a duration", got)
			}
		})
	}
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"time"

	"icsexplorer/app/server"
	"icsexplorer/app/server/webtest"
)

// process is a server that is measured.
type process struct{ *webtest.Process }

// resident returns the memory that the process holds, in MB.
func (p process) resident() int {
	var pages, resident int
	statm, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.Cmd.Process.Pid))
	fmt.Sscan(string(statm), &pages, &resident)
	return resident * os.Getpagesize() >> 20
}

// cpu returns the processor time that the process and its children have used.
func (p process) cpu() time.Duration {
	const tick = 10 * time.Millisecond // of /proc
	children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", p.Cmd.Process.Pid))
	var ticks int
	for _, pid := range append(strings.Fields(string(children)), strconv.Itoa(p.Cmd.Process.Pid)) {
		stat, _ := os.ReadFile("/proc/" + pid + "/stat")
		// The fields after the name, which is in brackets: user and system time are the 12th and 13th.
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		for _, field := range fields[11:13] {
			n, _ := strconv.Atoi(field)
			ticks += n
		}
	}
	return time.Duration(ticks) * tick
}

// freeAddr returns an address on which nobody listens.
func freeAddr() string {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err) // a machine without a loopback
	}
	defer ln.Close()
	return ln.Addr().String()
}

// ours starts the server's binary.
func (b *bench) ours(ctx context.Context, addr string) (process, error) {
	p, err := webtest.Launch(ctx, addr, b.binary, "-addr", addr, "-log", "off")
	return process{p}, err
}

// rivals are the servers to compare ours with.
func rivals() []webtest.Other { return webtest.Others()[:2] }

// start starts a rival, at its best, with the headers that we send.
func (b *bench) start(ctx context.Context, r webtest.Other, root string) (process, error) {
	headers := [][2]string{{"Cache-Control", "no-cache"}}
	policy, err := server.Policy(os.DirFS(b.site))
	if err != nil {
		return process{}, err
	}
	for _, h := range server.SecurityHeaders(policy) {
		headers = append(headers, [2]string{h.Name, h.Value})
	}
	p, err := r.Start(ctx, webtest.Setup{Addr: freeAddr(), Root: root, Folder: "/", Dir: b.dir, Tuned: true, Headers: headers})
	return process{p}, err
}

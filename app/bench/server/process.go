package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// process is a server that runs on a port of this machine.
type process struct {
	cmd    *exec.Cmd
	addr   string // host:port
	output bytes.Buffer
}

// launch starts a server on addr and waits until it accepts connections.
func launch(ctx context.Context, addr, name string, args ...string) (*process, error) {
	p := &process{cmd: exec.CommandContext(ctx, name, args...), addr: addr}
	p.cmd.Cancel = func() error { return p.cmd.Process.Signal(syscall.SIGTERM) }
	p.cmd.WaitDelay = 15 * time.Second
	p.cmd.Stdout, p.cmd.Stderr = &p.output, &p.output
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	for range 100 {
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			return p, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.stop()
	return nil, fmt.Errorf("%s does not answer on %s: %s", name, addr, &p.output)
}

// stop asks the process to stop, waits for that, and returns an error if its exit code is not 0.
func (p *process) stop() error {
	p.cmd.Process.Signal(syscall.SIGTERM)
	if err := p.cmd.Wait(); err != nil {
		return fmt.Errorf("%s: %w: %s", p.cmd.Path, err, &p.output)
	}
	return nil
}

// resident returns the memory that the process holds, in MB.
func (p *process) resident() int {
	var pages, resident int
	statm, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.cmd.Process.Pid))
	fmt.Sscan(string(statm), &pages, &resident)
	return resident * os.Getpagesize() >> 20
}

// cpu returns the processor time that the process and its children have used.
func (p *process) cpu() time.Duration {
	const tick = 10 * time.Millisecond // of /proc
	children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", p.cmd.Process.Pid))
	var ticks int
	for _, pid := range append(strings.Fields(string(children)), strconv.Itoa(p.cmd.Process.Pid)) {
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
func (b *bench) ours(ctx context.Context, addr string) (*process, error) {
	return launch(ctx, addr, b.binary, "-addr", addr, "-log", "off")
}

package webtest

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os/exec"
	"syscall"
	"time"
)

// startTimeout is how long a server may take until it accepts connections.
const startTimeout = 30 * time.Second

// Process is a server that runs on a port of this machine.
type Process struct {
	Cmd  *exec.Cmd
	Addr string // host:port

	output bytes.Buffer
	exited chan struct{} // closed when it has ended, as err says
	err    error
}

// Launch starts a server on addr and waits until it accepts connections.
func Launch(ctx context.Context, addr, name string, args ...string) (*Process, error) {
	p := &Process{Cmd: exec.CommandContext(ctx, name, args...), Addr: addr, exited: make(chan struct{})}
	p.Cmd.Cancel = func() error { return p.Cmd.Process.Signal(syscall.SIGTERM) }
	p.Cmd.WaitDelay = 15 * time.Second
	p.Cmd.Stdout, p.Cmd.Stderr = &p.output, &p.output
	if err := p.Cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		p.err = p.Cmd.Wait()
		close(p.exited)
	}()
	deadline := time.After(startTimeout)
	for {
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			return p, nil
		}
		select {
		case <-p.exited:
			return nil, fmt.Errorf("%s has stopped: %v: %s", name, p.err, &p.output)
		case <-deadline:
			p.Stop()
			return nil, fmt.Errorf("%s does not answer on %s: %s", name, addr, &p.output)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Stop asks the process to stop, waits for that, and returns an error if its exit code is not 0.
func (p *Process) Stop() error {
	p.Cmd.Process.Signal(syscall.SIGTERM)
	<-p.exited
	if p.err != nil {
		return fmt.Errorf("%s: %w: %s", p.Cmd.Path, p.err, &p.output)
	}
	return nil
}

//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// asCommand in the environment makes the test program ics-explorer.
const asCommand = "TEST_AS_ICS_EXPLORER"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// process is ics-explorer with args, to be started. It is killed when the test ends.
func process(t *testing.T, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	return cmd
}

// TestFirstSignalEnds keeps a command busy with printing into a pipe that nobody empties, so that it cannot have ended
// by itself.
func TestFirstSignalEnds(t *testing.T) {
	odd := filepath.Join(t.TempDir(), "devon-ics.txt")
	if err := os.WriteFile(odd, bytes.Repeat([]byte("A line alone.\n\n"), 40_000), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"search", "-n", "0", "-explain", "nhs"}, {"check", odd}} {
		for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGTERM} {
			t.Run(args[0]+" "+signal.String(), func(t *testing.T) {
				read, written, err := os.Pipe()
				if err != nil {
					t.Fatal(err)
				}
				defer read.Close()
				shrink(t, written)
				cmd := process(t, args...)
				cmd.Stdout, cmd.Stderr = written, written
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				written.Close()
				if _, err := read.Read(make([]byte, 1)); err != nil {
					t.Fatalf("it printed nothing: %v", err)
				}
				if err := cmd.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				cmd.Wait()
				if status := cmd.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != signal {
					t.Errorf("it ended by itself: %v", cmd.ProcessState)
				}
			})
		}
	}
}

// shrink makes a pipe hold 4 KB instead of 64, where the system can.
func shrink(t *testing.T, pipe *os.File) {
	const setPipeSize = 1031 // F_SETPIPE_SZ of Linux
	if _, _, err := syscall.Syscall(syscall.SYS_FCNTL, pipe.Fd(), setPipeSize, 4<<10); err != 0 {
		t.Skip("this system has no small pipes: ", err)
	}
}

func TestCheckRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "devon-ics.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "dorset-ics.txt")
	if err := os.Symlink("/dev/zero", link); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, path, want string }{
		{"a pipe", pipe, "it is a pipe, not a file"},
		{"a device", "/dev/zero", "it is a device, not a file"},
		{"a link to one", link, "it is a device, not a file"},
		{"a folder", dir, "it is a folder, not a file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := process(t, "check", test.path)
			out, err := cmd.CombinedOutput()
			if err == nil || !strings.Contains(string(out), test.path+":1: cannot be read: "+test.want) {
				t.Errorf("%v, printed %q; want %q", err, out, test.want)
			}
		})
	}
}

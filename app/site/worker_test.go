package site

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestWorker runs worker_test.cjs under node: what the worker does, with stand-ins for
// caches, network and tabs. It gets two versions of a small site.
func TestWorker(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node; ./build.sh test installs it")
	}
	dir := t.TempDir()
	for name, stories := range map[string]int{"old": 3, "next": 4} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
		for file, content := range newSiteOf(t, testCorpus(t, stories)).Files {
			if err := os.WriteFile(filepath.Join(dir, name, file), content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	cmd := exec.CommandContext(t.Context(), node, "--test", "--test-timeout=60000", "worker_test.cjs")
	cmd.Env = append(os.Environ(), "SITES="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

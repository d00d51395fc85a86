package webtest

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// freeAddr returns an address of this machine on which nobody listens.
func freeAddr(t *testing.T) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return ln.Addr().String()
}

func TestLaunchErrors(t *testing.T) {
	for _, test := range []struct{ name, program, script, want string }{
		{"a server that stops", "sh", "echo no such directive >&2; exit 3", "sh has stopped: exit status 3: no such directive"},
		{"no such server", "no-such-server", "", "executable file not found"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Launch(t.Context(), freeAddr(t), test.program, "-c", test.script)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestInstalledSaysWhatToInstall(t *testing.T) {
	for _, test := range []struct {
		name  string
		other Other
		tuned bool
		want  string
	}{
		{"there", Other{Name: "sh", loads: "/no/such.so"}, false, ""},
		{"not there", Other{Name: "no-such-server", Packages: []string{"a", "b"}}, false, "apt-get install a b"},
		{"without its module", Other{Name: "sh", Packages: []string{"c"}, loads: "/no/such.so"}, true, "apt-get install c"},
	} {
		err := test.other.Installed(test.tuned)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: error %v, want %q", test.name, err, test.want)
		}
	}
}

func TestStartFillsInTheConfiguration(t *testing.T) {
	for _, tuned := range []bool{false, true} {
		addr, dir := freeAddr(t), t.TempDir()
		o := Other{
			Name: "other", header: "add %s=%s;", tuned: "fast on;", loads: "/m.so",
			config:  "{loads} listen {addr}; root {root}; missing {folder}404.html; pid {dir}/pid; {tuned} {headers}",
			command: []string{"cat", "{dir}/other.conf", "{port}"},
		}
		_, err := o.Start(t.Context(), Setup{Addr: addr, Root: "/srv", Folder: "/a b/", Dir: dir, Tuned: tuned, Headers: [][2]string{{"X", "1"}, {"Y", "2"}}})
		_, port, _ := net.SplitHostPort(addr)
		if err == nil || !strings.Contains(err.Error(), "cat: "+port) {
			t.Errorf("started with %v, want the port %s", err, port)
		}
		config, err := os.ReadFile(filepath.Join(dir, "other.conf"))
		want := "listen " + addr + "; root /srv; missing /a b/404.html; pid " + dir + "/pid;"
		if got := string(config); err != nil || !strings.Contains(got, want) || !strings.Contains(got, "add X=1;\n  add Y=2;") {
			t.Errorf("configured with %q, want %q in it", got, want)
		}
		if got := strings.Contains(string(config), "load_module /m.so;") && strings.Contains(string(config), "fast on;"); got != tuned {
			t.Errorf("tuned: %t, want %t", got, tuned)
		}
	}
}

// Command page measures the built explorer in headless Chromium and prints what
// it finds, beside what it is to be: sizes, and what the program is made of; starts, and the time from a keystroke to painted results, beside a
// go-app hello world that is built in the same run; and the time to open each view.
// Figures are medians; machines are noisy, so the ratios are what to compare between
// runs.
//
//	./build.sh bench
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"icsexplorer/app/browsertest"
	"icsexplorer/app/program"
	"icsexplorer/app/server"
	"icsexplorer/corpus"
)

func main() {
	rounds := flag.Int("rounds", 9, "starts of each kind")
	headlines := flag.String("headlines", "", "file of headlines, one a line, to measure a large corpus with")
	flag.Parse()
	if err := run(*rounds, *headlines); err != nil {
		fmt.Fprintln(os.Stderr, "page:", err)
		os.Exit(1)
	}
}

func run(rounds int, headlines string) error {
	if err := printSizes(os.DirFS("dist/site")); err != nil {
		return fmt.Errorf("%w; run ./build.sh first", err)
	}
	if err := printPackages(); err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "ics-explorer-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := buildHello(temp); err != nil {
		return err
	}
	chromium, err := browsertest.Start()
	if err != nil {
		return err
	}
	defer chromium.Close()
	if err := os.Mkdir(filepath.Join(temp, "many"), 0o755); err != nil {
		return err
	}
	var hosts [2]*browsertest.Host
	for i, site := range []fs.FS{os.DirFS("dist/site"), os.DirFS(temp)} {
		handler, err := server.NewHandler(site)
		if err != nil {
			return err
		}
		if hosts[i], err = browsertest.NewHost(handler); err != nil {
			return err
		}
		defer hosts[i].Stop()
	}
	measure := func(host *browsertest.Host, name, systems string, kinds ...*kind) error {
		if err := printStarts(chromium, host, hosts[1], name, rounds, kinds); err != nil {
			return err
		}
		if err := printKeystrokes(chromium, host, hosts[1], name); err != nil {
			return err
		}
		return printViews(chromium, host, name, systems)
	}
	if err := measure(hosts[0], "36 stories", "?ics=hampshire-and-isle-of-wight&ics=south-west-london",
		&kind{name: "cold", fresh: true},
		&kind{name: "cold, 10 Mbit/s and 40 ms", fresh: true, slow: true, goal: .75},
		&kind{name: "warm", goal: .9},
		&kind{name: "warm, browser started anew", anew: true},
	); err != nil {
		return err
	}
	if headlines == "" {
		fmt.Println("no large corpus: no file of headlines was given")
		return nil
	}
	listings, err := manyListings(headlines)
	if err != nil {
		return err
	}
	many, err := browsertest.NewHostOf(".", filepath.Join(temp, "many"), listings)
	if err != nil {
		return err
	}
	defer many.Stop()
	return measure(many, "10,000 stories in 42 listings", "?ics=devon&ics=dorset", &kind{name: "warm"})
}

func printSizes(site fs.FS) error {
	programs, err := fs.Glob(site, "app-*.wasm*")
	if err != nil {
		return err
	}
	if len(programs) == 0 {
		return fmt.Errorf("no program in dist/site")
	}
	fmt.Println("size, bytes")
	for _, name := range append(programs, "index.html", "index.html.br") {
		info, err := fs.Stat(site, name)
		if err != nil {
			return err
		}
		kind := strings.TrimPrefix(filepath.Ext(name), ".")
		switch {
		case strings.HasPrefix(name, "app-") && kind == "br":
			fmt.Printf("  program %-10s %9d   goal at most 900000\n", kind, info.Size())
		case strings.HasPrefix(name, "app-"):
			fmt.Printf("  program %-10s %9d\n", kind, info.Size())
		default:
			fmt.Printf("  page    %-10s %9d\n", kind, info.Size())
		}
	}
	return nil
}

// printPackages prints what is in the program.
func printPackages() error {
	c, err := corpus.Builtin()
	if err != nil {
		return err
	}
	all, err := program.Sizes(".", c)
	if err != nil {
		return err
	}
	const most = 24
	fmt.Println("what is in the program, by package, bytes before compression")
	rest := program.Size{Package: fmt.Sprintf("%d others", len(all)-most)}
	for i, s := range all {
		if i < most {
			fmt.Printf("  %-50s %9d in %4d functions\n", s.Package, s.Bytes, s.Functions)
			continue
		}
		rest.Bytes += s.Bytes
		rest.Functions += s.Functions
	}
	fmt.Printf("  %-50s %9d in %4d functions\n", rest.Package, rest.Bytes, rest.Functions)
	return nil
}

// percentile is the smallest of the values that p per cent are not above.
func percentile(values []float64, p int) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[max(0, (len(sorted)*p+99)/100-1)]
}

func median(values []float64) float64 { return percentile(values, 50) }

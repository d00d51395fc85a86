// Command search prints what the search benchmark has found: how each engine answers
// queries, after how many keystrokes and how fast, and what of it ours is to reach.
//
//	go run ./app/bench/search -quality FILE -speed FILE [-real FILE] [-keys N=FILE]... ENGINE
//
// The files are those that the benchmark leaves: of its quality run on made-up queries and
// on those that people really type, of its speed run, and of its keystrokes among N
// headlines. ENGINE is the name of ours in them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path"
	"strconv"
	"strings"
)

type files struct {
	quality, speed, real string
	keys                 []keysFile
}

// A keysFile has the keystrokes among so many headlines.
type keysFile struct {
	headlines int
	name      string
}

func main() {
	var f files
	flag.StringVar(&f.quality, "quality", "", "results of the quality run")
	flag.StringVar(&f.speed, "speed", "", "results of the speed run")
	flag.StringVar(&f.real, "real", "", "results of the quality run on what people really type")
	flag.Func("keys", "number of headlines, = and the results of the keystrokes among them", func(value string) error {
		n, name, _ := strings.Cut(value, "=")
		headlines, err := strconv.Atoi(n)
		if _, ok := mostKeys[headlines]; err == nil && !ok {
			err = fmt.Errorf("there is nothing to reach among %d headlines", headlines)
		}
		f.keys = append(f.keys, keysFile{headlines, name})
		return err
	})
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(f, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
}

func run(f files, ours string) error {
	var answers map[string]answered
	var times map[string]map[string]timed
	if err := read(f.quality, &answers); err != nil {
		return err
	}
	if err := read(f.speed, &times); err != nil {
		return err
	}
	t, err := newTable(answers, times, ours)
	if err != nil {
		return err
	}
	t.print(os.Stdout)
	if f.real != "" {
		var answers map[string]answered
		if err := read(f.real, &answers); err != nil {
			return err
		}
		t, err := newTable(answers, nil, ours)
		if err != nil {
			return err
		}
		fmt.Println()
		t.printKinds(os.Stdout)
	}
	for _, k := range f.keys {
		var engines map[string][]typed
		if err := read(k.name, &engines); err != nil {
			return err
		}
		fmt.Println()
		if err := printKeys(os.Stdout, k.headlines, engines, path.Base(ours)); err != nil {
			return err
		}
	}
	return nil
}

func read(file string, v any) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

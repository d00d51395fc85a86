// Command search prints what the search benchmark has found: how each engine answers the
// query classes and how fast, and what of it ours is to reach.
//
//	go run ./app/bench/search -quality FILE -speed FILE ENGINE
//
// The files are those that the benchmark's quality and speed runs leave. ENGINE is the
// name of ours in them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
)

func main() {
	quality := flag.String("quality", "", "results of the quality run")
	speed := flag.String("speed", "", "results of the speed run")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*quality, *speed, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
}

func run(quality, speed, ours string) error {
	var answers map[string]answered
	var times map[string]map[string]timed
	if err := read(quality, &answers); err != nil {
		return err
	}
	if err := read(speed, &times); err != nil {
		return err
	}
	t, err := newTable(answers, times, ours)
	if err != nil {
		return err
	}
	t.print(os.Stdout)
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

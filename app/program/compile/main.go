// Command compile compiles the explorer's program for the browser, with the corpus of the listings in it.
//
//	go run ./app/program/compile -o dist/app.wasm
//
// It is run in the module's folder. GOAPP=stock in the environment takes go-app as it was published.
package main

import (
	"flag"
	"fmt"
	"os"

	"icsexplorer/app/program"
	"icsexplorer/corpus"
)

func main() {
	out := flag.String("o", "dist/app.wasm", "file to write the program to")
	flag.Parse()
	c, err := corpus.Builtin()
	if err == nil {
		err = program.Build(".", *out, c)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

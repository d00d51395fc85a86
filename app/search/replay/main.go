// Command replay drives the search engine over any headlines, one a line, for
// measuring: it reads queries as lines of JSON and answers each with the best
// ten line numbers, how many matched and how long the search took.
//
//	go run ./app/search/replay FILE
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"icsexplorer/app/search"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: replay FILE")
		os.Exit(2)
	}
	if err := replay(os.Args[1], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type request struct {
	ID  int    `json:"id"`
	Q   string `json:"q"`
	Cmd string `json:"cmd"`
}

type ready struct {
	Ready bool   `json:"ready"`
	N     int    `json:"n"`
	Init  int64  `json:"init_us"`
	Heap  uint64 `json:"heap"`
}

type answer struct {
	ID    int   `json:"id"`
	Hits  []int `json:"hits"`
	Total int   `json:"total"`
	Took  int64 `json:"us"`
}

type memory struct {
	ID   int    `json:"id"`
	Heap uint64 `json:"heap"`
}

const shown = 10

// replay answers the requests of r on w until r ends.
func replay(file string, r io.Reader, w io.Writer) error {
	lines, err := read(file)
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	begin := time.Now()
	searcher := search.New(lines).NewSearcher()
	took := time.Since(begin)
	for _, q := range searcher.Rehearsal() { // as a program may that waits for somebody to type
		searcher.Search(q, search.Options{})
	}
	if err := out.Encode(ready{true, lines.Len(), took.Microseconds(), heap()}); err != nil {
		return err
	}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var q request
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			return fmt.Errorf("request %q: %w", in.Bytes(), err)
		}
		if q.Cmd == "mem" {
			if err := out.Encode(memory{q.ID, heap()}); err != nil {
				return err
			}
			continue
		}
		begin := time.Now()
		found := searcher.Search(q.Q, search.Options{})
		took := time.Since(begin)
		hits := make([]int, min(shown, len(found.Hits)))
		for i := range hits {
			hits[i] = found.Hits[i].Story
		}
		if err := out.Encode(answer{q.ID, hits, len(found.Hits), took.Microseconds()}); err != nil {
			return err
		}
	}
	return in.Err()
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// headlines are the lines of a file: one string, and where each line ends in it.
type headlines struct {
	text string
	ends []uint32
}

func read(file string) (headlines, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return headlines{}, err
	}
	h := headlines{text: string(b)}
	h.ends = make([]uint32, 0, strings.Count(h.text, "\n")+1)
	for i := range h.text {
		if h.text[i] == '\n' {
			h.ends = append(h.ends, uint32(i))
		}
	}
	if !strings.HasSuffix(h.text, "\n") && h.text != "" {
		h.ends = append(h.ends, uint32(len(h.text)))
	}
	return h, nil
}

func (h headlines) Len() int { return len(h.ends) }

func (h headlines) Text(i int, f search.Field) string {
	if f != search.Headline {
		return ""
	}
	start := uint32(0)
	if i > 0 {
		start = h.ends[i-1] + 1
	}
	return h.text[start:h.ends[i]]
}

package program

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"icsexplorer/corpus"
)

// A Size is how much of the program a package is.
type Size struct {
	Package   string // import path, or "data" for what is no code
	Functions int
	Bytes     int
}

// Sizes compiles the program of the module in the folder root, with a corpus in it and with the names of its functions, and returns what is
// in it, the largest first. Data is not told apart; most of it goes with the code: where its lines are, and what in memory is a
// pointer.
func Sizes(root string, c *corpus.Corpus) ([]Size, error) {
	if err := prepare(root, c); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "ics-explorer-sizes-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	compiled := filepath.Join(dir, "app.wasm")
	named := slices.DeleteFunc(slices.Clone(flags), func(flag string) bool { return strings.HasPrefix(flag, "-ldflags") })
	if _, err := goCommand(root, slices.Concat([]string{"build", "-o", compiled}, sources, named, []string{"."})...); err != nil {
		return nil, err
	}
	packages, err := goCommand(root, slices.Concat([]string{"list", "-deps"}, sources, []string{"."})...)
	if err != nil {
		return nil, err
	}
	module, err := os.ReadFile(compiled)
	if err != nil {
		return nil, err
	}
	return sizes(module, strings.Fields(string(packages)))
}

// sizes returns what is in a module that was compiled of the packages.
func sizes(module []byte, packages []string) ([]Size, error) {
	sections := make(map[byte][]byte)
	var names []byte
	for rest := module[min(8, len(module)):]; len(rest) > 0; {
		id := rest[0]
		content, after, err := sized(rest[1:])
		if err != nil {
			return nil, err
		}
		if sections[id] = content; id == 0 {
			if name, more, err := sized(content); err == nil && string(name) == "name" {
				names = more
			}
		}
		rest = after
	}
	const imports, code = 2, 10
	imported, _, err := number(sections[imports]) // Go imports nothing but functions
	if err != nil {
		return nil, err
	}
	named, err := functionNames(names)
	if err != nil {
		return nil, err
	}
	of := packageOf(packages)
	found := map[string]*Size{"data": {"data", 0, len(sections[dataSection])}}
	n, rest, err := number(sections[code])
	if err != nil {
		return nil, err
	}
	for i := range n {
		var body []byte
		if body, rest, err = sized(rest); err != nil {
			return nil, err
		}
		name := of(named[imported+i])
		if found[name] == nil {
			found[name] = &Size{Package: name}
		}
		found[name].Functions++
		found[name].Bytes += len(body)
	}
	var all []Size
	for _, s := range found {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b Size) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), strings.Compare(a.Package, b.Package))
	})
	return all, nil
}

// functionNames reads the names of functions, by their number, in a section of names.
func functionNames(section []byte) (map[uint32]string, error) {
	const functions = 1
	named := make(map[uint32]string)
	for len(section) > 0 {
		id := section[0]
		content, after, err := sized(section[1:])
		if err != nil {
			return nil, err
		}
		if section = after; id != functions {
			continue
		}
		n, rest, err := number(content)
		if err != nil {
			return nil, err
		}
		for range n {
			var i uint32
			var name []byte
			if i, rest, err = number(rest); err != nil {
				return nil, err
			}
			if name, rest, err = sized(rest); err != nil {
				return nil, err
			}
			named[i] = string(name)
		}
	}
	if len(named) == 0 {
		return nil, fmt.Errorf("the program has no names: %w", errModule)
	}
	return named, nil
}

// packageOf returns a function that finds the package of a function by its name, in which Go's linker has put a low line
// in the place of every sign that is none of a name.
func packageOf(packages []string) func(name string) string {
	signs := regexp.MustCompile(`[^a-zA-Z0-9_.]`)
	written := make(map[string]string)
	for _, p := range packages {
		written[signs.ReplaceAllString(p, "_")] = p
	}
	return func(name string) string {
		for i := range len(name) { // a path may have points in it, but what follows it has a point before
			if p, ok := written[name[:i]]; ok && name[i] == '.' {
				return p
			}
		}
		return "other"
	}
}

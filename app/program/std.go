package program

import (
	"embed"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// stdStandIns are small packages that stand in for packages of the standard library, each below its import path. They do
// the little that the program has them do, to the byte as the library does, which tests beside them hold. A function
// that they do not have is one that the program does not compile with, and whoever needs it gives it to them, or takes
// the stand-in out.
//
//go:embed standin/std
var stdStandIns embed.FS

// stdDir is the folder, below the module's, that the stand-ins are written to. Its name keeps it out of the module's packages.
const stdDir = "dist/_go-std"

//go:embed standin/slices/merge.go
var mergeSort string

// stdPatches are texts of the standard library that the program has in another form. Their names are below GOROOT's src.
var stdPatches = []patch{
	{name: "slices/sort.go", old: "pdqsortOrdered(x, 0, n, bits.Len(uint(n)))", new: "stableCmpFunc(x, n, cmp.Compare[E])", why: oneSort},
	{name: "slices/sort.go", old: "pdqsortCmpFunc(x, 0, n, bits.Len(uint(n)), cmp)", new: "stableCmpFunc(x, n, cmp)", why: oneSort},
	{name: "runtime/symtab.go", old: "\tx := uintptr(pcOff) + datap.text - datap.minpc // TODO", until: "\tidx := ffb.idx + uint32(ffb.subbuckets[i])\n", new: "\tidx := pcOff - datap.ftab[0].entryoff\n", why: byNumber},
	{name: "runtime/traceevent.go", old: "\t\"internal/runtime/sys\"\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (tl traceLocker) eventWriter(", until: "\n}\n", new: "func (traceLocker) eventWriter(tracev2.GoStatus, tracev2.ProcStatus) (w traceEventWriter) { return w }\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (e traceEventWriter) event(", until: "\n}\n", new: "func (traceEventWriter) event(tracev2.EventType, ...traceArg) {}\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (tl traceLocker) stack(", until: "\n}\n", new: "func (traceLocker) stack(int) traceArg { return 0 }\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (tl traceLocker) startPC(", until: "\n}\n", new: "func (traceLocker) startPC(uintptr) traceArg { return 0 }\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (tl traceLocker) string(", until: "\n}\n", new: "func (traceLocker) string(string) traceArg { return 0 }\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (tl traceLocker) uniqueString(", until: "\n}\n", new: "func (traceLocker) uniqueString(string) traceArg { return 0 }\n", why: untraced},
	{name: "runtime/traceevent.go", old: "func (tl traceLocker) rtype(", until: "\n}\n", new: "func (traceLocker) rtype(*abi.Type) traceArg { return 0 }\n", why: untraced},
	{name: "runtime/traceruntime.go", old: "func traceAcquireEnabled()", until: "\n}\n", new: "func traceAcquireEnabled() traceLocker { return traceLocker{} }\n", why: untraced},
	{name: "runtime/traceruntime.go", old: "func (tl traceLocker) emitUnblockStatus(", until: "\n}\n", new: "func (traceLocker) emitUnblockStatus(*g, uintptr) {}\n", why: untraced},
	{name: "runtime/traceruntime.go", old: "func (tl traceLocker) ProcSteal(", until: "\n}\n", new: "func (traceLocker) ProcSteal(*p) {}\n", why: untraced},
	{name: "runtime/traceruntime.go", old: "func traceThreadDestroy(", until: "\n}\n", new: "func traceThreadDestroy(*m) {}\n", why: untraced},
	{name: "runtime/trace.go", old: "func traceAdvance(", until: "\n}\n", new: "func traceAdvance(bool) {}\n", why: untraced},
	{name: "slices/zsortanyfunc.go", old: "func stableCmpFunc[", until: "\n}\n", new: mergeSort[strings.Index(mergeSort, "func stableCmpFunc["):], why: oneSort},
}

const byNumber = "every function has a bucket for each 4 KB of its 64 KB of addresses, which say what the address says; see buckets.go"

const untraced = "nothing in the program starts a trace, which writes what the runtime does; what writes it is a fiftieth of the program"

const oneSort = "there is a copy of every sort for every type that is sorted: the quick one and the one in place are long. This one is short, and no slower"

// standInForStd writes the stand-ins and returns what go is to read in the place of the files of the standard library.
func standInForStd(root string) (map[string]string, error) {
	files := make(map[string][]byte)
	packages := make(map[string]bool)
	const top = "standin/std"
	err := fs.WalkDir(stdStandIns, top, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := stdStandIns.ReadFile(name)
		name = strings.TrimPrefix(name, top+"/")
		files[name] = text
		packages[path.Dir(name)] = true
		return err
	})
	if err != nil {
		return nil, err
	}
	goroot, err := goCommand(root, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	src := filepath.Join(strings.TrimSpace(string(goroot)), "src")
	if err := patchAll(os.DirFS(src), files, stdPatches); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(filepath.Join(root, stdDir))
	if err != nil {
		return nil, err
	}
	if err := write(dir, files); err != nil {
		return nil, err
	}
	replace := make(map[string]string)
	for name := range packages {
		there, err := filepath.Glob(filepath.Join(src, filepath.FromSlash(name), "*.go"))
		if err != nil {
			return nil, err
		}
		for _, file := range there {
			replace[file] = ""
		}
	}
	for name := range files {
		name = filepath.FromSlash(name)
		replace[filepath.Join(src, name)] = filepath.Join(dir, name)
	}
	return replace, nil
}

package program

import (
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A formatter is a function that takes a format and its values.
type formatter struct{ format, values int } // their places among the arguments

// TestProgramFormatsWhatTheStandInKnows goes through every format in the packages of the program. The stand-in for fmt
// has no reflect, and takes a value whose type it does not know for an unknown one.
func TestProgramFormatsWhatTheStandInKnows(t *testing.T) {
	const root = "../.."
	list := func(args ...string) (lines []string) {
		out, err := goCommand(root, append([]string{"list", "-deps"}, args...)...)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(string(out)), "\n")
	}
	var ours []string
	for _, name := range list(".") {
		if strings.HasPrefix(name, "icsexplorer/app/") || strings.HasPrefix(name, "icsexplorer/corpus") {
			ours = append(ours, name)
		}
	}
	ours = slices.DeleteFunc(ours, func(name string) bool { return name == "icsexplorer/app/dom" }) // needs go-app, and formats nothing
	exports := make(map[string]string)
	files := map[string][]string{"icsexplorer/app": nil}
	for _, line := range list(append([]string{"-export", "-f", "{{.ImportPath}}\t{{.Export}}\t{{.Dir}}\t{{join .GoFiles \" \"}}\t{{join .Imports \" \"}}"}, ours...)...) {
		fields := strings.Split(line, "\t")
		exports[fields[0]] = fields[1]
		if slices.Contains(strings.Fields(fields[4]), "fmt") {
			for _, name := range strings.Fields(fields[3]) {
				files[fields[0]] = append(files[fields[0]], filepath.Join(fields[2], name))
			}
		}
	}
	app, err := filepath.Glob(filepath.Join(root, "app", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range app {
		if !strings.HasSuffix(name, "_test.go") {
			files["icsexplorer/app"] = append(files["icsexplorer/app"], name)
		}
	}
	checked := 0
	for name, names := range files {
		fset := token.NewFileSet()
		var parsed []*ast.File
		for _, name := range names {
			f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			parsed = append(parsed, f)
		}
		info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object)}
		config := types.Config{
			Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }),
			Error:    func(error) {}, // of go-app, which is not looked at
		}
		config.Check(name, fset, parsed, info)
		checked += checkFormats(t, fset, parsed, info)
	}
	if checked < 50 {
		t.Errorf("only %d formats were found", checked)
	}
}

// checkFormats checks the formats in the files of a package and returns how many there are.
func checkFormats(t *testing.T, fset *token.FileSet, files []*ast.File, info *types.Info) (checked int) {
	formatters := make(map[types.Object]formatter)
	of := func(call *ast.CallExpr) (f formatter, found bool) {
		var name *ast.Ident
		switch fun := call.Fun.(type) {
		case *ast.Ident:
			name = fun
		case *ast.SelectorExpr:
			name = fun.Sel
		default:
			return f, false
		}
		object := info.Uses[name]
		if object != nil && object.Pkg() != nil && object.Pkg().Path() == "fmt" {
			switch object.Name() {
			case "Sprintf", "Errorf":
				return formatter{0, 1}, true
			case "Fprintf":
				return formatter{1, 2}, true
			case "Stringer":
			default:
				t.Errorf("%s: fmt.%s", fset.Position(call.Pos()), object.Name())
			}
		}
		f, found = formatters[object]
		return f, found
	}
	// A function that hands its own format and values on is one, too.
	for before := -1; before < len(formatters); {
		before = len(formatters)
		for _, file := range files {
			for _, decl := range file.Decls {
				function, ok := decl.(*ast.FuncDecl)
				if !ok || function.Body == nil {
					continue
				}
				ast.Inspect(function.Body, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if !ok {
						return true
					}
					f, found := of(call)
					if !found || len(call.Args) != f.values+1 {
						return true
					}
					format, values := parameter(info, function, call.Args[f.format]), parameter(info, function, call.Args[f.values])
					if format >= 0 && values >= 0 {
						formatters[info.Defs[function.Name]] = formatter{format, values}
					}
					return true
				})
			}
		}
	}
	for _, file := range files {
		for _, decl := range file.Decls {
			function, _ := decl.(*ast.FuncDecl)
			ast.Inspect(decl, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				f, found := of(call)
				if !found {
					return true
				}
				if function != nil && parameter(info, function, call.Args[f.format]) >= 0 {
					return true // its callers' formats are looked at
				}
				checked++
				format := info.Types[call.Args[f.format]].Value
				if format == nil {
					t.Errorf("%s: the format is not constant", fset.Position(call.Pos()))
					return true
				}
				if why := unformatted(constant.StringVal(format), call.Args[f.values:], info); why != "" {
					t.Errorf("%s: %s", fset.Position(call.Pos()), why)
				}
				return true
			})
		}
	}
	return checked
}

// parameter returns which parameter of the function the expression is, -1 if it is none.
func parameter(info *types.Info, function *ast.FuncDecl, e ast.Expr) int {
	name, ok := e.(*ast.Ident)
	if !ok {
		return -1
	}
	i := 0
	for _, field := range function.Type.Params.List {
		for _, p := range field.Names {
			if info.Defs[p] == info.Uses[name] {
				return i
			}
			i++
		}
	}
	return -1
}

// unformatted says which value the stand-in does not format, "" if it formats all.
func unformatted(format string, values []ast.Expr, info *types.Info) string {
	for len(format) > 0 {
		_, rest, found := strings.Cut(format, "%")
		if !found {
			return ""
		}
		rest = strings.TrimLeft(rest, "0123456789")
		verb := rest[:1]
		format = rest[1:]
		if verb == "%" {
			continue
		}
		v := info.Types[values[0]].Type
		values = values[1:]
		if !formats(verb, v) {
			return "%" + verb + " of a " + v.String()
		}
	}
	return ""
}

// formats reports whether the stand-in formats values of the type by the verb.
func formats(verb string, v types.Type) bool {
	text := strings.Contains("swqvx", verb)
	for _, method := range []string{"Error", "String"} {
		if m, _, _ := types.LookupFieldOrMethod(v, false, nil, method); m != nil {
			return text
		}
	}
	switch v := types.Default(v).(type) {
	case *types.Basic:
		switch v.Kind() {
		case types.String:
			return text
		case types.Bool:
			return verb == "v"
		case types.Int32:
			return strings.Contains("dvxXU", verb)
		case types.Int, types.Int64, types.Uint, types.Uint8, types.Uint32, types.Uint64:
			return strings.Contains("dvxX", verb)
		}
	case *types.Slice:
		return types.Identical(v.Elem(), types.Typ[types.Byte]) && strings.Contains("sqx", verb)
	}
	return false
}

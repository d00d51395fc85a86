package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
	"icsexplorer/corpus/intake/document"
)

// listingsDir is where the program keeps its listings, from the root of its sources.
const listingsDir = "corpus/listings"

// Add reads the pages in the files named, "-" being standard input, whatever form they have,
// says what it understood, and writes each as a listing. With -n it prints the stories as lines
// of JSON instead. On an error nothing is written.
func Add(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := NewFlags("add")
	dry := flags.Bool("n", false, "print the stories as JSON, one a line, and write nothing")
	slug := flags.String("system", "", "the system that the stories stand under, where the source does not say")
	dayText := flags.String("day", "", "the `day` of the capture, YYYY-MM-DD")
	formName := flags.String("form", "", "what to read the source as: "+formNames())
	dir := flags.String("to", listingsDir, "the `folder` to write to")
	names, err := ParseFlags(flags, args, stdout)
	switch {
	case err != nil:
		return err
	case len(names) == 0:
		return UsageError("add what? Name a file, or - for standard input")
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return err
	}
	o := intake.Options{Registry: registry, Form: *formName}
	if *slug != "" {
		s, ok := registry.Find(*slug)
		if !ok {
			return UsageError(fmt.Sprintf("there is no system %q", *slug))
		}
		o.System = s.Slug
	}
	if *formName != "" && !strings.Contains(" "+formNames()+",", " "+*formName+",") {
		return UsageError(fmt.Sprintf("there is no form %q; there are %s", *formName, formNames()))
	}
	if *dayText != "" {
		if o.Day, err = time.Parse(time.DateOnly, *dayText); err != nil {
			return UsageError(fmt.Sprintf("bad day %q; expected YYYY-MM-DD", *dayText))
		}
	}
	var made []newListing
	for _, name := range names {
		l, err := add(name, stdin, o, *dry, stdout, stderr)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		made = append(made, l)
	}
	if *dry {
		return nil
	}
	return writeAll(*dir, made, stdout)
}

// formNames lists the forms that there are.
func formNames() string {
	var all []string
	for _, f := range intake.Forms() {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}

// newListing is a listing that is to be written.
type newListing struct {
	file    string
	text    []byte
	stories int
}

// add reads one source: it prints its stories if dry, else it makes a listing of them.
func add(name string, stdin io.Reader, o intake.Options, dry bool, stdout, stderr io.Writer) (newListing, error) {
	data, err := readSource(name, stdin)
	if err != nil {
		return newListing{}, err
	}
	if name == "-" {
		name = ""
	}
	r, err := intake.Read(document.Open(filepath.Base(name), data), o)
	if err != nil {
		return newListing{}, err
	}
	system := "no system"
	if s, ok := o.Registry.Find(r.System); ok {
		system = s.ShortName
	}
	fmt.Fprintf(stderr, "%s, read as %s (%s): %s of %s, %s left out\n",
		orPaste(name), r.Form.Words, r.Why, storyCount(len(r.Stories)), system, count(len(r.Left), "line"))
	for _, note := range r.Notes {
		fmt.Fprintln(stderr, note)
	}
	for _, l := range r.Left {
		fmt.Fprintf(stderr, "%s:%d: left out, since it %s: %q\n", orPaste(name), l.Line, l.Why, l.Text)
	}
	if dry {
		return newListing{}, printStories(r, stdout)
	}
	s, ok := o.Registry.Find(r.System)
	if !ok {
		return newListing{}, errors.New("it does not say which system it is of: name it with -system")
	}
	day := ""
	if !r.Day.IsZero() {
		day = r.Day.Format(time.DateOnly)
	}
	l, text, err := corpus.NewListing(s, day, r.Stories, o.Registry)
	return newListing{l.File, text, len(r.Stories)}, err
}

func orPaste(name string) string {
	if name == "" {
		return "standard input"
	}
	return name
}

func storyCount(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}

// readSource reads a file, or standard input for "-", to one byte beyond what is read.
func readSource(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(stdin, intake.MaxBytes+1))
	}
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && info.Size() > intake.MaxBytes {
		return nil, fmt.Errorf("it has %d MB; a page of stories has less than %d", info.Size()>>20, intake.MaxBytes>>20)
	}
	return readFile(name)
}

// printStories prints what is known of the stories of a source.
func printStories(r intake.Result, stdout io.Writer) error {
	out := json.NewEncoder(stdout)
	out.SetEscapeHTML(false)
	systems := []string{}
	if r.System != "" {
		systems = append(systems, r.System)
	}
	for _, e := range r.Stories {
		if err := out.Encode(newPrinted(e, systems)); err != nil {
			return err
		}
	}
	return nil
}

// writeAll writes listings that are not there yet. Where another text is there under the name,
// nothing is written at all.
func writeAll(dir string, made []newListing, stdout io.Writer) error {
	seen := make(map[string]string)
	for _, l := range made {
		name := filepath.Join(dir, l.file)
		if there, err := os.ReadFile(name); err == nil && string(there) != string(l.text) {
			return fmt.Errorf("%s is there already and says something else: name another day with -day, or remove it", name)
		}
		if text, ok := seen[l.file]; ok && text != string(l.text) {
			return fmt.Errorf("two of the sources would be %s: name a day with -day, or add them one by one", name)
		}
		seen[l.file] = string(l.text)
	}
	for _, l := range made {
		name := filepath.Join(dir, l.file)
		if _, err := os.Stat(name); err == nil {
			fmt.Fprintf(stdout, "%s is there already, and says the same\n", name)
			continue
		}
		if err := os.WriteFile(name, l.text, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s: %s\n", name, storyCount(l.stories))
	}
	return nil
}

package cli

import (
	"bufio"
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
	"icsexplorer/corpus/intake/htmlfile"
)

// Add reads listings in whatever form people have them and writes each as a listing in
// corpus/listings, in the folder it is run in, once all have been read without an error.
// What it understood it prints: with -n stories as lines of JSON, and writes nothing.
func Add(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := NewFlags("add")
	dry := flags.Bool("n", false, "write nothing; print the stories, an object of JSON each")
	system := flags.String("system", "", "`SLUG` of the system, none for stories of no system; else the title names it")
	dayText := flags.String("day", "", "day of the capture, `YYYY-MM-DD`; else that of the file")
	form := flags.String("form", "", "read as `FORM`, whatever the evidence: "+formIDs())
	names, err := ParseFlags(flags, args, stdout)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return UsageError("add needs files, or - for what is typed or piped in")
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return err
	}
	opt := intake.Options{Registry: registry, Form: *form}
	none := *system == "none"
	if *system != "" && !none {
		s, ok := registry.Find(strings.ToLower(*system))
		if !ok {
			return UsageError(fmt.Sprintf("%q is not the slug of a system", *system))
		}
		opt.System = s.Slug
	}
	var captured time.Time
	if *dayText != "" {
		if captured, err = time.Parse(time.DateOnly, *dayText); err != nil {
			return UsageError(fmt.Sprintf("-day %q is no day: want YYYY-MM-DD", *dayText))
		}
	}
	if *form != "" && !strings.Contains(", "+formIDs()+",", ", "+*form+",") {
		return UsageError(fmt.Sprintf("there is no form %q: want one of %s", *form, formIDs()))
	}
	a := adder{registry: registry, opt: opt, none: none, day: captured, dry: *dry, stdin: stdin, stdout: stdout, stderr: stderr}
	return a.run(names)
}

func formIDs() string {
	var ids []string
	for _, f := range intake.Forms() {
		ids = append(ids, f.ID)
	}
	return strings.Join(ids, ", ")
}

type adder struct {
	registry       corpus.Registry
	opt            intake.Options
	none           bool      // the stories are of no system
	day            time.Time // zero for that of each file
	dry            bool
	stdin          io.Reader
	stdout, stderr io.Writer

	files []listingFile // to write
}

// A listingFile is a listing that is to be written.
type listingFile struct {
	path string
	text []byte
	said string // of it, once it is written
}

// run reads all, and writes only if nothing is wrong with any.
func (a *adder) run(names []string) error {
	failed := false
	for _, name := range names {
		if err := a.read(name); err != nil {
			fmt.Fprintf(a.stderr, "%s: %v\n", shown(name), err)
			failed = true
		}
	}
	if failed {
		return ErrReported
	}
	return a.write()
}

func shown(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// read reads one file and prints what it understood.
func (a *adder) read(name string) error {
	src, err := a.source(name)
	if err != nil {
		return err
	}
	res := intake.Read(src, a.opt)
	if res.Err != nil {
		return res.Err
	}
	if a.none {
		res.System, res.Guess = "", ""
	}
	a.report(name, res)
	if a.dry {
		return a.print(res)
	}
	return a.prepare(res)
}

// maxFile is more than a listing can be: a file that is larger is not read.
const maxFile = 64 << 20

func (a *adder) source(name string) (intake.Source, error) {
	day := a.day
	var data []byte
	var err error
	file := name
	if name == "-" {
		file = ""
		data, err = io.ReadAll(io.LimitReader(a.stdin, maxFile))
	} else {
		info, statErr := os.Stat(name)
		switch {
		case statErr == nil && info.Mode().IsRegular() && info.Size() > maxFile:
			return intake.Source{}, errors.New("it is larger than 64 MB, and a page is far below 1 MB; is it the right file?")
		case statErr == nil && day.IsZero():
			day = info.ModTime()
		}
		data, err = readFile(name)
	}
	if err != nil {
		return intake.Source{}, err
	}
	if day.IsZero() {
		day = time.Now()
	}
	src, err := htmlfile.Source(filepath.Base(file), data)
	if file == "" {
		src.Name = ""
	}
	src.Day = day
	return src, err
}

// report says on stderr what was understood, and what was left out.
func (a *adder) report(name string, res intake.Result) {
	system := res.System
	if system == "" {
		system = "no system"
		if res.Guess != "" {
			system += " (perhaps " + res.Guess + ")"
		}
	}
	fmt.Fprintf(a.stderr, "%s: %s of %s, read as %s: %s\n", shown(name), counted(len(res.Stories)), system, res.Form.Name, res.Why)
	for _, note := range res.Notes {
		fmt.Fprintf(a.stderr, "%s: %s\n", shown(name), note)
	}
	for _, l := range res.Left {
		fmt.Fprintf(a.stderr, "%s:%d: left out (%s): %s\n", shown(name), l.Line, l.Reason, shortened(l.Text))
	}
}

// shortened returns the beginning of text, quoted, on one line.
func shortened(text string) string {
	const most = 100
	n := 0
	for i := range text {
		if n++; n > most {
			text = text[:i] + "…"
			break
		}
	}
	return fmt.Sprintf("%q", text)
}

// print prints the stories as lines of JSON: what search -json has, but for what only a
// query has.
func (a *adder) print(res intake.Result) error {
	out := bufio.NewWriter(a.stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	c, _ := corpus.Merge([]corpus.Listing{{System: res.System, Entries: res.Stories}}, a.registry)
	of := make(map[int]*corpus.Story) // by position
	for i := range c.Stories {
		for _, p := range c.Stories[i].Places {
			of[p.Position] = &c.Stories[i]
		}
	}
	for i, e := range res.Stories {
		s := of[i]
		if s == nil { // the same as one above it
			s = &corpus.Story{Headline: e.Headline, Standfirst: e.Standfirst, Caption: e.Caption,
				Label: e.Label, URL: e.URL, Published: e.Published, Day: e.Day}
		}
		if err := encoder.Encode(newPrinted(s)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// listingsDir is where listings are, in the project's folder.
const listingsDir = "corpus/listings"

// prepare makes the listing that is to be written.
func (a *adder) prepare(res intake.Result) error {
	title := corpus.NoSystem
	if res.System == "" && !a.none {
		if res.Guess != "" {
			return fmt.Errorf("it does not say which system it lists; if it is %s, add -system %s", res.Guess, res.Guess)
		}
		return errors.New("it does not say which system it lists; add -system SLUG, or -system none")
	}
	if s, ok := a.registry.Find(res.System); ok {
		title = s.ShortName + " ICS"
	}
	text, err := corpus.WriteListing(title, res.Stories, a.registry)
	if err != nil {
		return err
	}
	file := filepath.Join(listingsDir, corpus.FileName(res.System, day(res.Day)))
	_, faults := corpus.Parse(file, text, a.registry)
	if err := faults.Err(); err != nil {
		return err
	}
	for _, f := range a.files {
		if f.path == file {
			return fmt.Errorf("%s is read from another file already; give another -day", filepath.Base(file))
		}
	}
	said := fmt.Sprintf("%s: %s", file, counted(len(res.Stories)))
	old, err := os.ReadFile(file)
	switch {
	case err == nil && string(old) == string(text):
		fmt.Fprintf(a.stdout, "%s is there already, and the same: nothing is added\n", file)
		return nil
	case err == nil:
		return fmt.Errorf("%s is there already, and another one; remove it or give another -day", file)
	}
	a.files = append(a.files, listingFile{file, text, said})
	return nil
}

// write writes what was prepared. If a file cannot be written, those written before are
// taken away again.
func (a *adder) write() error {
	if len(a.files) == 0 {
		return nil
	}
	if info, err := os.Stat(listingsDir); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder %s here; run it in the project's folder", listingsDir)
	}
	for i, f := range a.files {
		if err := os.WriteFile(f.path, f.text, 0o644); err != nil {
			for _, written := range a.files[:i+1] {
				os.Remove(written.path)
			}
			return err
		}
	}
	for _, f := range a.files {
		fmt.Fprintln(a.stdout, f.said)
	}
	return nil
}

package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An Error is one fault of a listing.
type Error struct {
	File    string
	Line    int // from 1, which also stands for the file as a whole
	Message string
	Warning bool // the text could be read and is kept, but somebody should look
}

// Error returns "file:line: message", with "warning: " before a warning's message.
func (e Error) Error() string {
	kind := ""
	if e.Warning {
		kind = "warning: "
	}
	return fmt.Sprintf("%s:%d: %s%s", e.File, e.Line, kind, e.Message)
}

// An ErrorList is every fault found, sorted by file and line; it is nil if there are
// none. It is no error itself, since there may be nothing but warnings in it: see Err.
type ErrorList []Error

// String returns all faults, one a line.
func (l ErrorList) String() string {
	var b strings.Builder
	for i, e := range l {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.Error())
	}
	return b.String()
}

// Err returns the faults that are errors, without the warnings, as one error that
// prints a line for each. It is nil if there are none.
func (l ErrorList) Err() error {
	var errs []error
	for _, e := range l {
		if !e.Warning {
			errs = append(errs, e)
		}
	}
	return errors.Join(errs...)
}

func (l ErrorList) sort() {
	slices.SortStableFunc(l, func(a, b Error) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}

// maxFaults bounds the faults reported of one file, so that a file of noise gets a
// readable answer.
const maxFaults = 100

// faults collects what is wrong with one file.
type faults struct {
	file  string
	found ErrorList
	more  int  // left out beyond maxFaults
	last  int  // highest line of those
	fail  bool // one of those is an error
}

func (f *faults) errorf(line int, format string, args ...any) { f.add(line, false, format, args) }
func (f *faults) warnf(line int, format string, args ...any)  { f.add(line, true, format, args) }

func (f *faults) add(line int, warning bool, format string, args []any) {
	if len(f.found) >= maxFaults {
		f.more++
		f.last = max(f.last, line)
		f.fail = f.fail || !warning
		return
	}
	f.found = append(f.found, Error{f.file, line, fmt.Sprintf(format, args...), warning})
}

// sorted returns the faults in the order of lines; if some were left out, the last says
// how many.
func (f *faults) sorted() ErrorList {
	if f.more > 0 {
		f.found = append(f.found, Error{f.file, f.last, fmt.Sprintf("and %d more", f.more), !f.fail})
		f.more = 0
	}
	f.found.sort()
	return f.found
}

// A tally lists the first maxFaults faults of one kind and counts the others.
type tally struct {
	list ErrorList
	more int
	next Error // the first of the others, without a message
}

// add takes e, whose message is made only if it is listed.
func (t *tally) add(e Error, message func() string) {
	if len(t.list) < maxFaults {
		e.Message = message()
		t.list = append(t.list, e)
		return
	}
	if t.more++; t.more == 1 {
		t.next = e
	}
}

// faults returns the list; if some were left out, a last fault counts what they are.
func (t *tally) faults(what string) ErrorList {
	if t.more == 0 {
		return t.list
	}
	t.next.Message = fmt.Sprintf("and %d more %s", t.more, what)
	return append(t.list, t.next)
}

// maxQuote is the length, in characters, to which a quotation is shortened.
const maxQuote = 60

// quote returns text between double quotes, escaped where it would not show; of a long
// one the beginning, then "…".
func quote(text string) string {
	n := 0
	for i := range text {
		if n++; n > maxQuote {
			return strconv.Quote(text[:i] + "…")
		}
	}
	return strconv.Quote(text)
}

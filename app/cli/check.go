package cli

import (
	"fmt"
	"io"

	"icsexplorer/corpus"
)

// Check reads listings and prints every error and warning in them, each as
// file:line: message, and what they come to. Without arguments it checks the
// listings that the program was built with. If there is no error it also prints what
// differs between captures of one system, how many systems have no listing, and which
// listings are much older than others. It returns [ErrReported] when there
// was an error; warnings alone are no failure.
func Check(args []string, stdout, stderr io.Writer) error {
	flags := NewFlags("check")
	names, err := ParseFlags(flags, args, stdout)
	if err != nil {
		return err
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return err
	}
	var c *corpus.Corpus
	var found corpus.ErrorList
	if len(names) > 0 {
		c, found = corpus.Check(names, readFile, registry)
	} else {
		c, found = corpus.Load(corpus.Embedded(), registry)
	}
	for _, e := range found {
		fmt.Fprintln(stderr, e)
	}
	if found.Err() != nil {
		return ErrReported
	}
	survey(stdout, c)
	fmt.Fprintf(stdout, "%s, %s\n", count(len(c.Listings), "listing"), count(len(found), "warning"))
	return nil
}

// survey prints what no fault is and yet is good to know of a set of listings.
func survey(w io.Writer, c *corpus.Corpus) {
	for _, ch := range c.Changes() {
		fmt.Fprintf(w, "%s: %s new and %d gone since %s\n", c.Listings[ch.Newer].File, counted(len(ch.Added)), len(ch.Gone), c.Listings[ch.Older].File)
		headlines(w, c, "new: ", ch.Added)
		headlines(w, c, "gone:", ch.Gone)
	}
	for _, l := range c.Outdated() {
		fmt.Fprintf(w, "%s: of %s, over 90 days older than the newest listing\n", c.Listings[l].File, day(c.Listings[l].Age()))
	}
	if n := len(c.Unlisted()); n > 0 {
		fmt.Fprintf(w, "%d of %s have no listing\n", n, count(len(c.Registry), "system"))
	}
}

// headlines prints the first headlines of stories, and how many more there are.
func headlines(w io.Writer, c *corpus.Corpus, what string, stories []int) {
	const most = 10
	for i, s := range stories {
		if i == most {
			fmt.Fprintf(w, "\t%s and %d more\n", what, len(stories)-most)
			return
		}
		fmt.Fprintf(w, "\t%s %s\n", what, c.Stories[s].Headline)
	}
}

func counted(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

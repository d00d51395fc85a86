package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"icsexplorer/app/facet"
	"icsexplorer/app/page"
	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// found is one story as search -json prints it.
type found struct {
	printed
	Matched string `json:"matched"` // the field that matched
	Explain string `json:"explain,omitempty"`
}

func newFound(story *corpus.Story, hit search.Hit, why string) found {
	return found{newPrinted(story), hit.Field.String(), why}
}

// Search looks for stories with the engine of the page and prints them best
// first, one a line: the headline and its systems, or an object of JSON.
func Search(args []string, stdout, stderr io.Writer) error {
	flags := NewFlags("search")
	var systems slugs
	flags.Var(&systems, "ics", "only stories of the system `SLUG`; repeat for several")
	asJSON := flags.Bool("json", false, "print an object of JSON a story")
	explain := flags.Bool("explain", false, "say of each story why it stands where it does")
	most := flags.Int("n", 10, "print at most `N` stories; 0 for all")
	words, err := ParseWords(flags, args, stdout)
	if err != nil {
		return err
	}
	query := strings.Join(words, " ")
	if strings.TrimSpace(query) == "" {
		return UsageError("search needs words to look for")
	}
	if *most < 0 {
		return UsageError(fmt.Sprintf("-n %d is less than nothing", *most))
	}
	c, err := corpus.Builtin()
	if err != nil {
		return err
	}
	for _, slug := range systems {
		if _, ok := c.Registry.Find(slug); !ok {
			return UsageError(fmt.Sprintf("%q is not the slug of a system", slug))
		}
	}
	text, _ := view.CleanQuery(query)
	if corpus.Fold(text) == "" {
		fmt.Fprintln(stderr, page.NothingToLookFor(text))
		return nil
	}
	results := search.NewOf(c).NewSearcher().Search(text, search.Options{})

	matched := make([]int, len(results.Hits))
	byStory := make(map[int]search.Hit, len(results.Hits))
	for i, hit := range results.Hits {
		matched[i] = hit.Story
		byStory[hit.Story] = hit
	}
	kept, _ := facet.New(c.Stories).Apply(facet.Filter{Systems: systems}, matched)
	if *most > 0 {
		kept = kept[:min(*most, len(kept))]
	}
	if !*asJSON {
		if results.Corrected != "" {
			says := "showing results for %q\n"
			if results.Guessed {
				says = "nothing has what was typed; these have %q\n"
			}
			fmt.Fprintf(stderr, says, results.Corrected)
		}
		if results.WordsAlone != "" {
			fmt.Fprintf(stderr, "nothing matches with the signs in it; these have the words %q\n", results.WordsAlone)
		}
		if len(results.Also) > 0 {
			fmt.Fprintf(stderr, "also: %s\n", strings.Join(results.Also, ", "))
		}
		if results.Partial {
			fmt.Fprintln(stderr, page.Nearest(results.Missing))
			if results.Meant != "" {
				fmt.Fprintf(stderr, "did you mean %q?\n", results.Meant)
			}
		}
	}

	out := bufio.NewWriter(stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, i := range kept {
		story, hit := &c.Stories[i], byStory[i]
		var why string
		if *explain {
			why = results.Explain(hit)
		}
		if *asJSON {
			if err := encoder.Encode(newFound(story, hit, why)); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(out, "%s (%s)\n", story.Headline, strings.Join(story.Systems, ", "))
		if why != "" {
			fmt.Fprintf(out, "\t%s\n", why)
		}
	}
	return out.Flush()
}

// slugs collects the values of a repeated flag, sorted.
type slugs []string

func (s *slugs) String() string { return strings.Join(*s, ",") }

func (s *slugs) Set(value string) error {
	*s = append(*s, strings.TrimSuffix(strings.ToLower(value), "-ics"))
	slices.Sort(*s)
	return nil
}

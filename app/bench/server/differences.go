package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"icsexplorer/app/server/webtest"
)

//go:embed differences.txt
var differencesText string

// difference is a reason for which servers answer some cases in another way than ours.
type difference struct {
	servers, why string
	cases        []string
}

// knownDifferences reads differences.txt, whose first paragraph describes it.
func knownDifferences() (known []difference) {
	for _, paragraph := range strings.Split(strings.TrimSpace(differencesText), "\n\n")[1:] {
		lines := strings.Split(paragraph, "\n\t")
		servers, why, _ := strings.Cut(lines[0], ": ")
		known = append(known, difference{servers, why, lines[1:]})
	}
	return known
}

// differences runs the scripts against a rival that serves the small site, and prints where it differs and why. What
// has no reason yet is an error.
func (b *bench) differences(ctx context.Context, r webtest.Other, root string, site fs.FS) error {
	p, err := b.start(ctx, r, root)
	if err != nil {
		return err
	}
	defer p.Stop()
	cases, err := webtest.Cases()
	if err != nil {
		return err
	}
	wrong := make(map[string][]error) // by the name of the case
	client := webtest.Client{Addr: p.Addr, Site: site}
	for _, c := range cases {
		if errs := client.Check(c); errs != nil {
			wrong[c.Name] = errs
		}
	}
	fmt.Printf("%s answers %d of the scripts' %d requests as we do. It\n", r.Name, len(cases)-len(wrong), len(cases))
	for _, d := range knownDifferences() {
		here := slices.DeleteFunc(d.cases, func(name string) bool { return wrong[name] == nil })
		if !strings.Contains(d.servers, r.Name) || len(here) == 0 {
			continue
		}
		fmt.Printf("  - %s (%s)\n", d.why, strings.Join(here, "; "))
		for _, name := range here {
			delete(wrong, name)
		}
	}
	var unknown []error
	for _, c := range cases {
		if errs := wrong[c.Name]; errs != nil {
			unknown = append(unknown, fmt.Errorf("%s differs without a known reason: %q: %w", r.Name, c.Name, errs[0]))
		}
	}
	return errors.Join(unknown...)
}

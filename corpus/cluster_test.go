package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestClusters(t *testing.T) {
	r := registry(t)
	clustered := 0
	for _, s := range r {
		c := s.Cluster
		if len(c.Systems) == 0 {
			continue
		}
		clustered++
		if len(s.Successors) > 0 || len(c.Systems) < 2 || !slices.Contains(c.Systems, s.Slug) || c.AsOf.IsZero() || !c.Merger.After(c.AsOf) {
			t.Errorf("%s: cluster %+v, successors %+v", s.Slug, c, s.Successors)
		}
	}
	if clustered != 18 {
		t.Errorf("%d systems are in clusters, want 18", clustered)
	}
	dorset, _ := r.Find("dorset")
	if got := strings.Join(dorset.Cluster.Systems, " "); got != "bath-and-north-east-somerset-swindon-and-wiltshire dorset somerset" {
		t.Errorf("Dorset is in a cluster of %s", got)
	}
}

func TestDamagedClusters(t *testing.T) {
	const head = "systems,as_of,merger_due,source\n"
	for text, want := range map[string]string{
		"devon;nowhere,2026-01-09,,x":                          `line 2: unknown system "nowhere"`,
		"devon;dorset,9 January,,x":                            `line 2: bad day "9 January"; expected YYYY-MM-DD`,
		"devon;dorset,2026-01-09,soon,x":                       `line 2: bad day "soon"; expected YYYY-MM-DD`,
		"devon;dorset,2026-01-09,,x\ndevon;kent,2026-01-09,,x": `line 3: "devon" is in two clusters`,
	} {
		r, err := readSystems(registryFile("ics.csv"))
		if err != nil {
			t.Fatal(err)
		}
		if err := r.readClusters(head + text + "\n"); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

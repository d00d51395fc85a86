package corpus

import (
	"fmt"
	"strings"
	"time"
)

// A Cluster is boards that share one chair and one chief executive, and remain bodies of
// their own until they merge.
//
// The clusters are those of registry/clusters.csv, each with the publication that names it.
// NHS England wants all boards of a cluster merged by April 2027.
type Cluster struct {
	Systems []string  // slugs of all in it, this one included
	AsOf    time.Time // the day of the publication, at midnight UTC
	Merger  time.Time // the day on which a merger is due, at midnight UTC; zero if none is
}

// readClusters notes of each system the cluster that its board is in.
func (r Registry) readClusters(text string) error {
	return readCSV(text, func(field func(string) string) error {
		c := Cluster{Systems: strings.Split(field("systems"), ";")}
		var err error
		if c.AsOf, err = readDay(field("as_of")); err != nil {
			return err
		}
		if due := field("merger_due"); due != "" {
			if c.Merger, err = readDay(due); err != nil {
				return err
			}
		}
		for _, slug := range c.Systems {
			i := r.index(slug)
			if i < 0 {
				return fmt.Errorf("unknown system %q", slug)
			}
			if len(r[i].Cluster.Systems) > 0 {
				return fmt.Errorf("%q is in two clusters", slug)
			}
			r[i].Cluster = c
		}
		return nil
	})
}

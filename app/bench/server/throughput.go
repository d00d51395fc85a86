package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"time"

	"icsexplorer/app/server/webtest"
)

// rounds is how often each server is measured, in turn, so that what else the machine does hits all alike.
const rounds = 3

// rate is what wrk reports of one measurement.
type rate struct {
	requests float64       // a second
	p99      time.Duration // 99 of 100 answers came sooner
	cost     time.Duration // of the server's processors, for one answer
}

var (
	wrkRequests = regexp.MustCompile(`Requests/sec: +([0-9.]+)`)
	wrkTotal    = regexp.MustCompile(`([0-9]+) requests in`)
	wrkP99      = regexp.MustCompile(`99% +([0-9.]+[a-z]+)`)
	wrkTrouble  = regexp.MustCompile(`Non-2xx or 3xx responses: .*`)
)

// throughput prints how many requests a second each server answers for each address, and how ours compares. What else
// the machine does blurs all figures but the cost.
func (b *bench) throughput(ctx context.Context, others []webtest.Other, addresses ...string) error {
	us, err := b.ours(ctx, freeAddr())
	if err != nil {
		return err
	}
	defer us.Stop()
	names, servers := []string{"ics-explorer"}, []process{us}
	for _, r := range others {
		p, err := b.start(ctx, r, b.site)
		if err != nil {
			return err
		}
		defer p.Stop()
		names, servers = append(names, r.Name), append(servers, p)
	}
	load, _ := os.ReadFile("/proc/loadavg")
	fmt.Printf("load of the machine before: %.4s\n", load)
	for _, address := range addresses {
		rates := make([][]rate, len(servers))
		for range rounds {
			for i, s := range servers {
				r, err := b.wrk(ctx, s, address)
				if err != nil {
					return fmt.Errorf("%s: %w", names[i], err)
				}
				rates[i] = append(rates[i], r)
			}
		}
		fmt.Printf("%s in brotli, 64 connections, medians of %d measurements of %v\n", address, rounds, b.time)
		our := medians(rates[0])
		for i, name := range names {
			r := medians(rates[i])
			fmt.Printf("  %-12s %7.0f requests/s   p99 %8v   costs %4v", name, r.requests, r.p99, r.cost)
			if i > 0 {
				fmt.Printf("   ours answers %.2f times as many", our.requests/r.requests)
			}
			fmt.Println()
		}
	}
	return nil
}

// wrk measures one address.
func (b *bench) wrk(ctx context.Context, p process, address string) (rate, error) {
	before := p.cpu()
	out, err := exec.CommandContext(ctx, "wrk", "-t2", "-c64", "-d"+b.time.String(), "--latency",
		"-H", "Accept-Encoding: br", "http://"+p.Addr+address).CombinedOutput()
	used := p.cpu() - before
	requests, total, p99 := wrkRequests.FindSubmatch(out), wrkTotal.FindSubmatch(out), wrkP99.FindSubmatch(out)
	if err != nil || wrkTrouble.Match(out) || requests == nil || total == nil || p99 == nil {
		return rate{}, fmt.Errorf("wrk of %s: %v: %s", address, err, out)
	}
	var r rate
	r.requests, _ = strconv.ParseFloat(string(requests[1]), 64)
	r.p99, _ = time.ParseDuration(string(p99[1]))
	n, _ := strconv.Atoi(string(total[1]))
	r.cost = (used / time.Duration(n)).Round(time.Microsecond)
	return r, nil
}

// medians returns the middle of each figure.
func medians(rates []rate) (m rate) {
	middle := func(compare func(a, b rate) int) rate {
		return slices.SortedFunc(slices.Values(rates), compare)[len(rates)/2]
	}
	m.requests = middle(func(a, b rate) int { return cmp.Compare(a.requests, b.requests) }).requests
	m.p99 = middle(func(a, b rate) int { return cmp.Compare(a.p99, b.p99) }).p99
	m.cost = middle(func(a, b rate) int { return cmp.Compare(a.cost, b.cost) }).cost
	return m
}

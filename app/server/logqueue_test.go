package server

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// quiet is a handler of logs without times.
func quiet(w io.Writer) slog.Handler {
	return slog.NewTextHandler(w, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
}

func TestAnswersDoNotWaitForALogThatNobodyReads(t *testing.T) {
	const queued, answers = 3, 10
	synctest.Test(t, func(t *testing.T) {
		read, written := io.Pipe()
		log := newLogQueue(quiet(written), queued)
		ok := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
		h := logged(ok, slog.New(log))
		answer := func() { h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)) }
		answer()
		synctest.Wait() // the first line is on its way, and stuck
		for range answers - 1 {
			answer()
		}
		start := time.Now()
		text := make(chan string)
		go func() {
			all, _ := io.ReadAll(read)
			text <- string(all)
		}()
		synctest.Wait()
		answer() // it gets through, with the count before it
		log.close()
		written.Close()
		got := <-text
		if n := strings.Count(got, "msg=answer"); n != 1+queued+1 {
			t.Errorf("%d lines got through, want the one on its way, the %d queued and the last:\n%s", n, queued, got)
		}
		if !strings.Contains(got, `dropped" lines=6`+"\nlevel=INFO msg=answer") || strings.Count(got, "dropped") != 1 {
			t.Errorf("want one count of 6 dropped lines before the last line:\n%s", got)
		}
		if took := time.Since(start); took != 0 {
			t.Errorf("took %v", took)
		}
	})
}

func TestStopDoesNotWaitLongForTheLog(t *testing.T) {
	for _, lines := range []int{1, 10} { // one on its way, and more than the queue holds
		synctest.Test(t, func(t *testing.T) {
			read, written := io.Pipe()
			log := newLogQueue(quiet(written), 3)
			for range lines {
				slog.New(log).Info("x")
			}
			start := time.Now()
			log.close()
			if took := time.Since(start); took != flushTime {
				t.Errorf("%d lines: took %v, want %v", lines, took, flushTime)
			}
			read.Close() // for the test to end
			if lines > 1 {
				log.close()
			}
		})
	}
}

func TestLinesAtTheEndAreWritten(t *testing.T) {
	var got strings.Builder
	log := newLogQueue(quiet(&got), 8)
	logger := slog.New(log)
	logger.Info("one")
	logger.With("a", 1).WithGroup("g").Info("two", "b", 2)
	log.close()
	if want := "level=INFO msg=one\nlevel=INFO msg=two a=1 g.b=2\n"; got.String() != want {
		t.Errorf("log %q, want %q", got.String(), want)
	}
	logger.Info("late") // nobody waits for it
}

// refusing is a log that refuses its first lines.
type refusing struct {
	io.Writer
	lines int
}

func (r *refusing) Write(p []byte) (int, error) {
	if r.lines--; r.lines >= 0 {
		return 0, errors.New("disk full")
	}
	return r.Writer.Write(p)
}

func TestLinesThatTheLogRefusesAreCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got strings.Builder
		log := newLogQueue(quiet(&refusing{&got, 3}), 8)
		for range 2 {
			log.Handle(context.Background(), slog.NewRecord(time.Time{}, slog.LevelInfo, "lost", 0))
			synctest.Wait() // the first is refused, then its count, then the second
		}
		log.close()
		if want := "level=WARN msg=\"lines of this log were dropped\" lines=2\n"; got.String() != want {
			t.Errorf("log %q, want %q", got.String(), want)
		}
	})
}

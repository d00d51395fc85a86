package server

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"
)

const (
	queuedLines = 4096        // of a log that is slower than the server: about 2 MB
	flushTime   = time.Second // for the log to take what is queued, once the server has stopped
)

// logQueue hands lines to a log that may be slow, or that nobody reads, without ever waiting for it. A line that
// finds the queue full, or that the log refuses, is dropped and counted; the next line that gets through says how many
// were.
type logQueue struct {
	slog.Handler
	*queue
}

type queue struct {
	lines   chan line
	dropped atomic.Int64 // since the last line that got into the queue
}

type line struct {
	to      slog.Handler
	record  slog.Record
	dropped int64         // lines before this one
	flushed chan struct{} // closed when all before this has been written, and nothing after it will be
}

// newLogQueue returns a queue of at most size lines before a log. Close must be called to end it.
func newLogQueue(to slog.Handler, size int) logQueue {
	q := logQueue{to, &queue{lines: make(chan line, size)}}
	go q.write(to)
	return q
}

func (q logQueue) Handle(_ context.Context, r slog.Record) error {
	q.put(line{to: q.Handler, record: r.Clone()})
	return nil
}

func (q logQueue) WithAttrs(attrs []slog.Attr) slog.Handler {
	return logQueue{q.Handler.WithAttrs(attrs), q.queue}
}

func (q logQueue) WithGroup(name string) slog.Handler {
	return logQueue{q.Handler.WithGroup(name), q.queue}
}

func (q *queue) put(l line) {
	l.dropped = q.dropped.Swap(0)
	select {
	case q.lines <- l:
	default:
		q.dropped.Add(l.dropped + 1)
	}
}

// write writes what comes out of the queue. Counts of dropped lines go to the handler own.
func (q *queue) write(own slog.Handler) {
	for l := range q.lines {
		if l.dropped > 0 {
			note := slog.NewRecord(time.Now(), slog.LevelWarn, "lines of this log were dropped", 0)
			note.AddAttrs(slog.Int64("lines", l.dropped))
			if own.Handle(context.Background(), note) != nil {
				q.dropped.Add(l.dropped)
			}
		}
		if l.flushed != nil {
			close(l.flushed)
			return
		}
		if l.to.Handle(context.Background(), l.record) != nil {
			q.dropped.Add(1)
		}
	}
}

// close waits until all lines are written, but not longer than a second, and ends the writing.
func (q *queue) close() {
	late := time.After(flushTime)
	last := line{dropped: q.dropped.Swap(0), flushed: make(chan struct{})}
	select {
	case q.lines <- last:
	case <-late:
		return
	}
	select {
	case <-last.flushed:
	case <-late:
	}
}

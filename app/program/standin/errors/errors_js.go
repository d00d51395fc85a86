//go:build js

// Package errors stands in for go-app's, whose errors print themselves as JSON.
package errors

import (
	"fmt"
	"strings"
)

// An Error says what failed and why, and may have tags.
type Error struct {
	message string
	wrapped error
}

// New returns an error with the message.
func New(message string) Error { return Error{message: message} }

// WithTag adds what is known of the failure, if it is text or a number.
func (e Error) WithTag(name string, v any) Error {
	switch v.(type) {
	case string, int, uint:
		e.message += fmt.Sprintf("; %s: %v", name, v)
	}
	return e
}

// Wrap adds the reason.
func (e Error) Wrap(reason error) Error {
	e.wrapped = reason
	return e
}

// Unwrap is the reason.
func (e Error) Unwrap() error { return e.wrapped }

func (e Error) Error() string {
	if e.wrapped == nil {
		return e.message
	}
	return strings.TrimSpace(e.message + ": " + e.wrapped.Error())
}

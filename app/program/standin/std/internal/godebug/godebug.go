// Package godebug stands in for the standard library's, which reads the environment for
// settings that make Go behave as it did before, and counts who uses them. A browser has
// no environment, so that every setting is what it is by default.
package godebug

// A Setting is one that is not set.
type Setting struct{ name string }

// New returns the setting with the name.
func New(name string) *Setting { return &Setting{name} }

// Name is that of the setting.
func (s *Setting) Name() string { return s.name }

// Value is "", the default.
func (s *Setting) Value() string { return "" }

// IncNonDefault counts nothing: nothing differs from the default.
func (s *Setting) IncNonDefault() {}

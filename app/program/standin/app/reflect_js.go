//go:build js

package app

import "unsafe"

// What go-app asks of reflect is two questions, and reflect is a thirtieth of the program.
// Both are answered by the first word of a value's representation.

// typeOf is the same for values of the same type, and for no others.
func typeOf(v any) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&v)) }

// sameCode reports whether two functions have the same code, whatever values they have
// with them.
func sameCode(f, g EventHandler) bool {
	return **(**uintptr)(unsafe.Pointer(&f)) == **(**uintptr)(unsafe.Pointer(&g))
}

package dom

// Remembered is what this browser keeps under the name; "" if that is nothing, or if it
// keeps nothing at all.
func Remembered(name string) string {
	value, _ := Call(path("localStorage"), "getItem", name)
	return text(value)
}

// Remember has the browser keep the value under the name, or nothing if it is "". A
// browser that keeps nothing forgets it with the page.
func Remember(name, value string) {
	if value == "" {
		Call(path("localStorage"), "removeItem", name)
	} else {
		Call(path("localStorage"), "setItem", name, value)
	}
}

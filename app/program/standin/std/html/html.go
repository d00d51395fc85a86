// Package html stands in for the standard library's, which brings the names of 2,000
// characters along to read them. The program only writes.
package html

import "strings"

var escaper = strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// EscapeString is text as it can stand in HTML, as text and in an attribute.
func EscapeString(text string) string { return escaper.Replace(text) }

// Package intake reads stories from whatever people can copy or save: a page in a browser, a
// mail, a feed, a table. [Read] chooses the form by evidence and says which it chose and why;
// it can be told another. What it does not know to be part of a story is left out and listed:
// a wrong story is worse than a missing one.
//
// # How it reads
//
// Each form (forms.go, page.go, feed.go, table.go) makes lines of its source, in which labels,
// times, addresses and texts of pictures stand apart, or stories directly. The title, "Kent
// and Medway ICS", says the system (title.go); what stands above it are menus. Of the lines
// behind it an assembler (assemble.go) makes stories by one grammar:
//
//	[picture] [label] headline [time] standfirst [time]
//
// A story begins with a label (registry/labels.txt in package corpus), with a heading or a
// linked line where the form has these, with an item of a list, or with a line above a time
// (date.go). Lines that stand on such pages everywhere, "Subscriber only", "3 comments", are
// listed in noise.txt, and those behind which a page lists other things, "Most popular", in
// ends.txt. A headline without a standfirst is a story only if it has both a label and a time,
// or one of these and an address.
//
// # Documents
//
// HTML and XML come as a flat sequence of [Element], from the browser's own parser in the
// page, and from package document in the command, so that no parser is in the browser's
// program. Nothing in them is run, shown or fetched.
//
// # Bounds
//
// A source has at most [MaxBytes]; a text of more lines than maxLines is read so far. Every
// reader passes over its source once.
package intake

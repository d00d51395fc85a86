// Package intake reads listings in whatever form people have them: what a browser copies,
// a saved page, a message, a feed, a table. [Read] takes bytes, or the elements of a
// document that the caller's parser made, and returns stories, and every line that is
// none, with the reason.
//
// # What is a story
//
// A story is never guessed. Each form says where headline, standfirst, day, address, label
// and picture text stand in it; see the comment of the form's file. Where a form has no
// fixed places, a headline is one only if it has two of these about it: a known label above
// or before it, a day below it, a standfirst below it, an address of a story to which it leads. A headline alone, as under "Most
// popular", is left out, and so is what is marked as advertising. What is left out is in
// [Result.Left]; a wrong story is worse than a missing one.
//
// All text of a story is text of the input, put in order as package corpus does
// ([corpus.Readable]). Nothing is fetched, and nothing that the input names is opened.
//
// # Days and times
//
// Read as moments are RFC 3339 and RFC 1123 times with an offset. Everything else is a day
// and stays one: 14 May 2026, May 14, 2026, 14/05/2026 (the day first), 2026-05-14, a time
// without an offset. "2 hours ago" and "yesterday" are read only if the day of the capture
// is known.
//
// # Bounds
//
// Read never panics. It takes time and memory in proportion to its input, of which it
// takes 32 MB or 1,000,000 elements at the most; more is an error.
package intake

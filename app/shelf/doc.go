// Package shelf is what a reader keeps in the browser: listings of their own, saved views,
// stars, and which stories are new to them. It knows of no browser and no page.
//
// # Records
//
// What is kept is records, of several kinds, whose fields are text; web/shelf.js has a store of
// the browser's database for each kind, and writes all of them into one file of JSON:
//
//	{"format": "ics-explorer-shelf", "version": 1, "records": {"stars": [{"id": "…", "day": "…"}], …}}
//
// The kinds, with their fields:
//
//	listings   id; text, in the archive form of package corpus; system, a slug or "" for none;
//	           day of the capture, YYYY-MM-DD or ""; form, the ID of package intake's; name, for
//	           people; added, RFC 3339
//	originals  id of the listing; bytes that it was read from; name and type of the file
//	views      id; name, for people; address, the query string of the view; place, a number
//	stars      id, the key of the story; day on which it was starred
//	arrivals   id; day; since, that of the visit before, or none; keys of the stories that were first here then, parted by spaces; first, "yes"
//	           for those of the first visit, which are news to nobody
//	seen       id, the key of a story that was news once
//	settings   id: systems, the reader's own, slugs parted by spaces; start, the address to start
//	           with; visit, when the last visit began, RFC 3339
//
// Reading never fails: a record that is damaged costs itself, and is counted. Two tabs that
// write at once write the same records or different ones, and lose nothing.
package shelf

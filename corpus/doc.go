// Package corpus holds what HSJ lists about England's integrated care systems
// (ICSs): it reads listings, knows the systems, and merges the listings into one
// sequence of stories, newest first.
//
// # The listing format
//
// A listing is the text of one system's page at one moment: a UTF-8 file named
// after the system's page, south-west-london-ics.txt, or
// south-west-london-ics.2025-12-14.txt for a capture of a known day. Several
// captures of one system may lie side by side.
//
// A line is blank when it holds nothing a reader can see: white space (U+00A0
// included) and zero-width characters. A block is a run of non-blank lines. The
// first block is the system's name followed by " ICS". Stories follow, newest
// first, each made of
//
//	caption      the text of its picture; many stories have none
//	headline
//	time         on pages of the dated design only
//	standfirst   the sentence below the headline
//
// The pages have had two designs, and only the blank lines and the times distinguish
// the parts. A file is of the dated design when a time line occurs in it.
//
// # The undated design (2024)
//
// Headline and standfirst are always two blank lines apart, so the blank lines
// after a block show what it was: one, a caption, and the headline comes next;
// two, a headline, and the standfirst comes next. The blank lines after a
// standfirst mean nothing: a picture without a caption leaves one more blank line
// there, and several such pictures leave several. Here ¶ marks each line's end:
//
//	South West London ICS¶
//	¶
//	Mobile phone¶                            one blank line follows: a caption
//	¶
//	Threefold variation in access revealed¶  two follow: a headline
//	¶
//	¶
//	Patients trying to reach their GP.¶      after a headline: its standfirst
//	¶
//	¶                                        a picture without a caption
//	London Eye: Who gets what care¶          two follow: a headline
//	¶
//	¶
//	Essential insight into the capital.      the file may end without a newline
//
// # The dated design (2025)
//
// One blank line stands between everything, and below each headline stands a line
// that holds a time and nothing else, in the form of RFC 3339. The block above the
// time is the headline, the block below it the standfirst; of the two blocks that
// may stand between a standfirst and the next time, the first is a caption. The
// number of blank lines means nothing here.
//
//	South West London ICS¶
//	¶
//	Mobile phone¶                            a caption
//	¶
//	Threefold variation in access revealed¶  above a time: a headline
//	¶
//	2025-12-11T13:20:00+00:00¶               +01:00 in summer
//	¶
//	Patients trying to reach their GP.¶      below a time: the standfirst
//	¶
//	London Eye: Who gets what care¶          above a time: a headline
//	¶
//	2025-12-10T09:05:00+00:00¶
//	¶
//	Essential insight into the capital.¶
//
// # Address, label, day
//
// Listings that were made of what people copied or saved hold more than the pages' text
// did; files without any of it are read as they always were.
//
// A line that holds only an address, http or https, may stand below the time, with or
// without blank lines around it. In a file of the undated design, which has no times, it
// stands between headline and standfirst: two blank lines below the headline, as a
// standfirst would. Tracking parameters are not read; see [CleanURL].
//
// A line that holds only a known label ([Labels]) in square brackets may stand below the
// address or, if there is none, in its place.
//
// In place of the time may stand a day of which the hour is not known, followed by
// " (day)", or, in a file that has other times, "(no time)". In place of a standfirst may
// stand "(no standfirst)".
//
//	South West London ICS¶
//	¶
//	Threefold variation in access revealed¶
//	¶
//	2026-05-14 (day)¶                        the day is known, the hour is not
//	¶
//	https://www.hsj.co.uk/news/7041272.article¶
//	[HSJ Local]¶
//	¶
//	Patients trying to reach their GP.¶
//	¶
//	London Eye: Who gets what care¶
//	¶
//	(no time)¶
//	¶
//	(no standfirst)¶
//
// Stories that no system's page lists, such as those of a trust, make a listing named
// no-system.txt, or no-system.2026-05-14.txt, whose title is "(no system)".
//
// [WriteListing] writes this form.
//
// # What is kept
//
// The texts of an [Entry] are for reading: runs of white space, U+00A0 included,
// are one space, the ends are trimmed, zero-width and control characters are gone
// and bytes that are not UTF-8 are U+FFFD ([Readable]). Text that was garbled on its way is mended
// where only one reading exists, with a warning: text encoded twice ("â€™", "Â£"),
// HTML entities, tags, characters that nobody sees or that turn the direction of
// text. What may be meant is left: "AT&T", "a < b"; a character that was lost is only
// reported. Stories are identified, and
// shown, by the mended text.
//
// The bytes themselves are kept beside the texts, a byte order mark, CRLF, trailing
// spaces and all that was mended included, so that [Format] gives back the file.
// That holds for faulty files too.
//
// # What is reported
//
// [Parse] never gives up. It returns the stories it could read, and an [ErrorList]
// with everything else in the order of the lines, each fault quoting the text that
// could not be read. An error means that text was lost or cannot be trusted; a
// warning, that a person should look. A story cut off by the end of the file is an
// error and is left out; the stories before it stand. A last standfirst is kept, but
// is an error too if it has neither a full stop nor a newline after it.
//
// # The corpus
//
// A story is the same story wherever its address is the same; else wherever its folded
// headline ([Fold]) is the same, unless both entries have days that differ and
// standfirsts that differ: a strand may come every week under one headline. One
// standfirst may stand under many headlines, so it alone says nothing. Within one listing
// the same headline and standfirst twice is one story, and a warning. [Merge] lines
// the stories up newest first from what is certain: each listing's own order, and
// the times of dated stories; where only the day of some story is known, the hours of that
// day decide nothing. What remains undecided is estimated, in the same way
// on every machine; [Corpus.Decided] reports which it is.
//
// # Prepared data
//
// Whoever has no time to read listings and merge them, as the program in a browser has not at
// each start, takes the corpus from prepared data, which [Prepare] has written and [ReadPrepared]
// reads: it makes the very corpus, in every field, whose texts are parts of the data.
// This is version 1. Any change of what a corpus holds or of what is written below needs
// another: data and program are of one build, and one version is read.
//
//	number    7 bits in each byte, the lowest first; every byte but the last has the eighth
//	          bit set, too; nine bytes at most
//	signed    a number: n stands for n/2 if it is even, for -(n+1)/2 if it is odd
//	bit       a number, 0 or 1
//	text      a number: 0 is the next of the texts, those met before are 1 for "", 2 for
//	          the first, 3 for the second and so on
//	list      a number: 0 is a list not met before, and its length and its texts follow; else
//	          as with texts, 1 is the empty one
//	moment    a number: 0 is the zero time; 1 a moment in UTC; 2 one elsewhere, and the
//	          zone's minutes east of UTC follow, signed; then for both the seconds since the
//	          moment before in the data, or since 1970, signed, and the nanoseconds, a number
//
// The data is
//
//	"ICSC"    and the version, a byte
//	texts     the number of bytes of all, these bytes, the number of texts, and the length of
//	          each; no text is there twice
//	registry  the number of systems; of each the slug, name, short name, ODS code, ONS code and
//	          region, texts; the list of aliases; column and row, numbers; the number of
//	          successors, and of each the board, its ONS code, its ODS code and the area, texts,
//	          whether it is the whole, a bit, and the moment; the list of systems, the day and
//	          the merger of the cluster, moments; the number of names, and of each the
//	          key, a text, and whether it is a place, a bit
//	stories   their number, and that of the places of all; of each the key, headline,
//	          standfirst, caption, series, label and address, texts; the moment, and whether
//	          only the day is known, a bit; the list of systems; the number of places
//	listings  their number; of each the file, title, system and day, texts; the title's line,
//	          a number; what stood before the title, the title as it stood, and what stood
//	          after all, texts; the number of entries, and the entries
//	aside     the number of entries set aside when stories were lined up; of each the listing,
//	          the upper and the lower story, numbers, and whether the upper is wrong, a bit
//	end       the fingerprint, a text, and nothing behind it
//
// and an entry
//
//	story     signed, from that of the entry above, from -1 for the first; 0 is the same story
//	          again, which counts once
//	line      signed, from that of the entry above, from 0 for the first
//	form      a number of 18 bits, the lowest first. Six say which parts stood in the file:
//	          headline, standfirst, caption, address, label, time; six, which of them
//	          were other texts than the story's; five, which texts are others than their parts,
//	          in the same order; the last, that only the day is known
//	parts     of each that was there what stood before it, a text, and if it was another text
//	          than the story's, as the time always is, the part, a text
//	texts     of each that is another than its part
//	moment
//
// The example of [Prepare] is the smallest of all. Every number is checked: data that ends too early, goes on, or refers to what is not there, and
// stories that are not in the order of their listings, are refused. There is no checksum, which
// would have to look at every byte at each start: the data is part of a program that has one. So a
// text that was changed is read as it is.
package corpus

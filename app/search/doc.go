// Package search finds stories by what was typed: words in any order, their
// beginnings, and, when nothing is written that way, words one letter off.
//
// [New] builds an [Index] once; a [Searcher] made from it answers the
// keystrokes of one reader.
package search

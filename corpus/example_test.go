package corpus_test

import (
	"fmt"
	"testing/fstest"

	"icsexplorer/corpus"
)

func ExamplePrepare() {
	registry := corpus.Registry{{Slug: "devon", ShortName: "Devon", Col: 2, Row: 8}}
	files := fstest.MapFS{"devon-ics.txt": {Data: []byte("Devon ICS\n\nWard opens\n\n\nIt is open.\n")}}
	c, _ := corpus.Load(files, registry)
	data := corpus.Prepare(c)
	for len(data) > 0 {
		n := min(len(data), 16)
		fmt.Printf("%-32x  %q\n", data[:n], data[:n])
		data = data[n:]
	}
	// Output:
	// 4943534301586465766f6e4465766f6e  "ICSC\x01XdevonDevon"
	// 666e663279746a747132796173576172  "fnf2ytjtq2yasWar"
	// 64206f70656e734974206973206f7065  "d opensIt is ope"
	// 6e2e6465766f6e2d6963732e74787444  "n.devon-ics.txtD"
	// 65766f6e204943530a0a0a0a0a0a3230  "evon ICS\n\n\n\n\n\n20"
	// 65626463626439383233363266390b05  "ebdcbd982362f9\v\x05"
	// 050d0a0b0d0901020310010001000101  "\x05\r\n\v\r\t\x01\x02\x03\x10\x01\x00\x01\x00\x01\x01"
	// 01010208000100000001010000000101  "\x01\x01\x02\b\x00\x01\x00\x00\x00\x01\x01\x00\x00\x00\x01\x01"
	// 01010000000102010100000201010108  "\x01\x01\x00\x00\x00\x01\x02\x01\x01\x00\x00\x02\x01\x01\x01\b"
	// 00010206030000000000              "\x00\x01\x02\x06\x03\x00\x00\x00\x00\x00"
}

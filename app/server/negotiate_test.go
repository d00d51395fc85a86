package server

import "testing"

func TestChoose(t *testing.T) {
	all := file{{coding: "br"}, {coding: "zstd"}, {coding: "gzip"}, {coding: identity}}
	plain := file{{coding: identity}}
	const none = ""
	for _, test := range []struct {
		name   string
		file   file
		accept []string
		want   string
	}{
		{"no header", all, nil, identity},
		{"an empty header", all, []string{""}, identity},
		{"one coding", all, []string{"gzip"}, "gzip"},
		{"case does not matter", all, []string{"GZip"}, "gzip"},
		{"the old name of gzip", all, []string{"x-gzip"}, "gzip"},
		{"equal qualities go by our preference", all, []string{"gzip, deflate, zstd, br"}, "br"},
		{"a higher quality wins", all, []string{"br;q=0.8, zstd;q=0.801, gzip;q=0.5"}, "zstd"},
		{"white space", all, []string{" \tbr ;\tq=0.1 , gzip ; q=0.2\t"}, "gzip"},
		{"several lines are one list", all, []string{"deflate", "gzip;q=0.5", "zstd;q=0.4"}, "gzip"},
		{"a coding refused", all, []string{"br;q=0, gzip"}, "gzip"},
		{"a coding refused with decimals", all, []string{"br;q=0.000, gzip"}, "gzip"},
		{"all refused but the plain file", all, []string{"br;q=0, gzip;q=0, zstd;q=0"}, identity},
		{"anything", all, []string{"*"}, "br"},
		{"anything else", all, []string{"br;q=0, *"}, "zstd"},
		{"anything but less", all, []string{"*;q=0.1, gzip;q=0.2"}, "gzip"},
		{"anything refused", all, []string{"*;q=0"}, none},
		{"anything else refused", all, []string{"*;q=0, gzip"}, "gzip"},
		{"anything refused but the plain file", all, []string{"*;q=0, identity"}, identity},
		{"the plain file preferred", all, []string{"identity, gzip;q=0.5"}, identity},
		{"the plain file is the last resort", all, []string{"gzip;q=0.001"}, "gzip"},
		{"the plain file refused", all, []string{"identity;q=0"}, none},
		{"the plain file refused, gzip welcome", all, []string{"identity;q=0, gzip"}, "gzip"},
		{"only the plain file there is", plain, []string{"br, gzip"}, identity},
		{"the only file refused", plain, []string{"br, identity;q=0"}, none},
		{"the only file refused by a star", plain, []string{"br, *;q=0"}, none},
		{"an unknown coding", all, []string{"compress"}, identity},
		{"the first mention counts", all, []string{"br;q=0, br", "gzip;q=0.5"}, "gzip"},
		{"a quality above 1 is passed over", all, []string{"br;q=2, gzip"}, "gzip"},
		{"a quality below 0 is passed over", all, []string{"br;q=-1, gzip"}, "gzip"},
		{"a quality that is no number is passed over", all, []string{"br;q=NaN, zstd;q=, gzip"}, "gzip"},
		{"another parameter is passed over", all, []string{"br;level=1, gzip"}, "gzip"},
		{"empty members", all, []string{",, ,gzip,"}, "gzip"},
		{"nonsense", all, []string{";;;=,q=1,\x00"}, identity},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := none
			if v := test.file.choose(test.accept); v != nil {
				got = v.coding
			}
			if got != test.want {
				t.Errorf("choose(%q) = %q, want %q", test.accept, got, test.want)
			}
		})
	}
}

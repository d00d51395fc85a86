package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	n := registry(t).Names()
	for _, test := range []struct{ typed, want string }{
		{"South West London", "south-west-london"},
		{"south west london ICS", "south-west-london"},
		{"NHS South West London ICB", "south-west-london"},
		{"NHS South West London Integrated Care Board", "south-west-london"},
		{"south-west-london", "south-west-london"},
		{"SWL", "south-west-london"},
		{"qwe", "south-west-london"},
		{"E54000031", "south-west-london"},
		{"C&M", "cheshire-and-merseyside"},
		{"C and M", "cheshire-and-merseyside"},
		{"N&W", "norfolk-and-waveney"},
		{"Kent & Medway", "kent-and-medway"},
		{"kent", "kent-and-medway"},
		{"surrey", "surrey-heartlands"},
		{"manchester", "greater-manchester"},
		{"leeds", "west-yorkshire"},
		{"Kernow", "cornwall-and-the-isles-of-scilly"},
		{"HCV", "humber-and-north-yorkshire"},
		{"Humber, Coast and Vale", "humber-and-north-yorkshire"},
		{"Humber Coast & Vale", "humber-and-north-yorkshire"},
		{"Healthier Together", "bristol-north-somerset-and-south-gloucestershire"},
		{"One Devon", "devon"},
		{"Frimley Health and Care ICS", "frimley"},
		{"South Yorkshire and Bassetlaw", "south-yorkshire"},
		{"West Yorkshire & Harrogate", "west-yorkshire"},
		{"Cheshire and Mersey", "cheshire-and-merseyside"},
		{"Healthier Futures", "black-country"},
		{"Wessex", "dorset hampshire-and-isle-of-wight"},
		{"Central East", "bedfordshire-luton-and-milton-keynes cambridgeshire-and-peterborough hertfordshire-and-west-essex"},
		{"S1Y5D", "bedfordshire-luton-and-milton-keynes cambridgeshire-and-peterborough hertfordshire-and-west-essex"},
		{"E54000065", "bedfordshire-luton-and-milton-keynes cambridgeshire-and-peterborough hertfordshire-and-west-essex"},
		{"Thames Valley", "buckinghamshire-oxfordshire-and-berkshire-west frimley"},
		{"Essex ICB", "hertfordshire-and-west-essex mid-and-south-essex suffolk-and-north-east-essex"},
		{"West and North London", "north-central-london north-west-london"},
		{"Hampshire and Isle of Wight", "hampshire-and-isle-of-wight"},
		{"E54000063", "surrey-heartlands"},
		{"E54000052", "surrey-heartlands"},
		{"E54000064", "sussex"},
		{"London", "north-central-london north-east-london north-west-london south-east-london south-west-london"},
		{"the West Midlands", "birmingham-and-solihull black-country coventry-and-warwickshire"},
		{"South West", "bath-and-north-east-somerset-swindon-and-wiltshire bristol-north-somerset-and-south-gloucestershire cornwall-and-the-isles-of-scilly devon dorset gloucestershire somerset"},
		{"A&E", ""},
		{"kent dental", ""},
		{"nhs", ""},
		{"ICS", ""},
		{"", ""},
	} {
		if got := strings.Join(n.Find(test.typed), " "); got != test.want {
			t.Errorf("%q finds %q, want %q", test.typed, got, test.want)
		}
	}
	got := n.Find("london")
	got[0] = "changed"
	if n.Find("london")[0] == "changed" {
		t.Error("a caller changes what others find")
	}
}

func TestBoardsStandForTheSystemsTheyTookOver(t *testing.T) {
	n := registry(t).Names()
	b, ok := n.Board("thames-valley")
	want := []string{"buckinghamshire-oxfordshire-and-berkshire-west", "frimley"}
	if !ok || b.Name != "Thames Valley" || b.ODS != "S0E4D" || !slices.Equal(b.Systems, want) {
		t.Errorf("%v, %+v", ok, b)
	}
	if len(n.boards) != 7 {
		t.Errorf("%d boards, want the 7 of 1 April 2026", len(n.boards))
	}
	if _, ok := n.Board("atlantis"); ok {
		t.Error("there is a board of Atlantis")
	}
}

func TestNamesOfNobody(t *testing.T) {
	r := Registry{{Slug: "a", ShortName: "A", Successors: []Successor{{Board: "Essex"}}}}
	for _, tt := range []struct {
		name, text, want string
		read             func(string) error
	}{
		{"a board", "board,ods_code\nEssex,D7T5G\nWessex,E1\n", `line 3: "Wessex" took over no system`, r.readBoards},
		{"a name", "name,systems,kind\nB,a;b,town\n", `line 2: unknown system "b"`, r.readNames},
	} {
		if err := tt.read(tt.text); err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
}

package export

var sample = View{
	Title:       "2 stories · South West London · ICS Explorer",
	Address:     "http://localhost:8000/?ics=south-west-london",
	Fingerprint: "b2f8f72e61f5ca11",
	Stories: []Story{
		{Key: "a", Headline: "Trust’s £9m gift, “weakness” and\nmore", Standfirst: "A trust donated £9m.", Systems: []string{"South West London", "Bedfordshire, Luton and Milton Keynes"}},
		{Key: "b", Headline: "=HYPERLINK(\"http://x\")", Series: "Exclusive", Published: "2025-12-11T13:20:00Z", Caption: "-1+1", Systems: []string{"South West London"}},
	},
}

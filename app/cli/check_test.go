package cli

import (
	"bytes"
	"os"
	"testing"
)

func TestCheckReportsWhatDiffers(t *testing.T) {
	project(t, nil)
	for name, text := range map[string]string{
		"devon-ics.2026-05-01.txt":  "Devon ICS\n\nOne\n\n\nFirst.\n\nTwo\n\n\nSecond.\n",
		"devon-ics.2026-05-14.txt":  "Devon ICS\n\nThree\n\n\nThird.\n\nOne\n\n\nFirst.\n",
		"dorset-ics.2026-01-01.txt": "Dorset ICS\n\nFour\n\n\nFourth.\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	err := Check([]string{"devon-ics.2026-05-01.txt", "devon-ics.2026-05-14.txt", "dorset-ics.2026-01-01.txt"}, &out, &errs)
	const want = "devon-ics.2026-05-14.txt: 1 story new and 1 gone since devon-ics.2026-05-01.txt\n" +
		"\tnew:  Three\n\tgone: Two\n" +
		"dorset-ics.2026-01-01.txt: of 2026-01-01, over 90 days older than the newest listing\n" +
		"40 of 42 systems have no listing\n3 listings, 0 warnings\n"
	if err != nil || out.String() != want || errs.Len() > 0 {
		t.Errorf("printed %q, %q, %v; want %q", out.String(), errs.String(), err, want)
	}
}

package search

// A Field is a part of a story in which words are looked for. Fields are in the
// order in which matches rank.
type Field uint8

// The fields of a story.
const (
	Headline   Field = iota
	Caption          // the alternative text of its picture
	Standfirst       // the sentence under the headline
	System           // the names and codes of the systems it stands under
	fieldCount
)

// String returns the field's name: headline, caption, standfirst or system.
func (f Field) String() string {
	return [...]string{"headline", "caption", "standfirst", "system"}[f]
}

// Texts is what an [Index] is built from: Len stories, newest first, each with
// the text of its fields.
type Texts interface {
	Len() int
	Text(story int, f Field) string // "" if the story has none
}

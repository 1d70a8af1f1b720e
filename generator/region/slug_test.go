package region

import "testing"

// A word of small letters takes a shorter way to the same.
func TestSlugOfOneWord(t *testing.T) {
	for word, want := range map[string]string{"": "", "BE2": "be2", "be2": "be2", "DE-BY": "de-by", "nace C.21": "nace-c-21",
		"  Two  words ": "two-words", "É": "", "aÉb": "a-b", "\u017f": "", "\u212a": "", "S3P4PM": "s3p4pm"} {
		if got := Slug(word); got != want {
			t.Errorf("%q becomes %q, want %q", word, got, want)
		}
	}
}

func BenchmarkSlug(b *testing.B) {
	for b.Loop() {
		Slug("BE2")
		Slug("be21")
	}
}

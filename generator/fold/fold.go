// Package fold writes texts as they are searched and compared: in small letters,
// without accents and other marks, with the letters that few keyboards have as
// they are typed elsewhere.
//
// So Łódź is found by "lodz", Straße by "strasse" and İzmir by "izmir". Greek,
// Cyrillic and all other scripts keep their letters, and lose their marks alone.
// What is folded already stays as it is.
//
// The script of the site folds what readers type in the same way: its function
// of the same name. One list of cases, in testdata, is tested on both.
//
// The package is a ground room: it imports none of ours, and it is the only door
// to the tables of Unicode's normal forms.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain are the letters that Unicode does not take apart, each with what is
// typed for it, and the signs that stand inside a word. The script has the same.
var plain = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "þ", "th", "ð", "d", "đ", "d", "ħ", "h",
	"ı", "i", "ɨ", "i", "ł", "l", "ŋ", "n", "ŧ", "t", "ǥ", "g", "ƶ", "z", "ƀ", "b",
	"ə", "e", "ĸ", "k", "ς", "σ", "·", "", "ʼ", "",
)

// Text folds a text.
func Text(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	parts := norm.NFKD.String(strings.ToValidUTF8(text, "�")) // which takes apart valid text only
	small := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, parts)
	return plain.Replace(small)
}

// Words lists the words of a text, folded: its runs of letters and numbers.
func Words(text string) []string {
	return strings.FieldsFunc(Text(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

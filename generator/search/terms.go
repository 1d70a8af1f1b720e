package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/fold"
)

// joiners are the signs that hold the parts of a compound together: e-health, Q.86,
// 1+MG, R&D. The script of the site knows the same.
const joiners = "-‐.'’+&"

// terms lists the words of a text by which it is found, folded: each part of a
// compound, and the compound in one word, so that e-health and ehealth are the same.
// Single letters find nothing where the text is prose.
func terms(text string) []string {
	var list []string
	for _, compound := range compounds(fold.Text(text)) {
		parts := strings.FieldsFunc(compound, isJoiner)
		if len(parts) > 1 {
			list = append(list, strings.Join(parts, ""))
		}
		for _, part := range parts {
			if utf8.RuneCountInString(part) > 1 || len(parts) == 1 {
				list = append(list, part)
			}
		}
	}
	return list
}

// joined is a label in one word: its letters and numbers, folded.
func joined(text string) string { return strings.Join(fold.Words(text), "") }

// compounds are the runs of letters and numbers, with single joiners between them.
func compounds(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !isJoiner(r)
	})
}

func isJoiner(r rune) bool { return strings.ContainsRune(joiners, r) }

// The fields of a document, from the one that says most.
const (
	inTitle = iota
	inOthers
	inKind
	inText
	fields
)

// postings gathers which document holds which term, in its best field.
type postings struct{ at map[string][]int }

func newPostings() *postings { return &postings{map[string][]int{}} }

// document notes the terms of a document; documents come in their order.
func (p *postings) document(number int, d document, kind string) {
	p.field(number, inTitle, d.title)
	p.field(number, inOthers, strings.Join(d.others, " "))
	p.field(number, inKind, kind)
	p.field(number, inText, d.text)
}

func (p *postings) field(number, field int, text string) {
	for _, term := range terms(text) {
		if field == inText && utf8.RuneCountInString(term) < 2 {
			continue
		}
		list := p.at[term]
		if len(list) == 0 || list[len(list)-1]/fields != number {
			p.at[term] = append(list, number*fields+field)
		}
	}
}

// encoded writes the terms sorted, each as how many letters it begins with as the
// one before and the rest, and the postings of each as distances.
func (p *postings) encoded() (list, where string) {
	var sorted []string
	for term := range p.at {
		sorted = append(sorted, term)
	}
	slices.Sort(sorted)
	var words, places strings.Builder
	before := ""
	for _, term := range sorted {
		same := alike(before, term)
		words.WriteByte("0123456789abcdefghijklmnopqrstuvwxyz"[same])
		words.WriteString(term[same:] + " ")
		last := 0
		for _, at := range p.at[term] {
			number := at / fields
			writeNumber(&places, (number-last)*fields+at%fields)
			last = number
		}
		places.WriteByte(' ')
		before = term
	}
	return strings.TrimSuffix(words.String(), " "), strings.TrimSuffix(places.String(), " ")
}

// alike is how many characters two terms begin with alike, as far as they are ASCII:
// a browser counts other letters in another way.
func alike(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && n < 35 && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// writeNumber writes a number with 26 small letters as digits, the last of them a
// capital.
func writeNumber(out *strings.Builder, n int) {
	digits := []byte{byte('A' + n%26)}
	for n /= 26; n > 0; n /= 26 {
		digits = append(digits, byte('a'+n%26))
	}
	slices.Reverse(digits)
	out.Write(digits)
}

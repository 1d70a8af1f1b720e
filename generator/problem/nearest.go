package problem

import (
	"strconv"
	"strings"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/slip"
)

// Nearest is the known word that an editor most likely meant, or "" when none
// is near. Case, marks, spaces, hyphens and underscores do not count; of the rest
// at most a third of the letters may be wrong, or one of two.
func Nearest(word string, known []string) string {
	typed := compared(word)
	best, least := "", max(len(typed)/3, min(len(typed)/2, 1))+1
	sign := signOf(word)
	for _, k := range known {
		if sign != 0 && sign != signOf(k) {
			continue // "Strong +" is the opposite of "Strong -"
		}
		if d := distance(typed, compared(k), least); d < least {
			best, least = k, d
		}
	}
	return best
}

// signOf is the plus or minus sign behind a word, or 0.
func signOf(word string) byte {
	word = slip.Signs(word)
	if n := len(word); n > 1 && strings.ContainsRune("+-", rune(word[n-1])) {
		return word[n-1]
	}
	return 0
}

// DidYouMean is Nearest as the start of a remedy, with a closing space, or "".
func DidYouMean(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return "Did you mean \"" + near + "\"? "
	}
	return ""
}

// Quote is a word as a sentence shows it: in quotes, cut where it is long, with
// invisible characters spelt out.
func Quote(word string) string {
	const longest = 60
	letters := 0
	for i := range word {
		if letters++; letters > longest {
			word = word[:i] + "…"
			break
		}
	}
	return strconv.Quote(word)
}

// joints are what stands between the parts of a word.
var joints = strings.NewReplacer(" ", "", "-", "", "_", "")

// compared are the letters of a word that count.
func compared(word string) []rune { return []rune(joints.Replace(fold.Text(word))) }

// distance counts the letters to insert, drop, change or swap with their
// neighbour (optimal string alignment). It gives up at limit, so that a long
// hostile word costs no more than an ordinary one.
func distance(a, b []rune, limit int) int {
	if max(len(a)-len(b), len(b)-len(a)) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = step(a, b, i, j, before, last, row)
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func step(a, b []rune, i, j int, before, last, row []int) int {
	cost := 1
	if a[i-1] == b[j-1] {
		cost = 0
	}
	d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		d = min(d, before[j-2]+1)
	}
	return d
}

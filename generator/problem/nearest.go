package problem

import (
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/slip"
)

// Nearest is the known word that an editor most likely meant, or "" when none
// is near. Case, marks, spaces, hyphens and underscores do not count; of the rest
// at most a third of the letters may be wrong, or one of two. A word that says the
// reverse is never near: "Strong +" for "Strong –", "mountain" for "not mountain".
func Nearest(word string, known []string) string {
	typed := compared(word)
	best, least := "", max(len(typed)/3, min(len(typed)/2, 1))+1
	signed := sign(word) != "" &&
		strings.HasSuffix(slip.Signs(word), " "+sign(word)) || // a hyphen without a space is but a slip
		slices.ContainsFunc(known, func(k string) bool { return sign(k) != "" })
	for _, k := range known {
		d := distance(typed, compared(k), least)
		if d < least && (!signed || sign(k) == sign(word)) && !reversed(typed, compared(k), d) {
			best, least = k, d
		}
	}
	return best
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

// sign is the plus or minus at the end of a word, by which classes differ.
func sign(word string) string {
	word = strings.TrimSpace(slip.Signs(word))
	for _, s := range []string{"+", "-"} {
		if strings.HasSuffix(word, s) {
			return s
		}
	}
	return ""
}

// reversed holds when one of two words is the other with a no before it: without
// it they are nearer than they are.
func reversed(a, b []rune, apart int) bool {
	without := func(long, short []rune) bool {
		return slices.ContainsFunc([]string{"non", "not", "no", "un"}, func(no string) bool {
			rest, negated := strings.CutPrefix(string(long), no)
			return negated && distance([]rune(rest), short, apart) < apart
		})
	}
	return without(a, b) || without(b, a)
}

// joints are what stands between the parts of a word.
var joints = strings.NewReplacer(" ", "", "-", "", "_", "")

// compared are the letters of a word that count.
func compared(word string) []rune { return []rune(joints.Replace(slip.Signs(fold.Text(word)))) }

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

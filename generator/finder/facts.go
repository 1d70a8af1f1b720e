package finder

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
)

// factsAddress is where the answers of all regions lie, which the page to find
// regions loads.
const factsAddress = finderFolder + "facts.js"

// digits write the place of an option as one letter.
const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// factsFile lists the file of the answers of all regions, by facet. It holds
// no words, so that it serves every language.
func factsFile(a *profile.Atlas) output.Files {
	return output.List(
		output.File{Address: factsAddress, Content: func() any { return factsOf(a) }},
	)
}

// facts is what the script of the finder reads. It encodes itself.
type facts struct {
	Regions [][3]string `json:"regions"` // code, name, code of the country; by code
	Facets  []answers   `json:"facets"`
}

// answers is one facet: k its key, t its kind, o the keys of its options. Of one
// answer v has a letter for each region, or a number where letters run out; of many
// h has the places of the regions for each option, and s those of the silent; of
// numbers n has one for each region, null when not reported.
type answers struct {
	Key     string   `json:"k"`
	Kind    string   `json:"t"`
	Options []string `json:"o,omitempty"`
	Unknown int      `json:"u"` // place of the option of those that do not report; -1
	One     any      `json:"v,omitempty"`
	Has     [][]int  `json:"h,omitempty"`
	Silent  []int    `json:"s,omitempty"`
	Numbers []any    `json:"n,omitempty"`
}

func factsOf(a *profile.Atlas) facts {
	var f facts
	for _, r := range a.Regions() {
		f.Regions = append(f.Regions, [3]string{r.Code, r.Name, r.Country.Code})
	}
	for _, facet := range a.Facets() {
		f.Facets = append(f.Facets, answersOf(facet))
	}
	return f
}

func answersOf(f profile.Facet) answers {
	a := answers{Key: f.Key, Kind: f.Kind.String(), Unknown: -1}
	for i, o := range f.Options {
		a.Options = append(a.Options, o.Key)
		if o.Unknown {
			a.Unknown = i
		}
	}
	switch f.Kind {
	case profile.Between:
		for _, n := range f.Number {
			a.Numbers = append(a.Numbers, orNull(n))
		}
	case profile.AnyOf:
		a.Has, a.Silent = holders(f)
	default:
		a.One = letters(f)
	}
	return a
}

func orNull(n float64) any {
	if math.IsNaN(n) {
		return nil
	}
	return n
}

func holders(f profile.Facet) (has [][]int, silent []int) {
	has = make([][]int, len(f.Options))
	for i := range has {
		has[i] = []int{}
	}
	for place, list := range f.Many {
		for _, o := range list {
			has[o] = append(has[o], place)
		}
		if f.Silent[place] {
			silent = append(silent, place)
		}
	}
	return has, silent
}

// letters has one letter for each region, "-" for one that does not report; where
// there are more options than letters it has their places instead.
func letters(f profile.Facet) any {
	if len(f.Options) > len(digits) {
		return f.One
	}
	text := make([]byte, len(f.One))
	for i, o := range f.One {
		text[i] = '-'
		if o >= 0 {
			text[i] = digits[o]
		}
	}
	return string(text)
}

// Encode writes the facts as a script.
func (f facts) Encode(to io.Writer) error {
	text, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("the facts of the finder cannot be written: %w", err)
	}
	_, err = fmt.Fprintf(to, "atlasFacts(%s)\n", text)
	return err
}

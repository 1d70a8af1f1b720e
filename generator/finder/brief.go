package finder

import (
	"slices"

	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// brief is what a brief on a region and any other needs to know of the region, beyond
// what it says in words. All lists are in the order of its file or of the vocabulary.
type brief struct {
	Known  int                 `json:"n"`           // facts that it reports, of those that a brief rests on
	Silent []string            `json:"e,omitempty"` // sections of which it reports nothing
	Things []thing             `json:"t,omitempty"` // that others name too
	Wanted []wanted            `json:"w,omitempty"`
	Lists  map[string][]string `json:"l,omitempty"` // keys of topics, and of the kinds of what it lists
	Codes  map[string][]coded  `json:"c,omitempty"` // by classification, in the order of the tree
}

// thing is an initiative, a project or an organisation, with the key that it shares.
type thing struct {
	Kind match.TieKind `json:"i"`
	Key  string        `json:"k"`
	Text string        `json:"t"`
	Link string        `json:"a,omitempty"`
}

// wanted is a place where the region names others as partners.
type wanted struct {
	Text    string   `json:"t"`
	Link    string   `json:"a,omitempty"`
	Regions []string `json:"r"` // codes
}

// coded is a code that the region states, or one above it.
type coded struct {
	Code    string `json:"k"`
	Above   string `json:"u,omitempty"`
	Label   string `json:"t,omitempty"`
	Address string `json:"a"`
	Stated  bool   `json:"s,omitempty"`
}

func (c comparer) brief(r *profile.Region) brief {
	out := brief{
		Known: c.shared.Known(r),
		Lists: map[string][]string{},
		Codes: map[string][]coded{},
	}
	for _, s := range region.Sections() {
		if r.Section(s.Key).Empty {
			out.Silent = append(out.Silent, s.Key)
		}
	}
	for _, t := range c.shared.Things(r) {
		out.Things = append(out.Things, thing{t.Kind, t.Key, t.Title, t.Link})
	}
	for _, n := range c.shared.Namings(r) {
		w := wanted{Text: n.Title, Link: n.Link}
		for _, other := range n.Regions {
			w.Regions = append(w.Regions, other.Slug())
		}
		out.Wanted = append(out.Wanted, w)
	}
	for _, t := range r.Topics {
		if t.Listing == profile.Covered {
			out.Lists["topics"] = append(out.Lists["topics"], t.Term.Key)
		}
	}
	for section, kinds := range match.KindsOf(r) {
		if kinds = distinct(kinds); len(kinds) > 0 {
			out.Lists[section] = kinds
		}
	}
	for _, list := range r.Codes {
		for _, code := range list.Codes {
			key := list.Classification.Key
			out.Codes[key] = append(
				out.Codes[key],
				coded{code.Code, list.Classification.Parent(code.Code),
					list.Classification.Labels[code.Code], output.Code(key, code.Code), code.Stated},
			)
		}
	}
	return out
}

// distinct are the keys of a list, each once, without those that are empty.
func distinct(list []string) []string {
	keys := slices.Compact(slices.Sorted(slices.Values(list)))
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}

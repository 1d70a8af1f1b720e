package profile

import (
	"slices"

	"regional-atlas/generator/region"
)

// CodeList is the codes of a region in one classification.
type CodeList struct {
	Classification *region.Classification
	Codes          []Code // with the codes above them, in the order of the tree
	Gap            region.Gap
}

// Code is a code with its place in the tree.
type Code struct {
	Code   string
	Depth  int  // how many codes stand above it
	Stated bool // by the region itself; else it is shown for its place in the tree
}

// Stated lists the codes that the region states itself.
func (l CodeList) Stated() []string {
	var list []string
	for _, c := range l.Codes {
		if c.Stated {
			list = append(list, c.Code)
		}
	}
	return list
}

func codesOf(e *region.Edition, r *region.Region) []CodeList {
	lists := make([]CodeList, len(e.Classifications))
	for i := range e.Classifications {
		c := &e.Classifications[i]
		stated := r.Codes[c.Key]
		lists[i] = CodeList{Classification: c, Gap: r.Gaps[c.Key]}
		for _, code := range withParents(c, stated) {
			lists[i].Codes = append(lists[i].Codes,
				Code{code, len(above(c, code)), slices.Contains(stated, code)})
		}
	}
	return lists
}

// withParents adds the codes above, in the order of the tree.
func withParents(c *region.Classification, codes []string) []string {
	var all []string
	for _, code := range codes {
		for ; code != "" && !slices.Contains(all, code); code = c.Parent(code) {
			all = append(all, code)
		}
	}
	slices.Sort(all)
	return all
}

// above lists the codes above a code, the nearest first.
func above(c *region.Classification, code string) []string {
	var list []string
	for code = c.Parent(code); code != ""; code = c.Parent(code) {
		list = append(list, code)
	}
	return list
}

// CodeUse is who uses a code of a classification.
type CodeUse struct {
	Code   string
	Depth  int
	Above  []string      // codes above it, the nearest first
	Below  []string      // codes right below it that are in use
	Direct []*Region     // state the code itself, by code
	Within []RegionCodes // state only codes below it, by code
}

// RegionCodes is a region with some of its codes.
type RegionCodes struct {
	Region *Region
	Codes  []string
}

// codeUses finds the use of every code of a classification that regions state,
// and of the codes above them, in the order of the tree.
func codeUses(number int, c *region.Classification, regions []*Region) []CodeUse {
	direct, within := map[string][]*Region{}, map[string][]RegionCodes{}
	for _, r := range regions {
		stated := r.Codes[number].Stated()
		below := map[string][]string{}
		for _, code := range stated {
			direct[code] = append(direct[code], r)
			for _, up := range above(c, code) {
				below[up] = append(below[up], code)
			}
		}
		for up, codes := range below {
			if !slices.Contains(stated, up) {
				within[up] = append(within[up], RegionCodes{r, codes})
			}
		}
	}
	var uses []CodeUse
	for _, code := range c.Codes() {
		if len(direct[code])+len(within[code]) == 0 {
			continue
		}
		up := above(c, code)
		uses = append(uses, CodeUse{Code: code, Depth: len(up), Above: up, Direct: direct[code],
			Within: within[code]})
	}
	for i := range uses {
		for _, other := range uses {
			if len(other.Above) > 0 && other.Above[0] == uses[i].Code {
				uses[i].Below = append(uses[i].Below, other.Code)
			}
		}
	}
	return uses
}

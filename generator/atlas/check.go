package atlas

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// check finds the faults of relation: what is wrong only because of another
// file, the map, or the newest statement of the atlas.
func check(edition *region.Edition, regions []*region.Region, newest map[string]int,
	shapes Shapes) []problem.Fault {
	sorted := slices.DeleteFunc(
		slices.Clone(regions),
		func(r *region.Region) bool { return !region.IsCode(r.Code) },
	) // a fault already
	slices.SortFunc(sorted, byClaim)
	twice := codesTwice(sorted)
	faults := append(slices.Clone(twice), addressesTwice(sorted)...)
	for _, r := range sorted {
		faults = append(faults, drawable(r, shapes)...)
		faults = append(faults, exchanged(r, shapes)...)
		if !slices.ContainsFunc(twice, func(f problem.Fault) bool { return f.File == r.File }) {
			faults = append(faults, fileName(r)...)
		}
		faults = append(faults, stale(r, newest, edition)...)
	}
	return append(faults, nearNames(sorted)...)
}

// byClaim orders regions by their right to a code: BE2.md comes before a copy of it.
func byClaim(x, y *region.Region) int {
	distance := func(r *region.Region) int {
		stem := strings.TrimSuffix(path.Base(r.File), ".md")
		switch {
		case stem == r.Code:
			return 0
		case strings.EqualFold(stem, r.Code):
			return 1
		}
		return 2
	}
	return cmp.Or(cmp.Compare(distance(x), distance(y)), strings.Compare(x.File, y.File))
}

func codesTwice(regions []*region.Region) []problem.Fault {
	var faults []problem.Fault
	first := map[string]string{}
	for _, r := range regions {
		if file, taken := first[r.Code]; taken {
			faults = append(faults, problem.Fault{
				File: r.File,
				Key:  "/code",
				Code: problem.CodeTwice,
				What: fmt.Sprintf(
					"the code %s already belongs to %s",
					r.Code,
					file,
				),
				Remedy: "Give one of the two files another code, or remove one.",
			})
			continue
		}
		first[r.Code] = r.File
	}
	return faults
}

// addressesTwice compares former addresses with codes and with each other.
func addressesTwice(regions []*region.Region) []problem.Fault {
	var faults []problem.Fault
	claimed := map[string]string{}
	for _, r := range regions {
		claimed[r.Slug()] = r.File
	}
	for _, r := range regions {
		for i, alias := range r.Aliases {
			slug := region.Slug(alias)
			key := problem.Key("/aliases").Item(i)
			if slug == "" {
				continue // a fault already
			}
			if owner, taken := claimed[slug]; taken && owner == r.File {
				faults = append(faults, problem.Fault{
					File: r.File,
					Key:  key,
					Code: problem.AddressTwice,
					What: fmt.Sprintf(
						"this page has the address regions/%s.html anyway",
						slug,
					),
					Remedy: "Remove this alias.",
				})
				continue
			} else if taken {
				faults = append(faults, problem.Fault{
					File: r.File,
					Key:  key,
					Code: problem.AddressTwice,
					What: fmt.Sprintf(
						"the address regions/%s.html already belongs to %s",
						slug,
						owner,
					),
					Remedy: "Remove the alias here, or the other claim there.",
				})
				continue
			}
			claimed[slug] = r.File
		}
	}
	return faults
}

func drawable(r *region.Region, shapes Shapes) []problem.Fault {
	if r.IsPoint() || shapes.Draws(r.ShapeCode()) {
		return nil
	}
	key := problem.Key("/code")
	if r.Shape.Code != "" {
		key = "/shape/code"
	}
	remedy := "Check the code, or add shape = \"CODE\" to draw another shape, or shape = { lon = 4.4, lat = 50.8 } to draw a point."
	if near := shapes.Nearby(r.ShapeCode()); len(near) > 0 {
		remedy += fmt.Sprintf(" The map can draw %s.", strings.Join(near[:min(len(near), 8)], ", "))
	}
	return []problem.Fault{{File: r.File, Key: key, Code: problem.NoShape,
		What: fmt.Sprintf("the map has no shape for %s", r.ShapeCode()), Remedy: remedy}}
}

// exchanged finds a point whose longitude is its latitude: it lies far from its
// country, and the other way round in it.
func exchanged(r *region.Region, shapes Shapes) []problem.Fault {
	lon, lat := r.Shape.Lon, r.Shape.Lat
	if !r.IsPoint() || shapes.IsNear(r.Country(), lon, lat) ||
		!shapes.IsNear(r.Country(), lat, lon) {
		return nil
	}
	return []problem.Fault{{File: r.File, Key: "/shape", Code: problem.OutOfBounds,
		What:   "lon and lat are exchanged: the point lies far from its country",
		Remedy: fmt.Sprintf("Write { lon = %v, lat = %v } (lon is east, lat north).", lat, lon)}}
}

func fileName(r *region.Region) []problem.Fault {
	if stem := strings.TrimSuffix(path.Base(r.File), ".md"); strings.EqualFold(stem, r.Code) {
		return nil
	}
	return []problem.Fault{
		{
			File:    r.File,
			Key:     "/code",
			Code:    problem.FileName,
			Warning: true,
			What: fmt.Sprintf(
				"the name of this file is not its region's code, %s",
				r.Code,
			),
			Remedy: fmt.Sprintf("Rename it to %s.md, so that everybody finds it.", r.Code),
		},
	}
}

// StaleAfter is how many years a figure may lie behind the newest of its indicator.
const StaleAfter = 5

func stale(r *region.Region, newest map[string]int, edition *region.Edition) []problem.Fault {
	var faults []problem.Fault
	for _, indicator := range edition.Indicators {
		year, old := staleYear(r, indicator.Key, newest[indicator.Key])
		if !old {
			continue
		}
		faults = append(
			faults,
			problem.Fault{
				File:    r.File,
				Key:     problem.Key("/figures").Field(indicator.Key),
				Code:    problem.Stale,
				Warning: true,
				What: fmt.Sprintf(
					"the newest %s is of %d, %d years before the newest of another region",
					strings.ToLower(indicator.Label()),
					year,
					newest[indicator.Key]-year,
				),
				Remedy: "Look for a newer value; if there is none, leave it.",
			},
		)
	}
	return faults
}

// staleYear is the year of the newest figure of an indicator, and whether it
// lies too far behind.
func staleYear(r *region.Region, indicator string, newest int) (year int, old bool) {
	latest := Latest(r, indicator)
	if len(latest) == 0 || latest[0].Year == 0 {
		return 0, false
	}
	return latest[0].Year, latest[0].Year < newest-StaleAfter
}

// nearNames warns of English names that differ by a slip. Names are compared
// within groups that share their first or last letters, so that a large atlas
// does not compare every pair.
func nearNames(regions []*region.Region) []problem.Fault {
	type seen struct{ name, folded, file string }
	groups := map[string][]seen{}
	found := map[string]problem.Fault{}
	for _, r := range regions {
		if r.Name == "" {
			continue // a fault already
		}
		folded := fold.Text(r.Name)
		for _, group := range nameGroups(folded) {
			for _, other := range groups[group] {
				if !alike(folded, other.folded) {
					continue
				}
				found[r.File+"\x00"+other.file] = problem.Fault{
					File:    r.File,
					Key:     "/name",
					Code:    problem.NearNames,
					Warning: true,
					What:    sameName(r.Name, other.name, other.file),
					Remedy:  "Make sure that both names are right.",
				}
			}
			groups[group] = append(groups[group], seen{r.Name, folded, r.File})
		}
	}
	var faults []problem.Fault
	for _, pair := range slices.Sorted(maps.Keys(found)) {
		faults = append(faults, found[pair])
	}
	return faults
}

func sameName(name, other, file string) string {
	if name == other {
		return fmt.Sprintf("this region has the same name as %s, %s", file, problem.Quote(name))
	}
	return fmt.Sprintf("the name %s is almost that of %s, %s", problem.Quote(name), file,
		problem.Quote(other))
}

func nameGroups(folded string) []string {
	letters := []rune(folded)
	const share = 4
	if len(letters) < 2*share {
		return []string{"whole:" + folded}
	}
	return []string{"start:" + string(letters[:share]), "end:" +
		string(letters[len(letters)-share:])}
}

// alike holds for equal names, folded, and for those that differ in one letter.
func alike(a, b string) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return letters(a) <= 1 && letters(b) <= 1
}

// letters counts the letters that a part of a text touches; the part may begin
// or end inside one.
func letters(part string) int {
	n := 0
	for i := range len(part) {
		if i == 0 || utf8.RuneStart(part[i]) {
			n++
		}
	}
	return n
}

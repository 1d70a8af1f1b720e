package atlas

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Superseded warns of codes that the edition of NUTS which a region names does not have
// any more, or that a newer one dropped where a region names no edition. What became of
// the code is said, and it is said too where the map cannot draw it: faults are those
// found so far.
func Superseded(regions []*region.Region, changes *nuts.Changes,
	faults []problem.Fault) []problem.Fault {
	var found []problem.Fault
	for _, r := range regions {
		for i := range faults {
			if heirs := Heirs(changes, r.ShapeCode()); heirs != "" && faults[i].File == r.File &&
				faults[i].Code == problem.NoShape {
				faults[i].Remedy += " " + heirs
			}
		}
		parts := changes.Became(r.Code)
		if len(parts) == 0 {
			continue
		}
		if edition := parts[0].Edition; r.NUTSVersion == 0 || r.NUTSVersion >= edition {
			found = append(found, problem.Fault{File: r.File, Key: "/code",
				Code: problem.Superseded, Warning: true,
				What: fmt.Sprintf("NUTS %d has no code %s", edition, r.Code),
				Remedy: Heirs(changes,
					r.Code) +
					" Take the new code, or write the edition that the code is of, such as nuts_version = " +
					fmt.Sprint(before(edition)) + "."})
		}
	}
	return append(faults, found...)
}

// Heirs says which codes of today have the people of one that NUTS dropped, the largest
// share first; "" for a code that is still there, and for one that never was.
func Heirs(changes *nuts.Changes, code string) string {
	parts := changes.Heirs(code)
	if len(parts) == 0 {
		return ""
	}
	const most = 4
	var list []string
	edition := 0
	for _, p := range parts {
		edition = max(edition, p.Edition)
		if percent := int(math.Round(100 * p.Share)); percent > 0 && len(list) < most {
			list = append(list, fmt.Sprintf("%s has %d %% of its people", p.To, percent))
		}
	}
	return fmt.Sprintf("In NUTS %d %s.", edition, strings.Join(list, ", "))
}

// before is the edition of NUTS before another.
func before(edition int) int {
	for _, older := range slices.Backward(region.NUTSVersions()) {
		if older < edition {
			return older
		}
	}
	return edition
}

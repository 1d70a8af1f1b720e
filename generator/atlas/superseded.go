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
func Superseded(regions []*region.Region, changes *nuts.Changes, faults []problem.Fault) []problem.Fault {
	var found []problem.Fault
	for _, r := range regions {
		parts := changes.Became(r.Code)
		if len(parts) == 0 || keeps(parts, r.Code) {
			continue
		}
		heirs := heirs(parts)
		for i := range faults {
			if faults[i].File == r.File && faults[i].Code == problem.NoShape {
				faults[i].Remedy += " " + heirs
			}
		}
		if edition := parts[0].Edition; r.NUTSVersion == 0 || r.NUTSVersion >= edition {
			found = append(found, problem.Fault{File: r.File, Key: "/code", Code: problem.Superseded, Warning: true,
				What: fmt.Sprintf("NUTS %d has no code %s", edition, r.Code),
				Remedy: heirs + " Take the new code, or write the edition that the code is of, such as nuts_version = " +
					fmt.Sprint(before(edition)) + "."})
		}
	}
	return append(faults, found...)
}

// keeps holds for a code that an edition kept for a part of its people.
func keeps(parts []nuts.Part, code string) bool {
	for _, p := range parts {
		if p.To == code {
			return true
		}
	}
	return false
}

// heirs says which codes have the people of another, the largest share first.
func heirs(parts []nuts.Part) string {
	const most = 4
	var list []string
	for _, p := range parts[:min(most, len(parts))] {
		list = append(list, fmt.Sprintf("%s has %d %% of its people", p.To, int(math.Round(100*p.Share))))
	}
	return fmt.Sprintf("In NUTS %d %s.", parts[0].Edition, strings.Join(list, ", "))
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

package changes

import (
	"maps"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Between lists what is other in a later edition, by region and then in the order of the
// sections of a page.
func Between(before, after Snapshot) []region.Change {
	var list []region.Change
	codes := slices.Concat(
		slices.Collect(maps.Keys(before.Regions)),
		slices.Collect(maps.Keys(after.Regions)),
	)
	slices.Sort(codes)
	for _, code := range slices.Compact(codes) {
		old, had := before.Regions[code]
		now, has := after.Regions[code]
		switch {
		case !had:
			list = append(list, region.Change{Region: code, Kind: region.Added, To: now[nameKey]})
		case !has:
			list = append(
				list,
				region.Change{Region: code, Kind: region.Removed, From: old[nameKey]},
			)
		default:
			list = append(list, ofRegion(code, old, now)...)
		}
	}
	return list
}

// ofRegion lists what is other in one region.
func ofRegion(code string, old, now Facts) []region.Change {
	var list []region.Change
	if old[nameKey] != now[nameKey] {
		list = append(
			list,
			region.Change{Region: code, Kind: region.Renamed, From: old[nameKey], To: now[nameKey]},
		)
	}
	for _, s := range region.Sections() {
		before, after := section(old, s.Key), section(now, s.Key)
		keys := slices.Concat(slices.Collect(maps.Keys(before)), slices.Collect(maps.Keys(after)))
		slices.Sort(keys)
		var changed []region.Change
		for _, key := range slices.Compact(keys) {
			from, had := before[key]
			to, has := after[key]
			if had && has && from == to {
				continue
			}
			changed = append(
				changed,
				region.Change{Region: code, Section: s.Key, Key: key, From: from, To: to,
					Kind: kindOf(s.Key, had, has)},
			)
		}
		list = append(list, renamed(changed)...)
	}
	return list
}

// section are the facts of one section, by key.
func section(facts Facts, name string) Facts {
	found := Facts{}
	for place, value := range facts {
		if key, inside := strings.CutPrefix(place, name+"/"); inside {
			found[key] = value
		}
	}
	return found
}

// isList holds for sections whose facts are entries: one that was not there is new, and
// not an answer that is now known.
func isList(section string) bool {
	switch section {
	case "figures", "memberships", "collaboration", "strategy", "evaluation":
		return false
	}
	return true
}

func kindOf(section string, had, has bool) string {
	switch {
	case had && has && section == "figures":
		return region.Corrected // of the same year
	case had && has:
		return region.Changed
	case has && isList(section):
		return region.Added
	case has:
		return region.Answered
	case isList(section):
		return region.Removed
	}
	return region.Withdrawn
}

// renamed makes one change of an entry that went and one much like it that came: a
// mended spelling is neither a loss nor news.
func renamed(list []region.Change) []region.Change {
	var added []string
	for _, c := range list {
		if c.Kind == region.Added {
			added = append(added, c.Key)
		}
	}
	var kept []region.Change
	taken := map[string]bool{}
	for _, c := range list {
		if c.Kind == region.Removed {
			near := problem.Nearest(
				c.Key,
				slices.DeleteFunc(slices.Clone(added), func(k string) bool { return taken[k] }),
			)
			if near != "" {
				taken[near] = true
				c = region.Change{
					Region:  c.Region,
					Section: c.Section,
					Key:     near,
					Kind:    region.Renamed,
					From:    c.Key,
					To:      near,
				}
			}
		}
		kept = append(kept, c)
	}
	return slices.DeleteFunc(
		kept,
		func(c region.Change) bool { return c.Kind == region.Added && taken[c.Key] },
	)
}

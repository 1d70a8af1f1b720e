package phrase

import (
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// Level says what a region is by its level of NUTS.
func Level(w *words.Language, r *profile.Region) string {
	switch {
	case r.Level == 0:
		return w.Say("region.level.country")
	case r.Level == region.OwnLevel:
		return w.Say("region.level.own")
	case r.Shape.Larger:
		return w.Say("region.level.part", "level", r.Level)
	}
	return w.Say("region.level", "level", r.Level)
}

// Status says the answer for a network: a status, or where the network places the
// region.
func Status(w *words.Language, m *profile.Membership) string {
	if m.Category != nil {
		return m.Category.Name
	}
	return w.Say("status." + m.Status)
}

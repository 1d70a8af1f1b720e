package carto

import (
	"fmt"
	"slices"
	"strings"
)

// striped is what stands before the name of a shade that has stripes: the colour alone
// tells too few classes apart.
const striped = "q"

// hues lists the shades of categories, which are no ranks: first colours, then the same
// with stripes.
func hues() []string {
	plain := []string{"k2", "k0", "c2", "k1", "c0", "c4"}
	list := slices.Clone(plain)
	for _, shade := range plain {
		list = append(list, striped+shade)
	}
	return list
}

// rankShade is the shade of one of n classes in their order, the first being the darkest:
// few are spread over all shades, so that they differ most, and where there are more than
// shades every other one has stripes.
func rankShade(class, n int) string {
	switch {
	case n == 1:
		return "c0"
	case n <= mostClasses:
		return fmt.Sprintf("c%d", class*(mostClasses-1)/(n-1))
	}
	const all = 2 * mostClasses
	place := min(class, all-1)
	if n <= all {
		place = class * (all - 1) / (n - 1)
	}
	if place%2 == 1 {
		return fmt.Sprintf("%sc%d", striped, place/2)
	}
	return fmt.Sprintf("c%d", place/2)
}

// Stripe is a pattern of stripes on a map.
type Stripe struct {
	Shade string // its name, and its id
	Plain string // the shade below the stripes
}

// stripesOf lists those of some views.
func stripesOf(views []view) []Stripe {
	var list []Stripe
	for i := range views {
		for class := range views[i].classes {
			shade := views[i].shade(class)
			plain, has := strings.CutPrefix(shade, striped)
			if s := (Stripe{shade, plain}); has && !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}

// ViewStripes are the stripes of the colouring with a number.
type ViewStripes struct {
	Number  int
	Stripes []Stripe
}

// stripes lists those of all views; maps of one view have number 0.
func (m *Maps) stripes() []ViewStripes {
	var single []view
	for i := range m.atlas.Edition().Networks {
		v, _ := m.answerClasses(&m.atlas.Edition().Networks[i])
		single = append(single, v)
	}
	if !m.scene.aggregated {
		for i := range m.atlas.Edition().Indicators {
			single = append(single, m.figureView(m.scene, i))
		}
	}
	var list []ViewStripes
	for n := range m.scene.views {
		views := m.scene.views[n : n+1]
		if n == 0 {
			views = append(single, views...)
		}
		if stripes := stripesOf(views); len(stripes) > 0 {
			list = append(list, ViewStripes{n, stripes})
		}
	}
	return list
}

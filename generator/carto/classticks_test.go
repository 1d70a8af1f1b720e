package carto

import (
	"testing"

	"regional-atlas/generator/geometry"
)

// An axis of classes names them all, in two lines where one has no room, and no label
// lies on another; only where two lines are too few it names the ends.
func TestClassAxisNamesAllClasses(t *testing.T) {
	for _, c := range []struct {
		groups []string // best first
		most   int
		lines  int
		named  int
	}{
		{[]string{"High", "Mid", "Low"}, 3, 1, 3},
		{[]string{"Leader", "Strong", "Moderate", "Modest or Emerging"}, 12, 2, 4},
		{[]string{"Leader", "Strong"}, 2, 1, 2},
		{[]string{"A very long name of a class", "Another very long name of one", "And one more of that kind", "The last of them all"}, 4, 1, 2},
	} {
		scale := geometry.Scale{Low: 1, High: float64(c.most)}
		list := classTicks(c.groups, scale)
		if len(list) != c.named || lineOf(list) != c.lines*axisHeight {
			t.Errorf("%v: %+v in %d lines", c.groups, list, lineOf(list)/axisHeight)
		}
		if list[0].Label != c.groups[len(c.groups)-1] || list[len(list)-1].Label != c.groups[0] {
			t.Errorf("%v: the order is %+v", c.groups, list)
		}
		free := map[int]int{}
		for _, tick := range list {
			width := labelWidth * len(tick.Label)
			from := map[string]int{"start": tick.X, "middle": tick.X - width/2, "end": tick.X - width}[tick.Anchor]
			if c.named == len(c.groups) && from < free[tick.Up] {
				t.Errorf("%v: %s lies on the label before it", c.groups, tick.Label)
			}
			free[tick.Up] = from + width
		}
	}
	if classTicks(nil, geometry.Scale{Low: 1, High: 2}) != nil {
		t.Error("no class has a name")
	}
}

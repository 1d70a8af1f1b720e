package region

import (
	"slices"
	"testing"
)

// A total is counted in whole numbers.
func TestTotalsAreWhole(t *testing.T) {
	for value, faults := range map[float64]int{2.6: 1, 26: 0} {
		e := &Edition{Indicators: []Indicator{{Term: Term{Key: "people", Name: "People"}, Kind: Total}}}
		c := &checker{collector: collector{file: "A.md"}, edition: e, today: Date{2026, 11, 21}}
		c.number(e.Indicators[0], Figure{Value: Value{Number: value, Given: true}}, top)
		if len(c.faults) != faults {
			t.Errorf("%v: %v", value, c.faults)
		}
	}
}

// The main indicators are those that are called so, or all.
func TestMainIndicators(t *testing.T) {
	e := &Edition{Indicators: []Indicator{{Term: Term{Key: "a"}}, {Term: Term{Key: "b"}}, {Term: Term{Key: "c"}}}}
	if got := e.MainIndicators(); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("without a main one: %v", got)
	}
	e.Indicators[0].Main, e.Indicators[2].Main = true, true
	if got := e.MainIndicators(); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("with two main ones: %v", got)
	}
	r := &Region{Figures: map[string][]Figure{"b": {{Value: Value{Number: 1, Given: true}}}}}
	i := slices.IndexFunc(Sections(), func(s Section) bool { return s.Key == "figures" })
	if s := Sections()[i]; s.Answered(r, e) != 0 || s.Expected(e) != 2 || s.Reported(r) != 1 {
		t.Errorf("%d of %d main ones, %d in all", s.Answered(r, e), s.Expected(e), s.Reported(r))
	}
}

package region

import "testing"

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

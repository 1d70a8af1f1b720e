package intake

import (
	"testing"

	"regional-atlas/generator/region"
)

// A number far from all others of its series is asked about, never written: a
// mark may have been misread. One year that is near is enough to trust it.
func TestFar(t *testing.T) {
	number := func(values ...float64) (series []region.Figure) {
		for i, v := range values {
			series = append(series, region.Figure{Value: region.Value{Number: v, Given: true}, Year: 2010 + i})
		}
		return series
	}
	for _, test := range []struct {
		have []float64
		want float64
		far  bool
	}{
		{nil, 1234, false}, {[]float64{2_544_806}, 1234, true}, {[]float64{2_544_806}, 2_600_000, false},
		{[]float64{1234}, 2_544_806, true}, {[]float64{1234, 2_000_000}, 2_544_806, false}, {[]float64{20}, 199, false}, {[]float64{20}, 200, true},
	} {
		if got := far(number(test.have...), number(test.want)[0]); got != test.far {
			t.Errorf("%v beside %v: far %v", test.want, test.have, got)
		}
	}
	if far(number(5), region.Figure{Status: region.NotReported}) {
		t.Error("what is not reported is not far")
	}
}

// A total is counted in whole numbers.
func TestTotalsHaveNoFraction(t *testing.T) {
	total := region.Indicator{Term: region.Term{Key: "population", Name: "Population"}, Kind: region.Total}
	if _, doubt := readNumber("2,6", total); doubt != "Population is counted in whole numbers, so it cannot be 2.6" {
		t.Errorf("got %q", doubt)
	}
	if value, doubt := readNumber("6,596,233", total); value != 6_596_233 || doubt != "" {
		t.Errorf("got %v, %q", value, doubt)
	}
}

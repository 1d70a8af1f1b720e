package atlas

import (
	"fmt"
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

func TestLatestAndEarlier(t *testing.T) {
	part := func(n float64, year int, name string) region.Figure {
		f := figure(n, year)
		f.Part = name
		return f
	}
	for name, c := range map[string]struct {
		series          []region.Figure
		latest, earlier string
	}{
		"nothing":        {nil, "", ""},
		"not reported":   {[]region.Figure{{Status: region.NotReported}, {Year: 2030, Status: region.NotReported}}, "", ""},
		"one":            {[]region.Figure{figure(1, 2019)}, "1@2019", ""},
		"no year":        {[]region.Figure{figure(1, 0)}, "1@0", ""},
		"newest":         {[]region.Figure{figure(1, 2017), figure(3, 2021), figure(2, 2019)}, "3@2021", "2@2019 1@2017"},
		"year or none":   {[]region.Figure{figure(1, 2017), figure(2, 0)}, "1@2017", "2@0"},
		"tie":            {[]region.Figure{figure(1, 2019), figure(2, 2019)}, "2@2019", "1@2019"},
		"parts":          {[]region.Figure{part(1, 2021, "a"), part(2, 2021, "b"), part(3, 2019, "c")}, "1@2021a 2@2021b", "3@2019c"},
		"parts tie":      {[]region.Figure{part(1, 2021, "a"), part(2, 2021, "b"), part(3, 2021, "a")}, "3@2021a 2@2021b", "1@2021a"},
		"same again":     {[]region.Figure{figure(1, 2019), figure(1, 2019)}, "1@2019", ""},
		"given and not":  {[]region.Figure{{Year: 2025, Status: region.NotReported}, figure(1, 2019)}, "1@2019", ""},
		"tie of earlier": {[]region.Figure{figure(1, 2017), figure(2, 2017), figure(3, 2020)}, "3@2020", "1@2017 2@2017"},
	} {
		r := &region.Region{Figures: map[string][]region.Figure{"x": c.series}}
		if latest, earlier := written(Latest(r, "x")), written(Earlier(r, "x")); latest != c.latest || earlier != c.earlier {
			t.Errorf("%s: latest %q, earlier %q, want %q, %q", name, latest, earlier, c.latest, c.earlier)
		}
	}
	if Latest(&region.Region{}, "x") != nil || Earlier(&region.Region{}, "x") != nil {
		t.Error("a region without figures has some")
	}
}

func written(series []region.Figure) string {
	var out []string
	for _, f := range series {
		out = append(out, fmt.Sprintf("%v@%d%s", f.Value.Number, f.Year, f.Part))
	}
	return strings.Join(out, " ")
}

func TestGroup(t *testing.T) {
	for word, want := range map[string]string{"": "", "Strong +": "Strong", "Moderate -": "Moderate", "Leader −": "Leader", "Leader": "Leader"} {
		if got := Group(word); got != want {
			t.Errorf("Group(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestNewestYearCountsValuesOnly(t *testing.T) {
	r := at("BE1")
	r.Figures = map[string][]region.Figure{"a": {figure(1, 2019), {Year: 2040}}, "b": {figure(1, 2020)}}
	other := at("BE2")
	other.Figures = map[string][]region.Figure{"a": {figure(1, 2017)}}
	newest := newestYears([]*region.Region{r, other})
	if newest["a"] != 2019 || newest["b"] != 2020 || len(newestYears(nil)) != 0 {
		t.Errorf("%v: the newest of each indicator counts values only", newest)
	}
}

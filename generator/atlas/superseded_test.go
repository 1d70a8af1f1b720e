package atlas

import (
	"strings"
	"testing"

	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

const changes = `from_version,to_version,level,from_code,to_code,population_share
2013,2016,2,PL12,PL91,0.548
2013,2016,2,PL12,PL92,0.452
2013,2016,2,LT00,LT00,0.7
2013,2016,2,LT00,LT01,0.3
`

func TestSupersededCodesNameTheirHeirs(t *testing.T) {
	table, err := nuts.Read([]byte(changes))
	if err != nil {
		t.Fatal(err)
	}
	said := func(code string, edition int) []problem.Fault {
		return Superseded([]*region.Region{{File: code + ".md", Code: code, NUTSVersion: edition}}, table, nil)
	}
	for _, edition := range []int{0, 2016, 2021} {
		faults := said("PL12", edition)
		if len(faults) != 1 || !faults[0].Warning || faults[0].What != "NUTS 2016 has no code PL12" ||
			!strings.Contains(faults[0].Remedy, "PL91 has 55 % of its people, PL92 has 45 % of its people") ||
			!strings.Contains(faults[0].Remedy, "nuts_version = 2013") {
			t.Errorf("edition %d: %+v", edition, faults)
		}
	}
	for code, edition := range map[string]int{"PL12": 2013, "LT00": 2021, "BE2": 2021} {
		if faults := said(code, edition); len(faults) > 0 {
			t.Errorf("%s of %d: %+v", code, edition, faults)
		}
	}
	undrawn := []problem.Fault{{File: "PL12.md", Code: problem.NoShape, Remedy: "Check the code."}}
	got := Superseded([]*region.Region{{File: "PL12.md", Code: "PL12", NUTSVersion: 2013}}, table, undrawn)
	drawnAs := []*region.Region{{File: "PL9.md", Code: "PL9", Shape: region.Shape{Code: "PL12"}}}
	if got := Superseded(drawnAs, table, []problem.Fault{{File: "PL9.md", Code: problem.NoShape, Remedy: "Check."}}); len(got) != 1 ||
		!strings.Contains(got[0].Remedy, "Check. In NUTS 2016 PL91 has") {
		t.Errorf("a shape that is not drawn: %+v", got)
	}
	if len(got) != 1 || !strings.Contains(got[0].Remedy, "Check the code. In NUTS 2016 PL91") {
		t.Errorf("a code that is not drawn: %+v", got)
	}
}

package generator_test

import (
	"os"
	"testing"

	"regional-atlas/generator"
	"regional-atlas/generator/region"
)

// The folder of regions of this atlas belongs to its editors. Whatever they
// write, it must be without fault and make a site in which every link leads
// somewhere, on any day: nothing else of it is tested here.
func TestThisAtlasMakesASite(t *testing.T) {
	t.Parallel()
	in := inputOf(os.DirFS("../regions"))
	in.Today = region.Date{Year: 2100, Month: 1, Day: 1}
	report, err := generator.Build(in, generator.Target{Out: t.TempDir() + "/public"})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		if !p.Warning {
			t.Errorf("regions/%s:%d:%d: %s %s", p.File, p.Line, p.Col, p.What, p.Remedy)
		}
	}
}

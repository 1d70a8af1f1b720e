// Package regionfiles has no code, and one test: of the region files of this
// atlas, which belong to their editors. It stands by itself, so that nothing else
// is tested again when an editor has changed a fact.
package regionfiles

import (
	"os"
	"path/filepath"
	"testing"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/region"
	"regional-atlas/layouts"
)

// Whatever editors write, it must be without fault and make a site in which every
// link leads somewhere, on any day. Nothing else of it is tested here.
func TestTheRegionFilesMakeASite(t *testing.T) {
	in := generator.Input{Regions: os.DirFS("../../regions"), Layouts: layouts.Files, Assets: assets.Files,
		Today: region.Date{Year: 2100, Month: 1, Day: 1}}
	report, err := generator.Build(in, generator.Target{Out: filepath.Join(t.TempDir(), "public"), Rehearse: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		if !p.Warning {
			t.Errorf("regions/%s:%d:%d: %s. %s", p.File, p.Line, p.Col, p.What, p.Remedy)
		}
	}
}

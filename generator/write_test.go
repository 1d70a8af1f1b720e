package generator_test

import (
	"testing"

	"regional-atlas/generator"
)

// buildInto builds a site of data without faults into a folder.
func buildInto(t testing.TB, in generator.Input, out string) {
	t.Helper()
	report, err := generator.Build(in, generator.Target{Out: out})
	if err != nil || report.Atlas == nil {
		t.Fatal(err, report.Problems)
	}
}

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/region"
	"regional-atlas/layouts"
)

func made(t testing.TB, n int) (folder string, in generator.Input) {
	t.Helper()
	folder = t.TempDir()
	if err := synthetic("../../regions", folder, n); err != nil {
		t.Fatal(err)
	}
	return folder, generator.Input{Regions: os.DirFS(folder), Layouts: layouts.Files, Assets: assets.Files, Today: region.Date{Year: 2026, Month: 12, Day: 1}}
}

func model(t testing.TB, in generator.Input) *generator.Model {
	t.Helper()
	draft, err := generator.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	model, problems, err := draft.Check(in, true)
	if err != nil || model == nil {
		t.Fatal(err, problems)
	}
	return model
}

func TestMadeRegionsAreWithoutFault(t *testing.T) {
	const n = 100
	_, in := made(t, n)
	if got := len(model(t, in).Atlas.Entries()); got != n {
		t.Errorf("%d regions, want %d", got, n)
	}
}

func TestMadeRegionsAreTheSameEveryTime(t *testing.T) {
	first, _ := made(t, 40)
	second, _ := made(t, 41)
	for i := range 40 {
		a, errA := os.ReadFile(filepath.Join(first, codeOf(i)+".md"))
		b, errB := os.ReadFile(filepath.Join(second, codeOf(i)+".md"))
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("region %d differs from one time to the other: %v, %v", i, errA, errB)
		}
	}
}

func TestCodesAndNamesAreOneEach(t *testing.T) {
	codes, names := map[string]int{}, map[string]int{}
	for i := range mostRegions {
		if code := codeOf(i); !region.IsNUTS(code) {
			t.Fatalf("%s, of region %d, is no code", code, i)
		}
		if other, found := codes[codeOf(i)]; found {
			t.Fatalf("regions %d and %d have the code %s", other, i, codeOf(i))
		}
		if other, found := names[nameOf(i)]; found {
			t.Fatalf("regions %d and %d have the name %s", other, i, nameOf(i))
		}
		codes[codeOf(i)], names[nameOf(i)] = i, i
	}
}

func TestScaled(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`  { value = 6_596_233, year = 2019 },`, `  { value = 5276986, year = 2019 },`},
		{`  { value = 20.20, source = "x" },`, `  { value = 16.16, source = "x" },`},
		{`  { value = "Strong +", year = 2019 },`, `  { value = "Strong +", year = 2019 },`},
	} {
		if got := scaled(c.line, 41); got != c.want {
			t.Errorf("%s became %s, want %s", c.line, got, c.want)
		}
	}
}

func TestVaryKeepsTheShapeOfThePattern(t *testing.T) {
	text, err := os.ReadFile("../../regions/BE2.md")
	if err != nil {
		t.Fatal(err)
	}
	got := vary(string(text), "PL0ZZ", 7)
	if want := strings.Count(string(text), "\n") + 1; strings.Count(got, "\n") != want { // one line more: the shape
		t.Errorf("%d lines, want %d", strings.Count(got, "\n"), want)
	}
	for _, want := range []string{"+++\ncode = \"PL0ZZ\"\n", "name = \"" + nameOf(7) + "\"\nshape = {", "\n+++\n\n" + nameOf(7) + " has about"} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %q", want)
		}
	}
}

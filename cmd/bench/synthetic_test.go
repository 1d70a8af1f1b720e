package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func made(t *testing.T, n int) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := synthetic(patterns, folder, n); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestMadeRegionsAreWithoutFault(t *testing.T) {
	const n = 100
	list, err := pages(made(t, n))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for p := range list {
		if p.layout == "region" {
			found++
		}
	}
	if found != n {
		t.Errorf("%d pages of regions, want %d", found, n)
	}
}

// The site of the profile is a whole one.
func TestBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	if err := build(made(t, 2), out); err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		page := filepath.Join(out, "regions", strings.ToLower(codeOf(i))+".html")
		if _, err := os.Stat(page); err != nil {
			t.Error(err)
		}
	}
}

func TestKindsAreMeasured(t *testing.T) {
	var out strings.Builder
	if err := kinds(&out, made(t, 2)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ms a page", "index", "region  ", "map.svg"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
}

func TestMadeRegionsAreTheSameEveryTime(t *testing.T) {
	first := made(t, 40)
	second := made(t, 41)
	for i := range 40 {
		a, errA := os.ReadFile(filepath.Join(first, codeOf(i)+".md"))
		b, errB := os.ReadFile(filepath.Join(second, codeOf(i)+".md"))
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("region %d differs from one time to the other: %v, %v", i, errA, errB)
		}
	}
}

func TestCodesAndNamesAreOneEach(t *testing.T) {
	nuts := regexp.MustCompile(`^[A-Z]{2}[0-9A-Z]{3}$`)
	codes, names := map[string]int{}, map[string]int{}
	for i := range mostRegions {
		if code := codeOf(i); !nuts.MatchString(code) {
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
	text, err := os.ReadFile(patterns + "/BE2.md")
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

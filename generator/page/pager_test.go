package page

import (
	"fmt"
	"slices"
	"testing"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// A pager names few parts of any list, and from each part every other is few
// clicks away.
func TestStepsAreFewAndReachAll(t *testing.T) {
	for _, n := range []int{2, 9, 10, 11, 40, 400, 4000, 40_000} {
		for _, number := range []int{0, 1, n / 3, n / 2, n - 2, n - 1} {
			list := steps(number, n)
			if len(list) > 15 || list[0] != 0 || list[len(list)-1] != n-1 || !slices.Contains(list, number) || !slices.IsSorted(list) {
				t.Errorf("part %d of %d: %v", number, n, list)
			}
			if number+1 < n && !slices.Contains(list, number+1) {
				t.Errorf("part %d of %d does not lead on to the next: %v", number, n, list)
			}
		}
	}
	away, all := map[int]int{0: 0}, []int{0}
	for i := 0; i < len(all); i++ {
		for _, next := range steps(all[i], 4000) {
			if _, known := away[next]; !known {
				away[next] = away[all[i]] + 1
				all = append(all, next)
			}
		}
	}
	if len(all) != 4000 || away[all[len(all)-1]] > 16 {
		t.Errorf("%d parts are reached, the last by %d clicks", len(all), away[all[len(all)-1]])
	}
}

// english is a site without an atlas, for its words.
func english() *Site { return &Site{words: words.English()} }

// entriesNamed makes regions of nothing but a code.
func entriesNamed(codes ...string) []*profile.Region {
	var list []*profile.Region
	for _, code := range codes {
		list = append(list, &profile.Region{Code: code, Name: code, Country: region.Country{Code: code[:2], Name: "in " + code[:2]}})
	}
	return list
}

func codesIn(country string, n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("%s%03X", country, i))
	}
	return list
}

// Countries stay together while they fit, and large ones are cut alone.
func TestSplitByCode(t *testing.T) {
	for _, test := range []struct {
		sizes []int // of countries AA, AB …
		want  []int // rows that parts begin with, and the end
	}{
		{nil, []int{0, 0}},
		{[]int{1}, []int{0, 1}},
		{[]int{4, 4, 2}, []int{0, 10}},
		{[]int{4, 4, 3}, []int{0, 8, 11}},
		{[]int{4, 11, 2}, []int{0, 4, 14, 17}},
		{[]int{25}, []int{0, 10, 20, 25}},
		{[]int{10, 10, 1}, []int{0, 10, 20, 21}},
		{[]int{9, 2, 2, 7, 1}, []int{0, 9, 13, 21}},
	} {
		var codes []string
		for i, n := range test.sizes {
			codes = append(codes, codesIn("A"+string(rune('A'+i)), n)...)
		}
		entries := entriesNamed(codes...)
		parts := splitByCode("x.html", entries, 10)
		var rows []*profile.Region
		for _, x := range parts {
			if x.to-x.from > 10 {
				t.Errorf("%v: a part of %d rows", test.sizes, x.to-x.from)
			}
			rows = append(rows, cut(x, 0, entries)...)
		}
		if got := parts[0].order.starts; !slices.Equal(got, test.want) {
			t.Errorf("%v: parts begin at %v, want %v", test.sizes, got, test.want)
		}
		if !slices.Equal(rows, entries) {
			t.Errorf("%v: rows are lost or doubled", test.sizes)
		}
	}
}

// A pager says which regions a part holds, and leads to every country.
func TestPagerNamesCodesAndCountries(t *testing.T) {
	entries := entriesNamed(slices.Concat(codesIn("AT", 3), codesIn("BE", 25), codesIn("DE", 2))...)
	parts := splitByCode("gaps.html", entries, 10)
	p := english().pager(parts[2])
	if p.Words != "BE00A to BE013, 14 to 23 of 30 regions" || p.Steps[2].Text != "BE00A to BE013" || p.Steps[2].Full != "Page 3: BE00A to BE013" || !p.Steps[2].Current {
		t.Errorf("%q, %+v", p.Words, p.Steps)
	}
	want := []Link{{Text: "in AT", Href: "gaps.html"}, {Text: "in BE", Href: "gaps-page-2.html", Current: true}, {Text: "in DE", Href: "gaps-page-4.html"}}
	if !slices.Equal(p.Countries, want) || p.Contents != nil {
		t.Errorf("countries %+v, contents %+v", p.Countries, p.Contents)
	}
	if p := english().pager(split("x.html", 3000)[5]); p.Words != "1,251 to 1,500 of 3,000 regions" || p.Steps[0].Full != "Page 1" || p.Countries != nil || !p.Steps[1].Gap {
		t.Errorf("a list by rows: %+v", p)
	}
}

// A country can have 47,989 regions at most, for so many codes there are: all
// its pages are then still listed on its first.
func TestContentsOfTheLargestCountry(t *testing.T) {
	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	codes := []string{"BE"}
	for from := 0; len(codes[from]) < 5; from++ {
		for _, d := range digits {
			codes = append(codes, codes[from]+string(d))
		}
	}
	slices.Sort(codes)
	parts := splitByCode("countries/be.html", entriesNamed(codes...), mostRows)
	p := english().pager(parts[0])
	if len(codes) != 1+36+36*36+36*36*36 || len(p.Contents) != len(parts) || len(parts) > 192 || len(p.Steps) > 15 || p.Contents[191].Text != "BEZTJ to BEZZZ" {
		t.Errorf("%d codes in %d parts, %d listed: %+v", len(codes), len(parts), len(p.Contents), p.Contents[len(p.Contents)-1])
	}
	if p := english().pager(parts[1]); p.Contents != nil {
		t.Error("the contents stand on the second page as well")
	}
}

package nuts

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// shipped is the table that the program carries.
func shipped(t *testing.T) *Changes {
	t.Helper()
	data, err := os.ReadFile("../../assets/" + File)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOneRegionOfManyCodes(t *testing.T) {
	c := shipped(t)
	for _, same := range [][]string{
		{"PL11", "PL71"}, {"PL34", "PL84"}, {"PL31", "PL81"}, // renamed in 2016
		{"GR11", "EL11", "EL51"}, {"EL30", "GR30", "EL3"}, // 2010, and again in 2013
		{"ITE1", "ITI1"}, {"FR41", "FRF3"}, {"FR91", "FRA1", "FRY1"},
		{"NL31", "NL35", "NL310"}, {"BE1", "BE10", "BE100"},
		{"EE", "EE0", "EE00"}, {"LT", "LT0", "LT00"}, {"SI", "SI0"}, {"UKN", "UKN0"}, {"FR24", "FRB0", "FRB"},
	} {
		for _, code := range same[1:] {
			if c.Same(code) != c.Same(same[0]) {
				t.Errorf("%s is %s, %s is %s", same[0], c.Same(same[0]), code, c.Same(code))
			}
		}
	}
	for _, other := range [][2]string{
		{"PL12", "PL91"}, {"PL12", "PL92"}, // split
		{"ITD5", "ITH5"}, // won a part of ITE3
		{"UKD5", "UKD7"}, {"UKN1", "UKN0"}, {"PT16", "PT19"}, {"BE2", "BE1"}, {"BE2", "BE21"}, {"PL1", "PL9"},
	} {
		if c.Same(other[0]) == c.Same(other[1]) {
			t.Errorf("%s and %s are both %s", other[0], other[1], c.Same(other[0]))
		}
	}
	if got := new(Changes).Same("PL11"); got != "PL11" {
		t.Errorf("a table without rows makes PL11 %s", got)
	}
}

func TestWhatBecameOfACode(t *testing.T) {
	c := shipped(t)
	for code, want := range map[string]string{
		"PL12": "2016 PL91 0.548, 2016 PL92 0.452", "PT16": "2024 PT19 0.746, 2024 PT1D 0.254",
		"PL11": "2016 PL71 1.000", "BE2": "", "UKM6": "", "": "", "EL11": "2013 EL51 1.000",
	} {
		var parts []string
		for _, p := range c.Became(code) {
			parts = append(parts, fmt.Sprintf("%d %s %.3f", p.Edition, p.To, p.Share))
		}
		if got := strings.Join(parts, ", "); got != want {
			t.Errorf("%s became %s, want %s", code, got, want)
		}
	}
	for code, want := range map[string]string{"PL92": "PL12", "PT19": "PT16", "UKM6": "", "BE2": "", "EL51": "EL11"} {
		var from []string
		for _, p := range c.CameFrom(code) {
			from = append(from, p.From)
		}
		if got := strings.Join(from, ", "); got != want {
			t.Errorf("%s came from %s, want %s", code, got, want)
		}
	}
}

// Whatever code the table has, its name for all editions is found, and stays.
func TestEveryCodeHasOneName(t *testing.T) {
	c := shipped(t)
	for code := range c.from {
		if once := c.Same(code); c.Same(once) != once {
			t.Errorf("%s is %s, and that is %s", code, once, c.Same(once))
		}
	}
	if len(c.from) < 600 {
		t.Errorf("only %d codes", len(c.from))
	}
}

func TestATableOfAnotherForm(t *testing.T) {
	const heads = "a,b,c,d,e,f\n"
	for text, want := range map[string]string{
		heads + "2013,2016,2,PL11,PL71,2\n":      `line 2 of nuts/changes.csv: "2" is no share`,
		heads + "2013,soon,2,PL11,PL71,1\n":      `"soon" is no edition`,
		"a,b\n1,2\n":                             "2 columns, not 6",
		heads + "2013,2016,2,\"PL11,PL71,1\n":    "cannot be read as a table",
		heads + "1,2016,2,A,B,1\n1,2020,2,B,A,1": "",
	} {
		c, err := Read([]byte(text))
		if want == "" && err == nil {
			c.Same("A") // ends, though each became the other
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestCountriesOfOtherStandards(t *testing.T) {
	for code, want := range map[string]string{"GR30": "EL30", "GB": "UK", "EL30": "EL30", "G": "G"} {
		if got := Standard(code); got != want {
			t.Errorf("%s is %s, want %s", code, got, want)
		}
	}
}

// Who has the people of a code is followed through all editions since; a code that a
// newer edition has again was not dropped.
func TestHeirsAreThoseOfToday(t *testing.T) {
	c, err := Read([]byte("from_version,to_version,level,from_code,to_code,population_share\n" +
		"2006,2010,2,AA1,BB1,1\n2010,2013,2,BB1,BB2,0.4\n2010,2013,2,BB1,BB3,0.6\n2013,2016,2,BB3,BB4,0.5\n2013,2016,2,BB3,BB2,0.5\n" +
		"2010,2013,2,CC1,CC2,1\n2016,2021,2,CC2,CC1,0.5\n2016,2021,2,CC2,CC3,0.5\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(c.Heirs("AA1")); got != "[{2016 AA1 BB2 0.7} {2016 AA1 BB4 0.3}]" {
		t.Error(got)
	}
	for _, code := range []string{"CC1", "BB4", "ZZ9"} {
		if got := c.Heirs(code); len(got) > 0 {
			t.Errorf("%s is still there, and has heirs %v", code, got)
		}
	}
}

package words

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		number   float64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {math.Copysign(0, -1), 0, "0"}, {7, 2, "7.00"}, {20.2, 2, "20.20"}, {20.125, 2, "20.125"}, {-1234567.25, 0, "−1,234,567.25"}, {-5, 1, "−5.0"}, {999, 0, "999"}, {1000, 0, "1,000"}, {6596233, 0, "6,596,233"},
		{-1234.5, 0, "−1,234.5"}, {20, 1, "20.0"}, {20.25, 1, "20.25"}, {0.1, 2, "0.10"}, {1e21, 0, "1,000,000,000,000,000,000,000"},
	} {
		if got := English().Number(c.number, c.decimals); got != c.want {
			t.Errorf("Number(%v, %d) = %q, want %q", c.number, c.decimals, got, c.want)
		}
	}
	for n, want := range map[int]string{0: "0", -1: "−1", 1000: "1,000", -12345678: "−12,345,678"} {
		if got := English().Whole(n); got != want {
			t.Errorf("Whole(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	w := English()
	for got, want := range map[string]string{
		w.Day(2026, 11, 21):               "21 November 2026",
		w.Day(2026, 13, 1):                "1 13 2026",
		w.List(nil):                       "",
		w.List([]string{"a"}):             "a",
		w.List([]string{"a", "b", "c"}):   "a, b and c",
		w.Capital("école"):                "École",
		w.Capital(""):                     "",
		w.Inside("Population density"):    "population density",
		w.Inside("European networks"):     "European networks",
		w.Inside("RIS3 strategy"):         "RIS3 strategy",
		w.Inside("A"):                     "a",
		w.Inside(""):                      "",
		w.Say("count.regions", "n", 1):    "1 region",
		w.Say("count.regions", "n", 0):    "0 regions",
		w.Say("count.regions", "n", 1234): "1,234 regions",
		w.Say("no such key"):              "no such key",
		w.Say("map.of", "country", "{x}"): "Map of {x}",
		w.Say("map.of"):                   "Map of {country}",

		w.Say("alike.how.close", "distance", 0.5):        "close (0.5)",
		Of("nl").Say("alike.how.close", "distance", 0.5): "sterk gelijkend (0,5)",
		Of("de").Say("count.regions", "n", 1234):         "1.234 Regionen",
		Of("nl").Say("count.regions", "n", 1):            "1 regio",
		Of("de").Day(2026, 3, 1):                         "1. März 2026",
		Of("nl").Day(2026, 3, 1):                         "1 maart 2026",
		Of("nl").Inside("Europese netwerken"):            "Europese netwerken",
		Of("nl").Inside("Bevolking"):                     "bevolking",
		Of("de").Inside("Bevölkerung"):                   "Bevölkerung",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Every line of a catalogue is read, no key stands twice, and a language that the program
// brings has every sentence of English, with its holes.
func TestCataloguesAreWhole(t *testing.T) {
	english := map[string]Entry{}
	for _, e := range catalogueOf(englishCatalogue) {
		english[e.Key] = e
	}
	for name, catalogue := range map[string]string{"english": englishCatalogue, "dutch": dutchCatalogue, "german": germanCatalogue} {
		list, odd := Entries(catalogue)
		if len(odd) > 0 {
			t.Errorf("%s.toml: lines %v are no entries", name, odd)
		}
		seen := map[string]bool{}
		for _, e := range list {
			if seen[e.Key] {
				t.Errorf("%s.toml:%d: %q stands twice", name, e.Line, e.Key)
			}
			seen[e.Key] = true
			of, known := english[e.Key]
			if !known {
				t.Errorf("%s.toml:%d: nobody says %q", name, e.Line, e.Key)
			}
			if strings.HasPrefix(e.Key, "locale.") {
				continue
			}
			if name != "english" && (e.Of == "" || e.IsStale()) {
				t.Errorf("%s.toml:%d: %q was translated from %q, which is %q now: look at it again", name, e.Line, e.Key, e.Of, of.Text)
			}
			if got, want := Holes(e.Text), Holes(of.Text); !sameNames(got, want) {
				t.Errorf("%s.toml:%d: %q has the holes %v, in English %v", name, e.Line, e.Key, got, want)
			}
		}
		for key := range english {
			if !seen[key] {
				t.Errorf("%s.toml lacks %q", name, key)
			}
		}
	}
}

func sameNames(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// What the rooms ask for is in the catalogue, and the catalogue has nothing that
// nobody asks for. A key that is put together is known by its beginning.
func TestEveryKeyIsSaid(t *testing.T) {
	asked := regexp.MustCompile(`"([a-z][a-z0-9.-]*)"`)
	whole, beginnings := map[string]bool{}, map[string]bool{}
	var files []string
	for _, pattern := range []string{"../*/*.go", "../../layouts/*.html", "../../layouts/*.svg", "../../layouts/parts/*.html"} {
		some, err := filepath.Glob(pattern)
		if err != nil || len(some) < 4 {
			t.Fatal(pattern, len(some), err)
		}
		files = append(files, some...)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") || strings.Contains(file, "/words/") {
			continue
		}
		for _, call := range regexp.MustCompile(`Say\("([^"]+)"( ?\+)?`).FindAllStringSubmatch(string(data), -1) {
			if call[2] == "" && !English().Has(call[1]) {
				t.Errorf("%s asks for %q, which the catalogue lacks", file, call[1])
			}
		}
		for _, call := range regexp.MustCompile(`say "([a-z][^"]*)"`).FindAllStringSubmatch(string(data), -1) {
			if !English().Has(call[1]) {
				t.Errorf("%s asks for %q, which the catalogue lacks", file, call[1])
			}
		}
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			whole[m[1]] = true
			if strings.HasSuffix(m[1], ".") {
				beginnings[m[1]] = true
			}
		}
	}
	for _, e := range catalogueOf(englishCatalogue) {
		if !whole[e.Key] && !isPutTogether(e.Key, beginnings) && !strings.HasPrefix(e.Key, "rank") && !strings.HasPrefix(e.Key, "region.") && !strings.HasPrefix(e.Key, "locale.") {
			t.Errorf("nobody says %q", e.Key)
		}
	}
}

func isPutTogether(key string, beginnings map[string]bool) bool {
	for beginning := range beginnings {
		if strings.HasPrefix(key, beginning) {
			return true
		}
	}
	return false
}

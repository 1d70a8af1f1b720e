package nuts

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestEveryRegionHasAName(t *testing.T) {
	data, err := os.ReadFile("../../assets/" + NamesFile)
	if err != nil {
		t.Fatal(err)
	}
	names, err := ReadNames(data)
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]Name{
		"BE2":   {"Vlaams Gewest", "nl"},
		"BE1":   {"Région de Bruxelles-Capitale/Brussels Hoofdstedelijk Gewest", ""}, // of two languages
		"FRK2":  {"Rhône-Alpes", "fr"},
		"PT16":  {"Centro", "pt"},               // dropped in 2024
		"PT1D":  {"Oeste e Vale do Tejo", "pt"}, // new in 2024
		"FI20":  {"Åland", "sv"},
		"EL5":   {"Βόρεια Ελλάδα", "el"},
		"UKM7":  {"Eastern Scotland", "en"},
		"NO02":  {"Innlandet", "nb"},
		"BE99":  {},
		"DE212": {"München, Kreisfreie Stadt", "de"},
		"BE336": {"Bezirk Verviers — Deutschsprachige Gemeinschaft", "de"},
		"ES513": {"Lleida", ""}, // a region of two languages
		"UKN0A": {"Derry City and Strabane", "en"},
	} {
		if names[code] != want {
			t.Errorf("%s is called %+v, not %+v", code, names[code], want)
		}
	}
	// Every code that an edition made, and none dropped since, has a name.
	changes, unnamed := shipped(t), []string{}
	for code := range changes.to {
		if len(changes.Became(code)) == 0 && names[code] == (Name{}) {
			unnamed = append(unnamed, code)
		}
	}
	slices.Sort(unnamed)
	if want := []string{"UKK24", "UKK25"}; !slices.Equal(unnamed, want) {
		t.Errorf("%v have no name, only %v are known to have none", unnamed, want)
	}
}

func TestNamesOfAnotherForm(t *testing.T) {
	for text, want := range map[string]string{
		"code,name\nBE2,Vlaams Gewest\n":               "line 2 of nuts/names.csv is not a code, a name and a language",
		"code,name,lang\nBE2,,nl\n":                    "line 2 of nuts/names.csv is not",
		"code,name,lang\nBE2,Vlaams,nl\nBE2,Région,\n": "line 3 of nuts/names.csv names BE2 again",
		"code,name,lang\n\"BE2,Vlaams,nl\n":            "cannot be read as a table",
	} {
		if _, err := ReadNames([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

package nuts

import (
	"os"
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
		"BE2":  {"Vlaams Gewest", "nl"},
		"BE1":  {"Région de Bruxelles-Capitale/Brussels Hoofdstedelijk Gewest", ""}, // of two languages
		"FRK2": {"Rhône-Alpes", "fr"},
		"PT16": {"Centro", "pt"},               // dropped in 2024
		"PT1D": {"Oeste e Vale do Tejo", "pt"}, // new in 2024
		"FI20": {"Åland", "sv"},
		"EL5":  {"Βόρεια Ελλάδα", "el"},
		"UKM7": {"Eastern Scotland", "en"},
		"NO02": {"Innlandet", "nb"},
		"BE99": {},
	} {
		if names[code] != want {
			t.Errorf("%s is called %+v, not %+v", code, names[code], want)
		}
	}
	// Every code that an edition since 2021 made has a name.
	for code, parts := range shipped(t).to {
		if len(code) > 4 || names[code] != (Name{}) {
			continue
		}
		if newest := parts[len(parts)-1]; newest.Edition >= 2021 {
			t.Errorf("%s has no name", code)
		}
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

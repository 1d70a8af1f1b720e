package profile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

// The same title in two files is one initiative, however it is written.
func TestInitiativesStandOnce(t *testing.T) {
	one, two := at("BE1"), at("BE2")
	one.Initiatives = []region.Initiative{{Title: "Health Campus", Remark: "here"}, {Title: "Zeta"}}
	two.Initiatives = []region.Initiative{{Title: "health-campus", Kind: "hub", Link: "https://x.example", Partners: []string{"A"}}, {Title: "Health Campus", Remark: "too"}, {Title: "Élan"}}
	var got []string
	for _, x := range made(t, one, two).Initiatives() {
		var who []string
		for _, taking := range x.Regions {
			who = append(who, fmt.Sprintf("%s %v %s", taking.Region.Code, taking.Partners, taking.Remark))
		}
		got = append(got, fmt.Sprintf("%s %s %s: %s", x.Title, x.Kind, x.Link, strings.Join(who, ", ")))
	}
	want := []string{"Élan  : BE2 [] ", "Health Campus hub https://x.example: BE1 [] here, BE2 [A] too", "Zeta  : BE1 [] "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestProgrammesStandOnce(t *testing.T) {
	one, two := at("BE1"), at("BE2")
	one.Represented = []region.Representation{{Title: "BIONIC", Within: "Horizon 2020", Kind: "project"}}
	two.Represented = []region.Representation{{Title: "Bionic", Within: "Horizon 2020"}, {Title: "BIONIC"}}
	list := made(t, one, two).Programmes()
	if len(list) != 2 || codes(list[0].Regions) != "BE1 BE2" || list[0].Kind != "project" || codes(list[1].Regions) != "BE2" {
		t.Errorf("%+v", list)
	}
}

// Names of regions in a text lead to them; what two regions are called, what is
// no name and what is a part of a longer name leads nowhere.
func TestMentions(t *testing.T) {
	flanders, brussels, oulu, twin := at("BE2"), at("BE1"), at("FI1D"), at("PL22")
	flanders.Name, flanders.Also = "Flanders", []string{"Vlaanderen", "EU"}
	brussels.Name, brussels.Also = "Brussels Region", []string{"Brussels"}
	oulu.Name, oulu.Names, oulu.Also = "Northern Ostrobothnia", []region.NativeName{{Name: "Pohjois-Pohjanmaa", Lang: "fi"}}, []string{"Silesia"}
	twin.Name = "Silesia"
	a := made(t, flanders, brussels, oulu, twin)
	for text, want := range map[string]string{
		"":                                  "",
		"with Flanders and Brussels Region": "with |[BE2 Flanders]| and |[BE1 Brussels Region]",
		"Vlaanderen; POHJOIS-POHJANMAA.":    "[BE2 Vlaanderen]|; |[FI1D POHJOIS-POHJANMAA]|.",
		"flanders, EU, Silesia":             "flanders, EU, Silesia",
		"partners in Belgium":               "partners in |[BE Belgium]",
		"Flandersland, Łódź – Brussels’":    "Flandersland, Łódź – |[BE1 Brussels]|’",
	} {
		var got []string
		whole := ""
		for _, m := range a.Mentions(text) {
			whole += m.Text
			switch {
			case m.Region != nil:
				got = append(got, "["+m.Region.Code+" "+m.Text+"]")
			case m.Country != "":
				got = append(got, "["+m.Country+" "+m.Text+"]")
			default:
				got = append(got, m.Text)
			}
		}
		if strings.Join(got, "|") != want || whole != text {
			t.Errorf("%q: got %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

package intake

import (
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/format"
	"regional-atlas/generator/region"
)

// structureEdition has the nine indicators of a table of structure.
func structureEdition(t *testing.T) *region.Edition {
	t.Helper()
	edition := *richEdition(t)
	edition.Indicators = append(slices.Clone(edition.Indicators), []region.Indicator{
		{Term: region.Term{Key: "aged_65", Name: "Aged 65 or older"}, Kind: region.Share, Unit: "%"},
		{Term: region.Term{Key: "median_age", Name: "Median age"}, Kind: region.Ratio, Unit: "years"},
		{Term: region.Term{Key: "life_expectancy", Name: "Life expectancy"}, Kind: region.Ratio, Unit: "years"},
		{Term: region.Term{Key: "tertiary", Name: "Tertiary education"}, Kind: region.Share, Unit: "%"},
		{Term: region.Term{Key: "gdp_head", Name: "GDP per inhabitant"}, Kind: region.Ratio, Unit: "PPS",
			Units: []string{"purchasing power standards per inhabitant"}},
		{Term: region.Term{Key: "rd_head", Name: "R&D spending"}, Kind: region.Ratio, Unit: "euro"},
		{Term: region.Term{Key: "high_tech", Name: "High-tech employment"}, Kind: region.Share, Unit: "%"},
		{Term: region.Term{Key: "services", Name: "Employment in services"}, Kind: region.Share, Unit: "%"},
		{Term: region.Term{Key: "unemployment", Name: "Unemployment"}, Kind: region.Share, Unit: "%"},
	}...)
	return &edition
}

// A long table with several indicators is one call: every value finds its region,
// also under the code of another edition, with its year and source, and what was
// split is said.
func TestATableOfStructure(t *testing.T) {
	regions := folderOf(t, "BE1", "BE2", "DE", "EE", "EL30", "PL71", "PL92", "PT30", "UKN")
	o := Order{Regions: regions, Edition: structureEdition(t), Today: today, Changes: codeChanges(t),
		Source: "eurostat-2017", Title: "Eurostat, as compiled in Regioviz", Link: "https://example.org/regioviz"}
	data := readFile(t, "tables/structure.csv")
	out := taken(t, o, "structure.csv", data)
	if len(out.Faults) > 0 {
		t.Fatal(out.Faults)
	}
	golden(t, "tables/structure.csv.report", reportText(&out.Report))
	for _, c := range out.Changes {
		if n := strings.Count(c.After, `source = "eurostat-2017"`); c.File == "DE.md" || c.File == "PL92.md" {
			if n != 0 || strings.Count(c.After, "eurostat") != 0 {
				t.Errorf("%s cites the table", c.File)
			}
		} else if n < 8 || strings.Count(c.After, "[[sources]]\nkey = \"eurostat-2017\"") != 1 {
			t.Errorf("%s has %d figures of the table", c.File, n)
		}
	}
	if i := slices.IndexFunc(out.Changes, func(c Change) bool { return c.File == "PT30.md" }); i < 0 {
		t.Error("PT30.md does not change")
	} else {
		golden(t, "tables/structure-pt30.diff", format.Diff("PT30.md", out.Changes[i].Before, out.Changes[i].After))
	}
	again(t, o, "structure.csv", data, out)
}

// A name that two indicators may have is asked about.
func TestANameOfTwoIndicators(t *testing.T) {
	o := Order{Regions: folderOf(t, "BE2"), Edition: structureEdition(t), Today: today}
	out := taken(t, o, "t.csv", []byte("code,indicator,year,value\nBE2,Aged 65+,2016,19.5\n"))
	if report := reportText(&out.Report); !strings.Contains(report, `"Aged 65+" may be share65 or aged_65 of atlas.toml`) {
		t.Error(report)
	}
}

package intake

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/nuts"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// codeChanges is the table that the program carries.
func codeChanges(t testing.TB) *nuts.Changes {
	t.Helper()
	data, err := os.ReadFile("../../assets/" + nuts.File)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := nuts.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// folderOf is a folder of regions with no figure at all, each with the keys that
// follow its code behind a bar.
func folderOf(t testing.TB, codes ...string) fstest.MapFS {
	folder := fstest.MapFS{}
	for _, c := range codes {
		code, keys, _ := strings.Cut(c, "|")
		file := strings.ReplaceAll(string(readFile(t, "tables/BE2.md")), `"BE2"`, `"`+code+"\"\n"+keys)
		folder[code+".md"] = &fstest.MapFile{Data: []byte(file)}
	}
	return folder
}

// given lists the figures that an import wrote, in the order of files.
func given(out *Outcome, regions fstest.MapFS) string {
	texts := map[string]string{}
	for _, c := range out.Changes {
		texts[c.File] = c.After
	}
	var list []string
	folder := source.Open(Over(regions, out.Changes))
	for _, file := range slices.Sorted(maps.Keys(texts)) {
		r, _ := folder.Region(file)
		for _, key := range slices.Sorted(maps.Keys(r.Figures)) {
			for _, f := range r.Figures[key] {
				if !f.Value.Given {
					continue
				}
				text := fmt.Sprintf("%s %s %v", r.Code, key, f.Value.Number)
				if f.Value.Word != "" {
					text = fmt.Sprintf("%s %s %s", r.Code, key, f.Value.Word)
				}
				if f.Year != 0 {
					text += fmt.Sprintf(" (%d)", f.Year)
				}
				for _, more := range []string{f.Status, f.Remark} {
					if more != "" {
						text += " " + more
					}
				}
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, "; ")
}

// Nothing beside a value is dropped: it is used, or asked about and the value left
// out.
func TestWhatStandsBesideAValue(t *testing.T) {
	people := Order{Indicator: "population"}
	for _, c := range []struct {
		name, table string
		order       Order
		want        string // the figures written
		told        string // a part of the report
	}{
		{"thousands", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,THS,2024,6821\n", people, "BE2 population 6.821e+06 (2024)", `values in "THS" were multiplied by 1000`},
		{"thousands of persons", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,THS_PER,2024,6821.77\n", people, "BE2 population 6.82177e+06 (2024)", ""},
		{"thousands, packed", "freq,unit,geo\\TIME_PERIOD\t2024 \nA,THS,EL30\t3742.2 p\n", people, "EL30 population 3.7422e+06 (2024) provisional", ""},
		{"a power of ten", "geo,UNIT_MULT,TIME_PERIOD,OBS_VALUE\nBE2,3,2024,6821\n", people, "BE2 population 6.821e+06 (2024)", ""},
		{"no power", "geo,UNIT_MULT,TIME_PERIOD,OBS_VALUE\nBE2,2.5,2024,6821\n", people, "", `"2.5" is no multiplier that is known`},
		{"in the head", "code,Population (thousand) 2024\nBE2,6821\n", Order{}, "BE2 population 6.821e+06 (2024)", ""},
		{"below the head", "code,population 2024\n,1 000\nBE2,6821\n", Order{}, "BE2 population 6.821e+06 (2024)", ""},
		{"above the heads", "All regions in thousands\ncode,population 2024\nBE2,6821\n", Order{}, "", "give --unit thousands if the values are counted so, or --unit inhabitants"},
		{"above, and said", "All regions in thousands\ncode,population 2024\nBE2,6821\n", Order{Unit: "thousands"}, "BE2 population 6.821e+06 (2024)", ""},
		{"above, and said not", "A million people, in thousands\ncode,population 2024\nBE2,6821770\n", Order{Unit: "inhabitants"}, "BE2 population 6.82177e+06 (2024)", ""},
		{"a mark in thousands", "code,population 2024,unit\nBE2,\"6,821\",THS\n", Order{}, "", "this may be 6821 or 6.821"},
		{"not whole", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,THS,2024,6821.7701\n", people, "", "counted in whole numbers"},
		{"another unit", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,MIO_EUR,2024,6\n", people, "",
			`the unit "MIO_EUR" is not known to be that of population, "inhabitants": give --only unit=MIO_EUR if it is, or add it to its units`},
		{"another unit, chosen", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,HEADS_X,2024,6000\nBE2,KM2,2024,5\n",
			Order{Indicator: "population", Only: map[string][]string{"unit": {"HEADS_X"}}}, "BE2 population 6000 (2024)", `left out by --only: unit is "KM2"`},
		{"the unit among others", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,PER_KM2,2024,487\nBE2,MILE,2024,900\n", Order{Indicator: "density"},
			"BE2 density 487 (2024)", `in another unit, "MILE"`},
		{"per cent of something", "code,share65 2024,unit\nBE2,20.5,% of population\n", Order{}, "BE2 share65 20.5 (2024)", ""},

		{"one sex", "code,sex,population 2024\nBE2,F,3000000\n", Order{}, "", `the column "sex" says "F": give --only sex=F if that is what is meant, or --skip sex`},
		{"one sex, meant", "code,sex,population 2024\nBE2,F,3000000\n", Order{Only: map[string][]string{"sex": {"F"}}}, "BE2 population 3e+06 (2024)", ""},
		{"one sex, of no meaning", "code,sex,population 2024\nBE2,F,3000000\n", Order{Skip: []string{"Sex"}}, "BE2 population 3e+06 (2024)", "not needed: sex"},
		{"the whole and its parts", "code,sex,year,value\nBE2,T,2024,6821770\nBE2,F,2024,3400000\n", people, "BE2 population 6.82177e+06 (2024)", `sex is "F" on this row, not the whole`},
		{"quarters", "freq,geo\\TIME_PERIOD\t2024 \nQ,BE2\t6821770\n", people, "", `the column "freq" says "Q"`},
		{"words", "code,population 2024,Bemerkung\nBE2,6821770,vorläufig\nBE1,1000000,alt\n", Order{}, "", `the column "Bemerkung" says "vorläufig" and 1 other word`},

		{"a flag of SDMX", "geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nBE2,2024,6821770,E\n", people, "BE2 population 6.82177e+06 (2024) estimated", ""},
		{"flags behind each year", "code,2022,Flags,2023,Flags\nBE2,6698876,p,6774807,\n", people,
			"BE2 population 6.698876e+06 (2022) provisional; BE2 population 6.774807e+06 (2023)", ""},
		{"flags of which value", "code,2022,2023,Flags\nBE2,6698876,6774807,p\n", people, "", `the column "Flags" says "p", and not of which value`},
		{"flags in words", "code,population 2024,status\nBE2,\"6 821 770 (p)\",\nBE1,1249597,\"b, p\"\nEL30,594323,p: provisional\n", Order{},
			"BE1 population 1.249597e+06 (2024) provisional Flags of the source: b (break in time series).; " +
				"BE2 population 6.82177e+06 (2024) provisional; EL30 population 594323 (2024) provisional", ""},
		{"flags behind the value", "code,population 2024\nBE2,594 323 e\n", Order{}, "BE2 population 594323 (2024) estimated", ""},
		{"a flag that there is none", "geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nBE2,2024,6821770,M\n", people, "", "gives a value and yet says that there is none"},
		{"a minus of print", "geo,TIME_PERIOD,OBS_VALUE\nBE2,2024,−5\n", people, "", "Population cannot be -5"},

		{"years above", ",2022,2023\ncode,population,population\nBE2,6698876,6774807\n", Order{},
			"BE2 population 6.698876e+06 (2022); BE2 population 6.774807e+06 (2023)", ""},
		{"years above values", ",2022,2023\ngeo,Value,Value\nBE2,6698876,6774807\n", people,
			"BE2 population 6.698876e+06 (2022); BE2 population 6.774807e+06 (2023)", ""},
		{"years above values and flags", ",2022,,2023,\ngeo,Value,Flag,Value,Flag\nBE2,6698876,e,6774807,p\n", people,
			"BE2 population 6.698876e+06 (2022) estimated; BE2 population 6.774807e+06 (2023) provisional", ""},
		{"years above units", ",2022,2023\ngeo,THS,THS\nBE2,6698,6774\n", people,
			"BE2 population 6.698e+06 (2022); BE2 population 6.774e+06 (2023)", `values in "THS" were multiplied by 1000`},
		{"one year above", ",2022\ngeo,Value\nBE2,6698876\n", people, "BE2 population 6.698876e+06 (2022)", ""},
		{"days", "code,31.12.2021,Stand: 12.06.2024\nBE2,6698876,6774807\n", people,
			"BE2 population 6.698876e+06 (2021); BE2 population 6.774807e+06 (2024)", ""},
		{"no column of values", "code,bananas\nBE2,5\n", Order{}, "", "no column of this table holds a value that the atlas knows"},
		{"a name of two", "code,indicator,year,value\nBE2,Aged 65+,2024,20\n", Order{}, "BE2 share65 20 (2024)", ""},
		{"an empty row", "code,population 2024,errin\nBE2,,\n", Order{}, "", "1 without a value"},
		{"no year", "code,population\nBE2,6698876\n", Order{}, "", "the table gives no year; give it with --year"},

		{"one mark for missing", "code,population 2024,density 2024\nBE2,..,487\nBE1,1249597,..\n", Order{},
			"BE1 population 1.249597e+06 (2024); BE2 density 487 (2024)", `".." was read as a missing value, 2 times`},
		{"a dash", "code,population 2024\nBE2,–\nBE1,1249597\n", Order{}, "BE1 population 1.249597e+06 (2024)", `"-" was read as a missing value, 1 time`},
		{"several marks", "code,population 2024\nBE2,–\nBE1,1249597\nEL30,x\n", Order{}, "BE1 population 1.249597e+06 (2024)",
			`2, 4  doubtful: "-" and "x" stand where values are missing`},
		{"several marks, said", "code,population 2024\nBE2,-\nBE1,1249597\nEL30,x\n", Order{Missing: []string{"-", "X"}}, "BE1 population 1.249597e+06 (2024)", ""},
	} {
		regions := folderOf(t, "BE1", "BE2", "EL30")
		c.order.Regions, c.order.Edition, c.order.Today = regions, richEdition(t), today
		out, err := Read(c.order, nameOf(c.table), []byte(c.table))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		accounted(t, out, c.table)
		if got, report := given(out, regions), reportText(&out.Report); got != c.want || !strings.Contains(report, c.told) {
			t.Errorf("%s: %s\n%s\nwant %s, told %q", c.name, got, report, c.want, c.told)
		}
	}
}

func nameOf(table string) string {
	if strings.Contains(table, "\t") {
		return "t.tsv"
	}
	return "t.csv"
}

func TestCodesOfOtherEditionsAndStandards(t *testing.T) {
	regions := folderOf(t, "BE1", "BE2|aliases = [\"be25\"]", "EE", "EL30", "PL71", "PL92", "PT16", "UKN", "UKN0", "LT")
	for cell, want := range map[string]string{
		"BE2": "BE2", "be2": "BE2", "BE2 - Vlaams Gewest": "BE2", "BE2: Vlaams Gewest": "BE2", "[BE2]": "BE2", "BE2 (Flanders)": "BE2",
		"BE25": "BE2", "BE10": "BE1", "EE00": "EE", "EE0": "EE", "GR30": "EL30", "EL3": "EL30", "PL11": "PL71", "LT00": "LT",
		"UKN0": "UKN0", "GBN": "UKN", "UKN1": "UKN1 went into UKN0 (100 % of its people) in 2021",
		"PL12":       "PL12 went into PL91 (55 % of its people) and PL92 (45 % of its people) in 2016",
		"PT19":       "PT19 took over 75 % of the people of PT16 in 2024",
		"Dec-01":     `"Dec-01" is a day: a spreadsheet makes one of a code such as DEC01`,
		"01.12.2001": "is a day", "2001-12-01": "is a day", "1-Dez": "is not a NUTS code",
		"Flanders":  `"Flanders" is not a NUTS code; a region of that name is`,
		"Westfalia": `"Westfalia" is not a NUTS code`, "West Midlands": `"West Midlands" is not a NUTS code`,
		"AT1": "a region that the atlas does not have", "": "this row has no region code",
	} {
		table := "code,population 2024\n\"" + cell + "\",5000\n"
		o := Order{Regions: regions, Edition: richEdition(t), Today: today, Changes: codeChanges(t)}
		out := taken(t, o, "t.csv", []byte(table))
		got := given(out, regions)
		if region.IsNUTS(want) && got != want+" population 5000 (2024)" || !region.IsNUTS(want) && (got != "" || !strings.Contains(reportText(&out.Report), want)) {
			t.Errorf("%q: %s, want %s\n%s", cell, got, want, reportText(&out.Report))
		}
	}
}

// A file of a part of its region takes a table's value as one of the whole, where it
// has none of the part.
func TestARegionThatIsAPartOfItsCode(t *testing.T) {
	regions := folderOf(t, "FI1D|shape = { code = \"FI1D\", larger = true }")
	o := Order{Regions: regions, Edition: richEdition(t), Today: today, Source: "table"}
	table := []byte("code,density 2017,share65 2017\nFI1D,5.7,21\n")
	out := taken(t, o, "t.csv", table)
	const want = "FI1D density 5.7 (2017) For the whole of FI1D.; FI1D share65 21 (2017) For the whole of FI1D."
	if got := given(out, regions); got != want || !out.Report.Complete() {
		t.Errorf("%s\n%s", got, reportText(&out.Report))
	}
	again(t, o, "t.csv", table, out)
	file := regions["FI1D.md"]
	file.Data = []byte(strings.Replace(string(file.Data), "density = [{ status = \"not reported\" }]", "density = [{ value = 11.5, year = 2017 }]", 1))
	out = taken(t, o, "t.csv", table)
	if report := reportText(&out.Report); !strings.Contains(report, "FI1D.md is of a part of FI1D and has a value of that part") || out.Report.Complete() {
		t.Error(report)
	}
}

// A region's own code counts for more than another code of it.
func TestARegionUnderTwoCodes(t *testing.T) {
	regions := folderOf(t, "EE", "BE2")
	table := "code,population 2024\nEE00,7\nEE,5000\nEE0,6000\nBE2,4000\n"
	o := Order{Regions: regions, Edition: richEdition(t), Today: today, Changes: codeChanges(t)}
	out := taken(t, o, "t.csv", []byte(table))
	if got := given(out, regions); got != "BE2 population 4000 (2024); EE population 5000 (2024)" || !out.Report.Complete() {
		t.Errorf("%s\n%s", got, reportText(&out.Report))
	}
	table = "code,population 2024\nEE00,7000\nEE0,6000\n"
	out = taken(t, o, "t.csv", []byte(table))
	if got := given(out, regions); got != "" || !strings.Contains(reportText(&out.Report), "lines 2-3 say different things") {
		t.Errorf("%s\n%s", got, reportText(&out.Report))
	}
}

// A table of a new indicator completes all files: those of which it says nothing
// say that it is not reported, and cite nothing for it.
func TestANewIndicatorIsAnsweredEverywhere(t *testing.T) {
	edition := *richEdition(t)
	edition.Indicators = append(slices.Clone(edition.Indicators), region.Indicator{
		Term: region.Term{Key: "median", Name: "Median age"}, Kind: region.Ratio, Unit: "years", Max: 100})
	regions := folderOf(t, "BE1", "BE2")
	o := Order{Regions: regions, Edition: &edition, Today: today, Title: "Eurostat (demo)", Link: "https://example.org/demo", Source: "eurostat"}
	out := taken(t, o, "t.csv", []byte("code,indicator,year,value,unit,table\nBE2,median,2016,42.9,years,demo\n"))
	if len(out.Faults) > 0 || len(out.Changes) != 2 || !out.Report.Complete() {
		t.Fatalf("%v\n%s", out.Faults, reportText(&out.Report))
	}
	for file, want := range map[string][]string{
		"BE1.md": {"median = [\n  { status = \"not reported\" },\n]"},
		"BE2.md": {"median = [\n  { value = 42.9, year = 2016, source = \"eurostat\" },\n]", "[[sources]]\nkey = \"eurostat\"\ntitle = \"Eurostat (demo)\"\n" +
			"link = \"https://example.org/demo\"\nseen = 2026-11-21\n+++"},
	} {
		i := slices.IndexFunc(out.Changes, func(c Change) bool { return c.File == file })
		for _, part := range want {
			if i < 0 || !strings.Contains(out.Changes[i].After, part) {
				t.Errorf("%s lacks %s", file, part)
			}
		}
		if strings.Contains(out.Changes[i].After, "eurostat") != (file == "BE2.md") {
			t.Errorf("%s:\n%s", file, out.Changes[i].After)
		}
	}
	again(t, o, "t.csv", []byte("code,indicator,year,value,unit,table\nBE2,median,2016,42.9,years,demo\n"), out)
}

// One source is one block: known by its title, its address or the key that was
// ordered, and never taken for another one of the same key.
func TestOneSourceIsOneBlock(t *testing.T) {
	read := func(regions fstest.MapFS, o Order, name, table string) fstest.MapFS {
		t.Helper()
		o.Regions, o.Edition, o.Today = regions, richEdition(t), today
		out := taken(t, o, name, []byte(table))
		after := fstest.MapFS{}
		for file, data := range regions {
			after[file] = data
		}
		for _, c := range out.Changes {
			after[c.File] = &fstest.MapFile{Data: []byte(c.After)}
		}
		return after
	}
	sources := func(regions fstest.MapFS) string {
		r, _ := source.Open(regions).Region("BE2.md")
		var list []string
		for _, s := range r.Sources {
			list = append(list, s.Key)
		}
		return strings.Join(list, " ")
	}
	const one, two = "code,population 2023\nBE2,5000\n", "code,population 2024\nBE2,6000\n"
	start := folderOf(t, "BE2")
	for _, c := range []struct {
		name     string
		a, b     Order
		fileB    string
		expected string
	}{
		{"one title", Order{Title: "Statbel"}, Order{Title: "Statbel"}, "b.csv", "page a"},
		{"one address", Order{Title: "Statbel", Link: "https://statbel.fgov.be"}, Order{Link: "https://statbel.fgov.be"}, "b.csv", "page a"},
		{"one key", Order{Source: "statbel"}, Order{Source: "statbel"}, "b.csv", "page statbel"},
		{"two tables", Order{}, Order{}, "b.csv", "page a b"},
		{"another source of that key", Order{}, Order{Title: "Other"}, "a.csv", "page a a-2"},
		{"the key of the page", Order{}, Order{}, "page.csv", "page a page-2"},
	} {
		first := read(start, c.a, "a.csv", one)
		if got := sources(read(first, c.b, c.fileB, two)); got != c.expected {
			t.Errorf("%s: %s, want %s", c.name, got, c.expected)
		}
	}
}

package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// known are the names of a small atlas.
func knownName(name string) bool {
	return slices.Contains([]string{"population", "density", "errin", "aged65"}, folded(name))
}

// say writes what a table says, one reading a line.
func say(t *testing.T, text string) string {
	t.Helper()
	table, err := Read("t.csv", text, Choice{Known: knownName, Skip: []string{"colour"}})
	if err != nil {
		return err.Error()
	}
	var out strings.Builder
	for _, row := range table.Rows {
		for _, r := range table.Readings(row) {
			fmt.Fprintf(&out, "%s %s", table.Region(row), r.About)
			if r.Year != 0 {
				fmt.Fprintf(&out, " %d", r.Year)
			}
			fmt.Fprintf(&out, " = %s", r.Text)
			for _, part := range [][2]string{
				{"when", r.When}, {"flags", r.Flags}, {"unit", r.Unit}, {"times", r.Times}, {"set", r.Dataset},
				{"remark", r.Remark}, {"doubt", r.Doubt},
			} {
				if part[1] != "" {
					fmt.Fprintf(&out, "; %s %s", part[0], part[1])
				}
			}
			for _, a := range r.Aside {
				fmt.Fprintf(&out, "; %s: %s", a.Head, a.Word)
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

func TestWhatIsBesideAValueStaysWithIt(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"unit", "geo,unit,TIME_PERIOD,OBS_VALUE\nBE2,THS,2024,6821\n", "BE2  2024 = 6821; unit THS\n"},
		{"multiplier", "REF_AREA,UNIT_MULT,TIME_PERIOD,OBS_VALUE\nBE2,3,2024,6821\n", "BE2  2024 = 6821; times 3\n"},
		{"dimensions packed", "freq,unit,sex,geo\\TIME_PERIOD\t2023 \t2024 \nA,THS,F,EL30\t5 p\t: c\n",
			"EL30  2023 = 5 p; unit THS; freq: A; sex: F\nEL30  2024 = : c; unit THS; freq: A; sex: F\n"},
		{"data set and remark", "code,indicator,year,value,unit,eurostat_table,notes\nBE2,aged_65,2016,19.5,% of population,demo_x,see 3\n",
			"BE2 aged_65 2016 = 19.5; unit % of population; set demo_x; remark see 3\n"},
		{"flags of SDMX", "geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nBE2,2024,5,E\n", "BE2  2024 = 5; flags E\n"},
		{"flags behind each", "code,2022,Flags,2023,Flags\nBE2,5,p,6,\n", "BE2  2022 = 5; flags p\nBE2  2023 = 6\n"},
		{"flags without a head", "geo,2022,,2023,\nBE2,5,b,6,p\n", "BE2  2022 = 5; flags b\nBE2  2023 = 6; flags p\n"},
		{"flags of a year", "code,population 2022,population 2023,flag 2022,flag 2023\nBE2,5,6,e,p\n",
			"BE2 population 2022 = 5; flags e\nBE2 population 2023 = 6; flags p\n"},
		{"flags of the last or of all", "code,2022,2023,Flags\nBE2,5,6,p\n",
			"BE2  2022 = 5; doubt the column \"Flags\" says \"p\", and not of which value\n" +
				"BE2  2023 = 6; doubt the column \"Flags\" says \"p\", and not of which value\n"},
		{"a dimension of a wide table", "code,sex,population 2024\nBE2,F,5\n", "BE2 population 2024 = 5; sex: F\n"},
		{"a dimension without a head", "code,value,\nBE2,5,women\n", "BE2  = 5; column 3: women\n"},
		{"skipped", "code,colour,population 2024\nBE2,red,5\n", "BE2 population 2024 = 5\n"},
		{"status as the answer", "code,network,status\nBE2,errin,yes\n", "BE2 errin = yes\n"},
		{"a unit in the head", "code,Population (thousand) 2024,density 2024 [per km2]\nBE2,5,6\n",
			"BE2 Population 2024 = 5; unit thousand\nBE2 density 2024 = 6; unit per km2\n"},
		{"a unit below the head", "code;name;population 2024\n;;1 000\nBE2;x;5\n", "BE2 population 2024 = 5; unit 1 000\n"},
		{"years beside a name", "code,indicator,2023,2024\nBE2,population,5,6\n",
			"BE2 population 2023 = 5\nBE2 population 2024 = 6\n"},
	} {
		if got := say(t, c.table); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestYearsAreReadWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"above", ",2022,2023\ncode,population,population\nBE2,5,6\n", "BE2 population 2022 = 5\nBE2 population 2023 = 6\n"},
		{"above merged cells", ",2022,,2023,\ncode,population,density,population,density\nBE2,5,6,7,8\n",
			"BE2 population 2022 = 5\nBE2 density 2022 = 6\nBE2 population 2023 = 7\nBE2 density 2023 = 8\n"},
		{"names above", ",Population,,Density,\ncode,2022,2023,2022,2023\nBE2,5,6,7,8\n",
			"BE2 Population 2022 = 5\nBE2 Population 2023 = 6\nBE2 Density 2022 = 7\nBE2 Density 2023 = 8\n"},
		{"a spreadsheet of Eurostat", "Data from\nTIME,,2022,,2023,\nGEO (Codes),GEO (Labels),,,,\nBE2,Vlaams Gewest,5,p,6,\n",
			"BE2  2022 = 5; flags p\nBE2  2023 = 6\n"},
		{"below", "code,population,density\n,2022,2023\nBE2,5,6\n", "BE2 population 2022 = 5\nBE2 density 2023 = 6\n"},
		{"a day", "code,31.12.2021,Stand: 12.06.2024,population 1 January 2023,2020-12-31\nBE2,1,2,3,4\n",
			"BE2  2021 = 1\nBE2  2024 = 2\nBE2 population 2023 = 3\nBE2  2020 = 4\n"},
		{"a day in a row", "code,time,value\nBE2,2024-01-01,5\nBE2,2024-Q1,6\nBE2,2023/24,7\n",
			"BE2  2024 = 5\nBE2  = 6; when 2024-Q1\nBE2  = 7; when 2023/24\n"},
		{"no year", "code,population\nBE2,5\n", "BE2 population = 5\n"},
		{"a total below the heads", "code;name;population 2024\n;Total;8.071.367\nBE2;x;5\n", " population 2024 = 8.071.367\nBE2 population 2024 = 5\n"},
	} {
		if got := say(t, c.table); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Every column is known for something, and said to be it.
func TestEveryColumnIsAccountedFor(t *testing.T) {
	table, err := Read("t.csv", "code,name,population 2024,bananas,sex,note,,errin\nBE2,x,5,3,F,y,,yes\n", Choice{Known: knownName})
	if err != nil {
		t.Fatal(err)
	}
	const want = "a column for each value, 2 in all; regions: code; values: population 2024, errin; remark: note; dimensions: sex; " +
		"not needed: name, column 7"
	if table.Words != want || !slices.Equal(table.Unread, []string{"bananas"}) {
		t.Errorf("%s, and %q", table.Words, table.Unread)
	}
}

func TestTablesThatCannotBeRead(t *testing.T) {
	for table, want := range map[string]string{
		"":                            "no column of t.csv has the codes of regions",
		"code\nBE2\n":                 "no column of t.csv has the codes of regions",
		"code,value\nBE2,\"5\n":       "line 2 of t.csv has a quote that is not closed",
		strings.Repeat("code,", 3000): "line 1 of t.csv has more than 2000 columns",
	} {
		if got := say(t, table); !strings.HasPrefix(got, want) {
			t.Errorf("%.20q: %s", table, got)
		}
	}
}

func TestFirmness(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "A": "", "p": "provisional", "E": "estimated", "be": "estimated; b (break in time series)",
		"b, p": "provisional; b (break in time series)", "b p": "provisional; b (break in time series)", "(p)": "provisional",
		"p: provisional": "provisional", "p (provisional)": "provisional", "Estimated value": "estimated", "ep": "estimated; p (provisional)", "pe": "estimated; p (provisional)",
		"low reliability": "u (low reliability)", "M": "missing", "Missing value": "missing", "preliminary": "provisional",
		"maybe": "odd maybe", "x": "odd x", "man": "odd man", "see": "odd see", "all": "odd all",
	} {
		f := FirmnessOf(text)
		got := f.Status
		if f.Missing {
			got = "missing"
		}
		if f.Odd != "" {
			got = "odd " + f.Odd
		}
		if got = strings.Trim(strings.Join(append([]string{got}, f.Notes...), "; "), "; "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestFlagsBehindAValue(t *testing.T) {
	for text, want := range map[string]string{
		"594 323 e": "594 323|e", "594,323(p)": "594,323|p", "7422 b, p": "7422|b, p", "7422 p: provisional": "7422|p: provisional",
		": c": ":|c", "19.5 % p": "19.5 %|p", "12 estimated": "12|estimated", "5 million": "5 million|", "5 m": "5 m|", "5": "5|",
		"6.8 Mio": "6.8 Mio|", "=1+1": "=1+1|", "Leader -": "Leader -|", "−3 p": "-3|p",
	} {
		if value, flags := CutFlags(text); value+"|"+flags != want {
			t.Errorf("%q is %s|%s, want %s", text, value, flags, want)
		}
	}
}

func TestUnits(t *testing.T) {
	for text, want := range map[string]string{
		"THS": "1000 ", "THS_PER": "1000 ", "1 000 persons": "1000 ", "in thousands": "1000 ", "MIO_EUR": "1e+06 eur", "1 000 000": "1e+06 ",
		"NR": "1 ", "inhabitants": "1 ", "% of population": "1 percent of population", "PC_POP": "1 percent pop", "%": "1 percent",
		"inhabitants per km²": "1 per km2", "PER_KM2": "1 per km2", "births per 1 000 inhabitants": "1 births per 1000 inhabitants",
		"euro per inhabitant": "1 euro per inhabitant", "years at birth": "1 years at birth", "": "1 ",
	} {
		if u := UnitOf(text); fmt.Sprint(u.Times, " ", u.Words) != want {
			t.Errorf("%q is %v %q, want %q", text, u.Times, u.Words, want)
		}
	}
	for _, c := range []struct {
		text  string
		power bool
		want  float64
		ok    bool
	}{{"3", true, 1000, true}, {"0", true, 1, true}, {"6.5", true, 0, false}, {"1000", false, 1000, true}, {"3", false, 0, false},
		{"Thousands", false, 1000, true}, {"bananas", false, 1, false}, {"", true, 1, true}} {
		if got, ok := TimesOf(c.text, c.power); got != c.want || ok != c.ok {
			t.Errorf("%q: %v, %v", c.text, got, ok)
		}
	}
	for text, want := range map[string]string{"Population in 1 000": "1000", "in thousands": "thousands", "per 1 000 inhabitants": "", "Regions": ""} {
		if got := scaleIn(text); got != want {
			t.Errorf("%q speaks of %q", text, got)
		}
	}
}

func TestMissingMarks(t *testing.T) {
	for _, text := range []string{"..", "…", "-", "–", "x", "n.a.", "NA", "N/A", "c", "NaN", "k.A."} {
		if MissingMark(text) == "" {
			t.Errorf("%q is no mark", text)
		}
	}
	for _, text := range []string{"", "0", "5", "-5", "yes", "no", ":"} {
		if MissingMark(text) != "" {
			t.Errorf("%q is a mark", text)
		}
	}
}

// Whatever a table holds, reading it ends, and each row has its lines.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"code,2022,Flags\nBE2,5,p\n", ",2022\ncode,\n,x\nBE1,2\n", "a,b\\time\t2020\nA,B\t1 p\n", "code,value\nBE2,\"5\n6\"\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Read("t.csv", text, Choice{Known: knownName})
		if err != nil {
			return
		}
		last := 0
		for _, row := range append([]Row{table.Heads}, table.Rows...) {
			if row.From <= last || row.To < row.From {
				t.Fatalf("a row from line %d to %d behind line %d", row.From, row.To, last)
			}
			last = row.To
			for _, r := range table.Readings(row) {
				if r.Year != 0 && (r.Year < firstYear || r.Year > 2099) {
					t.Errorf("the year %d", r.Year)
				}
			}
		}
	})
}

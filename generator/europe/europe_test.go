package europe

import (
	"strings"
	"testing"

	"regional-atlas/assets"
)

const head = "code,level,indicator,year,value\n"

func TestPlaceIsAmongItsOwnLevelAndYear(t *testing.T) {
	f, err := Read([]byte(head + "AA1,1,age,2016,99\nAA11,2,age,2016,20\nAA12,2,age,2016,30\nAA13,2,age,2016,20.5\nAA14,2,age,2015,50\nAA15,2,rain,2016,7\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		value     float64
		place, of int
	}{{30, 1, 3}, {20.5, 2, 3}, {20, 3, 3}, {25, 2, 3}, {-1, 4, 3}, {31, 1, 3}} {
		place, of, holds := f.Place("age", 2, 2016, c.value)
		if !holds || place != c.place || of != c.of {
			t.Errorf("%v is at %d of %d, %t", c.value, place, of, holds)
		}
	}
	for _, c := range []struct {
		indicator   string
		level, year int
	}{{"age", 2, 2015}, {"age", 1, 2016}, {"age", 3, 2016}, {"snow", 2, 2016}} {
		if _, _, holds := f.Place(c.indicator, c.level, c.year, 1); holds {
			t.Errorf("%v has a place", c)
		}
	}
	var none *Figures
	if _, _, holds := none.Place("age", 2, 2016, 1); holds {
		t.Error("a place without a table")
	}
}

func TestBrokenTablesAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"AA1,1,age,2016\n":       "cannot be read as a table",
		"AA1,x,age,2016,1\n":     `line 2 of europe/figures.csv: "x" is no level`,
		"AA1,1,age,soon,1\n":     `"soon" is no year`,
		"AA1,1,age,2016,\n":      `"" is no value`,
		"\"AA1,1,age,2016,\n":    "cannot be read as a table",
		"AA1,1,age,2016,1,2,3\n": "cannot be read as a table",
	} {
		if _, err := Read([]byte(head + text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// The shipped table has every region of the levels it is for.
func TestShippedFigures(t *testing.T) {
	data, err := assets.Files.ReadFile(File)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for level, most := range map[int]int{1: 103, 2: 276} {
		_, of, holds := f.Place("aged_65", level, 2016, 20)
		if !holds || of > most || of < most*9/10 {
			t.Errorf("level %d has %d regions", level, of)
		}
	}
}

func TestQuartilesAndFiguresOfOneRegion(t *testing.T) {
	f, err := Read([]byte(head + "AA1,1,age,2016,99\nAA11,2,age,2016,20\nAA12,2,age,2016,30\nAA13,2,age,2016,24\nAA14,2,age,2016,21\nAA15,2,age,2016,50\nAA11,2,age,2015,19\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.ReadNames([]byte("code,name\nAA11,Aaland\n")); err != nil {
		t.Fatal(err)
	}
	if q, holds := f.Quartiles("age", 2, 2016); !holds || q != [3]float64{21, 24, 30} {
		t.Errorf("%v, %t", q, holds)
	}
	if between([]float64{10, 20}, .25) != 12.5 {
		t.Error("a quarter of the way from 10 to 20 is 12.5")
	}
	for _, none := range []series{{"age", 2, 2015}, {"age", 1, 2016}, {"rain", 2, 2016}} {
		if _, holds := f.Quartiles(none.indicator, none.level, none.year); holds {
			t.Errorf("%v has quartiles", none)
		}
	}
	for code, want := range map[string]string{"AA11": "Aaland", "AA12": "AA12"} {
		v, known := f.Of("age", code)
		if !known || v.Name != want || v.Code != code || v.Year != 2016 {
			t.Errorf("%s: %+v, %t", code, v, known)
		}
	}
	var none *Figures
	if _, known := none.Of("age", "AA11"); known {
		t.Error("a figure without a table")
	}
	if _, known := f.Of("age", "AA1"); known {
		t.Error("maps show regions of level 2 one by one, not those of level 1")
	}
	if f.ReadNames([]byte("code,name\nAA11,Aaland,more\n")) == nil {
		t.Error("a table of names with three columns is read")
	}
}

// Every region that has a figure at level 2 has a name.
func TestShippedRegionsHaveNames(t *testing.T) {
	figures, err := assets.Files.ReadFile(File)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(figures)
	if err != nil {
		t.Fatal(err)
	}
	data, err := assets.Files.ReadFile(Names)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.ReadNames(data); err != nil {
		t.Fatal(err)
	}
	for s := range f.newest {
		if f.names[s.code] == "" {
			t.Errorf("%s has no name", s.code)
		}
	}
	if len(f.newest) < 2000 {
		t.Errorf("only %d figures", len(f.newest))
	}
}

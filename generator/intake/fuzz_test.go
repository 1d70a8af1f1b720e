package intake

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Whatever a page holds, there is a file that has no fault, or a sentence that
// says why there is none; every line is accounted for; and a second import
// changes nothing.
func FuzzPage(f *testing.F) {
	for _, name := range []string{"be1-brussels.txt", "be2-flanders.txt"} {
		f.Add(string(readFile(f, name)))
	}
	f.Add("BE2 - X\nMajor initiatives\n1. A\n1. A\n999999. B\n3. :\n4.\n- x\n")
	f.Add("BE2 - X / X\nPolicy documents\n1. National:\n2. Regional level:\n• Law: x\nOrganisations in\n1. - industry\n2. A B CDE - industry\n")
	f.Add("BE2 - \"+++\\\n+++\n1. x\nImage attribution\nBy , CC BY\nBy \n")
	f.Add("BE2 - X\nMembership status\n? yes\nERRIN? part\nERRIN? no\nERRIN? yes\nMountain ?\n")
	f.Add("BE2 - X\nNACE:\nC.21; C.21 - Manufacturing; l.59 - Social innovation\nTopics covered: ;;Prediction and prevention;Prediction and prevention\n")
	edition := richEdition(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		o := Order{Regions: emptyFolder(), Edition: edition, Today: today}
		out, err := Read(o, "page.txt", []byte(text))
		if err != nil {
			return
		}
		accounted(t, out, text)
		for _, fault := range out.Faults {
			if fault.Code == problem.BadCode { // no country of the atlas
				return
			}
			t.Errorf("%s %s: %s", fault.Key, fault.Code, fault.What)
		}
		again(t, o, "page.txt", []byte(text), out)
	})
}

// Whatever a table holds, no file gets a fault, every line is accounted for, and
// what is written are answers of the vocabularies and numbers within bounds.
func FuzzTable(f *testing.F) {
	for _, c := range tables {
		f.Add(string(readFile(f, "tables/"+c.file)), c.order.Indicator != "", c.order.Replace)
	}
	f.Add("code,value,year\nBE1,\"5\n6\",2020\n", true, false)
	f.Add("code\\TIME_PERIOD\t2020\nBE1\t5 p\n", true, true)
	f.Add("geo\\time\t\n\t\n,\t\n", true, true)
	edition := richEdition(f)
	f.Fuzz(func(t *testing.T, text string, one, replace bool) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		o := Order{Regions: twoRegions(t), Edition: edition, Today: today, Replace: replace}
		if one {
			o.Indicator = "population"
		}
		out, err := Read(o, "t.csv", []byte(text))
		if err != nil {
			return
		}
		accounted(t, out, text)
		for _, fault := range out.Faults {
			t.Errorf("%s %s: %s", fault.Key, fault.Code, fault.What)
		}
		if !replace {
			again(t, o, "t.csv", []byte(text), out)
		}
	})
}

// A number is read, within its bounds and the same when it is written again, or
// asked about.
func FuzzNumber(f *testing.F) {
	for _, text := range []string{"4,077,937", "6 596 233", "20,34%", "11,5", "1.215.290", "1,234", "-3", "1e9", "0,0", "'1'"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, i := range []region.Indicator{total, density, share, rate, balance} {
			for _, read := range []func(string, region.Indicator) (float64, string){readNumber, machineNumber} {
				n, doubt := read(text, i)
				if doubt != "" {
					continue
				}
				if math.IsNaN(n) || n < i.Min || i.Max != 0 && n > i.Max {
					t.Errorf("%q as %s is %v", text, i.Key, n)
				}
				if again, doubt := machineNumber(fmt.Sprintf("%.20f", n), i); doubt != "" || again != n && math.Abs(again-n) > 1e-9 {
					t.Errorf("%q is %v, and again %v, %q", text, n, again, doubt)
				}
			}
		}
	})
}

// A large download of a statistical office is taken in within seconds.
func TestALargeTableIsTakenIn(t *testing.T) {
	var table strings.Builder
	table.WriteString("STRUCTURE_ID,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n")
	for i := range 200_000 {
		fmt.Fprintf(&table, "X,%s%03d,%d,%d,p\n", []string{"AT", "DE", "FR"}[i%3], i%1000, 2000+i%20, 1000+i)
	}
	table.WriteString("X,BE1,2024,1249597,p\n")
	o := Order{Regions: twoRegions(t), Edition: richEdition(t), Today: today, Indicator: "population"}
	out, err := Read(o, "big.csv", []byte(table.String()))
	if err != nil || len(out.Changes) != 1 {
		t.Fatal(err, len(out.Changes))
	}
	if c := out.Report.Counts(); c[Absent] != 200_000 || c[Written] != 1 || !out.Report.Complete() {
		t.Errorf("%v", c)
	}
	if lines := strings.Count(reportText(&out.Report), "\n"); lines > 20 {
		t.Errorf("the report has %d lines", lines)
	}
}

// One table brings a year's figures into many files.
func TestAYearForManyRegions(t *testing.T) {
	folder := fstest.MapFS{}
	file := string(readFile(t, "tables/BE1.md"))
	table := "code;year;population;density;share65\n"
	for i := range 200 {
		code := fmt.Sprintf("BE%03d", i)
		folder[code+".md"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(file, "BE1", code))}
		table += fmt.Sprintf("%s;2025;1.300.%03d;7%d,5;13,%d\n", code, i, 100+i, i%90+10)
	}
	out := taken(t, Order{Regions: folder, Edition: richEdition(t), Today: today}, "2025.csv", []byte(table))
	if len(out.Changes) != 200 || len(out.Faults) > 0 || !out.Report.Complete() {
		t.Errorf("%d changes, %v, %v", len(out.Changes), out.Faults, out.Report.Counts())
	}
}

package sheet

import (
	"slices"
	"strings"

	"regional-atlas/generator/fold"
)

// role is what a column says.
type role int

const (
	isOther    role = iota // nobody knows
	isRegion               // the codes of regions
	isAbout                // what is counted
	isYear                 // when
	isValue                // the value, of a long table
	isThing                // values of one thing, of a wide table
	isFlags                // how firm the value is
	isUnit                 // what it is counted in
	isTimes                // the multiplier
	isDataset              // the data set it is from
	isRemark               // what else there is to say about it
	isAside                // a dimension: sex, age …
	isNeedless             // what a region file says already, or nothing
)

// known are the heads by which columns are known, the surest first, as they are
// compared: without blanks and marks. Of two columns of one role the surer has it,
// and the other is needless: the label beside a code.
var known = []struct {
	is    role
	heads []string
}{
	{isRegion, []string{
		"code", "regioncode", "nutscode", "codenuts", "nutsid", "nuts", "nutsregion", "geo",
		"geocode", "geocodes", "refarea", "region",
	}},
	{isYear, []string{
		"year", "timeperiod", "time", "period", "refyear", "referenceyear", "date",
	}},
	{isValue, []string{"value", "obsvalue", "observationvalue", "answer"}},
	{isFlags, []string{
		"status", "obsflag", "obsstatus", "flag", "flags", "observationstatus",
		"observationstatusflag",
	}},
	{isAbout, []string{"indicator", "network", "variable", "indicatorcode"}},
	{isUnit, []string{"unit", "unitmeasure", "units", "unitofmeasure", "measure"}},
	{isTimes, []string{"unitmult", "unitmultiplier", "multiplier", "scale", "magnitude"}},
	{isDataset, []string{
		"structureid", "dataflow", "dataset", "datasource", "table", "tablecode",
		"eurostattable",
	}},
	{isRemark, []string{
		"remark", "remarks", "note", "notes", "comment", "comments", "obsnote", "commentobs",
		"footnote", "footnotes",
	}},
	{isNeedless, []string{
		"name", "regionname", "nutsname", "geoname", "geolabel", "geolabels", "label", "labels",
		"country", "countryname", "countrycode", "level", "nutslevel", "structure",
		"structurename", "action", "lastupdate", "decimals", "confstatus",
		"confidentialitystatusflag", "geopoliticalentityreporting", "timefrequency",
		"observationstatusflagv2structure", "indicatorname", "indicatorlabel",
	}},
}

// column is one column and what it says.
type column struct {
	head string
	is   role

	// Of a thing:
	name   string // what it is the value of, or "" when the heads do not say
	year   int
	unit   string
	flags  int // the column of its flags, or -1
	shared int // a column of flags that may be those of others too, or -1
}

// folded is a head as it is compared with others.
func folded(head string) string { return strings.Join(fold.Words(head), "") }

// roleOf is what a head alone tells about its column. Editions of NUTS may stand
// beside the word.
func roleOf(head string) (is role, rank int) {
	for _, k := range known {
		n := slices.Index(k.heads, folded(head))
		if n < 0 && k.is == isRegion {
			n = slices.Index(k.heads, strings.Map(notDigit, folded(head)))
		}
		if n >= 0 {
			return k.is, n
		}
	}
	return isOther, 0
}

func notDigit(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}

// assign gives each column the role that its head tells, each role but that of
// flags once.
func (t *Table) assign(heads []string, skip []string) {
	skipped := func(head string) bool {
		return slices.ContainsFunc(skip, func(s string) bool { return folded(s) == folded(head) })
	}
	best := map[role]int{} // the column that has the role so far
	ranks := make([]int, len(heads))
	for i, head := range heads {
		c := column{head: head, flags: -1, shared: -1}
		c.is, ranks[i] = roleOf(head)
		if skipped(head) && head != "" {
			c.is = isNeedless
		}
		t.columns = append(t.columns, c)
		before, taken := best[c.is]
		switch {
		case c.is == isOther || c.is == isFlags || c.is == isNeedless:
		case taken && ranks[before] <= ranks[i]:
			t.columns[i].is = isNeedless
		default:
			if taken {
				t.columns[before].is = isNeedless
			}
			best[c.is] = i
		}
	}
}

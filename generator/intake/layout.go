package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// layout says what the columns of a table are. There are two kinds: long
// tables with one value a row, and wide ones with a column for each indicator,
// network or year.
type layout struct {
	ready     bool
	machine   bool // a statistical office's download: numbers have a point before decimals
	packed    int  // columns that stand in the first cell, with commas between them
	code      int  // columns by what they hold, -1 without
	indicator int
	year      int
	value     int
	status    int
	columns   []column // of a wide table
	heads     []string
	unknown   []string // heads that mean nothing to the atlas
	words     string   // for the report
}

// column is where a value stands and what it is about.
type column struct {
	at      int
	network bool
	key     string
	year    int
	problem string // why the value cannot be taken, or ""
	state   State
}

// The heads by which columns are known, the surest first.
var (
	codeHeads = []string{
		"code", "region code", "nuts code", "nuts id", "nuts", "geo", "geo code", "region",
	}
	yearHeads      = []string{"year", "TIME_PERIOD", "time", "period"}
	valueHeads     = []string{"value", "OBS_VALUE", "observation value", "answer"}
	statusHeads    = []string{"status", "OBS_FLAG", "flag", "flags"}
	indicatorHeads = []string{"indicator", "network", "variable"}
	datasetHeads   = []string{"STRUCTURE_ID", "DATAFLOW"}
	// needless heads stand in many tables and say nothing that a region file
	// does not say already.
	needless = []string{
		"name", "region name", "nuts name", "label", "country", "country code",
		"level", "nuts level", "unit",
	}
)

func headIn(heads, names []string) int {
	for _, name := range names {
		if i := slices.IndexFunc(heads, func(h string) bool { return compared(h) == compared(name) }); i >= 0 {
			return i
		}
	}
	return -1
}

// packedHead is the first head of a tab-separated download of Eurostat:
// freq,unit,geo\TIME_PERIOD.
var packedHead = regexp.MustCompile(`(?i)^([^\\]*)\\time(_period)?$`)

// layoutOf finds out what a row of heads says; one that is not ready is none.
func (t *table) layoutOf(heads []string) (layout, error) {
	l := layout{heads: slices.Clone(heads)}
	if m := packedHead.FindStringSubmatch(heads[0]); m != nil {
		dimensions := strings.Split(m[1], ",")
		l.packed, l.machine = len(dimensions), true
		l.heads = append(dimensions, heads[1:]...)
	}
	l.code = headIn(l.heads, codeHeads)
	if l.code < 0 {
		return l, nil
	}
	l.ready = true
	l.indicator, l.year = headIn(l.heads, indicatorHeads), headIn(l.heads, yearHeads)
	l.status = headIn(l.heads, statusHeads)
	if l.value = headIn(l.heads, valueHeads); l.value >= 0 {
		l.machine = l.machine || headIn(l.heads, datasetHeads) >= 0
		l.words = "one value a row"
		if l.indicator < 0 && t.Indicator == "" && headIn(l.heads, datasetHeads) < 0 {
			return l, t.which()
		}
		return l, nil
	}
	return l, t.wide(&l)
}

// which asks for the indicator of a table that names none.
func (t *table) which() error {
	return fmt.Errorf("%s does not say which indicator it is about; "+
		"say it with --indicator: one of %s",
		t.name, strings.Join(t.Edition.Vocabulary("indicators"), ", "))
}

var headYear = regexp.MustCompile(`^(.*?)[\s_(\[.-]*((?:19|20)[0-9]{2})[)\]]?$`)

// wide finds the columns of indicators, networks and years.
func (t *table) wide(l *layout) error {
	for i, head := range l.heads {
		if i == l.code || i == l.year || i == l.status || i < l.packed || head == "" {
			continue
		}
		name, year := head, 0
		if m := headYear.FindStringSubmatch(head); m != nil {
			name = m[1]
			year, _ = strconv.Atoi(m[2])
		}
		c := column{at: i, year: year}
		switch {
		case name == "" && t.Indicator == "":
			return t.which()
		case name == "":
			c.key = t.Indicator
		case !t.named(&c, name) && !t.named(&c, head):
			if headIn([]string{head}, needless) < 0 {
				l.unknown = append(l.unknown, head)
			}
			continue
		}
		l.columns = append(l.columns, c)
	}
	l.words = fmt.Sprintf("a column for each value, %d in all", len(l.columns))
	return nil
}

// named finds the indicator or network with a name.
func (d *desk) named(c *column, name string) bool {
	if key, ok := d.words["indicators"].exact(name); ok {
		c.key = key
		return true
	}
	key, ok := d.words["networks"].exact(name)
	c.key, c.network = key, ok
	return ok
}

// spread takes the packed columns of a row apart.
func (l *layout) spread(record []string) []string {
	if l.packed == 0 || len(record) == 0 {
		return record
	}
	first := strings.SplitN(record[0], ",", l.packed)
	for len(first) < l.packed {
		first = append(first, "")
	}
	return append(first, record[1:]...)
}

// columnsOf lists where the values of a row stand, and what they are about.
func (l *layout) columnsOf(t *table, record []string) []column {
	year, wrong := t.yearOf(l, record)
	if l.value < 0 {
		columns := slices.Clone(l.columns)
		for i := range columns {
			if columns[i].year == 0 && !columns[i].network {
				columns[i].year = year
			}
		}
		return columns
	}
	c := column{at: l.value, year: year}
	name := cellAt(record, l.indicator)
	dataset := cellAt(record, headIn(l.heads, datasetHeads))
	if dataset != "" && t.dataset == "" {
		t.dataset = dataset
	}
	switch {
	case name != "":
		if !t.named(&c, name) {
			c.state, c.problem = LeftOver, problem.Quote(name)+
				" is neither an indicator nor a network of atlas.toml. "+t.words["indicators"].hint(name)
		}
	case t.Indicator != "":
		c.key = t.Indicator
	case !t.named(&c, dataset):
		c.state, c.problem = LeftOver, "no indicator of atlas.toml has the words "+
			problem.Quote(dataset)+" under also; say which one it is with --indicator"
	}
	if wrong != "" && !c.network && c.problem == "" {
		c.state, c.problem = Doubtful, wrong
	}
	return []column{c}
}

// yearOf is the year of a row; wrong says why it has none that can be used.
func (d *desk) yearOf(l *layout, record []string) (year int, wrong string) {
	text := cellAt(record, l.year)
	if text == "" {
		return d.Year, ""
	}
	year, err := strconv.Atoi(text)
	if err != nil || year < region.FirstYear || year > 9999 {
		return 0, fmt.Sprintf("%s is not a year of four digits", problem.Quote(text))
	}
	return year, ""
}

// others are the cells that only tell rows apart, such as sex or age.
func (l *layout) others(record []string) []string {
	cells := make([]string, len(l.heads))
	for i := range l.heads {
		isKnown := slices.Contains([]int{l.code, l.year, l.value, l.status, l.indicator}, i)
		if !isKnown && (l.value >= 0 || i < l.packed) {
			cells[i] = cellAt(record, i)
		}
	}
	return cells
}

// apart names the columns in which rows about one thing differ, or nothing.
func (l *layout) apart(cells []cell) string {
	var names []string
	for i, head := range l.heads {
		if slices.ContainsFunc(cells[1:], func(c cell) bool {
			return i < len(c.others) && i < len(cells[0].others) && c.others[i] != cells[0].others[i]
		}) {
			names = append(names, head)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ", by " + strings.Join(names, ", ")
}

// Package intake turns what others have written into facts of region files: the
// text of a page in questions and answers, or a table by region code. It
// promises three things. Every line of the source is accounted for: the field
// that it went to, or why it was left over. Nothing is guessed: a number that
// can be read in two ways is asked about and left out, and silence becomes
// "not reported". And a file that is there keeps its words, order and comments;
// what it says already is changed only when asked.
//
// Networks, indicators, topics and all other words are recognised by the
// labels, short labels and other words ("also") of atlas.toml. Only the
// headings of the page's form are known here.
package intake

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// Order says what to make of a source.
type Order struct {
	Regions   fs.FS               // the region files
	Edition   *region.Edition     // their vocabularies, without faults
	Today     region.Date         // bounds years; the day on which the source was seen
	Title     string              // title of the source, or "" for one made from its name
	Link      string              // address of the source, or ""
	Source    string              // key to cite the source by; "" takes one from its name
	Year      int                 // the year of figures that the source gives no year for, or 0
	Indicator string              // the indicator of a table with one dataset, or ""
	Unit      string              // the unit of a table that has no column for it, or ""
	Missing   []string            // marks that stand for missing values
	Skip      []string            // heads of columns that say nothing about the values
	Only      map[string][]string // heads of columns, and the words of the rows that are meant
	Changes   *nuts.Changes       // what became of codes between editions of NUTS, or nil
	Replace   bool                // the source wins where a file says something else
}

// Change is a region file before and after; Before is "" for a new one.
type Change struct {
	File          string // slash path inside the regions folder
	Before, After string
}

// Outcome is what became of one source.
type Outcome struct {
	Report  Report
	Changes []Change // only files that change
	// Faults would stand in the files after the changes: none must be written.
	Faults []problem.Problem
}

// Read takes in one source; name tells the form: .txt is a page's text, .csv
// and .tsv are tables. It fails when the source cannot be read as text of its form.
func Read(o Order, name string, data []byte) (*Outcome, error) {
	text, err := plain(name, data)
	if err != nil {
		return nil, err
	}
	indicators := o.Edition.Vocabulary("indicators")
	if o.Indicator != "" && !slices.Contains(indicators, o.Indicator) {
		return nil, fmt.Errorf("%s is not an indicator of atlas.toml. %sThere are: %s",
			problem.Quote(o.Indicator), problem.DidYouMean(o.Indicator, indicators),
			strings.Join(indicators, ", "))
	}
	d, err := openDesk(o, name)
	if err != nil {
		return nil, err
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".txt":
		return d.page(text)
	case ".csv", ".tsv":
		return d.table(text)
	}
	return nil, fmt.Errorf("%s is neither a page nor a table: "+
		"a page's text ends in .txt, a table in .csv or .tsv", problem.Quote(path.Base(name)))
}

// desk is one source on its way into the files.
type desk struct {
	Order
	name     string // of the source, without folders
	words    dictionary
	folder   *source.Folder
	files    map[string]string // file names by region code
	report   Report
	gazette  *gazetteer
	asked    []string            // indicators and networks that a table gives values of
	silent   map[string][]string // files that were given "not reported", by what they lacked
	datasets []string            // names of the data sets that a table says it is from
}

func openDesk(o Order, name string) (*desk, error) {
	d := &desk{
		Order: o, name: path.Base(name), words: newDictionary(o.Edition),
		folder: source.Open(o.Regions), files: map[string]string{}, silent: map[string][]string{},
	}
	d.report.Source = d.name
	if d.Changes == nil {
		d.Changes = &nuts.Changes{}
	}
	names, err := d.folder.List()
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if code := strings.TrimSuffix(n, ".md"); region.IsCode(code) {
			d.files[code] = n
			continue
		}
		if r, _ := d.folder.Region(n); region.IsCode(r.Code) && d.files[r.Code] == "" {
			d.files[r.Code] = n
		}
	}
	return d, nil
}

// places is the gazetteer, made when it is first needed.
func (d *desk) places() *gazetteer {
	if d.gazette == nil {
		d.gazette = d.gazetteer()
	}
	return d.gazette
}

// finish makes the changes of the region files from what the source says, and
// checks what would then stand there.
func (d *desk) finish(all []*stated) (*Outcome, error) {
	out := &Outcome{}
	after := overlay{d.Regions, map[string]string{}}
	for _, s := range append(all, d.lacking(all)...) {
		change, err := d.merge(s)
		if err != nil {
			return nil, err
		}
		if change.Before == change.After {
			continue
		}
		out.Changes = append(out.Changes, change)
		after.texts[change.File] = change.After
	}
	folder := source.Open(after)
	for _, change := range out.Changes {
		r, faults := folder.Region(change.File)
		faults = append(faults, region.Check(&r, d.Edition, d.Today)...)
		faults = slices.DeleteFunc(faults, func(f problem.Fault) bool { return f.Warning })
		out.Faults = append(out.Faults, folder.Place(faults)...)
	}
	out.Faults = problem.Sort(out.Faults)
	d.tellSilent()
	d.report.finish()
	out.Report = d.report
	return out, nil
}

// Package generator is the straight line from region files to a site:
//
//	Read    source turns files into regions, and reports faults of form
//	Check   region finds faults of sense, atlas those of relation
//	Model   only without faults does an Atlas come out
//	Pages   page lists addresses with their words, render lays them out
//	Write   publish brings the complete new folder into place
//
// Each stage is a type, and only the stage before it can make one: no page can
// be made from unchecked data. All faults are reported together.
//
// # Rooms
//
// Arrows between packages go down only (a test holds them):
//
//	7  cmd/atlas   flags, terminal, exit code, clock
//	6  preview     a site shown while its files are edited
//	5  generator   this line, and nothing else
//	4  render      pages and layouts -> HTML
//	   intake      pages in questions and answers, and tables -> facts of region files
//	3  page        which pages, which address, which words
//	   format      region files rewritten without changing what they say
//	2  source      files -> regions, with places
//	   atlas       all regions together
//	   reference   the schema as JSON Schema, field tables and list of codes
//	1  region      the schema, its vocabularies, checks of sense
//	0  problem     what is wrong, where, how to mend it
//	   prose       Markdown -> safe HTML
//	   figure      numbers and shapes -> SVG geometry
//	   picture     words and shapes -> PNG
//	   publish     bytes -> the folder of the site
//
// # Dependencies
//
// Each module outside the standard library is imported by one room:
//
//	github.com/BurntSushi/toml       source           region files are TOML
//	github.com/yuin/goldmark         prose            descriptions are Markdown
//	github.com/tdewolff/minify/v2    publish          pages and sheets are minified
//	golang.org/x/image               picture          fonts, and reading them, for pictures of regions
//	github.com/klauspost/compress    picture          pictures that no release of Go changes
//	golang.org/x/sys                 publish          folders change places in one step; locks
//	github.com/rogpeppe/go-internal  cmd/atlas tests  the command is tested by scripts of a terminal
//	github.com/santhosh-tekuri/jsonschema/v6  generator/reference tests  the JSON Schema is tested on every region file
package generator

import (
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/page"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// Input is everything a build reads.
type Input struct {
	Regions fs.FS // region files and atlas.toml
	Layouts fs.FS
	Assets  fs.FS
	Today   region.Date // bounds years and dates; nothing else depends on it
}

// Draft is what the files say, not yet checked against each other.
type Draft struct {
	folder  *source.Folder
	prose   *prose.Converter // one for all workers: making one is not safe beside another
	edition region.Edition
	useable bool // the vocabularies could be read, so that words can be judged by them
	today   region.Date
	files   map[string]reading // by name
	regions []*region.Region
	faults  []problem.Fault
}

// reading is what one file says, and how it was judged by the vocabularies. It
// never changes once it is made.
type reading struct {
	region *region.Region // nil when nothing of the file is known
	form   []problem.Fault
	links  []problem.Fault // in the description
	faults []problem.Fault // of form, sense and links
	placed bool            // it can stand among the others
}

// Read reads and checks every region file by itself, many at a time.
func Read(in Input) (*Draft, error) {
	return new(Draft).Again(in, func(string) bool { return true })
}

// Again is Read after files have changed: what d knows of the files for which
// changed is false is taken from it. d itself stays as it was.
func (d *Draft) Again(in Input, changed func(name string) bool) (*Draft, error) {
	next := &Draft{folder: source.Open(in.Regions), prose: prose.New(), today: in.Today}
	edition, faults, err := next.folder.Edition()
	if err != nil {
		return nil, err
	}
	next.edition, next.faults, next.useable = edition, faults, !slices.ContainsFunc(faults, isFatal)
	if !isUnread(edition.Unread) {
		next.faults = append(next.faults, region.CheckEdition(source.EditionFile, &next.edition)...)
	}
	names, err := next.folder.List()
	if err != nil {
		return nil, err
	}
	next.readRegions(names, d, changed)
	return next, nil
}

// readRegions keeps the order of names, whichever worker is done first.
func (d *Draft) readRegions(names []string, before *Draft, changed func(string) bool) {
	readings := make([]reading, len(names))
	sameWords := before.today == d.today && !changed(source.EditionFile)
	inParallel(len(names), func(i int) {
		known, found := before.files[names[i]]
		switch {
		case !found || changed(names[i]):
			known = d.judge(d.read(names[i]))
		case !sameWords:
			known = d.judge(known)
		}
		readings[i] = known
	})
	d.files = make(map[string]reading, len(names))
	for i, r := range readings {
		d.files[names[i]] = r
		d.faults = append(d.faults, r.faults...)
		if r.placed {
			d.regions = append(d.regions, r.region)
		}
	}
}

// read returns what a file says by itself, with the faults of its form.
func (d *Draft) read(name string) reading {
	r, form := d.folder.Region(name)
	if isUnread(r.Unread) {
		return reading{form: form}
	}
	return reading{region: &r, form: form, links: d.links(&r)}
}

// judge adds the faults of sense. A region has no place when it cannot be told
// from the others.
func (d *Draft) judge(r reading) reading {
	r.faults, r.placed = r.form, false
	if r.region == nil || !d.useable {
		return r
	}
	sense := append(region.Check(r.region, &d.edition, d.today), r.links...)
	if slices.ContainsFunc(r.form, isFatal) {
		// A page looks thin because a section stands under a misspelt name.
		sense = slices.DeleteFunc(sense, func(f problem.Fault) bool { return f.Warning })
	}
	r.faults = slices.Concat(r.form, sense)
	r.placed = region.IsNUTS(r.region.Code)
	return r
}

// isUnread holds for a file of which nothing is known.
func isUnread(keys []problem.Key) bool { return slices.Contains(keys, "") }

// links checks the addresses in a description.
func (d *Draft) links(r *region.Region) []problem.Fault {
	text, err := d.prose.Convert(r.Body)
	if err != nil {
		return []problem.Fault{{File: r.File, Code: problem.Unreadable, What: "the description is too long", Remedy: "Keep it to a few paragraphs."}}
	}
	var faults []problem.Fault
	for _, link := range text.Links {
		if !region.IsWebLink(link.Target) {
			faults = append(faults, problem.Fault{File: r.File, Line: d.folder.BodyLine(r.File) + link.Line - 1, Col: link.Col, Width: 1, Code: problem.BadLink,
				What: fmt.Sprintf("%q is not an address that a page may link to", link.Target), Remedy: "Write the whole address, starting with https://, http:// or mailto:."})
		}
	}
	return faults
}

// Model is a checked atlas on its land.
type Model struct {
	Atlas *atlas.Atlas
	Land  *page.Land
}

// Check brings the regions together on the land of the assets. It returns all
// problems of all stages, placed and sorted, and no Model when one of them is
// fatal; strict makes every warning fatal.
func (d *Draft) Check(in Input, strict bool) (*Model, []problem.Problem, error) {
	land, err := ReadLand(in.Assets)
	if err != nil {
		return nil, nil, err
	}
	model, problems := d.CheckOn(land, strict)
	return model, problems, nil
}

// CheckOn is Check on a land that is already there.
func (d *Draft) CheckOn(land *page.Land, strict bool) (*Model, []problem.Problem) {
	model, faults := atlas.New(&d.edition, d.regions, land)
	if model == nil || slices.ContainsFunc(d.faults, isFatal) {
		// A wrong year or code makes other files look odd: warn when it is mended.
		faults = slices.DeleteFunc(faults, func(f problem.Fault) bool { return f.Warning })
	}
	problems := problem.Sort(d.folder.Place(append(faults, d.faults...)))
	if strict {
		problems = problem.Strict(problems)
	}
	if problem.Fatal(problems) > 0 {
		return nil, problems
	}
	return &Model{model, land}, problems
}

func isFatal(f problem.Fault) bool { return !f.Warning }

// The map data, by its place among the assets.
const (
	europeFile   = "geodata/europe.topo.json"
	overseasFile = "geodata/overseas.topo.json"
)

// ReadLand reads the map data and draws the maps that all pages share.
func ReadLand(assets fs.FS) (*page.Land, error) {
	europe, err := readTopology(assets, europeFile)
	if err != nil {
		return nil, err
	}
	overseas, err := readTopology(assets, overseasFile)
	if err != nil {
		return nil, err
	}
	return page.NewLand(europe, overseas), nil
}

func readTopology(assets fs.FS, name string) (*figure.Topology, error) {
	data, err := fs.ReadFile(assets, name)
	if err != nil {
		return nil, fmt.Errorf("the map data %s cannot be read", name)
	}
	t, err := figure.ReadTopology(data)
	if err != nil {
		return nil, fmt.Errorf("the map data %s is broken: %w", name, err)
	}
	return t, nil
}

// inParallel calls do for every number below n, as many at a time as there are
// cores, and returns when all are done.
func inParallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

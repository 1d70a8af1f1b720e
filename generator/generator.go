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
//	6  cmd/atlas   flags, terminal, exit code, clock
//	5  generator   this line, and nothing else
//	4  render      pages and layouts -> HTML
//	3  page        which pages, which address, which words
//	2  source      files -> regions, with places
//	   atlas       all regions together
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
	edition region.Edition
	useable bool // the vocabularies could be read, so that words can be judged by them
	regions []*region.Region
	faults  []problem.Fault
}

// Read reads and checks every region file by itself, many at a time.
func Read(in Input) (*Draft, error) {
	d := &Draft{folder: source.Open(in.Regions)}
	edition, faults, err := d.folder.Edition()
	if err != nil {
		return nil, err
	}
	d.edition, d.faults, d.useable = edition, faults, len(faults) == 0
	if d.useable {
		d.faults = region.CheckEdition(source.EditionFile, &d.edition)
	}
	names, err := d.folder.List()
	if err != nil {
		return nil, err
	}
	d.readRegions(names, in.Today)
	return d, nil
}

// readRegions keeps the order of names, whichever worker is done first.
func (d *Draft) readRegions(names []string, today region.Date) {
	regions := make([]*region.Region, len(names))
	faults := make([][]problem.Fault, len(names))
	inParallel(len(names), func(i int) {
		regions[i], faults[i] = d.read(names[i], today)
	})
	for i := range names {
		d.faults = append(d.faults, faults[i]...)
		if regions[i] != nil {
			d.regions = append(d.regions, regions[i])
		}
	}
}

// read returns a region with the faults of its form and of its sense. There is
// no region when it cannot be placed among the others.
func (d *Draft) read(name string, today region.Date) (*region.Region, []problem.Fault) {
	r, faults := d.folder.Region(name)
	if slices.ContainsFunc(faults, isUnread) || !d.useable {
		return nil, faults
	}
	sense := append(region.Check(&r, &d.edition, today), d.links(&r)...)
	if len(faults) > 0 {
		sense = slices.DeleteFunc(sense, couldFollow)
	}
	faults = append(faults, sense...)
	if !region.IsNUTS(r.Code) {
		return nil, faults
	}
	return &r, faults
}

// isUnread holds for faults after which nothing of a file is known.
func isUnread(f problem.Fault) bool {
	return f.Code == problem.Syntax || f.Code == problem.Unreadable
}

// couldFollow holds for what a fault of form may be the reason of: a name is
// missing because it stands under "nmae".
func couldFollow(f problem.Fault) bool { return f.Warning || f.Code == problem.Missing }

// links checks the addresses in a description.
func (d *Draft) links(r *region.Region) []problem.Fault {
	text, err := prose.New().Convert(r.Body)
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

// Check brings the regions together. It returns all problems of all stages,
// placed and sorted, and no Model when one of them is fatal; strict makes every
// warning fatal.
func (d *Draft) Check(in Input, strict bool) (*Model, []problem.Problem, error) {
	land, err := readLand(in.Assets)
	if err != nil {
		return nil, nil, err
	}
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
		return nil, problems, nil
	}
	return &Model{model, land}, problems, nil
}

func isFatal(f problem.Fault) bool { return !f.Warning }

// The map data, by its place among the assets.
const (
	europeFile   = "geodata/europe.topo.json"
	overseasFile = "geodata/overseas.topo.json"
)

func readLand(assets fs.FS) (*page.Land, error) {
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

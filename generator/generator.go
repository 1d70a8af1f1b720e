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
// # Memory
//
// A region is packed into few bytes as soon as it is read, and opened again when
// a page asks for it; what is too much for memory lies in a file meanwhile. Pages
// are a stream. So a large atlas needs some kilobytes of memory for each region.
//
// A build may leave a Memory for the next one. It holds the packed regions with
// the sums of their files, and for each page the sum of all that it depends on
// and of what it says. The next build parses only files that have changed, and
// makes only pages that would say something else; the others stay as they are,
// with their time stamps. Every page depends on the program, the edition, the
// layouts and the assets: when one of these is another, nothing is taken over.
// A memory that is lost, damaged or old makes a build slower, and never wrong.
//
// # Rooms
//
// Arrows between packages go down only (a test holds them):
//
//	8  cmd/atlas   flags, terminal, exit code, clock
//	7  preview     a site shown while its files are edited
//	6  generator   this line, and nothing else
//	5  render      pages and layouts -> HTML
//	   intake      pages in questions and answers, and tables -> facts of region files
//	4  page        which pages, which address, which words
//	   format      region files rewritten without changing what they say
//	3  source      files -> regions, with places
//	   atlas       all regions together
//	   reference   the schema as JSON Schema, field tables and list of codes
//	2  region      the schema, its vocabularies, checks of sense
//	1  problem     what is wrong, where, how to mend it
//	   prose       Markdown -> safe HTML
//	   figure      numbers and shapes -> SVG geometry
//	   picture     words and shapes -> PNG
//	   publish     bytes -> the folder of the site
//	0  digest      a value -> a name that no other value has
//	   fold        a text -> small letters without marks, as it is searched
//	   minify      layouts, sheets and scripts -> the same in fewer bytes
//
// The ground floor holds tools that know nothing of atlases.
//
// # Dependencies
//
// What is outside the standard library is imported by one room each:
//
//	github.com/BurntSushi/toml       source           region files are TOML
//	github.com/yuin/goldmark         prose            descriptions are Markdown
//	github.com/tdewolff/minify/v2    minify           layouts and sheets are minified
//	golang.org/x/image               picture          fonts, and reading them, for pictures of regions
//	github.com/klauspost/compress    picture          pictures that no release of Go changes
//	golang.org/x/text/unicode/norm   fold             letters are taken apart as Unicode says
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
	"regional-atlas/generator/digest"
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

	// Spool takes the packed regions that are too many for memory; nil keeps all
	// in memory. It must stay open while pages are made.
	Spool atlas.Spool

	// Program names the program that builds, in its exact version. What it
	// remembers of a build serves no other; without a name, or where Noting does
	// not note what is read, it remembers nothing.
	Program string
}

// Draft is what the files say, not yet checked against each other.
type Draft struct {
	folder  *source.Folder
	prose   *prose.Converter // one for all workers: making one is not safe beside another
	edition region.Edition
	useable bool // the vocabularies could be read, so that words can be judged by them
	today   region.Date
	shelf   *atlas.Shelf
	program string
	words   digest.Sum         // program and edition: by what the files are read
	files   map[string]reading // by name
	entries []*atlas.Entry
	faults  []problem.Fault
}

// reading is what one file says, and how it was judged by the vocabularies. It
// never changes once it is made.
type reading struct {
	entry  *atlas.Entry  // nil when nothing of the file is known
	unread []problem.Key // of the region
	sum    source.Sum    // of the file, where it is known
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
	next, err := start(in)
	if err != nil {
		return nil, err
	}
	sameWords := d.today == in.Today && !changed(source.EditionFile)
	err = next.readRegions(func(name string) reading {
		known, found := d.files[name]
		switch {
		case !found || changed(name):
			return next.read(name)
		case !sameWords && known.entry != nil:
			return next.judge(known, known.whole())
		}
		return known
	})
	if err != nil {
		return nil, err
	}
	return next, nil
}

// start reads the edition, by whose words all files are read.
func start(in Input) (*Draft, error) {
	d := &Draft{folder: source.Open(in.Regions), prose: prose.New(), today: in.Today, program: in.Program}
	edition, faults, err := d.folder.Edition()
	if err != nil {
		return nil, err
	}
	d.edition, d.faults, d.useable = edition, faults, !slices.ContainsFunc(faults, isFatal)
	codec := region.NewCodec(&d.edition)
	d.shelf, d.words = atlas.NewShelf(codec, in.Spool), digest.Of(in.Program, d.edition, codec.Dialect())
	if !isUnread(edition.Unread) {
		d.faults = append(d.faults, region.CheckEdition(source.EditionFile, &d.edition)...)
	}
	return d, nil
}

// readRegions keeps the order of names, whichever worker is done first.
func (d *Draft) readRegions(read func(name string) reading) error {
	names, err := d.folder.List()
	if err != nil {
		return err
	}
	readings := make([]reading, len(names))
	inParallel(len(names), func(i int) { readings[i] = read(names[i]) })
	d.files = make(map[string]reading, len(names))
	for i, r := range readings {
		d.files[names[i]] = r
		d.faults = append(d.faults, r.faults...)
		if r.placed {
			d.entries = append(d.entries, r.entry)
		}
	}
	return nil
}

// read returns what a file says by itself, judged.
func (d *Draft) read(name string) reading {
	r, form, sum, _ := d.folder.RegionUnless(name, source.Sum{})
	return d.taken(&r, form, sum)
}

// taken is the reading of a file that was just parsed.
func (d *Draft) taken(r *region.Region, form []problem.Fault, sum source.Sum) reading {
	if isUnread(r.Unread) {
		return reading{form: form, faults: form}
	}
	return d.judge(reading{entry: d.shelf.Put(r), unread: r.Unread, sum: sum, form: form, links: d.links(r)}, r)
}

// whole is the region of a reading as it was read.
func (r reading) whole() *region.Region {
	whole := r.entry.Region()
	whole.Unread = r.unread
	return whole
}

// judge adds the faults of sense. A region has no place when it cannot be told
// from the others.
func (d *Draft) judge(known reading, r *region.Region) reading {
	known.faults, known.placed = known.form, false
	if !d.useable {
		return known
	}
	sense := append(region.Check(r, &d.edition, d.today), known.links...)
	if slices.ContainsFunc(known.form, isFatal) {
		// A page looks thin because a section stands under a misspelt name.
		sense = slices.DeleteFunc(sense, func(f problem.Fault) bool { return f.Warning })
	}
	known.faults = slices.Concat(known.form, sense)
	known.placed = region.IsNUTS(r.Code)
	return known
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

	draft *Draft // that it was made from
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

// Err is a failure of the machine that came to light while regions were read or
// checked: what was found is then of no use.
func (d *Draft) Err() error { return d.shelf.Err() }

// CheckOn is Check on a land that is already there.
func (d *Draft) CheckOn(land *page.Land, strict bool) (*Model, []problem.Problem) {
	model, faults := atlas.New(&d.edition, d.entries, land)
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
	return &Model{model, land, d}, problems
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

// Package generator is the straight line from region files to a site:
//
//	Read    source turns files into regions, and reports faults of form
//	Check   region finds faults of sense, atlas those of relation
//	Model   only without faults does an Atlas come out
//	Pages   page lists addresses with their words, render lays them out
//	Write   publish brings the complete new folder into place
//
// Build is this line from end to end. A Session is the same line for files that
// change while somebody looks at the site; Build is one turn of a session. Each
// stage is a type, and only the stage before it can make one: no page can be made
// from unchecked data. All faults are reported together. A build remembers
// nothing of the one before: it is quick because it does little.
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
//	   linkcheck   pages -> the first link that leads nowhere
//	0  fold        a text -> small letters without marks, as it is searched
//	   minify      layouts, sheets and scripts -> the same in fewer bytes
//	   palette     the colours of the style sheet -> drawings and pictures
//	   parallel    the same work on many values, on all cores
//
// Floor 0 holds layouts and assets too, and tools that know nothing of atlases.
//
// # Dependencies
//
// What is outside the standard library is imported by one room each:
//
//	github.com/BurntSushi/toml       source           region files are TOML
//	github.com/yuin/goldmark         prose            descriptions are Markdown
//	github.com/tdewolff/minify/v2    minify           layouts and sheets are minified
//	golang.org/x/image               picture          fonts, and filling shapes, for pictures of regions
//	golang.org/x/text/unicode/norm   fold             letters are taken apart as Unicode says
//	golang.org/x/text/width          cmd/atlas        how many columns a character takes on a terminal
//	golang.org/x/sys                 publish          folders change places in one step
//	github.com/gofrs/flock           publish          two builds never write one folder at once
//	github.com/rogpeppe/go-internal/diff        format           what a command would change, line by line
//	github.com/rogpeppe/go-internal/testscript  cmd/atlas tests  the command is tested by scripts of a terminal
//	github.com/santhosh-tekuri/jsonschema/v6  generator/reference tests  the JSON Schema is tested on every region file
package generator

import (
	"io/fs"

	"regional-atlas/generator/region"
)

// Input is everything a build reads.
type Input struct {
	Regions fs.FS // region files and atlas.toml
	Layouts fs.FS
	Assets  fs.FS
	Today   region.Date // bounds years and dates; nothing else depends on it
	Strict  bool        // every warning counts as a fault
}

// Package generator is the straight line from region files to a site:
//
//	Read    source turns files into regions, and reports faults of form
//	Check   region finds faults of sense, atlas those of relation
//	Resolve only without faults does an atlas come out; profile answers each question
//	        about a region once, as typed facts in no language
//	Print   page, carto, socialcard and finder list files, render lays them out
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
//	11  cmd/atlas   flags, terminal, exit code, clock
//	10  preview     a session shown while its files are edited
//	9   generator   Build and Session: the only room that sees every printer
//	8   intake      pages in questions and answers, and tables -> facts of region files
//	7   page        words and addresses, one file a page kind
//	    socialcard  the picture that other sites show beside a link
//	    finder      facts -> what the scripts that find and compare regions read
//	    search      all things and mentions -> the list that the search box reads
//	    export      all facts as files: tables, workbook, JSON, shapes, descriptors
//	6   carto       maps, views, markers, legends, locators, charts
//	    changes     two editions of the facts -> what is other
//	5   phrase      a resolved fact -> words
//	    match       several regions -> which are alike, and what they share
//	    dataset     facts -> rows of typed values, in no language and no format
//	    format      region files rewritten without changing what they say
//	4   profile     one region resolved, ranked and cited; tables of typed cells
//	    render      layout + content -> HTML, SVG, CSS
//	    source      files -> regions, with places
//	3   proofreader a front matter with slips -> as it was meant
//	    atlas       all regions together: relations, order, checks between regions
//	    reference   the schema as JSON Schema, field tables and list of codes
//	    output      a file of the site, not yet made, and its address
//	    boundaries  areas that others drew -> map data
//	2   region      the schema, its vocabularies, checks of sense
//	    picture     words and shapes -> PNG
//	    tomltree    TOML text -> a tree that has lost no byte, with places
//	1   problem     what is wrong, where, how to mend it
//	    words       numbers, dates, plurals, sentences in a language
//	    prose       Markdown -> safe HTML
//	    geometry    numbers and shapes -> paths
//	    sheet       tables of statistics -> values with all that stands beside them
//	    photo       pictures of cameras -> the same, upright and as small as pages want
//	    publish     bytes -> the folder of the site
//	    archive     files -> one zip
//	    linkcheck   pages -> the first link that leads nowhere
//	    europe      a figure -> its place among all regions of Europe
//	0   layout      templates of html/template, compiled -> files
//	    fold        a text -> small letters without marks, as it is searched
//	    slip        numbers, days and signs as people write them -> as a file has them
//	    palette     the colours of the style sheet -> drawings and pictures
//	    parallel    the same work on many values, on all cores
//	    minify      layouts, sheets and scripts -> the same in fewer bytes
//	    nuts        a region code -> what it is called in other editions of NUTS
//
// Floor 0 holds layouts and assets too, and tools that know nothing of atlases.
//
// # Languages
//
// Facts are in no language until they are printed. A site in several languages is printed
// once in each: region.Edition.In and region.Region.In give the texts of a language, and mark
// those that nobody has translated (words.In); profile, page, carto, finder and search run on
// them as they do on the first; render has the layouts with the sentences of the language, and
// turns marks into lang attributes. Pages of a further language lie in a folder of their own;
// data, pictures, grounds and scripts are shared (output.IsShared).
//
// # Dependencies
//
// What is outside the standard library is imported by one room each:
//
//	github.com/BurntSushi/toml       source           region files are TOML
//	github.com/yuin/goldmark         prose            descriptions are Markdown
//	github.com/tdewolff/minify/v2    minify           layouts and sheets are minified
//	golang.org/x/image               picture          reading fonts, and filling shapes, for pictures of regions
//	github.com/go-fonts/liberation   picture          the fonts, as the style sheet names them
//	golang.org/x/text/unicode/norm   fold             letters are taken apart as Unicode says
//	golang.org/x/text/feature/plural words            which numbers take which plural form in a language
//	golang.org/x/text/language       words            the tag of a language, as plural asks for it
//	golang.org/x/text/width          cmd/atlas        how many columns a character takes on a terminal
//	github.com/klauspost/compress    archive          a zip of the same bytes, whatever release of Go packs it
//	github.com/xuri/excelize/v2      export           a workbook that spreadsheets open with its types, not as text
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
	Pack    bool        // the site offers itself as one file, to be kept

	// Where the site is published and where its files are edited, in place of what
	// atlas.toml says; "" leaves that.
	Address, Edit string
}

package format

import (
	"regional-atlas/generator/source"
	"regional-atlas/generator/tomltree"
)

// tree is a region file taken apart. All its spans are of the whole text of the
// file.
type tree struct{ *tomltree.Tree }

// read takes a region file apart, whatever its line ends. It is only asked
// about texts that the parser of room source has understood.
func read(text string) (tree, bool) {
	start, end, ok := source.Bounds(text)
	if !ok {
		return tree{}, false
	}
	t := tomltree.ReadPart(text, tomltree.Between(start, end))
	return tree{t}, t.IsWhole()
}

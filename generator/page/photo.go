package page

import (
	"fmt"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Photo is a photograph of a region.
type Photo struct {
	Src           string
	Sizes         string // the same in several widths, for browsers to choose from
	Alt           string
	Width, Height int
	Credit        region.Credit // with its title
}

// photosOf are the photographs of a region; base is the way up to the folder of the site.
func photosOf(r *profile.Region, base string) []Photo {
	var list []Photo
	for i, p := range r.Photos {
		width := output.PhotoWidths()[0]
		photo := Photo{Src: base + output.Photo(r.Code, i+1, width), Alt: p.Alt, Width: width,
			Height: p.Height * width / max(1, p.Width),
			Credit: region.Credit{Title: p.Title, Author: p.Author, Licence: p.Licence, Link: p.Link}}
		var sizes []string
		for _, w := range output.PhotoWidths() {
			if w <= p.Width {
				sizes = append(sizes, fmt.Sprintf("%s %dw", base+output.Photo(r.Code, i+1, w), w))
			}
		}
		photo.Sizes = strings.Join(sizes, ", ")
		list = append(list, photo)
	}
	return list
}

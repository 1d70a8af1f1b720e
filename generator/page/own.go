package page

import (
	"cmp"

	"regional-atlas/generator/output"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// Own is a page that the editors wrote themselves.
type Own struct {
	Head
	Text prose.Text
}

// ownPages plans those pages.
type ownPages struct{ *Site }

func (s ownPages) files() output.Files {
	return each(s.edition.Pages, func(_ int, p region.Page) output.Files {
		return one(output.Own(p.Name()), "own", func() any { return s.page(p) })
	})
}

func (s ownPages) page(p region.Page) Own {
	address := output.Own(p.Name())
	section := "about.html"
	if p.Menu {
		section = address
	}
	return Own{s.head(address, "own", section, p.Title, cmp.Or(p.Summary, p.Title)), p.Text}
}

// ownLinks lead to the pages of the editors' own: those of the menu, or the others.
func ownLinks(e *region.Edition, root string, menu bool) []Link {
	var list []Link
	for i := range e.Pages {
		if p := &e.Pages[i]; p.Menu == menu {
			list = append(list, Link{Text: p.Title, Href: root + output.Own(p.Name())})
		}
	}
	return list
}

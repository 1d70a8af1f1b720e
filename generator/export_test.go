package generator

import (
	"io/fs"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// SiteOf is the site of an atlas that a test made of structs.
func SiteOf(a *atlas.Atlas, base *carto.Basemap, layoutFiles, assetFiles fs.FS) (*Site, error) {
	f, err := newFrame(Input{Layouts: layoutFiles, Assets: assetFiles})
	if err != nil {
		return nil, err
	}
	converter := prose.New()
	text := func(r *region.Region) prose.Text {
		text, _ := converter.Convert(r.Body) // a test's text is short
		return text
	}
	return f.site(&model{profile.New(a, text), base, nil}), nil
}

// Start is the page beside a packed site.
func (s *Site) Start() output.File { return s.start }

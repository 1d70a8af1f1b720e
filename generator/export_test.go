package generator

import (
	"regional-atlas/generator/atlas"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// Like is a session that has read the layouts, assets and map that another has, and no
// region.
func (s *Session) Like() *Session { return &Session{base: s.base, codes: s.codes, frame: s.frame} }

// Basemap is the map that a session has read.
func (s *Session) Basemap() *carto.Basemap { return s.base }

// SiteOf is the site of an atlas that a test made of structs, in the layouts and with the
// assets of a session.
func (s *Session) SiteOf(a *atlas.Atlas, base *carto.Basemap) *Site {
	converter := prose.New()
	text := func(r *region.Region) prose.Text {
		text, _ := converter.Convert(r.Body) // a test's text is short
		return text
	}
	pages := a.Edition().Pages
	for i := range pages {
		pages[i].Text, _ = converter.Convert(pages[i].Body)
	}
	site, err := s.frame.site(&model{profile.New(a, text), base, a, text, nil})
	if err != nil {
		panic(err)
	}
	return site
}

// Start is the page beside a packed site.
func (s *Site) Start() output.File { return s.start }

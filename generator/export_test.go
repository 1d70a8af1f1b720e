package generator

import (
	"bytes"
	"io"
	"sync"

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

// Written is the site as write brings it into a folder, its links checked, in memory: a
// test that only reads it need not wait for a disk.
func (s *Site) Written() (map[string]string, error) {
	into := &held{files: map[string]string{}}
	err := s.write(into, func() {})
	return into.files, err
}

// held is a folder in memory.
type held struct {
	mu    sync.Mutex
	files map[string]string
}

func (h *held) Write(name string, data []byte) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.files[name] = string(data)
	return nil
}

func (h *held) Stream(name string, content func(to io.Writer) error) error {
	var out bytes.Buffer
	if err := content(&out); err != nil {
		return err
	}
	return h.Write(name, out.Bytes())
}

func (h *held) IsForeign(string) bool { return false }

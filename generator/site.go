package generator

import (
	"io"
	"runtime"
	"strings"
	"sync"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/export"
	"regional-atlas/generator/finder"
	"regional-atlas/generator/linkcheck"
	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/page"
	"regional-atlas/generator/region"
	"regional-atlas/generator/search"
	"regional-atlas/generator/socialcard"
	"regional-atlas/generator/words"
)

// Site is checked data with everything needed to make its files. It never
// changes, so any number of goroutines may ask it for files.
type Site struct {
	*frame
	published string
	pages     *page.Site
	files     output.Files // that are made of the data
	start     output.File  // of the site as one file
	data      region.Site  // what the atlas says of itself
	day       region.Date  // of the newest edition of the facts
}

// site is a model in the layouts and with the assets of a frame. Each printer
// lists its files; here alone all printers are known.
func (f *frame) site(m *model) *Site {
	w := words.English()
	maps := carto.New(m.profiles, m.base, f.europe, w)
	charts := carto.NewCharts(m.profiles, f.europe, w)
	shared := match.NewShared(m.profiles)
	edition := m.profiles.Edition()
	pages := page.New(m.profiles, maps, charts, shared, w, page.Frame{Europe: f.europe, Style: f.style, Whole: f.pack})
	site := &Site{frame: f, published: edition.Site.Address, pages: pages, start: pages.Start(), data: edition.Site,
		day: edition.Releases.Newest()}
	site.files = output.Concat(
		pages.Files(),
		maps.Files(),
		charts.Files(),
		finder.Files(m.profiles, charts, shared, w),
		search.Files(m.profiles, w, "find.html"),
		export.New(m.profiles, m.base, w, maps.Credit()).Files(),
		socialcard.New(m.profiles, m.base, w, f.pictures, maps.Credit()).Files(),
	)
	if f.pack {
		site.files = output.Concat(site.files, site.whole(m))
	}
	return site
}

// Published is the address that the site is published at, "" when the atlas
// names none.
func (s *Site) Published() string { return s.published }

// File makes the one file at an address, the same bytes that a build writes, and
// reports whether the site has such a file.
func (s *Site) File(address string) (data []byte, found bool, err error) {
	for _, a := range s.assets {
		if a.name == address {
			return a.data, true, nil
		}
	}
	if p, found := page.RegionAt(s.pages, address); found { // the page that an editor looks at
		data, err := s.Bytes(p)
		return data, true, err
	}
	for p := range s.Files() {
		if p.Address == address {
			data, err := s.Bytes(p)
			return data, true, err
		}
	}
	return nil, false, nil
}

// Files lists every file of the site that is made of the data, in a fixed order.
func (s *Site) Files() output.Files { return s.files }

// Bytes makes one of them.
func (s *Site) Bytes(f output.File) ([]byte, error) { return s.renderer.File(f) }

// count is the number of pages of the site.
func (s *Site) count() int {
	n := 0
	for range s.Files() {
		n++
	}
	return n
}

// folder is where the files of a site go: by many at a time, each name once.
type folder interface {
	Write(name string, data []byte) error
	Stream(name string, content func(to io.Writer) error) error // a file that nobody holds whole
	IsForeign(name string) bool                                 // somebody else put a file of that name there
}

// writing is one pass over the pages of a site into a folder.
type writing struct {
	*Site
	folder folder
	links  *linkcheck.Checker
	failed failure
	step   func()
}

// write brings every page and asset into a folder that publish is staging, and
// checks that every link inside the site leads to something. step is told after
// each page, from any worker.
func (s *Site) write(into folder, step func()) error {
	w := &writing{Site: s, folder: into, links: linkcheck.New(), step: step}
	for _, a := range append(s.assets, asset{".nojekyll", nil}) {
		w.links.File(a.name, a.data)
		if err := into.Write(a.name, a.data); err != nil {
			return err
		}
	}
	w.pages()
	if w.failed.err != nil {
		return w.failed.err
	}
	return w.links.Check()
}

// planned is a page with its place in the plan.
type planned struct {
	output.File
	number int
}

// pages writes the pages as a stream: each is made, laid out and written by one
// of as many workers as there are cores, and then forgotten.
func (w *writing) pages() {
	// The plan runs ahead: while it works something out for all, workers go on.
	const ahead = 4096
	stream := make(chan planned, ahead)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for p := range stream {
				w.failed.note(p.number, w.page(p.File))
				w.step()
			}
		})
	}
	number := 0
	for p := range w.Site.Files() {
		if w.failed.found() {
			break
		}
		if p.Address == output.Robots && w.folder.IsForeign(p.Address) {
			continue // somebody decided otherwise
		}
		stream <- planned{p, number}
		number++
	}
	close(stream)
	wait.Wait()
}

// page lays a page out and writes it, or lets a file write itself, in which no link leads
// to a place.
func (w *writing) page(p output.File) error {
	if p.Layout == "" {
		w.links.File(p.Address, nil)
		return w.folder.Stream(p.Address, p.Encode)
	}
	return w.renderer.Lend(p, func(data []byte) error {
		if strings.HasSuffix(p.Address, ".html") {
			if err := w.links.Page(p.Address, data); err != nil {
				return err
			}
		} else {
			w.links.File(p.Address, data)
		}
		return w.folder.Write(p.Address, data)
	})
}

// failure is the error of the page that comes first in the plan, whichever
// worker is done first: the same fault is told in the same words.
type failure struct {
	sync.Mutex
	number int
	err    error
}

func (f *failure) note(number int, err error) {
	f.Lock()
	defer f.Unlock()
	if err != nil && (f.err == nil || number < f.number) {
		f.number, f.err = number, err
	}
}

func (f *failure) found() bool {
	f.Lock()
	defer f.Unlock()
	return f.err != nil
}

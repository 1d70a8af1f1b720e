package generator

import (
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"regional-atlas/generator/digest"
	"regional-atlas/generator/minify"
	"regional-atlas/generator/page"
	"regional-atlas/generator/publish"
	"regional-atlas/generator/render"
)

// Site is a model with everything needed to write its pages.
type Site struct {
	pages    *page.Planner
	renderer *render.Renderer
	minifier *minify.Minifier
	assets   []asset
	style    string // the style sheet that every page loads
	model    *Model
	inputs   func() (digest.Sum, bool) // of layouts and assets, where they are noted
}

// asset is a file that browsers load, ready to be written.
type asset struct {
	name string
	data []byte
}

// styleSheet is the sheet that every page loads.
const styleSheet = "atlas.css"

// Plan prepares the pages of a model. It fails when a layout or an asset is
// broken, before anything is written.
func (m *Model) Plan(in Input) (*Site, error) {
	frame, err := NewFrame(in)
	if err != nil {
		return nil, err
	}
	return frame.Of(m), nil
}

// Frame is a site without its pages: the layouts and assets, which depend on no
// region.
type Frame struct{ site Site }

// NewFrame reads the layouts and assets. It fails when one of them is broken.
func NewFrame(in Input) (*Frame, error) {
	s := Site{minifier: minify.New(), inputs: in.sum}
	var err error
	if s.renderer, err = render.New(in.Layouts); err != nil {
		return nil, err
	}
	if s.assets, err = s.readAssets(in.Assets); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(s.assets, func(a asset) bool { return a.name == "assets/"+styleSheet })
	if i < 0 {
		return nil, fmt.Errorf("the assets have no %s", styleSheet)
	}
	s.style = string(s.assets[i].data)
	return &Frame{s}, nil
}

// Of is the site with the pages of a model.
func (f *Frame) Of(m *Model) *Site {
	s := f.site
	s.pages, s.model = page.NewPlanner(m.Atlas, m.Land, s.style), m
	return &s
}

// File makes the one file at an address, the same bytes that Write writes, and
// reports whether the site has such a file.
func (s *Site) File(address string) (data []byte, found bool, err error) {
	for _, a := range s.assets {
		if a.name == address {
			return a.data, true, nil
		}
	}
	for p := range s.pages.Pages() {
		if p.Address == address {
			data, err := s.lay(p)
			return data, true, err
		}
	}
	return nil, false, nil
}

// readAssets takes the files at the root of the assets that browsers load; map
// data lies in a folder below and stays out of the site.
func (s *Site) readAssets(files fs.FS) ([]asset, error) {
	var list []asset
	for _, pattern := range []string{"*.css", "*.js", "*.svg", "*.png"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return nil, fmt.Errorf("the assets cannot be listed: %w", err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				return nil, fmt.Errorf("the asset %s cannot be read", name)
			}
			if data, err = s.minifier.File(name, data); err != nil {
				return nil, fmt.Errorf("the asset %s has a fault: %w", name, err)
			}
			list = append(list, asset{"assets/" + path.Base(name), data})
		}
	}
	return list, nil
}

// Count is the number of pages of the site.
func (s *Site) Count() int {
	n := 0
	for range s.pages.Pages() {
		n++
	}
	return n
}

// Write writes every page and asset into a folder that publish is staging, or
// keeps those that are as the memory of the build before says; nil is no memory.
// The pages are a stream: each is made, laid out and written by one of as many
// workers as there are cores, and then forgotten. progress is told after each
// page, from any worker. The memory that comes back is for Seal.
func (s *Site) Write(folder *publish.Folder, before *Memory, progress func()) (*Memory, error) {
	r := s.newRecorder(before)
	for _, a := range append(s.assets, asset{".nojekyll", nil}) {
		r.links.wrote(a.name)
		if err := folder.Write(a.name, a.data); err != nil {
			return nil, err
		}
	}
	// The plan runs ahead: while it works something out for all, workers go on.
	const ahead = 4096
	stream, failed := make(chan planned, ahead), &failure{}
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for p := range stream {
				failed.note(p.number, s.writePage(folder, r, p.Page))
				progress()
			}
		})
	}
	number := 0
	for p := range s.pages.Pages() {
		if failed.found() {
			break
		}
		stream <- planned{p, number}
		number++
	}
	close(stream)
	wait.Wait()
	if failed.err != nil {
		return nil, failed.err
	}
	if err := r.links.check(r.stands, s.File); err != nil {
		return nil, err
	}
	return r.memory(s), s.model.draft.shelf.Err()
}

// planned is a page with its place in the plan.
type planned struct {
	page.Page
	number int
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

// writePage asks the memory twice: by what the page depends on, which is soon
// said, and by what it says.
func (s *Site) writePage(folder *publish.Folder, r *recorder, p page.Page) error {
	now := made{key: r.keyOf(p)}
	if kept, err := r.keep(folder, p.Address, now); kept || err != nil {
		return err
	}
	content := p.Make()
	now.content = r.contentOf(p, content)
	if kept, err := r.keep(folder, p.Address, now); kept || err != nil {
		return err
	}
	p.Make = func() any { return content }
	data, err := s.lay(p)
	if err != nil {
		return err
	}
	r.links.wrote(p.Address)
	if strings.HasSuffix(p.Address, ".html") {
		numbers, err := r.links.read(p.Address, data)
		if err != nil {
			return err
		}
		now.links = packNumbers(numbers)
	}
	r.note(p.Address, now)
	return folder.Write(p.Address, data)
}

// lay makes a page and lays it out: layouts are small already.
func (s *Site) lay(p page.Page) ([]byte, error) { return s.renderer.Page(p) }

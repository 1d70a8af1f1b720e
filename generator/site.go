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
	"regional-atlas/generator/render"
	"regional-atlas/generator/search"
	"regional-atlas/generator/socialcard"
	"regional-atlas/generator/words"
)

// Site is checked data with everything needed to make its files. It never
// changes, so any number of goroutines may ask it for files.
type Site struct {
	*frame
	published string
	languages []*printed  // one for each language, that of the atlas first
	start     output.File // of the site as one file
	data      region.Site // what the atlas says of itself
	day       region.Date // of the newest edition of the facts
}

// printed is the site in one of its languages.
type printed struct {
	folder   string // of its pages, inside the site: "" for the first
	renderer *render.Renderer
	content  func() content // made when somebody first asks for a page in this language
}

// content is what a language prints.
type content struct {
	pages *page.Site
	files output.Files // with their addresses inside the site
}

// site is a model in the layouts and with the assets of a frame.
func (f *frame) site(m *model) (*Site, error) {
	data := m.profiles.Edition()
	site := &Site{frame: f, published: data.Site.Address, data: data.Site, day: data.Releases.Newest()}
	all := versions(data)
	for _, v := range all {
		renderer, err := f.renderer(v.Words, data.Words[v.Words.Tag()])
		if err != nil {
			return nil, err
		}
		site.languages = append(site.languages, &printed{v.Folder, renderer,
			sync.OnceValue(func() content { return f.print(m, v, all, site) })})
	}
	site.start = site.languages[0].content().pages.Start()
	return site, nil
}

// versions are the languages that the site is published in. Where nobody has words in that
// of the atlas, pages are English.
func versions(data *region.Edition) []page.Language {
	var list []page.Language
	for i, tag := range data.Site.Published() {
		v := page.Language{Words: data.Language(tag), Folder: strings.ToLower(tag) + "/"}
		if v.Words == nil {
			v.Words = words.English()
		}
		if i == 0 {
			v.Folder = ""
		}
		list = append(list, v)
	}
	return list
}

// print is a model in one language. Each printer lists its files; here alone all printers
// are known. Data and pictures are the same in all languages: the first has them.
func (f *frame) print(m *model, v page.Language, all []page.Language, site *Site) content {
	w := v.Words
	up := output.Root(v.Folder)
	in := m.in(w)
	frame := page.Frame{Europe: f.europe, Style: f.style, Whole: f.pack, Folder: v.Folder}
	if len(all) > 1 {
		frame.Versions = all
	}
	maps := carto.New(in, m.base, f.europe, w, up)
	charts := carto.NewCharts(in, f.europe, w)
	shared := match.NewShared(in)
	c := content{pages: page.New(in, maps, charts, shared, w, frame)}
	c.files = output.Concat(
		c.pages.Files(),
		maps.Files(),
		charts.Files(),
		finder.Files(in, charts, shared, w),
		search.Files(in, w, "find.html"),
	)
	if v.Folder != "" {
		c.files = inFolder(v.Folder, c.files)
		return c
	}
	c.files = output.Concat(c.files,
		export.New(m.profiles, m.base, w, maps.Credit()).Files(),
		socialcard.New(m.profiles, m.base, w, f.pictures, maps.Credit()).Files(),
		photos(f.regions, m.profiles.Regions()),
	)
	if f.pack {
		c.files = output.Concat(c.files, site.whole(m))
	}
	return c
}

// inFolder lists the files of a further language in their folder. What all languages share
// stands in the first.
func inFolder(folder string, files output.Files) output.Files {
	return func(yield func(output.File) bool) {
		for f := range files {
			if output.IsShared(f.Address) {
				continue
			}
			f.Address = folder + f.Address
			if !yield(f) {
				return
			}
		}
	}
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
	e := s.languageOf(address)
	if p, found := page.RegionAt(e.content().pages, strings.TrimPrefix(address, e.folder)); found { // the page that an editor looks at
		p.Address = address
		data, err := e.renderer.File(p)
		return data, true, err
	}
	for p := range e.content().files {
		if p.Address == address {
			data, err := e.renderer.File(p)
			return data, true, err
		}
	}
	return nil, false, nil
}

// Files lists every file of the site that is made of the data, in a fixed order.
func (s *Site) Files() output.Files {
	var all []output.Files
	for _, e := range s.languages {
		all = append(all, func(yield func(output.File) bool) { e.content().files(yield) })
	}
	return output.Concat(all...)
}

// Bytes makes one of them.
func (s *Site) Bytes(f output.File) ([]byte, error) {
	return s.languageOf(f.Address).renderer.File(f)
}

// Lend makes one of them that has a layout, in memory that is used again when do returns.
func (s *Site) Lend(f output.File, do func(data []byte) error) error {
	return s.languageOf(f.Address).renderer.Lend(f, do)
}

// languageOf is the language that the file at an address is in.
func (s *Site) languageOf(address string) *printed {
	for _, e := range s.languages[1:] {
		if strings.HasPrefix(address, e.folder) {
			return e
		}
	}
	return s.languages[0]
}

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
		return w.folder.Stream(p.Address, func(to io.Writer) error { return render.Encode(p, to) })
	}
	return w.Lend(p, func(data []byte) error {
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

// Package linkcheck tells the first link of a site that leads nowhere: to a file
// that the site does not have, or to an anchor that is not on the page.
//
// It keeps one entry for each target, not one for each link, and a number for each
// anchor, so that it stays small beside the pages. Editors write no links inside the site
// (those in their files lead outside, and are checked with the file): what is found here
// is a fault of a layout or of ours.
package linkcheck

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// Checker collects the files of a site with their links. Any number of
// goroutines may add files; Check comes when all are there.
type Checker struct {
	mu      sync.Mutex
	files   map[string][]int32            // the anchors of a file, ascending, by its address
	anchors map[string]int32              // the number of an anchor: many pages have the same
	targets map[string]*target            // by address and anchor
	known   map[string]map[string]*target // folder of a page -> link as it is written
	found   sync.Pool                     // *found that wait for the next file
}

// target is what pages lead to, with the page that comes first in the alphabet: the same
// fault is told in the same words, whichever worker is done first.
type target struct{ from string }

func (t *target) linked(from string) {
	if from < t.from {
		t.from = from
	}
}

// mostKnown bounds the memory of a folder for links that come back, give or take those of
// a page; most pages lead to few others.
const mostKnown = 4096

// New is a checker of a site without files.
func New() *Checker {
	return &Checker{files: map[string][]int32{}, anchors: map[string]int32{},
		targets: map[string]*target{}, known: map[string]map[string]*target{}}
}

// File adds a file that is no page, whose links are not looked at.
func (c *Checker) File(address string, data []byte) {
	f := c.read(data)
	defer c.found.Put(f)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(address, f)
}

// found is what stands in the attributes of a file, as it is written.
type found struct{ ids, hrefs, sources [][]byte }

// read looks through a file once.
func (c *Checker) read(data []byte) *found {
	f, _ := c.found.Get().(*found)
	if f == nil {
		f = &found{}
	}
	f.ids, f.hrefs, f.sources = f.ids[:0], f.hrefs[:0], f.sources[:0]
	for at := 0; ; {
		equals := bytes.Index(data[at:], []byte(`="`))
		if equals < 0 {
			return f
		}
		before := data[:at+equals]
		at += equals + 2
		var list *[][]byte
		switch {
		case bytes.HasSuffix(before, []byte(" href")):
			list = &f.hrefs
		case bytes.HasSuffix(before, []byte(" id")):
			list = &f.ids
		case bytes.HasSuffix(before, []byte(" src")):
			list = &f.sources
		default:
			continue
		}
		value, _, _ := bytes.Cut(data[at:], []byte{'"'})
		*list = append(*list, value)
		at += len(value)
	}
}

// add notes a file with its anchors.
func (c *Checker) add(address string, f *found) {
	var list []int32
	for _, id := range f.ids {
		if bytes.IndexByte(id, '&') >= 0 {
			id = []byte(html.UnescapeString(string(id)))
		}
		number, known := c.anchors[string(id)]
		if !known {
			number = int32(len(c.anchors))
			c.anchors[string(id)] = number
		}
		list = append(list, number)
	}
	slices.Sort(list)
	c.files[address] = slices.Clip(list)
}

// has reports whether a file that was added has an anchor.
func (c *Checker) has(address, anchor string) bool {
	number, known := c.anchors[anchor]
	if !known {
		return false
	}
	_, found := slices.BinarySearch(c.files[address], number)
	return found
}

// Page adds a page with its links. An anchor on the page itself is checked at
// once, others by Check.
func (c *Checker) Page(address string, page []byte) error {
	f := c.read(page)
	defer c.found.Put(f)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(address, f)
	dir := path.Dir(address)
	known := c.known[dir]
	if known == nil || len(known) >= mostKnown {
		known = map[string]*target{}
		c.known[dir] = known
	}
	var first error
	for _, links := range [][][]byte{f.hrefs, f.sources} {
		for _, link := range links {
			if to := known[string(link)]; to != nil {
				to.linked(address)
				continue
			}
			to, err := c.link(address, dir, string(link))
			if to != nil {
				known[string(link)] = to
			}
			if first == nil {
				first = err
			}
		}
	}
	return first
}

// link is the target of a link of a page in a folder that leads to another file of the
// site, nil for any other.
func (c *Checker) link(address, dir, link string) (*target, error) {
	file, anchor, _ := strings.Cut(html.UnescapeString(link), "#")
	switch {
	case strings.Contains(file, ":"): // leads outside
		return nil, nil
	case file == "" && anchor == "":
		return nil, fmt.Errorf("%s has a link that leads nowhere", address)
	case file == "" && !c.has(address, anchor):
		return nil, fmt.Errorf("%s links to #%s, which is not on the page", address, anchor)
	case file == "":
		return nil, nil
	}
	file = path.Join(dir, file)
	if anchor != "" {
		file += "#" + anchor
	}
	return c.target(file, address), nil
}

// target is the target with an address, to which a page leads.
func (c *Checker) target(address, from string) *target {
	t := c.targets[address]
	if t == nil {
		t = &target{from}
		c.targets[address] = t
	}
	t.linked(from)
	return t
}

// Check tells the first target, in the order of the alphabet, that the site does
// not have.
func (c *Checker) Check() error {
	for _, address := range slices.Sorted(maps.Keys(c.targets)) {
		file, anchor, anchored := strings.Cut(address, "#")
		if _, found := c.files[file]; !found {
			return fmt.Errorf(
				"%s links to %s, which the site does not have",
				c.targets[address].from,
				file,
			)
		}
		// What holds an equals sign is no place but the state of a page that a script
		// fills, such as compare.html#r=be1.
		if !anchored || strings.Contains(anchor, "=") {
			continue
		}
		if !c.has(file, anchor) {
			return fmt.Errorf(
				"%s links to %s, where there is no such place",
				c.targets[address].from,
				address,
			)
		}
	}
	return nil
}

// Package linkcheck tells the first link of a site that leads nowhere: to a file
// that the site does not have, or to an anchor that is not on the page.
//
// It keeps one entry for each target, not one for each link, so that it stays
// small beside the pages. Editors write no links inside the site (those in their
// files lead outside, and are checked with the file): what is found here is a
// fault of a layout or of ours.
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
	files   map[string]bool              // by address
	targets map[string]string            // target with its anchor -> the first page that leads there
	known   map[string]map[string]string // folder of a page -> link as it is written -> target
}

// mostKnown bounds the memory of a folder for links that come back; most pages
// lead to few others.
const mostKnown = 4096

// New is a checker of a site without files.
func New() *Checker {
	return &Checker{files: map[string]bool{}, targets: map[string]string{},
		known: map[string]map[string]string{}}
}

// File adds a file that is no page.
func (c *Checker) File(address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files[address] = true
}

// Page adds a page with its links. An anchor on the page itself is checked at
// once, others by Check.
func (c *Checker) Page(address string, page []byte) error {
	ids := map[string]bool{}
	each(page, ` id="`, func(id []byte) { ids[html.UnescapeString(string(id))] = true })
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files[address] = true
	var first error
	for _, attribute := range []string{` href="`, ` src="`} {
		each(page, attribute, func(link []byte) {
			if err := c.link(address, link, ids); first == nil {
				first = err
			}
		})
	}
	return first
}

// each calls do with every value of an attribute, as it is written.
func each(page []byte, attribute string, do func(value []byte)) {
	for {
		_, after, found := bytes.Cut(page, []byte(attribute))
		if !found {
			return
		}
		var value []byte
		value, page, _ = bytes.Cut(after, []byte{'"'})
		do(value)
	}
}

// link notes the target of a link that leads to another file of the site.
func (c *Checker) link(address string, link []byte, ids map[string]bool) error {
	dir := path.Dir(address)
	if target, known := c.known[dir][string(link)]; known {
		c.note(target, address)
		return nil
	}
	target, anchor, _ := strings.Cut(html.UnescapeString(string(link)), "#")
	switch {
	case strings.Contains(target, ":"): // leads outside
		return nil
	case target == "" && anchor == "":
		return fmt.Errorf("%s has a link that leads nowhere", address)
	case target == "" && !ids[anchor]:
		return fmt.Errorf("%s links to #%s, which is not on the page", address, anchor)
	case target == "":
		return nil
	}
	target = path.Join(dir, target)
	if anchor != "" {
		target += "#" + anchor
	}
	if c.known[dir] == nil || len(c.known[dir]) == mostKnown {
		c.known[dir] = map[string]string{}
	}
	c.known[dir][string(link)] = target
	c.note(target, address)
	return nil
}

// note keeps the page that comes first in the alphabet, whichever worker is
// done first: the same fault is told in the same words.
func (c *Checker) note(target, address string) {
	if from, met := c.targets[target]; !met || address < from {
		c.targets[target] = address
	}
}

// Check tells the first target, in the order of the alphabet, that the site does
// not have. page makes the page at an address once more, where an anchor on it
// must be looked for: links to anchors on other pages are few.
func (c *Checker) Check(page func(address string) ([]byte, error)) error {
	for _, target := range slices.Sorted(maps.Keys(c.targets)) {
		address, anchor, anchored := strings.Cut(target, "#")
		if !c.files[address] {
			return fmt.Errorf("%s links to %s, which the site does not have", c.targets[target], address)
		}
		// What holds an equals sign is no place but the state of a page that a script
		// fills, such as compare.html#r=be1.
		if !anchored || strings.Contains(anchor, "=") {
			continue
		}
		data, err := page(address)
		if err != nil {
			return err
		}
		if !bytes.Contains(data, []byte(` id="`+anchor+`"`)) {
			return fmt.Errorf("%s links to %s, where there is no such place", c.targets[target], target)
		}
	}
	return nil
}

package generator

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

// links checks that every link, picture and anchor inside the site leads to
// something. It keeps one entry for each address and target, not one for each
// link, so that it stays small beside the pages. Editors write no such links
// (those in their files lead outside, and are checked with the file): what is
// found here is a fault of a layout or of ours.
type links struct {
	sync.Mutex
	written map[string]bool   // addresses
	wanted  map[string]string // target -> the page that first linked to it
	anchors map[string]string // target#anchor on another page -> the same
}

func newLinks() *links {
	return &links{written: map[string]bool{}, wanted: map[string]string{}, anchors: map[string]string{}}
}

func (l *links) wrote(address string) {
	l.Lock()
	defer l.Unlock()
	l.written[address] = true
}

// read takes the links of a page. An anchor on the page itself is checked at
// once, others when all pages are there.
func (l *links) read(address string, page []byte) error {
	ids := map[string]bool{}
	each(page, ` id="`, func(id string) error { ids[id] = true; return nil })
	for _, attribute := range []string{` href="`, ` src="`} {
		if err := each(page, attribute, func(link string) error { return l.take(address, link, ids) }); err != nil {
			return err
		}
	}
	return nil
}

// each calls do with every value of an attribute, to the first error.
func each(page []byte, attribute string, do func(value string) error) error {
	for {
		_, after, found := bytes.Cut(page, []byte(attribute))
		if !found {
			return nil
		}
		value, rest, _ := bytes.Cut(after, []byte{'"'})
		if err := do(html.UnescapeString(string(value))); err != nil {
			return err
		}
		page = rest
	}
}

func (l *links) take(address, link string, ids map[string]bool) error {
	target, anchor, _ := strings.Cut(link, "#")
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
	target = path.Join(path.Dir(address), target)
	l.Lock()
	defer l.Unlock()
	keepFirst(l.wanted, target, address)
	if anchor != "" {
		keepFirst(l.anchors, target+"#"+anchor, address)
	}
	return nil
}

// keepFirst keeps the page that comes first in the alphabet, whichever worker
// is done first.
func keepFirst(m map[string]string, key, address string) {
	if first, known := m[key]; !known || address < first {
		m[key] = address
	}
}

func hasAnchor(page []byte, anchor string) bool {
	return bytes.Contains(page, []byte(` id="`+anchor+`"`))
}

// check tells the first target that the site does not have. page makes the file
// at an address once more: anchors on other pages are few.
func (l *links) check(page func(address string) ([]byte, bool, error)) error {
	for _, target := range slices.Sorted(maps.Keys(l.wanted)) {
		if !l.written[target] {
			return fmt.Errorf("%s links to %s, which the site does not have", l.wanted[target], target)
		}
	}
	for _, link := range slices.Sorted(maps.Keys(l.anchors)) {
		target, anchor, _ := strings.Cut(link, "#")
		data, _, err := page(target)
		if err != nil {
			return err
		}
		if !hasAnchor(data, anchor) {
			return fmt.Errorf("%s links to %s, where there is no such place", l.anchors[link], link)
		}
	}
	return nil
}

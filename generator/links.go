package generator

import (
	"bytes"
	"fmt"
	"html"
	"path"
	"slices"
	"strings"
	"sync"
)

// links checks that every link, picture and anchor inside the site leads to
// something. It keeps one entry for each target, not one for each link, so that
// it stays small beside the pages. Editors write no such links (those in their
// files lead outside, and are checked with the file): what is found here is a
// fault of a layout or of ours.
type links struct {
	sync.Mutex
	written map[string]bool              // addresses
	numbers map[string]uint32            // of targets, with their anchors
	targets []string                     // by number
	from    []string                     // the page that comes first in the alphabet of those that lead there
	known   map[string]map[string]uint32 // folder of a page -> link as it is written -> number
}

// mostKnown bounds the memory of a folder for links that come back; most pages
// lead to few others.
const mostKnown = 4096

func newLinks() *links {
	return &links{written: map[string]bool{}, numbers: map[string]uint32{}, known: map[string]map[string]uint32{}}
}

func (l *links) wrote(address string) {
	l.Lock()
	defer l.Unlock()
	l.written[address] = true
}

// read takes the links of a page and returns the numbers of their targets. An
// anchor on the page itself is checked at once, others when all pages are there.
func (l *links) read(address string, page []byte) ([]uint32, error) {
	ids := map[string]bool{}
	each(page, ` id="`, func(id []byte) { ids[html.UnescapeString(string(id))] = true })
	l.Lock()
	defer l.Unlock()
	var numbers []uint32
	var failed error
	for _, attribute := range []string{` href="`, ` src="`} {
		each(page, attribute, func(link []byte) {
			n, inside, err := l.number(address, link, ids)
			if inside {
				numbers = append(numbers, n)
			}
			if failed == nil {
				failed = err
			}
		})
	}
	slices.Sort(numbers)
	numbers = slices.Clip(slices.Compact(numbers))
	l.note(address, numbers)
	return numbers, failed
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

// number is that of the target of a link on a page; inside is false when it
// leads outside, or to a place on the page.
func (l *links) number(address string, link []byte, ids map[string]bool) (n uint32, inside bool, err error) {
	dir := path.Dir(address)
	if n, known := l.known[dir][string(link)]; known {
		return n, true, nil
	}
	target, anchor, _ := strings.Cut(html.UnescapeString(string(link)), "#")
	switch {
	case strings.Contains(target, ":"): // leads outside
		return 0, false, nil
	case target == "" && anchor == "":
		return 0, false, fmt.Errorf("%s has a link that leads nowhere", address)
	case target == "" && !ids[anchor]:
		return 0, false, fmt.Errorf("%s links to #%s, which is not on the page", address, anchor)
	case target == "":
		return 0, false, nil
	}
	target = path.Join(dir, target)
	if anchor != "" {
		target += "#" + anchor
	}
	if l.known[dir] == nil || len(l.known[dir]) == mostKnown {
		l.known[dir] = map[string]uint32{}
	}
	n = l.numbered(target)
	l.known[dir][string(link)] = n
	return n, true, nil
}

func (l *links) numbered(target string) uint32 {
	n, known := l.numbers[target]
	if !known {
		n = uint32(len(l.targets))
		l.numbers[target] = n
		l.targets, l.from = append(l.targets, target), append(l.from, "")
	}
	return n
}

// note keeps the page that comes first in the alphabet, whichever worker is
// done first.
func (l *links) note(address string, numbers []uint32) {
	for _, n := range numbers {
		if l.from[n] == "" || address < l.from[n] {
			l.from[n] = address
		}
	}
}

// adopt gives the targets of an earlier build numbers of this one. A target is
// checked when a page leads there.
func (l *links) adopt(targets []string) []uint32 {
	l.Lock()
	defer l.Unlock()
	numbers := make([]uint32, len(targets))
	for i, target := range targets {
		if target != "" {
			numbers[i] = l.numbered(target)
		}
	}
	return numbers
}

// met lists the targets by number, "" for those that no page leads to any more.
func (l *links) met() []string {
	targets := slices.Clone(l.targets)
	for n, from := range l.from {
		if from == "" {
			targets[n] = ""
		}
	}
	return targets
}

// again takes the links of a page that were read before.
func (l *links) again(address string, numbers []uint32) {
	l.Lock()
	defer l.Unlock()
	l.note(address, numbers)
}

func hasAnchor(page []byte, anchor string) bool {
	return bytes.Contains(page, []byte(` id="`+anchor+`"`))
}

// check tells the first target that the site does not have. page makes the file
// at an address once more, where an anchor is not known to stand on it: anchors
// on other pages are few.
func (l *links) check(stands func(target string) bool, page func(address string) ([]byte, bool, error)) error {
	for _, target := range slices.Sorted(slices.Values(l.targets)) {
		if l.from[l.numbers[target]] == "" {
			continue // only an earlier build had it
		}
		address, anchor, anchored := strings.Cut(target, "#")
		if !l.written[address] {
			return fmt.Errorf("%s links to %s, which the site does not have", l.from[l.numbers[target]], address)
		}
		if !anchored || stands(target) {
			continue
		}
		data, _, err := page(address)
		if err != nil {
			return err
		}
		if !hasAnchor(data, anchor) {
			return fmt.Errorf("%s links to %s, where there is no such place", l.from[l.numbers[target]], target)
		}
	}
	return nil
}

package main

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// difference is how two sites differ.
type difference struct {
	pages, files   int      // of the first site: HTML, and all others
	onlyA, onlyB   []string // addresses
	text, links    []string // addresses of pages of which these differ
	bytes          []string // addresses of other files whose bytes differ
	firstA, firstB string   // where the first two texts or links begin to differ
}

// byDesign are the files that only the atlas has: what it needs for the next
// build and for its host, and the map for search engines, which Hugo is told
// not to make.
var byDesign = []string{".nojekyll", "manifest.txt", "sitemap.xml"}

// compare reads two sites. Of pages it compares the addresses; the visible text
// with the title and the names of links, without white space, which minifiers
// treat differently; and the targets of links and pictures in their order. Of
// other files it compares the bytes, but for white space at the ends.
func compare(a, b fs.FS) (difference, error) {
	var d difference
	inA, err := addresses(a)
	if err != nil {
		return d, err
	}
	inB, err := addresses(b)
	if err != nil {
		return d, err
	}
	d.onlyA, d.onlyB = without(inA, inB), without(inB, inA)
	for _, name := range inA {
		if path.Ext(name) == ".html" {
			d.pages++
		} else {
			d.files++
		}
		if _, found := slices.BinarySearch(inB, name); found {
			if err := d.file(a, b, name); err != nil {
				return d, err
			}
		}
	}
	return d, nil
}

func addresses(site fs.FS) ([]string, error) {
	var list []string
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !slices.Contains(byDesign, name) {
			list = append(list, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("a site cannot be compared: %w", err)
	}
	slices.Sort(list)
	return list, nil
}

func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool {
		_, found := slices.BinarySearch(other, s)
		return found
	})
}

func (d *difference) file(a, b fs.FS, name string) error {
	dataA, err := fs.ReadFile(a, name)
	if err != nil {
		return fmt.Errorf("a site cannot be compared: %w", err)
	}
	dataB, err := fs.ReadFile(b, name)
	if err != nil {
		return fmt.Errorf("a site cannot be compared: %w", err)
	}
	if path.Ext(name) != ".html" {
		if !bytes.Equal(bytes.TrimSpace(dataA), bytes.TrimSpace(dataB)) {
			d.bytes = append(d.bytes, name)
		}
		return nil
	}
	textA, linksA := reader(string(dataA))
	textB, linksB := reader(string(dataB))
	if textA != textB {
		d.text = append(d.text, name)
		d.first(textA, textB)
	}
	if !slices.Equal(linksA, linksB) {
		d.links = append(d.links, name)
		d.first(strings.Join(linksA, " "), strings.Join(linksB, " "))
	}
	return nil
}

// first keeps where two texts begin to differ.
func (d *difference) first(a, b string) {
	if d.firstA != "" || d.firstB != "" {
		return
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	d.firstA, d.firstB = around(a, i), around(b, i)
}

func around(text string, i int) string {
	return strings.ToValidUTF8(text[max(0, i-40):min(len(text), i+40)], "?")
}

var (
	hidden = regexp.MustCompile(`(?s)<!--.*?-->|<script.*?</script>|<style.*?</style>`)
	tag    = regexp.MustCompile(`<[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^>"'])*>`)
	target = regexp.MustCompile(`\s(href|src)=("[^"]*"|'[^']*'|[^\s>]+)`)
	name   = regexp.MustCompile(`\s(?:aria-label|title|alt)=("[^"]*"|'[^']*'|[^\s>]+)`)
)

// reader takes from a page what a reader gets: the text, with the names that
// are read aloud, and where its links lead.
func reader(page string) (text string, links []string) {
	page = hidden.ReplaceAllString(page, "")
	text = tag.ReplaceAllStringFunc(page, func(t string) string {
		for _, match := range target.FindAllStringSubmatch(t, -1) {
			links = append(links, value(match[2]))
		}
		var names strings.Builder
		for _, match := range name.FindAllStringSubmatch(t, -1) {
			names.WriteString(html.EscapeString(value(match[1])))
		}
		return " " + names.String() + " "
	})
	return strings.Join(strings.Fields(html.UnescapeString(text)), ""), links
}

func value(quoted string) string { return html.UnescapeString(strings.Trim(quoted, `"'`)) }

func (d difference) print(w io.Writer) {
	fmt.Fprintf(
		w,
		"compared %d pages (address; visible text, title and names read aloud, without white space; targets of links and pictures, in order) and %d other files (bytes). Only the atlas has %s, by design.\n",
		d.pages,
		d.files,
		strings.Join(byDesign, ", "),
	)
	if len(d.onlyA)+len(d.onlyB)+len(d.text)+len(d.links)+len(d.bytes) == 0 {
		fmt.Fprintln(w, "  They agree everywhere.")
		return
	}
	for _, line := range []struct {
		words string
		list  []string
	}{{"only in the atlas", d.onlyA}, {"only in the Hugo site", d.onlyB}, {"text differs", d.text}, {"links differ", d.links}, {"bytes differ", d.bytes}} {
		if len(line.list) > 0 {
			fmt.Fprintf(
				w,
				"  %s: %d (%s)\n",
				line.words,
				len(line.list),
				strings.Join(line.list[:min(5, len(line.list))], ", "),
			)
		}
	}
	if d.firstA+d.firstB != "" {
		fmt.Fprintf(w, "  first difference: atlas %q, Hugo %q\n", d.firstA, d.firstB)
	}
}

// Package finder makes the index by which visitors of an atlas that outgrew one
// page find a region or a country by any of its names. It is divided among scripts
// that a page loads as letters are typed, so that it works from a disk too.
package finder

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
	"slices"
)

// finderFolder holds the index of the finder; the script of the site knows the
// same name.
const finderFolder = "assets/find/"

// mostWithout is up to how many regions an atlas needs no finder.
const mostWithout = 250

// finder is the index of an atlas that outgrew one page, divided among files.
type finder struct {
	text   []byte // all entries, one after the other
	ends   []int  // of each in text
	shards []shard
}

func (f *finder) entry(at int32) []byte {
	from := 0
	if at > 0 {
		from = f.ends[at-1]
	}
	return f.text[from:f.ends[at]]
}

// Files lists the facts by which regions are found, what each says to be compared in,
// and the index of names.
func Files(a *profile.Atlas, c *carto.Charts, s *match.Shared, w *words.Language) output.Files {
	return output.Concat(factsFile(a), comparer{a.Aspects(), a, c, s, w}.files(), names(a, w))
}

// names lists the files of the index; none for an atlas of one page, where the
// table is there to be searched.
func names(a *profile.Atlas, w *words.Language) output.Files {
	return func(yield func(output.File) bool) {
		if len(a.Regions()) <= mostWithout {
			return
		}
		f := newFinder(a, w)
		for _, s := range f.shards {
			if !yield(
				output.File{
					Address: shardAddress(s.key),
					Content: func() any { return f.shard(s) },
				},
			) {
				return
			}
		}
	}
}

func newFinder(a *profile.Atlas, w *words.Language) *finder {
	f, list := &finder{}, []word(nil)
	add := func(one found) {
		one = one.bounded()
		for _, key := range one.keys() {
			list = append(list, word{key, int32(len(f.ends))})
		}
		f.text = append(f.text, one.encoded()...)
		f.ends = append(f.ends, len(f.text))
	}
	for _, c := range a.Countries() {
		add(
			found{
				address: output.Country(c.Code),
				code:    c.Code,
				name:    c.Name,
				detail:  w.Say("count.regions", "n", len(c.Regions)),
			},
		)
	}
	for _, r := range a.Regions() {
		add(foundRegion(r))
	}
	f.divide(list)
	return f
}

func (f *finder) divide(words []word) {
	sizes := make([]int, len(f.ends))
	for at := range sizes {
		sizes[at] = len(f.entry(int32(at))) + len(",\n")
	}
	slices.SortFunc(words, byKey)
	f.shards = shardsOf(words, sizes)
}

func foundRegion(r *profile.Region) found {
	one := found{address: output.Region(r.Code), code: r.Code, name: r.Name, detail: r.Country.Name}
	for _, n := range r.Names {
		if n.Name != r.Name {
			one.others = append(one.others, name{n.Name, n.Lang})
		}
	}
	for _, also := range r.Also {
		one.others = append(one.others, name{text: also})
	}
	return one
}

func shardAddress(key string) string {
	if key == "" {
		return finderFolder + "w.js"
	}
	return finderFolder + "w-" + key + ".js"
}

// script is one file of the finder's index: a script that hands its
// entries to the script of the site, so that it works from a disk as well. It
// encodes itself: there is no layout for it.
type script struct {
	key     string
	entries [][]byte
	next    []string
	all     int // entries that belong here, 0 when none is left out
}

func (f *finder) shard(s shard) script {
	out := script{key: s.key, next: s.next}
	if s.all > len(s.at) {
		out.all = s.all
	}
	for _, at := range s.at {
		out.entries = append(out.entries, f.entry(at))
	}
	return out
}

// Encode writes the shard as a script.
func (s script) Encode(to io.Writer) error {
	out := bufio.NewWriter(to)
	fmt.Fprintf(out, "atlasFind(%q,{\"e\":[%s]", s.key, bytes.Join(s.entries, []byte(",\n")))
	if s.all > 0 {
		next, err := json.Marshal(s.next)
		if err != nil {
			return fmt.Errorf("the beginnings of words cannot be written: %w", err)
		}
		fmt.Fprintf(out, ",\"n\":%d,\"k\":%s", s.all, next)
	}
	out.WriteString("})\n")
	return out.Flush()
}

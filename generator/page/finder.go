package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// finderFolder holds the index of the finder; the script of the site knows the
// same name.
const finderFolder = "assets/find/"

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

// finders makes the finder when the first page asks; nil for an atlas of one
// page, where the table is there to be searched.
func (p *Planner) finders() func() *finder {
	return sync.OnceValue(func() *finder {
		if !p.large() {
			return nil
		}
		f, words := &finder{}, []word(nil)
		add := func(one found) {
			one = one.bounded()
			for _, key := range one.keys() {
				words = append(words, word{key, int32(len(f.ends))})
			}
			f.text = append(f.text, one.encoded()...)
			f.ends = append(f.ends, len(f.text))
		}
		for _, g := range p.atlas.Countries() {
			add(foundCountry(g))
		}
		for _, e := range p.atlas.Regions() {
			add(p.foundRegion(e))
		}
		f.divide(words)
		return f
	})
}

func (f *finder) divide(words []word) {
	sizes := make([]int, len(f.ends))
	for at := range sizes {
		sizes[at] = len(f.entry(int32(at))) + len(",\n")
	}
	slices.SortFunc(words, byKey)
	f.shards = shardsOf(words, sizes)
}

func foundCountry(g atlas.CountryGroup) found {
	c := g.Country
	return found{address: countryAddress(c.Code), code: c.Code, name: c.Name, detail: count(len(g.Regions), "region", "regions")}
}

func (p *Planner) foundRegion(e *region.Region) found {
	r := e
	one := found{address: regionAddress(r.Code), code: r.Code, name: r.Name, detail: p.edition.CountryNamed(r.Country())}
	for _, n := range r.Names {
		if n.Name != r.Name {
			one.others = append(one.others, Link{Text: n.Name, Lang: n.Lang})
		}
	}
	for _, name := range r.Also {
		one.others = append(one.others, Link{Text: name})
	}
	return one
}

// shards lists the files of the finder.
func (p *Planner) shards(yield func(Page) bool) bool {
	f := p.finding()
	if f == nil {
		return true
	}
	for _, s := range f.shards {
		if !yield(Page{shardAddress(s.key), "", func() any { return f.shard(s) }}) {
			return false
		}
	}
	return true
}

func shardAddress(key string) string {
	if key == "" {
		return finderFolder + "w.js"
	}
	return finderFolder + "w-" + key + ".js"
}

// FinderShard is one file of the finder's index: a script that hands its
// entries to the script of the site, so that it works from a disk as well. It
// encodes itself: there is no layout for it.
type FinderShard struct {
	key     string
	entries [][]byte
	next    []string
	all     int // entries that belong here, 0 when none is left out
}

func (f *finder) shard(s shard) FinderShard {
	out := FinderShard{key: s.key, next: s.next}
	if s.all > len(s.at) {
		out.all = s.all
	}
	for _, at := range s.at {
		out.entries = append(out.entries, f.entry(at))
	}
	return out
}

// Encode writes the shard as a script.
func (s FinderShard) Encode() ([]byte, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "atlasFind(%q,{\"e\":[%s]", s.key, bytes.Join(s.entries, []byte(",\n")))
	if s.all > 0 {
		next, err := json.Marshal(s.next)
		if err != nil {
			return nil, fmt.Errorf("the beginnings of words cannot be written: %w", err)
		}
		fmt.Fprintf(&out, ",\"n\":%d,\"k\":%s", s.all, next)
	}
	out.WriteString("})\n")
	return out.Bytes(), nil
}

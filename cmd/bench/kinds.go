package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/page"
	"regional-atlas/generator/render"
)

// kindCost is what the pages of one layout take.
type kindCost struct {
	layout     string
	pages      int
	bytes      int
	make, both time.Duration // finding the words; and placing them too
}

// byKind makes and lays out every page, one after the other, and
// adds up what those of each layout take, the dearest first.
func byKind(in generator.Input, m *generator.Model) ([]kindCost, error) {
	renderer, err := render.New(in.Layouts)
	if err != nil {
		return nil, err
	}
	costs := map[string]*kindCost{}
	for p := range page.NewPlanner(m.Atlas, m.Land, "").Pages() {
		k := costs[p.Layout]
		if k == nil {
			k = &kindCost{layout: p.Layout}
			costs[p.Layout] = k
		}
		if err := k.add(renderer, p); err != nil {
			return nil, err
		}
	}
	var list []kindCost
	for _, k := range costs {
		list = append(list, *k)
	}
	slices.SortFunc(list, func(a, b kindCost) int { return int(b.both - a.both) })
	return list, nil
}

// add measures a page. The words are found twice, since only the renderer can
// place them.
func (k *kindCost) add(renderer *render.Renderer, p page.Page) error {
	start := time.Now()
	p.Make()
	made := time.Now()
	data, err := renderer.Page(p)
	if err != nil {
		return err
	}
	k.pages++
	k.bytes += len(data)
	k.make += made.Sub(start)
	k.both += time.Since(made)
	return nil
}

func printKinds(w io.Writer, list []kindCost) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "layout\tpages\tkB\tmake s\tmake and place s\tms a page\t")
	for _, k := range list {
		fmt.Fprintf(table, "%s\t%d\t%d\t%.2f\t%.2f\t%.2f\t\n", k.layout, k.pages, k.bytes/1000, k.make.Seconds(), k.both.Seconds(), 1000*k.both.Seconds()/float64(k.pages))
	}
	table.Flush()
}

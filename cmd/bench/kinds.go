package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"text/tabwriter"
	"time"
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
func byKind(pages iter.Seq[planned]) ([]kindCost, error) {
	costs := map[string]*kindCost{}
	for p := range pages {
		k := costs[p.layout]
		if k == nil {
			k = &kindCost{layout: p.layout}
			costs[p.layout] = k
		}
		if err := k.add(p); err != nil {
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
func (k *kindCost) add(p planned) error {
	start := time.Now()
	p.words()
	made := time.Now()
	data, err := p.laid()
	if err != nil {
		return err
	}
	k.pages++
	k.bytes += len(data)
	k.make += made.Sub(start)
	k.both += time.Since(made)
	return nil
}

// kinds prints what the pages of each layout take.
func kinds(w io.Writer, regions string) error {
	pages, err := pages(regions)
	if err != nil {
		return err
	}
	list, err := byKind(pages)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "layout\tpages\tkB\tmake s\tmake and place s\tms a page\t")
	for _, k := range list {
		fmt.Fprintf(table, "%s\t%d\t%d\t%.2f\t%.2f\t%.2f\t\n", k.layout, k.pages, k.bytes/1000,
			k.make.Seconds(), k.both.Seconds(), 1000*k.both.Seconds()/float64(k.pages))
	}
	return table.Flush()
}

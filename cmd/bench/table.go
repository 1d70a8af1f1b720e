package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// turns holds what was measured, turn by turn.
type turns struct {
	ours, alone, edited, floor []cost
	peers                      [][]cost
}

// print writes the rows of one number of regions: medians, and the median, the
// lowest and the highest of the ratios to each peer in the same turn.
func (t turns) print(w io.Writer, n int, peers []peer) {
	fmt.Fprintf(w, "\n%d regions\n", n)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "\twall s\tCPU s\tpeak MB\t")
	for _, p := range peers {
		fmt.Fprintf(table, "wall : %s\t", p.name)
	}
	fmt.Fprintln(table)
	t.row(table, "atlas build", t.ours)
	t.row(table, "atlas after one edit", t.edited)
	t.row(table, "atlas, pages alone", t.alone)
	for i, p := range peers {
		t.row(table, p.name, t.peers[i])
	}
	if len(peers) == 0 {
		fmt.Fprintln(table, "Hugo\tnot measured\t\t\t")
	}
	t.row(table, "bare writing", t.floor)
	table.Flush()
}

func (t turns) row(w io.Writer, name string, costs []cost) {
	c := middle(costs)
	fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%s\t", name, c.wall.Seconds(), c.cpu.Seconds(), megabytes(c.peak))
	for _, peer := range t.peers {
		if list := ratios(costs, peer); len(list) > 0 {
			fmt.Fprintf(w, "%.3f (%.3f to %.3f)\t", list[len(list)/2], list[0], list[len(list)-1])
		}
	}
	fmt.Fprintln(w)
}

func megabytes(bytes int64) string {
	if bytes == 0 {
		return "not told"
	}
	return fmt.Sprintf("%.0f", float64(bytes)/1e6)
}

package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// turns holds what was measured, turn by turn.
type turns struct{ ours, hugo, floor, edited []cost }

// print writes the rows of one number of regions.
func (t turns) print(w io.Writer, n int, withPeer bool) {
	fmt.Fprintf(w, "\n%d regions\n", n)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\twall s\tCPU s\tpeak MB\twall : Hugo\tlowest\thighest\t")
	t.row(table, "atlas build", t.ours)
	if withPeer {
		t.row(table, "Hugo", t.hugo)
	} else {
		fmt.Fprintln(table, "Hugo\tnot measured\t\t\t\t\t\t")
	}
	t.row(table, "bare writing", t.floor)
	t.row(table, "atlas after one edit", t.edited)
	table.Flush()
}

func (t turns) row(w io.Writer, name string, costs []cost) {
	c := middle(costs)
	fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%s\t", name, c.wall.Seconds(), c.cpu.Seconds(), megabytes(c.peak))
	list := ratios(costs, t.hugo)
	if len(list) == 0 {
		fmt.Fprintln(w, "\t\t\t")
		return
	}
	fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t\n", list[len(list)/2], list[0], list[len(list)-1])
}

func megabytes(bytes int64) string {
	if bytes == 0 {
		return "not told"
	}
	return fmt.Sprintf("%.0f", float64(bytes)/1e6)
}

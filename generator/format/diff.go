package format

import (
	"fmt"
	"strings"
)

// Diff shows how a text changes, in the unified form: the lines that go with a
// minus, those that come with a plus, and three lines around them. It is ""
// when nothing changes. A line end that is not a plain one is part of its line.
func Diff(name, before, after string) string {
	if before == after {
		return ""
	}
	d := differ{a: lines(before), b: lines(after)}
	d.compare()
	var out strings.Builder
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", name, name)
	for from := 0; from < len(d.script); {
		from = d.hunk(&out, from)
	}
	return out.String()
}

// turn is one line of a script: it that stays, goes or comes.
type turn struct {
	sign byte
	text string
}

type differ struct {
	a, b   []string
	script []turn
}

func lines(text string) []string {
	list := strings.SplitAfter(text, "\n")
	if list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// compare finds the longest common part of what lies between the equal lines at
// both ends. Where that would be too much work, all of it goes and comes.
func (d *differ) compare() {
	start, end := 0, 0
	for start < min(len(d.a), len(d.b)) && d.a[start] == d.b[start] {
		start++
	}
	for end < min(len(d.a), len(d.b))-start && d.a[len(d.a)-1-end] == d.b[len(d.b)-1-end] {
		end++
	}
	d.take(' ', d.a[:start])
	d.middle(d.a[start:len(d.a)-end], d.b[start:len(d.b)-end])
	d.take(' ', d.a[len(d.a)-end:])
}

func (d *differ) take(sign byte, texts []string) {
	for _, text := range texts {
		d.script = append(d.script, turn{sign, text})
	}
}

const enough = 4_000_000 // pairs of lines: some 16 MB and well under a second

func (d *differ) middle(a, b []string) {
	if len(a)*len(b) > enough {
		d.take('-', a)
		d.take('+', b)
		return
	}
	width := len(b) + 1
	common := make([]int32, (len(a)+1)*width) // length of the common part of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			d.take(' ', a[i:i+1])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[(i+1)*width+j] >= common[i*width+j+1]:
			d.take('-', a[i:i+1])
			i++
		default:
			d.take('+', b[j:j+1])
			j++
		}
	}
}

// hunk writes the next run of changes from a place in the script, and returns
// the place behind it.
func (d *differ) hunk(out *strings.Builder, from int) int {
	const around = 3
	first := from
	for first < len(d.script) && d.script[first].sign == ' ' {
		first++
	}
	if first == len(d.script) {
		return first
	}
	end := first
	for at := first; at < len(d.script) && at-end <= 2*around; at++ {
		if d.script[at].sign != ' ' {
			end = at + 1
		}
	}
	start, stop := max(from, first-around), min(end+around, len(d.script))
	d.write(out, start, stop)
	return stop
}

func (d *differ) write(out *strings.Builder, start, stop int) {
	a, b := d.count(0, start)
	lost, gained := d.count(start, stop)
	fmt.Fprintf(out, "@@ -%s +%s @@\n", stretch(a, lost), stretch(b, gained))
	for _, t := range d.script[start:stop] {
		fmt.Fprintf(out, "%c%s", t.sign, t.text)
		if !strings.HasSuffix(t.text, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// count counts the lines of both texts in a part of the script.
func (d *differ) count(start, stop int) (a, b int) {
	for _, t := range d.script[start:stop] {
		if t.sign != '+' {
			a++
		}
		if t.sign != '-' {
			b++
		}
	}
	return a, b
}

// stretch writes where lines stand: the first one, counted from 1, and how many.
func stretch(before, n int) string {
	if n == 0 {
		return fmt.Sprintf("%d,0", before)
	}
	return fmt.Sprintf("%d,%d", before+1, n)
}

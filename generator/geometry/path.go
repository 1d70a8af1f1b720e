package geometry

import "strconv"

// polygons writes closed rings as path data, "" when there are none.
func polygons(rings [][]Point) string {
	var p pen
	for _, ring := range rings {
		p.polygon(ring)
	}
	return string(p.out)
}

// lines writes open lines as path data, "" when there are none.
func lines(paths [][]Point) string {
	var p pen
	for _, line := range paths {
		p.line(line)
	}
	return string(p.out)
}

// pen writes SVG path data: whole numbers, one absolute moveto at the start, all else
// relative, no separator where a minus sign serves as one.
type pen struct {
	out   []byte
	at    Point // the current point as SVG understands it
	first bool  // the current line is the first one
}

// polygon writes a closed ring. After its z the current point is its start again.
func (p *pen) polygon(ring []Point) {
	if len(ring) == 0 {
		return
	}
	p.line(ring)
	p.out = append(p.out, 'z')
	p.at = ring[0]
}

// line writes an open line. What follows an m without a letter is a relative
// lineto, what follows an M would be absolute: so the first step needs its l.
func (p *pen) line(line []Point) {
	for i, q := range line {
		command := byte(' ')
		switch {
		case i == 0 && len(p.out) == 0:
			command, p.first = 'M', true
		case i == 0:
			command, p.first = 'm', false
		case i == 1 && p.first:
			command = 'l'
		}
		p.pair(command, q.X-p.at.X, q.Y-p.at.Y)
		p.at = q
	}
}

// pair writes two numbers after a command letter, or after a space where one is needed.
func (p *pen) pair(command byte, x, y int) {
	if command != ' ' || x >= 0 {
		p.out = append(p.out, command)
	}
	p.out = strconv.AppendInt(p.out, int64(x), 10)
	if y >= 0 {
		p.out = append(p.out, ' ')
	}
	p.out = strconv.AppendInt(p.out, int64(y), 10)
}

package carto

import (
	"cmp"
	"slices"

	"regional-atlas/generator/geometry"
)

// Tiles is the places of a map as tiles of one size: the view for narrow screens,
// where most shapes are too small for a finger, and for whoever wants every region to
// weigh the same. Tiles lie to each other as the regions do.
type Tiles struct {
	Title         string
	Width, Height int
	Size          int // of a tile
	Foot          int // of a tile, where its code stands
	List          []Tile
}

// Tile is one place.
type Tile struct {
	Code, Href string
	Name       string // what a reader hears; the values follow by script
	Class      string // its shade in every view
	X, Y       int
	FootY      int // where the white below its shade begins, with the code
	CodeX      int
	CodeY      int
	Totals     []Total
}

// tilePoints are where the places of the scene lie, on the map of the index. What
// lies beyond its frame lies at its edge, in its direction.
func (m *Maps) tilePoints() []geometry.Point {
	frame := m.wide.drawing.Frame()
	list := make([]geometry.Point, len(m.scene.places))
	for i, p := range m.scene.places {
		at := m.wide.position(p)
		list[i] = at.at
		if !at.shown {
			list[i] = m.base.farPoint(p.shapeCode(), frame)
		}
	}
	return list
}

// tilesOf lays the places of a map of Europe out as tiles, row by row: in that order
// a reader without a mouse meets them.
func (d drawing) tilesOf(title string) *Tiles {
	size := d.canvas.tile
	if size == 0 || len(d.places) == 0 {
		return nil
	}
	gap, foot := size/18, size*2/5
	step := size + gap
	t := &Tiles{Title: title, Width: tileColumns*step - gap + 2, Size: size, Foot: foot}
	rows := 0
	for i, c := range d.cells() {
		rows = max(rows, c.row+1)
		t.List = append(t.List, d.tile(d.places[i], c.column*step, c.row*step))
	}
	slices.SortFunc(t.List, func(a, b Tile) int { return cmp.Or(a.Y-b.Y, a.X-b.X) })
	t.Height = rows*step - gap + 2 // and a line on each side
	return t
}

func (d drawing) tile(p *place, x, y int) Tile {
	size := d.canvas.tile
	foot := size * 2 / 5
	t := Tile{Code: p.code, Href: d.root + p.address, Class: d.classOf(p), X: x, Y: y,
		FootY: y + size - foot, CodeX: x + size/2, CodeY: y + size - foot/2, Name: d.placeName(p)}
	for n := range d.views {
		v := &d.views[n]
		if read := v.readings[p.code]; v.totals && read.class >= 0 {
			r := totalRadius(read.total, v.largest, (size-foot)/2)
			t.Totals = append(t.Totals, Total{n, x + size/2, y + (size-foot)/2, r, read.total < 0, t.Href})
		}
	}
	return t
}

// tileSizes is the legend of circles among tiles: it stands in a row of its own below
// them.
func (d drawing) tileSizes(v *view, t *Tiles) []Size {
	size := d.canvas.tile
	list := d.sizes(v, d.canvas, (size-size*2/5)/2)
	x, y := size/4, t.Height+size/2
	for i := range list {
		x += list[i].R
		list[i].X, list[i].Y = x, y
		x += list[i].R + size/10
		list[i].LabelX = x
		x += widthOf(list[i].Label, size/4) + size/3
	}
	return list
}

package geometry

import (
	"math"
	"slices"
)

// Inset is a region drawn by itself in a box, as for the outermost regions.
type Inset struct {
	Code, Path    string
	Width, Height int     // of the drawing in viewBox units, at most those of the box
	Metre         float64 // viewBox units in a metre, for a scale bar
	Rings         [][]Point
}

// Inset draws a code of a map in longitude and latitude by itself, fitted into a box of
// width and height viewBox units with one unit to spare on each side. The projection is
// equirectangular with the region's middle latitude as its standard parallel: true to
// shape within a few per mille for regions of this size. Islets of less than a hundredth
// of the largest island are left out, for the boxes are small. False when the code cannot
// be drawn.
func (t *Topology) Inset(code string, width, height int) (Inset, bool) {
	members := t.members(code)
	if len(members) == 0 || width < 3 || height < 3 {
		return Inset{}, false
	}
	low, high := t.bounds(members)
	return t.flatten(members, (low.y+high.y)/2).Plane(code, width, height)
}

// Plane is Inset for a map in metres.
func (t *Topology) Plane(code string, width, height int) (Inset, bool) {
	members := t.members(code)
	if len(members) == 0 || width < 3 || height < 3 {
		return Inset{}, false
	}
	low, high := t.bounds(members)
	wide, tall := max(high.x-low.x, 1), max(high.y-low.y, 1)
	scale := min(float64(width-2)/wide, float64(height-2)/tall)
	w, h := int(math.Ceil(wide*scale-1e-6))+2, int(math.Ceil(tall*scale-1e-6))+2
	frame := Frame{MinX: low.x - 1/scale, MaxX: low.x - 1/scale + float64(w)/scale,
		MinY: high.y + 1/scale - float64(h)/scale, MaxY: high.y + 1/scale, Width: w}
	d := t.Draw(frame, 1/scale)
	return Inset{Code: code, Path: d.Path(code), Width: w, Height: h, Metre: scale,
		Rings: d.Rings(code)}, true
}

// flatten returns some features of a map in degrees as a map in metres around a latitude.
func (t *Topology) flatten(features []int, latitude float64) *Topology {
	const degree = 111195.0 // metres, on a sphere of 6,371 km
	narrow := degree * math.Cos(latitude*math.Pi/180)
	local := &Topology{arcs: make([]arc, len(t.arcs)), nodes: t.nodes}
	for _, f := range features {
		whole := t.features[f]
		whole.rings = t.mainRings(whole.rings)
		local.features = append(local.features, whole)
		for _, ref := range slices.Concat(whole.rings...) {
			local.arcs[arcOf(ref)] = t.arcs[arcOf(ref)].stretched(narrow, degree)
		}
	}
	return local
}

// stretched is an arc whose places were multiplied.
func (a arc) stretched(x, y float64) arc {
	places := make([]place, len(a.places))
	for i, p := range a.places {
		places[i] = place{p.x * x, p.y * y}
	}
	return arc{places: places, weight: new(queue).weigh(places), swept: sweep(places),
		from: a.from, to: a.to}
}

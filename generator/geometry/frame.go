package geometry

import "math"

// Frame is the window on the map: a rectangle in the units of the map (metres
// of EPSG:3035) and the width of the picture in viewBox units.
type Frame struct {
	MinX, MinY, MaxX, MaxY float64
	Width                  int
}

// EuropeFrame is the square from Iceland to Cyprus, 4,100 km wide.
func EuropeFrame(width int) Frame {
	return Frame{MinX: 2.50e6, MinY: 1.35e6, MaxX: 6.60e6, MaxY: 5.45e6, Width: width}
}

// SmallestFrame keeps a city from filling a picture with nothing around it, in metres.
const SmallestFrame = 120e3

// FrameAll is the frame around several codes, with a margin on each side as a share
// of its longer side (0.1 is a tenth). It is never smaller than 120 km, and far
// islets of less than a hundredth of their region do not widen it.
// It returns false when none of the codes can be drawn.
func (t *Topology) FrameAll(codes []string, margin float64, width int) (Frame, bool) {
	f, drawn := t.Tight(codes)
	f.Width = width
	return f.Widened(margin, SmallestFrame), drawn
}

// Tight is the frame around several codes and nothing else, without far islets.
func (t *Topology) Tight(codes []string) (Frame, bool) {
	var members []int
	for _, code := range codes {
		members = append(members, t.members(code)...)
	}
	if len(members) == 0 {
		return Frame{}, false
	}
	low, high := t.bounds(members)
	return Frame{MinX: low.x, MinY: low.y, MaxX: high.x, MaxY: high.y}, true
}

// Widened is a frame with a margin on each side, a share of its longer side, and no side
// shorter than a length.
func (f Frame) Widened(margin, least float64) Frame {
	more := max(f.MaxX-f.MinX, f.MaxY-f.MinY) * margin
	dx, dy := max((f.MaxX-f.MinX)/2+more, least/2), max((f.MaxY-f.MinY)/2+more, least/2)
	cx, cy := (f.MinX+f.MaxX)/2, (f.MinY+f.MaxY)/2
	return Frame{MinX: cx - dx, MinY: cy - dy, MaxX: cx + dx, MaxY: cy + dy, Width: f.Width}
}

// Holding is a frame that holds a place too.
func (f Frame) Holding(x, y float64) Frame {
	f.MinX, f.MinY = min(f.MinX, x), min(f.MinY, y)
	f.MaxX, f.MaxY = max(f.MaxX, x), max(f.MaxY, y)
	return f
}

// At is a frame around nothing but a place.
func At(x, y float64) Frame { return Frame{MinX: x, MinY: y, MaxX: x, MaxY: y} }

// FrameOf is the frame around what lies between two longitudes and two latitudes.
func FrameOf(west, south, east, north float64, width int) Frame {
	f := At(Project(west, south))
	const steps = 16 // parallels and meridians are curves on the map
	for i := range steps + 1 {
		part := float64(i) / steps
		lon, lat := west+(east-west)*part, south+(north-south)*part
		for _, p := range []LonLat{{lon, south}, {lon, north}, {west, lat}, {east, lat}} {
			f = f.Holding(Project(p.Lon, p.Lat))
		}
	}
	f.Width = width
	return f
}

// Inside moves a frame into another that is no smaller; of one that is smaller it
// becomes the part that both have.
func (f Frame) Inside(g Frame) Frame {
	f.MinX, f.MaxX = moved(f.MinX, f.MaxX, g.MinX, g.MaxX)
	f.MinY, f.MaxY = moved(f.MinY, f.MaxY, g.MinY, g.MaxY)
	return f
}

func moved(low, high, least, most float64) (from, to float64) {
	if high-low >= most-least {
		return least, most
	}
	shift := max(0, least-low) - max(0, high-most)
	return low + shift, high + shift
}

// Share is the part of a code's land that a drawing shows, from 0 to 1.
func (d *Drawing) Share(code string) float64 {
	whole := 0.0
	for _, ring := range d.top.outline(d.top.members(code)) {
		whole += d.top.area(ring)
	}
	scale := d.frame.scale()
	if whole = math.Abs(whole) * scale * scale; whole == 0 {
		return 0
	}
	return min(1, d.Area(code)/whole)
}

// Shaped widens one side, so that the picture is so many times as wide as high.
func (f Frame) Shaped(ratio float64) Frame {
	half := max((f.MaxX-f.MinX)/ratio, f.MaxY-f.MinY) / 2
	cx, cy := (f.MinX+f.MaxX)/2, (f.MinY+f.MaxY)/2
	return Frame{MinX: cx - half*ratio, MinY: cy - half, MaxX: cx + half*ratio, MaxY: cy + half,
		Width: f.Width}
}

// Height is the height of the picture in viewBox units, at least 1.
func (f Frame) Height() int {
	return max(1, int(math.Round((f.MaxY-f.MinY)*f.scale())))
}

// Metre is the length of one metre in viewBox units.
func (f Frame) Metre() float64 { return f.scale() }

func (f Frame) scale() float64 {
	if !(f.MaxX > f.MinX) || f.Width <= 0 {
		return 0
	}
	return float64(f.Width) / (f.MaxX - f.MinX)
}

// Point turns metres into the nearest whole viewBox units.
func (f Frame) Point(x, y float64) Point {
	return Point{int(math.Round((x - f.MinX) * f.scale())),
		int(math.Round((f.MaxY - y) * f.scale()))}
}

// Shows says whether a point lies inside the picture.
func (f Frame) Shows(p Point) bool {
	return p.X >= 0 && p.Y >= 0 && p.X <= f.Width && p.Y <= f.Height()
}

// window is the rectangle that lines are cut at: the picture and a small bleed,
// so that the stroke of a cut edge lies outside the viewBox and is not seen.
func (f Frame) window() Box {
	bleed := f.Bleed()
	return Box{-bleed, -bleed, f.Width + bleed, f.Height() + bleed}
}

// Bleed is how far beyond the viewBox a cut shape may reach: one hundredth of the
// width, at least 2 units.
func (f Frame) Bleed() int { return max(2, f.Width/100) }

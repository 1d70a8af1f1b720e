package carto

import (
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// frameOf is what the maps of all regions show: what atlas.toml says, else the land that
// the regions lie in.
func (b *Basemap) frameOf(a *profile.Atlas) geometry.Frame {
	design := a.Edition().Map
	switch {
	case len(design.Box) == 4:
		f := geometry.FrameOf(design.Box[0], design.Box[1], design.Box[2], design.Box[3], 1)
		return shaped(f)
	case design.Frame == region.FrameEurope:
		return geometry.EuropeFrame(1)
	}
	return b.frameAround(a.Regions())
}

// frameAround is the frame around regions, with some land beside them: all of Europe
// where it would show most of it. Those far beyond it have boxes of their own.
func (b *Basemap) frameAround(regions []*profile.Region) geometry.Frame {
	const margin, most, leastSide = .07, .75, 8e3
	europe := geometry.EuropeFrame(1)
	frame, found := geometry.Frame{}, false
	hold := func(f geometry.Frame) {
		if !found {
			frame, found = f, true
		}
		frame = frame.Holding(f.MinX, f.MinY).Holding(f.MaxX, f.MaxY)
	}
	for _, r := range regions {
		if r.IsPoint() {
			hold(geometry.At(geometry.Project(r.Shape.Lon, r.Shape.Lat)))
		} else if f, drawn := b.europe.Tight([]string{r.ShapeCode()}); drawn &&
			!b.IsBeyond(r.ShapeCode()) {
			hold(f)
		}
	}
	side := max(frame.MaxX-frame.MinX, frame.MaxY-frame.MinY)
	if !found || side > most*(europe.MaxX-europe.MinX) {
		return europe
	}
	return shaped(frame.Widened(margin, leastSide)).Inside(europe)
}

// shaped gives a frame a form that a page has room for, beside the legend.
func shaped(f geometry.Frame) geometry.Frame {
	const tall, wide = .8, 1.4
	ratio := (f.MaxX - f.MinX) / (f.MaxY - f.MinY)
	f.Width = 1
	return f.Shaped(min(max(ratio, tall), wide))
}

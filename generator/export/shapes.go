package export

import (
	"iter"
	"math"

	"regional-atlas/generator/dataset"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/profile"
)

// shapes is the regions as GeoJSON (RFC 7946) with what the overview says of each: in
// degrees of WGS 84, rings around land against the clock.
func (x *Export) shapes() object {
	overview := dataset.Named(x.tables, "overview")
	var features iter.Seq[object] = func(yield func(object) bool) {
		for _, r := range x.atlas.Regions() {
			row := named(overview, overview.Of(r)[0], 0)
			if !yield(object{{"type", "Feature"}, {"id", r.Code}, {"geometry", x.geometry(r)},
				{"properties", append(row, x.shapeOf(r)...)}}) {
				return
			}
		}
	}
	return object{{"type", "FeatureCollection"}, {"title", x.site.Title}, {"credit", x.credit},
		{"about", x.about()}, {"features", features}}
}

// shapeOf says how a shape differs from the region; a remark that does not hold is null.
func (x *Export) shapeOf(r *profile.Region) object {
	var shape, remark any
	if r.IsBorrowed() {
		shape = r.ShapeCode()
	}
	if text := r.Shape.Remark; text != "" {
		remark = text
	} else if text := x.base.Approximate(r.ShapeCode()); text != "" && !r.IsPoint() {
		remark = text
	}
	return object{{"shape_of", shape}, {"shape_larger", r.Shape.Larger}, {"shape_remark", remark}}
}

func (x *Export) geometry(r *profile.Region) any {
	if r.IsPoint() {
		return object{{"type", "Point"},
			{"coordinates", position(geometry.LonLat{Lon: r.Shape.Lon, Lat: r.Shape.Lat})}}
	}
	polygons := [][][][2]float64{}
	for _, p := range x.base.Polygons(r.ShapeCode()) {
		var rings [][][2]float64
		for _, ring := range p {
			var list [][2]float64
			for _, at := range ring {
				if q := position(at); len(list) == 0 || list[len(list)-1] != q {
					list = append(list, q)
				}
			}
			if len(list) >= 4 {
				rings = append(rings, list)
			}
		}
		if len(rings) > 0 {
			polygons = append(polygons, rings)
		}
	}
	if len(polygons) == 0 {
		return nil
	}
	return object{{"type", "MultiPolygon"}, {"coordinates", polygons}}
}

// position is a place to four decimals, some ten metres.
func position(p geometry.LonLat) [2]float64 {
	const tenMetres = 1e4
	return [2]float64{math.Round(p.Lon*tenMetres) / tenMetres, math.Round(p.Lat*tenMetres) / tenMetres}
}

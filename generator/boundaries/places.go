package boundaries

import (
	"errors"
	"fmt"
	"math"

	"regional-atlas/generator/geometry"
)

// box is around positions: from west to east and from south to north.
type box struct{ west, south, east, north float64 }

// europe is the part of the Earth that the map's projection is good for, in degrees.
var europe = box{-35, 26, 66, 83}

func (b box) holds(p position) bool {
	return p[0] >= b.west && p[0] <= b.east && p[1] >= b.south && p[1] <= b.north
}

// checkPlaces refuses positions that lie beyond the map, with the reason.
func (f features) checkPlaces() error {
	globe, metres := box{-180, -90, 180, 90}, box{1e6, 0, 8e6, 7e6}
	for _, x := range f.list {
		for _, polygon := range x.polygons {
			for _, ring := range polygon {
				for _, p := range ring {
					switch {
					case f.metres && metres.holds(p), !f.metres && europe.holds(p):
						continue
					case f.metres:
						return fmt.Errorf("area %d has a place at %v, %v: no metres of EPSG:3035 in Europe", x.number,
							p[0], p[1])
					case !globe.holds(p):
						return fmt.Errorf("area %d has a place at %v, %v, which are no degrees. Save the file in WGS 84 "+
							"(EPSG:4326), as GeoJSON is, or name its system if it is EPSG:3035", x.number, p[0], p[1])
					case f.isExchanged():
						return errors.New("longitude and latitude are exchanged: the areas lie in Europe only the other way round. " +
							"Save the file with longitude first, as GeoJSON wants it")
					}
					return fmt.Errorf("area %d has a place at longitude %v, latitude %v: beyond Europe, which is all that "+
						"the maps can show", x.number, p[0], p[1])
				}
			}
		}
	}
	return nil
}

// isExchanged reports whether all positions lie in Europe the other way round.
func (f features) isExchanged() bool {
	for _, x := range f.list {
		for _, polygon := range x.polygons {
			for _, ring := range polygon {
				for _, p := range ring {
					if !europe.holds(position{p[1], p[0]}) {
						return false
					}
				}
			}
		}
	}
	return true
}

// onMap are polygons in metres.
func (f features) onMap(polygons [][][]position) [][][]geometry.Metres {
	list := make([][][]geometry.Metres, len(polygons))
	for i, polygon := range polygons {
		for _, ring := range polygon {
			placed := make([]geometry.Metres, len(ring))
			for n, p := range ring {
				placed[n] = geometry.Metres{East: p[0], North: p[1]}
				if !f.metres {
					placed[n].East, placed[n].North = geometry.Project(p[0], p[1])
				}
				placed[n] = geometry.Metres{East: math.Round(placed[n].East),
					North: math.Round(placed[n].North)}
			}
			list[i] = append(list[i], placed)
		}
	}
	return list
}

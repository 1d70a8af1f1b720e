package region

import (
	"fmt"
	"math"
	"slices"

	"regional-atlas/generator/problem"
)

// MapDesign is what an atlas chooses for its maps of all regions.
type MapDesign struct {
	Frame string    `toml:"frame" one:"frames" doc:"what it shows: regions, the land that the regions of the atlas lie in, or europe, all of it; regions where nothing is written" eg:"\"europe\""`
	Box   []float64 `toml:"box" doc:"what it shows instead of that, in degrees: west, south, east, north" eg:"[4.0, 54.5, 32.0, 71.5]"`
	View  string    `toml:"view" one:"views" doc:"what it shows at first: the key of an indicator or of a question, or memberships" eg:"\"density\""`
}

// The frames of maps.
const (
	frameRegions = "regions"
	FrameEurope  = "europe"
)

// checkMapDesign wants a box that has four sides and lies in Europe.
func checkMapDesign(c *checker, m MapDesign, key problem.Key) {
	if len(m.Box) == 0 {
		return
	}
	const remedy = "Write four numbers in degrees: west, south, east, north, such as box = [4.0, 54.5, 32.0, 71.5]."
	key = key.Field("box")
	if len(m.Box) != 4 {
		c.report(key, problem.OutOfBounds,
			fmt.Sprintf("a box has four sides, and this one has %d numbers", len(m.Box)), remedy)
		return
	}
	west, south, east, north := m.Box[0], m.Box[1], m.Box[2], m.Box[3]
	isIn := func(lon, lat float64) bool { return lon >= -40 && lon <= 70 && lat >= 25 && lat <= 83 }
	switch {
	case slices.ContainsFunc(m.Box, func(x float64) bool { return math.Abs(x) > 180 }):
		c.report(key, problem.OutOfBounds, "the box is not on the globe", remedy)
	case !isIn(west, south) && isIn(south, west) && !isIn(east, north) && isIn(north, east):
		c.report(key, problem.OutOfBounds, "lon and lat are exchanged: the box lies in Europe only the other way round",
			fmt.Sprintf("Write box = [%v, %v, %v, %v] (west, south, east, north).", south, west, north, east))
	case west >= east || south >= north:
		c.report(key, problem.OutOfBounds, "the box is empty: its west is not west of its east, or its south not south of its north",
			remedy)
	case !isIn(west, south) || !isIn(east, north):
		c.report(key, problem.OutOfBounds, "the box reaches beyond Europe, which is all that the map has", remedy)
	}
}

package boundaries

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// topology is a file of TopoJSON.
type topology struct {
	Transform *struct{ Scale, Translate []float64 }
	CRS       *system
	Arcs      [][][]float64
	Objects   map[string]topoObject
}

type topoObject struct {
	Type       string
	Geometries []struct {
		Type       string
		ID         json.RawMessage
		Properties map[string]json.RawMessage
		Arcs       json.RawMessage
	}
}

func readTopology(data []byte) (features, error) {
	var f topology
	if err := json.Unmarshal(data, &f); err != nil {
		return features{}, errors.New("the file is not readable as TopoJSON: " + reason(err))
	}
	if len(f.Objects) != 1 {
		return features{}, fmt.Errorf("the file has %d objects, and one is wanted: keep the one with the areas", len(f.Objects))
	}
	var out collection
	out.Type, out.CRS = "FeatureCollection", f.CRS
	for _, object := range f.Objects {
		for i, g := range object.Geometries {
			coordinates, err := f.coordinates(g.Type, g.Arcs)
			if err != nil {
				return features{}, fmt.Errorf("area %d %w", i+1, err)
			}
			out.Features = append(out.Features, jsonFeature{ID: g.ID, Properties: g.Properties,
				Geometry: &shape{Type: "MultiPolygon", Coordinates: coordinates}})
		}
	}
	return out.read()
}

// coordinates puts the arcs of a geometry together; the error completes "area 7 …".
func (f *topology) coordinates(kind string, arcs json.RawMessage) (json.RawMessage, error) {
	var list [][][]int
	var err error
	switch kind {
	case "Polygon":
		list = make([][][]int, 1)
		err = json.Unmarshal(arcs, &list[0])
	case "MultiPolygon":
		err = json.Unmarshal(arcs, &list)
	default:
		return nil, notAnArea(kind)
	}
	if err != nil {
		return nil, errors.New("has arcs that are not lists of whole numbers")
	}
	var polygons [][][][]float64
	for _, polygon := range list {
		var rings [][][]float64
		for _, refs := range polygon {
			ring, err := f.ring(refs)
			if err != nil {
				return nil, err
			}
			rings = append(rings, ring)
		}
		polygons = append(polygons, rings)
	}
	return json.Marshal(polygons)
}

// ring is the places of some arcs, one after the other.
func (f *topology) ring(refs []int) ([][]float64, error) {
	var ring [][]float64
	for _, ref := range refs {
		n := max(ref, ^ref)
		if n >= len(f.Arcs) {
			return nil, fmt.Errorf("uses arc %d, and the file has %d arcs", n, len(f.Arcs))
		}
		line, err := f.line(f.Arcs[n])
		if err != nil {
			return nil, err
		}
		if ref < 0 {
			slices.Reverse(line)
		}
		ring = append(ring, line...)
	}
	return ring, nil
}

// line is the places of an arc: as they stand, or from step to step where the file has a
// transform.
func (f *topology) line(steps [][]float64) ([][]float64, error) {
	line := make([][]float64, len(steps))
	x, y := 0.0, 0.0
	for i, s := range steps {
		if len(s) < 2 {
			return nil, errors.New("has a place without two coordinates")
		}
		line[i] = []float64{s[0], s[1]}
		if t := f.Transform; t != nil {
			if len(t.Scale) != 2 || len(t.Translate) != 2 {
				return nil, errors.New("cannot be placed: the transform of the file needs two numbers for scale and two for translate")
			}
			x, y = x+s[0], y+s[1]
			line[i] = []float64{x*t.Scale[0] + t.Translate[0], y*t.Scale[1] + t.Translate[1]}
		}
	}
	return line, nil
}

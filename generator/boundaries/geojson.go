package boundaries

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"regional-atlas/generator/problem"
)

// collection is a file of GeoJSON, as far as it is used here.
type collection struct {
	Type     string
	CRS      *system
	Features []jsonFeature
}

// system is the coordinate reference system of a file, as GeoJSON had it before
// RFC 7946 and as programs still write it.
type system struct {
	Properties struct{ Name string }
}

type jsonFeature struct {
	Type       string
	ID         json.RawMessage
	Properties map[string]json.RawMessage
	Geometry   *shape
}

type shape struct {
	Type        string
	Coordinates json.RawMessage
}

// read takes a file apart, whichever of the two forms it has.
func read(data []byte) (features, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var f collection
	if err := json.Unmarshal(data, &f); err != nil {
		return features{}, errors.New("the file is not readable as GeoJSON or TopoJSON: " + reason(err))
	}
	switch f.Type {
	case "FeatureCollection":
		return f.read()
	case "Topology":
		return readTopology(data)
	}
	return features{}, fmt.Errorf("the file is neither GeoJSON nor TopoJSON: its type is %s, not \"FeatureCollection\" or \"Topology\"",
		problem.Quote(f.Type))
}

// reason is why JSON cannot be read, without the names of our types.
func reason(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("a fault at byte %d, %v", syntax.Offset, syntax)
	}
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &mistyped) {
		return fmt.Sprintf("a %s stands in %s", mistyped.Value, mistyped.Field)
	}
	return err.Error()
}

func (f collection) read() (features, error) {
	out := features{}
	var err error
	if out.metres, err = f.CRS.isMetres(); err != nil {
		return out, err
	}
	for i, x := range f.Features {
		if x.Geometry == nil {
			return out, fmt.Errorf("area %d has no geometry: remove it from the file", i+1)
		}
		read := feature{number: i + 1, id: textOf(x.ID), properties: map[string]string{}}
		for name, value := range x.Properties {
			read.properties[name] = textOf(value)
		}
		if read.polygons, err = x.Geometry.polygons(); err != nil {
			return out, fmt.Errorf("area %d %w", i+1, err)
		}
		out.list = append(out.list, read)
	}
	if len(out.list) == 0 {
		return out, errors.New("the file has no areas")
	}
	return out, nil
}

// isMetres reports whether positions are metres of EPSG:3035; other systems than that
// and degrees are refused.
func (s *system) isMetres() (bool, error) {
	if s == nil || s.Properties.Name == "" {
		return false, nil
	}
	name := strings.ToUpper(s.Properties.Name)
	for _, degrees := range []string{"CRS84", "4326", "4258"} { // WGS 84, and ETRS89
		if strings.HasSuffix(name, degrees) {
			return false, nil
		}
	}
	if strings.HasSuffix(name, ":3035") {
		return true, nil
	}
	return false, fmt.Errorf("the coordinates are of the system %s: save the file in WGS 84 (EPSG:4326) or in EPSG:3035",
		problem.Quote(s.Properties.Name))
}

// textOf is a text or a number as it was written, "" for anything else.
func textOf(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	var number json.Number
	if json.Unmarshal(value, &number) == nil {
		return number.String()
	}
	return ""
}

// polygons are the coordinates of a shape; the error completes "area 7 …".
func (s shape) polygons() ([][][]position, error) {
	var list [][][][]float64
	var err error
	switch s.Type {
	case "Polygon":
		list = make([][][][]float64, 1)
		err = json.Unmarshal(s.Coordinates, &list[0])
	case "MultiPolygon":
		err = json.Unmarshal(s.Coordinates, &list)
	default:
		return nil, notAnArea(s.Type)
	}
	if err != nil {
		return nil, errors.New("has coordinates that are not lists of numbers")
	}
	polygons := make([][][]position, len(list))
	for i, polygon := range list {
		for _, ring := range polygon {
			placed, err := positions(ring)
			if err != nil {
				return nil, err
			}
			polygons[i] = append(polygons[i], placed)
		}
	}
	return polygons, nil
}

func notAnArea(kind string) error {
	return fmt.Errorf("is a %s: only a Polygon or MultiPolygon is an area that can be coloured",
		problem.Quote(kind))
}

// positions are those of a ring without heights; the error completes "area 7 …".
func positions(ring [][]float64) ([]position, error) {
	placed := make([]position, len(ring))
	for i, p := range ring {
		if len(p) < 2 {
			return nil, errors.New("has a place without two coordinates")
		}
		placed[i] = position{p[0], p[1]}
	}
	return placed, nil
}

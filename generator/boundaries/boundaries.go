// Package boundaries turns boundaries that others drew into the map data that maps are
// drawn from: municipalities, health districts, NUTS 3 regions, or what else an atlas is
// about.
//
// Its promise: what it accepts can be drawn, and has codes that region files can have
// and a line of credit. What it cannot use it refuses with one sentence that says what
// was found and what to do; nothing is guessed and nothing dropped in silence.
package boundaries

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// File is where the map data of an atlas's own boundaries lies among the assets.
const File = "geodata/own.topo.json"

// Options say how to read a file.
type Options struct {
	Credit  string  // who drew the boundaries, printed with every map
	Code    string  // the property with the codes; "" looks for a usual one
	Country string  // two letters that codes get before a hyphen, where they have none
	Detail  float64 // metres that a line may be moved by; 0 for what the map can show
}

// Read turns GeoJSON or TopoJSON, in degrees or in metres of EPSG:3035, into map data.
// The error is one sentence without its full stop.
func Read(data []byte, o Options) (geometry.Woven, error) {
	if strings.TrimSpace(o.Credit) == "" {
		return geometry.Woven{}, errors.New("boundaries need a credit, which every map prints: " +
			`say --credit "© who drew them, year, licence"`)
	}
	if o.Country != "" && (len(o.Country) != 2 || !region.IsNUTS(o.Country)) {
		return geometry.Woven{}, fmt.Errorf("%s is not a country: write its two capital letters, such as BE (Greece is EL, "+
			"the United Kingdom UK)", problem.Quote(o.Country))
	}
	list, err := read(data)
	if err != nil {
		return geometry.Woven{}, err
	}
	areas, err := list.areas(o)
	if err != nil {
		return geometry.Woven{}, err
	}
	detail := cmp.Or(o.Detail, detailOf(areas))
	woven, err := geometry.Weave(areas, detail, strings.TrimSpace(o.Credit))
	if err != nil {
		return woven, fmt.Errorf("the file %w", err)
	}
	return woven, nil
}

// detailOf is what a line may be moved by without being seen: maps are drawn up to some
// thousand units wide.
func detailOf(areas []geometry.Area) float64 {
	const units, least = 4000, 5
	low := geometry.Metres{East: math.Inf(1), North: math.Inf(1)}
	high := geometry.Metres{East: math.Inf(-1), North: math.Inf(-1)}
	for _, a := range areas {
		for _, ring := range slices.Concat(a.Polygons...) {
			for _, p := range ring {
				low = geometry.Metres{East: min(low.East, p.East), North: min(low.North, p.North)}
				high = geometry.Metres{East: max(high.East, p.East), North: max(high.North, p.North)}
			}
		}
	}
	return max(least, math.Round(max(high.East-low.East, high.North-low.North)/units))
}

// feature is one area of a file.
type feature struct {
	number     int // in the file, from 1
	id         string
	properties map[string]string
	polygons   [][][]position
}

// position is two coordinates as the file has them.
type position [2]float64

// features is the content of a file.
type features struct {
	list   []feature
	metres bool // the positions are metres of EPSG:3035, not degrees
}

// areas are the features under the codes of region files, on the map.
func (f features) areas(o Options) ([]geometry.Area, error) {
	property, err := f.codeProperty(o.Code)
	if err != nil {
		return nil, err
	}
	if err := f.checkPlaces(); err != nil {
		return nil, err
	}
	var areas []geometry.Area
	for _, x := range f.list {
		code, err := x.code(property, o.Country)
		if err != nil {
			return nil, err
		}
		areas = append(areas, geometry.Area{Code: code, Polygons: f.onMap(x.polygons)})
	}
	return areas, nil
}

// ofFeature stands for the id that a feature itself has, which is no property.
const ofFeature = ""

// codeProperty is the property that holds the codes: the one that was named, or a usual
// one that every feature has.
func (f features) codeProperty(named string) (string, error) {
	has := func(name string) func(feature) bool {
		return func(x feature) bool { return x.value(name) != "" }
	}
	if named != "" {
		if slices.ContainsFunc(f.list, has(named)) {
			return named, nil
		}
		return "", fmt.Errorf("no area has a property %s; they have %s", problem.Quote(named),
			f.properties())
	}
	usual := []string{"code", "CODE", "Code", "NUTS_ID", "nuts_id", "nuts", ofFeature, "id", "ID"}
	for _, name := range usual {
		if !slices.ContainsFunc(f.list, func(x feature) bool { return x.value(name) == "" }) {
			return name, nil
		}
	}
	return "", fmt.Errorf("the areas have no codes: no property code, NUTS_ID or id is in all of them. "+
		"Name the one that holds codes with --code; they have %s", f.properties())
}

// properties lists the names of the properties.
func (f features) properties() string {
	names := map[string]bool{}
	for _, x := range f.list {
		for name := range x.properties {
			names[name] = true
		}
	}
	if len(names) == 0 {
		return "no properties"
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), ", ")
}

func (x feature) value(property string) string {
	if property == ofFeature {
		return x.id
	}
	return strings.TrimSpace(x.properties[property])
}

// code is the code of a feature as a region file has it.
func (x feature) code(property, country string) (string, error) {
	written := x.value(property)
	if written == "" {
		return "", fmt.Errorf("area %d has no code: its property %s is empty", x.number, property)
	}
	code := strings.ToUpper(strings.NewReplacer(" ", "-", "_", "-", ".", "-", "/",
		"-").Replace(written))
	isOurs := region.IsOwn(code) || region.IsNUTS(code)
	switch {
	case country == "" && isOurs, country != "" && isOurs && strings.HasPrefix(code, country):
		return code, nil
	case country == "":
		return "", fmt.Errorf("%s (area %d) is no code of a region: it does not begin with a country. Say --country and its two "+
			"letters, such as --country BE, and it becomes BE-%s", problem.Quote(written), x.number, code)
	case !region.IsOwn(country + "-" + code):
		return "", fmt.Errorf("%s (area %d) cannot be a code: it has other characters than letters A to Z, digits and hyphens, "+
			"or more than 20. Name another property with --code", problem.Quote(written), x.number)
	}
	return country + "-" + code, nil
}

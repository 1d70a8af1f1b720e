package boundaries

import (
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/geometry"
)

// two is a file of two neighbours.
const two = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"0101","nis":11002,"kreis":"A"},"geometry":{"type":"Polygon","coordinates":[[[4,51,7],[4.5,51,7],[4.5,51.5,7],[4,51.5,7],[4,51,7]]]}},
{"type":"Feature","properties":{"code":"0102","nis":11003,"kreis":"A"},"geometry":{"type":"MultiPolygon","coordinates":[[[[4.5,51],[5,51],[5,51.5],[4.5,51.5],[4.5,51]]]]}}]}`

// same is the same land as TopoJSON, with steps of a thousandth of a degree.
const same = `{"type":"Topology","transform":{"scale":[0.001,0.001],"translate":[4,51]},"arcs":[
[[500,500],[0,-500]],[[500,0],[-500,0],[0,500],[500,0]],[[500,0],[500,0],[0,500],[-500,0]]],"objects":{"areas":{"type":"GeometryCollection",
"geometries":[{"type":"Polygon","id":"BE-0101","arcs":[[0,1]]},{"type":"Polygon","id":"BE-0102","arcs":[[2,0]]}]}}}`

func options() Options { return Options{Credit: "© Somebody 2025", Country: "BE"} }

func TestReadBothForms(t *testing.T) {
	for name, file := range map[string]string{"GeoJSON": two, "TopoJSON": same} {
		w, err := Read([]byte(file), options())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !slices.Equal(w.Codes, []string{"BE-0101", "BE-0102"}) || w.Borders != 1 {
			t.Errorf("%s: %v with %d borders", name, w.Codes, w.Borders)
		}
		top, err := geometry.ReadTopology(w.TopoJSON)
		if err != nil || top.Credit() != "© Somebody 2025" || top.Country("BE-0101") != "BE" {
			t.Errorf("%s: read back by %q, %v", name, top.Credit(), err)
		}
	}
}

// Codes come from a property that is named, also numbers, and areas of one code join.
func TestReadCodes(t *testing.T) {
	o := options()
	for property, want := range map[string][]string{"nis": {"BE-11002", "BE-11003"}, "kreis": {"BE-A"}} {
		o.Code = property
		if w, err := Read([]byte(two), o); err != nil || !slices.Equal(w.Codes, want) {
			t.Errorf("%s gives %v, %v", property, w.Codes, err)
		}
	}
	nuts := strings.NewReplacer("0101", "BE211", "0102", "BE212").Replace(two)
	for _, country := range []string{"", "BE"} {
		if w, err := Read([]byte(nuts), Options{Credit: "©", Country: country}); err != nil || w.Codes[0] != "BE211" {
			t.Errorf("NUTS codes with the country %q: %v, %v", country, w.Codes, err)
		}
	}
}

// Metres of EPSG:3035 are taken where the file says so.
func TestReadMetres(t *testing.T) {
	metres := strings.NewReplacer(`"FeatureCollection",`, `"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3035"}},`,
		"[4,51,7]", "[3900000,3100000]", "[4.5,51,7]", "[3940000,3100000]", "[4.5,51.5,7]", "[3940000,3150000]", "[4,51.5,7]", "[3900000,3150000]",
		"[4.5,51]", "[3940000,3100000]", "[5,51]", "[3980000,3100000]", "[5,51.5]", "[3980000,3150000]", "[4.5,51.5]", "[3940000,3150000]").Replace(two)
	if w, err := Read([]byte(metres), options()); err != nil || w.Borders != 1 {
		t.Errorf("%d borders, %v", w.Borders, err)
	}
}

func TestReadRefuses(t *testing.T) {
	all := func(old, new string) string { return strings.ReplaceAll(two, old, new) }
	exchanged := strings.NewReplacer("[4,51,7]", "[51,4]", "[4.5,51,7]", "[51,4.5]", "[4.5,51.5,7]", "[51.5,4.5]", "[4,51.5,7]", "[51.5,4]",
		"[4.5,51]", "[51,4.5]", "[5,51]", "[51,5]", "[5,51.5]", "[51.5,5]", "[4.5,51.5]", "[51.5,4.5]").Replace(two)
	first, _, _ := strings.Cut(two, "\n{\"type\":\"Feature\",\"properties\":{\"code\":\"0102\"")
	_, area, _ := strings.Cut(first, "\n")
	twice := first + strings.TrimSuffix(strings.Replace(area, "0101", "0102", 1), ",") + "]}"
	for _, c := range []struct {
		name, file string
		o          Options
		want       string
	}{
		{"no credit", two, Options{Country: "BE", Credit: " "}, "boundaries need a credit"},
		{"a country that is none", two, Options{Credit: "©", Country: "Belgium"}, `"Belgium" is not a country`},
		{"no country", two, Options{Credit: "©"}, `"0101" (area 1) is no code of a region: it does not begin with a country. Say --country`},
		{"no codes", all(`"code"`, `"cod"`), options(), "the areas have no codes: no property code, NUTS_ID or id is in all of them. Name the one that holds codes with --code; they have cod, kreis, nis"},
		{"a property that is not there", two, Options{Credit: "©", Country: "BE", Code: "lau"}, `no area has a property "lau"; they have code, kreis, nis`},
		{"an empty code", strings.Replace(two, `"kreis":"A"`, `"kreis":""`, 1), Options{Credit: "©", Country: "BE", Code: "kreis"}, "area 1 has no code: its property kreis is empty"},
		{"a code of other letters", all("0101", "Hérault"), options(), `"Hérault" (area 1) cannot be a code`},
		{"not JSON", "code;name", options(), "the file is not readable as GeoJSON or TopoJSON: a fault at byte 1"},
		{"another file", `{"type":"Feature"}`, options(), `its type is "Feature"`},
		{"no areas", `{"type":"FeatureCollection","features":[]}`, options(), "the file has no areas"},
		{"a line", all(`"MultiPolygon"`, `"LineString"`), options(), `area 2 is a "LineString": only a Polygon or MultiPolygon`},
		{"no geometry", `{"type":"FeatureCollection","features":[{"type":"Feature","id":"A","geometry":null}]}`, options(), "area 1 has no geometry"},
		{"words for numbers", all("[[[4,51,7]", `[[["4",51]`), options(), "area 1 has coordinates that are not lists of numbers"},
		{"half a place", all("[4,51,7]", "[4]"), options(), "area 1 has a place without two coordinates"},
		{"metres without a system", all("[4,51,7]", "[250000,190000]"), options(), "area 1 has a place at 250000, 190000, which are no degrees"},
		{"another system", all(`"FeatureCollection",`, `"FeatureCollection","crs":{"properties":{"name":"EPSG:31370"}},`), options(), `of the system "EPSG:31370": save the file in WGS 84`},
		{"exchanged", exchanged, options(), "longitude and latitude are exchanged"},
		{"beyond Europe", all("[4,51,7]", "[4,-51]"), options(), "longitude 4, latitude -51: beyond Europe"},
		{"degrees called metres", all(`"FeatureCollection",`, `"FeatureCollection","crs":{"properties":{"name":"EPSG:3035"}},`), options(), "no metres of EPSG:3035"},
		{"one land for two", twice, options(), "has land of both BE-0101 and BE-0102 on one side"},
		{"no land", all("[4.5,51,7],[4.5,51.5,7],[4,51.5,7],", ""), options(), "the file has no land under BE-0101"},
		{"an arc that is not there", strings.Replace(same, "[2,0]", "[9,0]", 1), options(), "area 2 uses arc 9, and the file has 3 arcs"},
		{"a point in TopoJSON", strings.Replace(same, `"Polygon"`, `"Point"`, 1), options(), `area 1 is a "Point"`},
		{"two objects", strings.Replace(same, `"objects":{`, `"objects":{"more":{"type":"GeometryCollection"},`, 1), options(), "the file has 2 objects"},
		{"half a transform", strings.Replace(same, "[0.001,0.001]", "[1]", 1), options(), "area 1 cannot be placed"},
	} {
		_, err := Read([]byte(c.file), c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v\nwant %q", c.name, err, c.want)
		}
	}
}

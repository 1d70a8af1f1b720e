package generator_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regional-atlas/assets"
)

// decoded is a file of a site, read as JSON.
func decoded(t *testing.T, site map[string]string, address string) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal([]byte(site[address]), &out); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return out
}

func list(v any) []any           { out, _ := v.([]any); return out }
func member(v any, k string) any { m, _ := v.(map[string]any); return m[k] }

// The descriptor keeps the written rules of Data Package 2
// (datapackage.org/standard/data-package, /data-resource, /table-schema), and says of
// each file of tables what is in it.
func TestDataPackageKeepsItsRules(t *testing.T) {
	t.Parallel()
	site := built(t, richRegions(), assets.Files)
	d := decoded(t, site, "data/datapackage.json")
	if d["$schema"] != "https://datapackage.org/profiles/2.0/datapackage.json" {
		t.Errorf("the profile is %v", d["$schema"])
	}
	name := regexp.MustCompile(`^[a-z0-9._-]+$`)
	if s, _ := d["name"].(string); !name.MatchString(s) {
		t.Errorf("the name is %q", s)
	}
	for _, l := range list(d["licenses"]) {
		if member(l, "name") == nil && member(l, "path") == nil {
			t.Errorf("a licence has neither name nor path: %v", l)
		}
	}
	for _, c := range list(d["contributors"]) {
		if member(c, "title") == nil || len(list(member(c, "roles"))) == 0 {
			t.Errorf("a contributor has no title or no roles: %v", c)
		}
	}
	described, names := map[string]bool{}, map[string]bool{}
	for _, r := range list(d["resources"]) {
		path, _ := member(r, "path").(string)
		file, there := site["data/"+path]
		if s, _ := member(r, "name").(string); !name.MatchString(s) || names[s] {
			t.Errorf("a resource is called %q", s)
		} else {
			names[s] = true
		}
		described[path] = true
		if !there || strings.HasPrefix(path, "/") || strings.Contains(path, "..") {
			t.Errorf("the resource %q is no file beside the descriptor", path)
		}
		if strings.HasSuffix(path, ".csv") {
			checkTable(t, path, r, file)
		}
	}
	for address := range site {
		if below, isData := strings.CutPrefix(address, "data/"); isData && strings.HasSuffix(below, ".csv") && !described[below] {
			t.Errorf("%s is not described", address)
		}
	}
}

// checkTable compares a described table with its file.
func checkTable(t *testing.T, path string, r any, file string) {
	t.Helper()
	schema, comma := member(r, "schema"), ","
	if member(r, "type") != "table" || member(r, "encoding") != "utf-8" || list(member(schema, "missingValues"))[0] != "" {
		t.Errorf("%s is not described as a table", path)
	}
	if strings.HasSuffix(path, "-eu.csv") {
		comma, _ = member(member(r, "dialect"), "delimiter").(string)
	}
	var fields []string
	for _, f := range list(member(schema, "fields")) {
		field, _ := member(f, "name").(string)
		if slices.Contains(fields, field) {
			t.Errorf("%s has two fields %s", path, field)
		}
		fields = append(fields, field)
		types := strings.Fields("string number integer year date boolean")
		if kind, _ := member(f, "type").(string); !slices.Contains(types, kind) || member(f, "description") == "" {
			t.Errorf("%s: the field %s is %v", path, field, f)
		}
	}
	for _, key := range list(member(schema, "primaryKey")) {
		if !slices.Contains(fields, key.(string)) {
			t.Errorf("%s has no field %v of its key", path, key)
		}
	}
	head, _, _ := strings.Cut(strings.TrimPrefix(file, "\ufeff"), "\n")
	if head != strings.Join(fields, comma) {
		t.Errorf("%s begins with %q, described as %q", path, head, fields)
	}
}

// The keys of a table name its rows: no two rows have the same, and none is empty.
func TestKeysNameRows(t *testing.T) {
	t.Parallel()
	site := built(t, richRegions(), assets.Files)
	data := separatedTables(t, site, ".csv", ',')
	for _, r := range list(decoded(t, site, "data/datapackage.json")["resources"]) {
		name, _ := member(r, "name").(string)
		seen := map[string]bool{}
		for _, row := range data[name] {
			key := ""
			for _, k := range list(member(member(r, "schema"), "primaryKey")) {
				if row[k.(string)] == "" {
					t.Errorf("%s: a row has no %v: %v", name, k, row)
				}
				key += row[k.(string)] + "\x00"
			}
			if seen[key] {
				t.Errorf("%s: two rows are called %q", name, key)
			}
			seen[key] = true
		}
	}
}

// What a portal reads has whole addresses, and is there only with a licence and an address.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	site := built(t, os.DirFS("testdata/good/full/regions"), tinyAssets(t))
	d := decoded(t, site, "data/catalog.jsonld")
	set := list(d["dcat:dataset"])[0]
	for _, needed := range []any{d["dct:title"], d["dct:description"], d["dct:publisher"], member(set, "dct:title"),
		member(set, "dct:description"), member(set, "dcat:contactPoint")} {
		if needed == nil {
			t.Errorf("something is missing that DCAT-AP needs: %v", d)
		}
	}
	if files := list(member(set, "dcat:distribution")); len(files) < 20 {
		t.Errorf("%d files", len(files))
	}
	for _, f := range list(member(set, "dcat:distribution")) {
		address, _ := member(member(f, "dcat:accessURL"), "@id").(string)
		below, whole := strings.CutPrefix(address, "https://example.org/everything/")
		if _, there := site[below]; !whole || !there || member(f, "dct:license") == nil {
			t.Errorf("a distribution is %v", f)
		}
	}
	if _, there := built(t, os.DirFS("testdata/good/minimal/regions"), tinyAssets(t))["data/catalog.jsonld"]; there {
		t.Error("an atlas without an address has a catalogue")
	}
}

// GeoJSON as RFC 7946 has it: longitude first, closed rings, land on the left hand, four
// decimals; a foreign shape says whose it is.
func TestShapesAsGeoJSON(t *testing.T) {
	t.Parallel()
	site := built(t, richRegions(), assets.Files)
	features := list(decoded(t, site, "data/regions.geojson")["features"])
	if regexp.MustCompile(`\d\.\d{5}`).MatchString(regexp.MustCompile(`(?s)"properties":\{.*?\}`).ReplaceAllString(site["data/regions.geojson"], "")) {
		t.Error("a position has more than four decimals")
	}
	rings := 0
	for _, f := range features {
		for _, polygon := range list(member(member(f, "geometry"), "coordinates")) {
			for i, ring := range list(polygon) {
				rings++
				points, sum := list(ring), 0.0
				for n := 1; n < len(points); n++ {
					a, b := list(points[n-1]), list(points[n])
					sum += a[0].(float64)*b[1].(float64) - b[0].(float64)*a[1].(float64)
				}
				first, last := list(points[0]), list(points[len(points)-1])
				if len(points) < 4 || first[0] != last[0] || first[1] != last[1] || (sum > 0) != (i == 0) {
					t.Errorf("ring %d of %v: %d points, area %v", i, member(f, "id"), len(points), sum)
				}
				if lon, lat := first[0].(float64), first[1].(float64); lon < 2 || lon > 7 || lat < 49 || lat > 52 {
					t.Errorf("%v lies at %v, %v", member(f, "id"), lon, lat)
				}
			}
		}
	}
	if rings < 3 || member(decoded(t, site, "data/regions.geojson"), "credit") == nil {
		t.Errorf("%d rings", rings)
	}
	full := built(t, os.DirFS("testdata/good/full/regions"), tinyAssets(t))
	borrowed := 0
	for _, f := range list(decoded(t, full, "data/regions.geojson")["features"]) {
		if shape := member(member(f, "properties"), "shape_of"); shape != nil {
			borrowed++
			if member(member(f, "properties"), "shape_remark") == nil {
				t.Errorf("%v is drawn as %v without a word", member(f, "id"), shape)
			}
		}
	}
	if borrowed == 0 {
		t.Error("no shape is borrowed")
	}
}

// What pages say to programs is JSON that cannot end its element, and names what it
// describes.
func TestLinkedData(t *testing.T) {
	t.Parallel()
	block := regexp.MustCompile(`(?s)<script type="?application/ld\+json"?>(.*?)</script>`)
	for address, text := range pagesWith(t, `</script><b>"\`, harmless) {
		for _, m := range block.FindAllStringSubmatch(text, -1) {
			var d map[string]any
			if err := json.Unmarshal([]byte(m[1]), &d); err != nil || strings.Contains(m[1], "<") {
				t.Errorf("%s: %v: %s", address, err, m[1])
			}
			if d["name"] != `</script><b>"\` {
				t.Errorf("%s describes %v", address, d["name"])
			}
		}
	}
	site := built(t, richRegions(), assets.Files)
	for address, kind := range map[string]string{"data.html": "Dataset", "regions/be2.html": "AdministrativeArea"} {
		m := block.FindStringSubmatch(site[address])
		if m == nil || !strings.Contains(m[1], `"@type":"`+kind+`"`) {
			t.Errorf("%s says %q", address, m)
		}
	}
}

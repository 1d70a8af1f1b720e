package output

import (
	"fmt"
	"strings"

	"regional-atlas/generator/region"
)

// The addresses of pages.

// Region is the page of the region with a code, or with a former code.
func Region(code string) string { return "regions/" + region.Slug(code) + ".html" }

// Country is the page of a country.
func Country(code string) string { return "countries/" + region.Slug(code) + ".html" }

// Network is the page of a network.
func Network(key string) string { return "memberships/" + region.Slug(key) + ".html" }

// Matrix is the matrix of the networks of a group; of all of them for "".
func Matrix(group string) string {
	if group == "" {
		return "memberships.html"
	}
	return "memberships-" + region.Slug(group) + ".html"
}

// Topic is the page of a topic of policies.
func Topic(key string) string { return "topics/" + region.Slug(key) + ".html" }

// Indicator is the page of an indicator.
func Indicator(key string) string { return "figures/" + region.Slug(key) + ".html" }

// Code is the page of a code of a classification.
func Code(classification, code string) string {
	return "codes/" + region.Slug(classification+" "+code) + ".html"
}

// Own is a page that the editors wrote themselves.
func Own(name string) string { return "pages/" + name + ".html" }

// Organisations is the page of a kind of organisations; of those without a kind
// for "".
func Organisations(kind string) string {
	if kind == "" {
		return "organisations/without-kind.html"
	}
	return "organisations/" + region.Slug(kind) + ".html"
}

// Comparison is the page that compares a region with others.
func Comparison(code string) string { return "compare.html#r=" + region.Slug(code) }

// Pair is the page on what two regions share; the code that comes first comes first.
func Pair(a, b string) string {
	a, b = region.Slug(a), region.Slug(b)
	return "pairs/" + min(a, b) + "-" + max(a, b) + ".html"
}

// AnyPair is the page that draws the brief on any two regions, some of which may be
// chosen already.
func AnyPair(codes ...string) string {
	var slugs []string
	for _, code := range codes {
		slugs = append(slugs, region.Slug(code))
	}
	if len(slugs) == 0 {
		return "pair.html"
	}
	return "pair.html#r=" + strings.Join(slugs, ",")
}

// FacetNames is the script with the names of facets and their options.
const FacetNames = "assets/find/names.js"

// BriefAsks is the script with what a brief asks of every region, and its words.
const BriefAsks = "assets/find/brief.js"

// Compared is the script with what a region says, for the page that compares
// regions.
func Compared(code string) string { return "assets/compare/" + region.Slug(code) + ".js" }

// The addresses of data.

// Table is a table as a file of comma-separated values; an European one has
// semicolons and decimal commas.
func Table(name string, european bool) string {
	if european {
		name += "-eu"
	}
	return "data/" + name + ".csv"
}

// Facts are all facts of a region as JSON.
func Facts(code string) string { return "data/regions/" + region.Slug(code) + ".json" }

// The other files of data.
const (
	DataPage     = "data.html"
	Workbook     = "data/atlas.xlsx"
	AllFacts     = "data/atlas.json"
	FactsSchema  = "data/atlas.schema.json"
	RegionSchema = "data/region.schema.json"
	Shapes       = "data/regions.geojson"
	DataPackage  = "data/datapackage.json"
	Catalogue    = "data/catalog.jsonld"
	Missing      = "404.html" // shown at any address that the site does not have
	ChangesPage  = "changes.html"
	ChangesFeed  = "changes.xml"
	WholeSite    = "data/site.zip"
	PackedFolder = "site/" // of the pages, in that file
	Robots       = "robots.txt"
)

// The addresses of pictures.

// MapOf is a map as a file of its own.
func MapOf(name string) string { return "maps/" + name + ".svg" }

// Ground is the quiet land behind maps.
func Ground(name string) string { return "maps/ground-" + region.Slug(name) + ".svg" }

// Strip is the strip plot of an indicator.
func Strip(indicator string) string { return "figures/strip-" + region.Slug(indicator) + ".svg" }

// FigureSheet is the figures of a region as one picture.
func FigureSheet(code string) string { return "figures/" + region.Slug(code) + ".svg" }

// AtlasCard is the picture that other sites show beside a link to a page that has none of
// its own.
const AtlasCard = "pictures/atlas.png"

// SocialCard is the picture that other sites show beside a link to a region.
func SocialCard(code string) string { return "pictures/" + region.Slug(code) + ".png" }

// Photo is a photograph of a region, by its number on the page and its width in pixels.
func Photo(code string, number, width int) string {
	return fmt.Sprintf("photos/%s-%d-%d.jpg", region.Slug(code), number, width)
}

// PhotoWidths are how wide photographs are, in pixels: on a page, and on screens with
// twice as many.
func PhotoWidths() [2]int { return [2]int{720, 1440} }

// IsShared reports whether the file at an address is the same in all languages of a site:
// it lies once in the folder of the site, whatever the folder of a language.
func IsShared(address string) bool {
	for _, beginning := range []string{"assets/views.css", "maps/ground-", "pictures/", "photos/",
		"data/", Missing, ChangesFeed, Robots} {
		if strings.HasPrefix(address, beginning) {
			return true
		}
	}
	return false
}

// Root is the way from an address up to the folder of the site: "", "../".
func Root(address string) string { return strings.Repeat("../", strings.Count(address, "/")) }

package page

import (
	"slices"
	"strings"

	"regional-atlas/generator/dataset"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Take leads from a page to the files that hold what it shows.
type Take struct {
	Table    string // address of the table as values separated by commas
	European string // the same with semicolons and decimal commas
	Facts    string // of a region: its facts as JSON, instead of a table
	Picture  string // of a region: its map and figures as PNG, "" without one
	Means    string // where its columns are explained
}

// take is what a reader can take away from a page; nil where it is nothing by itself.
func (s *Site) take(address string) *Take {
	base, root := s.base(address), output.Root(address)
	folder, name, isBelow := strings.Cut(strings.TrimSuffix(address, ".html"), "/")
	if isBelow && folder == "regions" {
		if s.atlas.Region(strings.ToUpper(name)) == nil {
			return nil // it has moved
		}
		t := &Take{Facts: base + output.Facts(name), Means: root + output.DataPage}
		if s.edition.Site.Pictures {
			t.Picture = base + output.SocialCard(name)
		}
		return t
	}
	table := tableOf(folder)
	if dataset.Named(s.tables, table) == nil {
		return nil
	}
	return &Take{Table: base + output.Table(table, false), European: base + output.Table(table, true),
		Means: root + output.DataPage + "#" + table}
}

// tableOf is the table that holds what a page shows, by the beginning of its address.
func tableOf(page string) string {
	page, _, _ = strings.Cut(page, "-page-")
	switch {
	case slices.Contains([]string{"index", "find", "countries"}, page):
		return "overview"
	case strings.HasPrefix(page, "memberships"):
		return "memberships"
	}
	switch page {
	case "self-evaluation":
		return "evaluation"
	case "programmes":
		return "represented"
	case "contacts":
		return "websites"
	}
	return page
}

// linkedData is what a page says to programs in the words of schema.org.
type linkedData map[string]any

func linked(kind string) linkedData {
	return linkedData{"@context": "https://schema.org", "@type": kind}
}

// known adds what is known.
func (d linkedData) known(name, value string) {
	if value != "" {
		d[name] = value
	}
}

// licensed adds what may be done with the data, and who publishes it.
func (d linkedData) licensed(site region.Site) {
	d.known("license", site.Licence.Link)
	d.known("creditText", site.Attribution)
	if site.Publisher.Name != "" {
		d["publisher"] = linkedData{"@type": "Organization", "name": site.Publisher.Name}
		d["creator"] = d["publisher"]
	}
}

// linkedRegion describes a region for programs; address is that of its page, "" where
// it has none.
func linkedRegion(r *profile.Region, address string) linkedData {
	d := linked("AdministrativeArea")
	d["name"] = r.Name
	if d["identifier"] = r.Code; r.Level < region.OwnLevel {
		d["identifier"] = linkedData{"@type": "PropertyValue", "propertyID": "NUTS", "value": r.Code}
	}
	if r.Level > 0 {
		d["containedInPlace"] = linkedData{"@type": "Country", "name": r.Country.Name}
	}
	var names []string
	for _, n := range r.Names {
		names = append(names, n.Name)
	}
	if names != nil {
		d["alternateName"] = names
	}
	if r.IsPoint() {
		d["geo"] = linkedData{"@type": "GeoCoordinates", "longitude": r.Shape.Lon,
			"latitude": r.Shape.Lat}
	}
	d.known("url", address)
	return d
}

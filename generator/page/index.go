package page

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// Index is the first page: what the atlas is, the map, and the same regions
// as a table. A large atlas lists its countries instead, whose pages have the
// tables.
type Index struct {
	Head
	Tagline   string
	Counts    []Headline
	Map       Map
	Table     *RegionTable
	Countries []CountryEntry
}

// Headline is a number that says how much there is, with the page behind it.
type Headline struct{ Number, Noun, Href string }

// RegionTable is a table of regions with their newest figures.
type RegionTable struct {
	Caption string
	Columns []Column // one for each indicator
	Rows    []RegionRow
}

// Column is the head of an indicator's column.
type Column struct {
	Label, Unit string
	Words       bool // its values are words, not numbers
}

// RegionRow is one region in a table.
type RegionRow struct {
	Code        string
	Region      Link
	Native      Link // first native name where it differs
	Country     Link
	Find        string // other names that people search for
	Cells       []ValueCell
	Memberships ValueCell
	Signature   Signature
}

// ValueCell is a value with what sorts it: a number, or -1 for not reported.
type ValueCell struct {
	Text, Note string
	Sort       float64
	None       bool
	Words      bool // a word, not a number
}

func (p *Planner) index() Index {
	s := p.edition.Site
	i := Index{Head: p.head("index.html", "index", "index.html", s.Title, s.Tagline), Tagline: s.Tagline, Counts: p.headlines(), Map: p.indexMap()}
	if p.large() {
		i.Countries = p.countryEntries()
		return i
	}
	table := p.regionTable("", "Regions of the atlas with their newest figures", p.atlas.Regions())
	i.Table = &table
	return i
}

// large holds for an atlas that has outgrown one page.
func (p *Planner) large() bool { return len(p.atlas.Regions()) > mostRows }

// totals is how much all regions hold together.
type totals struct{ documents, initiatives, organisations int }

func (p *Planner) totals() totals {
	var t totals
	for _, r := range p.atlas.Regions() {
		t.documents += len(r.Documents)
		t.initiatives += len(r.Initiatives)
		t.organisations += len(r.Organisations)
	}
	return t
}

func (p *Planner) headlines() []Headline {
	t := p.counts()
	return []Headline{
		headline(len(p.atlas.Regions()), "region", "regions", ""),
		headline(len(p.atlas.Countries()), "country", "countries", "countries.html"),
		headline(len(p.edition.Networks), "membership compared", "memberships compared", "memberships.html"),
		headline(t.documents, "policy document", "policy documents", ""),
		headline(t.initiatives, "initiative", "initiatives", ""),
		headline(t.organisations, "organisation", "organisations", "organisations.html"),
	}
}

func headline(n int, one, many, href string) Headline {
	if n == 1 {
		many = one
	}
	return Headline{region.Grouped(float64(n), 0), many, href}
}

// regionTable lists regions with every indicator; root leads to the site.
func (p *setting) regionTable(root, caption string, regions []*region.Region) RegionTable {
	t := RegionTable{Caption: caption}
	for _, i := range p.edition.Indicators {
		t.Columns = append(t.Columns, Column{i.Label(), i.Unit, i.Kind == region.Class})
	}
	for _, r := range regions {
		t.Rows = append(t.Rows, p.regionRow(root, r))
	}
	return t
}

func (p *setting) regionRow(root string, r *region.Region) RegionRow {
	row := RegionRow{Find: findWords(r), Code: r.Code, Region: regionLink(root, r), Native: nativeName(r),
		Country: Link{Text: p.edition.CountryNamed(r.Country()), Href: root + countryAddress(r.Country())}}
	for _, i := range p.edition.Indicators {
		cell := valueCell(i, atlas.Latest(r, i.Key))
		cell.Words = i.Kind == region.Class
		row.Cells = append(row.Cells, cell)
	}
	row.Signature = p.signature(r)
	member, answered := atlas.MembershipCount(p.edition, r)
	row.Memberships = ValueCell{Text: fmt.Sprint(member), Note: fmt.Sprintf("of %d", answered), Sort: float64(member)}
	if answered == 0 {
		row.Memberships = missingCell()
	}
	return row
}

// findWords are the names of a region that its row does not show.
func findWords(r *region.Region) string {
	words := slices.Clone(r.Also)
	for _, n := range r.Names[min(1, len(r.Names)):] {
		words = append(words, n.Name)
	}
	return strings.Join(words, " ")
}

func nativeName(r *region.Region) Link {
	if len(r.Names) == 0 || r.Names[0].Name == r.Name {
		return Link{}
	}
	return Link{Text: r.Names[0].Name, Lang: r.Names[0].Lang}
}

func missingCell() ValueCell { return ValueCell{Text: region.NotReported, Sort: -1, None: true} }

func valueCell(i region.Indicator, figures []region.Figure) ValueCell {
	if len(figures) == 0 {
		return missingCell()
	}
	var words []string
	for _, f := range figures {
		word := f.Value.Format(i.Decimals)
		if f.Part != "" {
			word += " (" + f.Part + ")"
		}
		words = append(words, word)
	}
	cell := ValueCell{Text: strings.Join(words, ", "), Sort: figures[0].Value.Number}
	if figures[0].Year != 0 {
		cell.Note = fmt.Sprint(figures[0].Year)
	}
	if i.Kind == region.Class {
		cell.Sort = float64(classOrder(i, figures[0]))
	}
	return cell
}

// classOrder is higher for a better class.
func classOrder(i region.Indicator, f region.Figure) int {
	scale := i.ScaleOf(f.Year)
	if scale == nil {
		return 0
	}
	for place, group := range scale.Groups {
		if group == f.Value.Word {
			return len(scale.Groups) - place
		}
	}
	return 0
}

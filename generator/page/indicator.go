package page

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Indicator is the page of one indicator: its map, and the regions in the order of their
// newest values.
type Indicator struct {
	Head
	About   string
	Summary string
	Europe  string     // between which values half of the regions of Europe lie, "" when that is not known
	Map     *carto.Map // nil where nobody reports it
	Table   IndicatorTable
	Others  []Link // pages of all indicators
}

// IndicatorTable lists the regions that report an indicator, and then the countries,
// which have no place.
type IndicatorTable struct {
	Caption string
	Unit    string
	Words   bool // the values are words
	Europe  bool // there is a column of places in Europe
	Rows    []IndicatorRow
	Tools   Tools
	Silent  []Link // those that report nothing
}

// IndicatorRow is one region with its newest value.
type IndicatorRow struct {
	Code       string
	Region     Link
	Country    Link
	CountryKey string
	Find       string // other names that people search for
	Note       string // how it differs from what its code stands for, "" when it does not
	Place      int    // 0 for a country
	Value      ValueCell
	Europe     string  // its place among the regions of its level, "" when not known
	EuropeSort float64 // as a share of them
}

// indicatorPages plans the pages of indicators. An atlas that has outgrown one page has
// none: its map shows countries, and nobody reads all its regions by value.
type indicatorPages struct{ *Site }

func hasIndicatorPages(a *profile.Atlas) bool { return len(a.Regions()) <= mostCompared }

func (s indicatorPages) files() output.Files {
	if !hasIndicatorPages(s.atlas) {
		return output.List()
	}
	return each(s.edition.Indicators, func(n int, i region.Indicator) output.Files {
		return one(output.Indicator(i.Key), "indicator", func() any { return s.page(n) })
	})
}

func (s indicatorPages) page(n int) Indicator {
	i := &s.edition.Indicators[n]
	address := output.Indicator(i.Key)
	root := output.Root(address)
	page := Indicator{About: i.About, Table: s.table(root, n), Europe: s.halves(n)}
	ranked := 0
	for _, row := range page.Table.Rows {
		if row.Place > 0 {
			ranked++
		}
	}
	page.Summary = s.words.Say("indicator.summary", "n", ranked, "of",
		profile.CountRegions(s.atlas.Regions()))
	page.Head = s.head(address, "indicator", "index.html", i.Name,
		s.words.Say("head.description", "title", i.Name, "text", page.Summary))
	if len(page.Table.Rows) > 0 {
		page.Map = s.maps.Figure(root, n)
	}
	for other := range s.edition.Indicators {
		x := &s.edition.Indicators[other]
		link := Link{Text: x.Label(), Href: root + output.Indicator(x.Key), Current: other == n}
		page.Others = append(page.Others, link)
	}
	return page
}

func (s indicatorPages) table(root string, n int) IndicatorTable {
	i := &s.edition.Indicators[n]
	t := IndicatorTable{Caption: s.words.Say("indicator.table"), Unit: i.Unit,
		Words: i.Kind == region.Class, Tools: s.tools(root, "", part{}, s.atlas.Regions())}
	regions := slices.Clone(s.atlas.Regions())
	slices.SortStableFunc(regions, func(a, b *profile.Region) int {
		return cmp.Compare(orLast(a.Figures[n].Rank.Place), orLast(b.Figures[n].Rank.Place))
	})
	for _, r := range regions {
		f := &r.Figures[n]
		if !f.IsReported() {
			t.Silent = append(t.Silent, regionLink(root, r))
			continue
		}
		row := s.row(root, r, f)
		t.Rows, t.Europe = append(t.Rows, row), t.Europe || row.Europe != ""
	}
	return t
}

// orLast is a place, or one behind all others for none.
func orLast(place int) int {
	if place == 0 {
		return math.MaxInt
	}
	return place
}

func (s indicatorPages) row(root string, r *profile.Region, f *profile.Figure) IndicatorRow {
	row := IndicatorRow{Code: r.Code, Region: regionLink(root, r),
		Country: countryLink(root, r.Country), CountryKey: countryKey(r), Find: otherNames(r),
		Note: phrase.Standing(s.words, r), Place: f.Rank.Place,
		Value: ValueCell{Text: phrase.Values(s.words, f), Sort: f.Order(),
			Words: f.Indicator.Kind == region.Class, None: math.IsNaN(f.Order()), Note: yearOr(f.Latest[0].Year, "")}}
	if place, of, known := placeInEurope(s.europe, r, f); known {
		row.Europe = s.words.Say("rank.brief", "place", place, "of", of)
		row.EuropeSort = float64(place) / float64(of)
	}
	return row
}

// halves says between which values half of the NUTS 2 regions of Europe lie, in the
// newest year that a region of the atlas reports.
func (s indicatorPages) halves(n int) string {
	i, newest := &s.edition.Indicators[n], 0
	for _, r := range s.atlas.Regions() {
		if latest := r.Figures[n].Latest; len(latest) == 1 {
			if _, known := s.europe.Quartiles(i.Key, 2, latest[0].Year); known {
				newest = max(newest, latest[0].Year)
			}
		}
	}
	q, known := s.europe.Quartiles(i.Key, 2, newest)
	if !known {
		return ""
	}
	return s.words.Say("indicator.europe", "year", strconv.Itoa(newest), "low",
		measured(s.words, i, q[0]), "middle", measured(s.words, i, q[1]), "high",
		measured(s.words, i, q[2]), "unit", i.Unit)
}

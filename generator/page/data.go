package page

import (
	"regional-atlas/generator/dataset"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
)

// Data is the page by which the data is taken away: whose it is, its files, and what
// each column holds.
type Data struct {
	Head
	Intro       string
	Rights      string // what may be done with it, in words
	Attribution string
	Citation    string
	Edition     Link // the newest edition of the facts, "" without one
	Licence     Link
	Contact     Link
	Files       []DataFile
	Tables      []DataTable
	Regions     string // an address of the facts of one region, for example
	Linked      any    // for programs, in the words of schema.org
}

// DataFile is a file that holds more than a table.
type DataFile struct {
	File  Link
	About string
}

// DataTable is a table with its two files and its columns.
type DataTable struct {
	ID, Title, About string
	Table, European  string
	Columns          []DataColumn
}

// DataColumn explains a column.
type DataColumn struct{ Name, Kind, Unit, Means string }

// dataPage plans the page of the data.
type dataPage struct{ *Site }

func (s dataPage) files() output.Files {
	return one(output.DataPage, "data", func() any { return s.page() })
}

func (s dataPage) page() Data {
	site := s.edition.Site
	intro := s.words.Say("data.intro", "regions", extent(s.words, s.atlas.Regions()))
	page := Data{Head: s.head(output.DataPage, "data", "about.html", s.words.Say("data.title"), intro),
		Intro: intro, Rights: site.Rights, Attribution: site.Attribution, Citation: site.Citation,
		Licence: Link{Text: site.Licence.Label(), Href: site.Licence.Link},
		Contact: Link{Text: site.Contact.Title, Href: site.Contact.Link},
		Regions: s.up() + output.Facts(s.atlas.Regions()[0].Code)}
	if newest := s.edition.Releases.Newest(); newest.Known() {
		page.Edition = Link{Text: phrase.Day(s.words, newest), Href: output.ChangesPage}
	}
	page.Files = s.others()
	for _, t := range s.tables {
		table := DataTable{ID: t.Name, Title: t.Title(s.words), About: t.Means(s.words),
			Table: s.up() + output.Table(t.Name, false), European: s.up() + output.Table(t.Name, true)}
		for _, c := range t.Columns {
			table.Columns = append(table.Columns,
				DataColumn{c.Name, s.words.Say("data.kind." + kindOf(c)), c.Unit, t.ColumnMeans(s.words, c)})
		}
		page.Tables = append(page.Tables, table)
	}
	page.Linked = s.linked(page)
	return page
}

// others are the files that are no single table.
func (s dataPage) others() []DataFile {
	var files []DataFile
	add := func(name, address string) {
		files = append(files, DataFile{Link{Text: s.words.Say("data.file." + name),
			Href: s.up() + address}, s.words.Say("data.file." + name + ".about")})
	}
	if s.whole {
		add("whole", output.WholeSite)
	}
	if len(s.atlas.Regions()) <= dataset.MostInOne {
		add("workbook", output.Workbook)
		add("facts", output.AllFacts)
	}
	add("shapes", output.Shapes)
	add("package", output.DataPackage)
	if dataset.HasCatalogue(s.edition.Site) {
		add("catalogue", output.Catalogue)
	}
	return files
}

// kindOf is the name of what the values of a column are.
func kindOf(c dataset.Column) string {
	return []string{dataset.Text: "text", dataset.Number: "number", dataset.Whole: "whole",
		dataset.Year: "year", dataset.Day: "day", dataset.Truth: "truth",
		dataset.Address: "address"}[c.Type]
}

// linked describes the data for search engines of data sets.
func (s dataPage) linked(page Data) linkedData {
	site := s.edition.Site
	d := linked("Dataset")
	d["name"], d["inLanguage"], d["isAccessibleForFree"] = site.Title, site.Lang, true
	d["description"] = site.Tagline + " " + page.Intro
	d.known("url", s.absolute(output.DataPage))
	d.known("dateModified", s.edition.Releases.Newest().ISO())
	d.known("citation", site.Citation)
	d.licensed(site)
	var measured, places []linkedData
	for _, i := range s.edition.Indicators {
		m := linkedData{"@type": "PropertyValue", "name": i.Name}
		m.known("unitText", i.Unit)
		measured = append(measured, m)
	}
	for _, c := range s.atlas.Countries() {
		places = append(places, linkedData{"@type": "Country", "name": c.Name})
	}
	d["variableMeasured"], d["spatialCoverage"] = measured, places
	if site.Address != "" { // programs can only load what has a whole address
		var files []linkedData
		for _, t := range s.tables {
			files = append(files, linkedData{"@type": "DataDownload", "name": t.Title(s.words),
				"encodingFormat": "text/csv", "contentUrl": s.absolute(output.Table(t.Name, false))})
		}
		d["distribution"] = files
	}
	return d
}

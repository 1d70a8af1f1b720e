package dataset

import (
	"strconv"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

func (b builder) documents() *Table {
	columns := []Column{{Name: "title"}, {Name: "lang"}, b.among("level", "levels"),
		b.among("kind", "document-kinds"), {Name: "link", Type: Address}, {Name: "remark"}}
	return listed("documents", columns,
		func(r *profile.Region) []region.Document { return r.Documents }, func(_ *profile.Region,
			d region.Document) Row {
			return Row{d.Title, text(d.Lang), text(d.Level), text(d.Kind), text(d.Link), text(d.Remark)}
		})
}

func (b builder) support() *Table {
	columns := []Column{{Name: "title"}, b.among("kind", "support-kinds"), b.among("level", "levels"),
		{Name: "amount"}, {Name: "link", Type: Address}}
	return listed("support", columns, func(r *profile.Region) []region.Support { return r.Support },
		func(_ *profile.Region, s region.Support) Row {
			return Row{text(s.Title), text(s.Kind), text(s.Level), text(s.Amount), text(s.Link)}
		})
}

func (b builder) initiatives() *Table {
	columns := []Column{{Name: "title"}, b.among("kind", "initiative-kinds"), {Name: "partners"},
		{Name: "link", Type: Address}, {Name: "remark"}, {Name: "source"}}
	return listed("initiatives", columns,
		func(r *profile.Region) []region.Initiative { return r.Initiatives }, func(r *profile.Region,
			i region.Initiative) Row {
			return Row{i.Title, text(i.Kind), joined(i.Partners), text(i.Link), text(i.Remark),
				sourceOf(r, i.Source, "initiatives")}
		})
}

func (b builder) represented() *Table {
	columns := []Column{{Name: "title"}, {Name: "within"}, b.among("kind", "represented-kinds"),
		{Name: "link", Type: Address}}
	return listed("represented", columns,
		func(r *profile.Region) []region.Representation { return r.Represented }, func(_ *profile.Region,
			x region.Representation) Row {
			return Row{x.Title, text(x.Within), text(x.Kind), text(x.Link)}
		})
}

func (b builder) organisations() *Table {
	columns := []Column{{Name: "name"}, {Name: "lang"}, {Name: "short"},
		b.among("kind", "organisation-kinds"), {Name: "link", Type: Address}, {Name: "remark"}}
	return listed("organisations", columns,
		func(r *profile.Region) []region.Organisation { return r.Organisations }, func(_ *profile.Region,
			o region.Organisation) Row {
			return Row{o.Name, text(o.Lang), text(o.Short), text(o.Kind), text(o.Link), text(o.Remark)}
		})
}

func (b builder) websites() *Table {
	columns := []Column{{Name: "title"}, b.among("kind", "website-kinds"),
		{Name: "link", Type: Address}}
	return listed("websites", columns, func(r *profile.Region) []region.Website { return r.Websites },
		func(_ *profile.Region, x region.Website) Row { return Row{x.Title, text(x.Kind), text(x.Link)} })
}

func (b builder) profiles() *Table {
	columns := []Column{{Name: "title"}, {Name: "publisher"}, {Name: "text"},
		{Name: "link", Type: Address}}
	return listed("profiles", columns, func(r *profile.Region) []region.Profile { return r.Profiles },
		func(_ *profile.Region, p region.Profile) Row {
			return Row{p.Title, text(p.Publisher), text(p.Text), text(p.Link)}
		})
}

// codeOf is a code that a region states.
type codeOf struct {
	list *region.Classification
	code string
}

func (b builder) codes() *Table {
	columns := []Column{b.among("classification", "classifications"), {Name: "entry"}, {Name: "label"},
		{Name: "source"}}
	return listed("codes", columns, func(r *profile.Region) []codeOf {
		var list []codeOf
		for _, l := range r.Codes {
			for _, code := range l.Stated() {
				list = append(list, codeOf{l.Classification, code})
			}
		}
		return list
	}, func(r *profile.Region, c codeOf) Row {
		return Row{c.list.Key, c.code, text(c.list.Labels[c.code]), sourceOf(r, "", "codes")}
	})
}

// gaps says how lists fall short of their sources.
func (b builder) gaps() *Table {
	columns := []Column{{Name: "section", Key: true, OneOf: b.edition.Vocabulary("sections")},
		{Name: "lost", Type: Whole}, {Name: "numbers"}, {Name: "cut", Type: Truth}, {Name: "answers"},
		{Name: "remark"}}
	return ofRegions("gaps", columns, func(r *profile.Region) []Row {
		var rows []Row
		for _, s := range region.Sections() {
			g := r.Section(s.Key).Gap
			if g.Lost == 0 && !g.Cut && g.Remark == "" && len(g.Numbers) == 0 && len(g.Answers) == 0 {
				continue
			}
			var numbers []string
			for _, n := range g.Numbers {
				numbers = append(numbers, strconv.Itoa(n))
			}
			rows = append(rows, Row{s.Key, whole(g.Lost), joined(numbers), g.Cut, joined(g.Answers),
				text(g.Remark)})
		}
		return rows
	})
}

// mended are the errors of sources that were put right.
func (b builder) mended() *Table {
	columns := []Column{{Name: "number", Type: Whole, Key: true}, {Name: "text"}}
	return ofRegions("mended", columns, func(r *profile.Region) []Row {
		var rows []Row
		for i, sentence := range r.Mended {
			rows = append(rows, Row{i + 1, sentence})
		}
		return rows
	})
}

func (b builder) sources() *Table {
	columns := []Column{{Name: "source", Key: true}, {Name: "number", Type: Whole}, {Name: "title"},
		{Name: "link", Type: Address}, {Name: "seen", Type: Day}, {Name: "remark"}, {Name: "sections"}}
	return ofRegions("sources", columns, func(r *profile.Region) []Row {
		behind := make([][]string, len(r.Sources))
		for _, s := range region.Sections() {
			for _, n := range r.Section(s.Key).Sources {
				behind[n-1] = append(behind[n-1], s.Key)
			}
		}
		var rows []Row
		for i, s := range r.Sources {
			rows = append(rows, Row{s.Key, i + 1, s.Title, text(s.Link), day(s.Seen), text(s.Remark),
				joined(behind[i])})
		}
		return rows
	})
}

// vocabulary is all words of the lists of the atlas, and the codes of its classifications.
func (b builder) vocabulary() *Table {
	return &Table{Name: "vocabulary",
		Columns: []Column{{Name: "list", Key: true}, {Name: "key", Key: true}, {Name: "name"},
			{Name: "short"}, {Name: "about"}, {Name: "link", Type: Address}, {Name: "unit"}},
		rest: func() []Row {
			var rows []Row
			for _, list := range region.Vocabularies() {
				for i, t := range b.edition.Terms(list) {
					row := Row{list, t.Key, t.Name, text(t.Short), text(t.About), text(t.Link), nil}
					if list == "indicators" {
						row[6] = text(b.edition.Indicators[i].Unit)
					}
					rows = append(rows, row)
				}
			}
			for _, c := range b.edition.Classifications {
				for _, code := range c.Codes() {
					rows = append(rows, Row{c.Key, code, c.Labels[code], nil, nil, nil, nil})
				}
			}
			return rows
		}}
}

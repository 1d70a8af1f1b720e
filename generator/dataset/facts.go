package dataset

import (
	"slices"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// between stands between the parts of a value that holds several.
const between = "; "

func joined(list []string) Value { return text(strings.Join(list, between)) }

func (b builder) regions() *Table {
	columns := []Column{
		{Name: "country_code"}, {Name: "country"}, {Name: "nuts_level", Type: Whole},
		{Name: "nuts_version", Type: Year},
		{Name: "whole_country", Type: Truth}, {Name: "native_names"}, {Name: "other_names"},
		{Name: "former_codes"},
		{Name: "description"}, {Name: "page", Type: Address}, {Name: "shape"},
		{Name: "shape_larger", Type: Truth},
		{Name: "shape_remark"}, {Name: "longitude", Type: Number}, {Name: "latitude", Type: Number},
		{Name: "picture_title"}, {Name: "picture_author"}, {Name: "picture_licence"},
		{Name: "picture_link", Type: Address},
		{Name: "reviewed", Type: Day},
	}
	t := ofRegions("regions", columns, func(r *profile.Region) []Row {
		var native []string
		for _, n := range r.Names {
			native = append(native, n.Name+" ("+n.Lang+")")
		}
		row := Row{r.Country.Code, r.Country.Name, nutsLevel(r), whole(r.NUTSVersion), r.IsCountry(),
			joined(native), joined(r.Also), joined(r.Aliases), text(r.Text.Plain), output.Region(r.Code),
			nil, r.Shape.Larger,
			text(r.Shape.Remark), nil, nil, text(r.Image.Title), text(r.Image.Author), text(r.Image.Licence),
			text(r.Image.Link), day(r.Reviewed)}
		if r.IsPoint() {
			row[13], row[14] = r.Shape.Lon, r.Shape.Lat
		} else {
			row[10] = r.ShapeCode()
		}
		return []Row{row}
	})
	t.One = true
	return t
}

func (b builder) figures() *Table {
	columns := []Column{
		{Name: "indicator", Key: true, OneOf: b.edition.Vocabulary("indicators")},
		{Name: "number", Type: Whole, Key: true},
		{Name: "indicator_name"}, {Name: "year", Type: Year}, {Name: "part"},
		{Name: "value", Type: Number}, {Name: "class"},
		{Name: "unit"}, statusColumn(reported, estimated, provisional, region.NotReported),
		{Name: "newest", Type: Truth},
		{Name: "source"}, {Name: "second_source"}, {Name: "remark"},
	}
	return ofRegions("figures", columns, func(r *profile.Region) []Row {
		var rows []Row
		for i := range r.Figures {
			f := &r.Figures[i]
			if !f.IsReported() {
				rows = append(rows, Row{f.Indicator.Key, 0, f.Indicator.Name, nil, nil, nil, nil,
					text(f.Indicator.Unit), region.NotReported, false, nil, nil, nil})
			}
			for n, v := range slices.Concat(f.Latest, f.Earlier) {
				row := Row{f.Indicator.Key, n + 1, f.Indicator.Name, whole(v.Year), text(v.Part), nil,
					text(v.Class), text(f.Indicator.Unit), stateWord(v.State), n < len(f.Latest),
					sourceOf(r, v.Source, "figures"),
					text(v.Second), text(v.Remark)}
				if v.Class == "" {
					row[5] = v.Number
				}
				rows = append(rows, row)
			}
		}
		return rows
	})
}

// stateWord is the word of a state, as in region files.
func stateWord(s profile.State) string {
	switch s {
	case profile.Reported:
		return reported
	case profile.Estimated:
		return estimated
	case profile.Provisional:
		return provisional
	}
	return region.NotReported
}

func (b builder) memberships() *Table {
	columns := []Column{
		{Name: "network", Key: true, OneOf: b.edition.Vocabulary("networks")}, {Name: "network_name"},
		b.among("group", "network-groups"), {Name: "answer"}, {Name: "part"}, {Name: "body"},
		{Name: "year", Type: Year},
		statusColumn(reported, region.NotReported), {Name: "source"}, {Name: "remark"},
	}
	return ofRegions("memberships", columns, func(r *profile.Region) []Row {
		var rows []Row
		for i := range r.Memberships {
			m := &r.Memberships[i]
			rows = append(rows, Row{m.Network.Key, m.Network.Name, m.Network.Group, m.Status, text(m.Part),
				text(m.Body), whole(m.Year), status(m.IsReported()), sourceOf(r, m.Source, "memberships"),
				text(m.Remark)})
		}
		return rows
	})
}

func (b builder) collaboration() *Table {
	columns := []Column{b.among("looking", "answers"), {Name: "partners"},
		{Name: "link", Type: Address}, {Name: "remark"}, statusColumn(reported, region.NotReported)}
	t := ofRegions("collaboration", columns, func(r *profile.Region) []Row {
		c := r.Collaboration
		return []Row{{region.OrNotReported(c.Looking), joined(c.Partners), text(c.Link), text(c.Remark),
			status(!r.Section("collaboration").Empty)}}
	})
	t.One = true
	return t
}

func (b builder) topics() *Table {
	columns := []Column{{Name: "topic", Key: true, OneOf: b.edition.Vocabulary("topics")},
		{Name: "topic_name"}, {Name: "answer",
			OneOf: []string{profile.TermCovered, profile.TermAbsent, region.NotReported}},
		statusColumn(reported, region.NotReported), {Name: "source"}}
	return ofRegions("topics", columns, func(r *profile.Region) []Row {
		var rows []Row
		for _, t := range r.Topics {
			c := t.Cell()
			known := c.State != profile.NotReported
			row := Row{t.Term.Key, t.Term.Name, region.NotReported, status(known), sourceOf(r, "", "topics")}
			if known {
				row[2] = c.Term
			}
			rows = append(rows, row)
		}
		return rows
	})
}

func (b builder) strategy() *Table {
	columns := []Column{{Name: "question", Key: true, OneOf: b.edition.Vocabulary("strategies")},
		{Name: "question_name"}, b.among("answer", "answers"), {Name: "link", Type: Address},
		{Name: "remark"},
		statusColumn(reported, region.NotReported)}
	return ofRegions("strategy", columns, func(r *profile.Region) []Row {
		var rows []Row
		for _, a := range r.Strategy {
			rows = append(rows, Row{a.Question.Key, a.Question.Name, a.Answer, text(a.Link), text(a.Remark),
				status(a.Answer != region.NotReported)})
		}
		return rows
	})
}

func (b builder) evaluation() *Table {
	columns := []Column{{Name: "question", Key: true, OneOf: b.edition.Vocabulary("questions")},
		{Name: "question_name"}, {Name: "kind"}, b.among("rating", "ratings"), {Name: "rating_name"},
		{Name: "step", Type: Whole},
		statusColumn(reported, region.NotReported)}
	return ofRegions("evaluation", columns, func(r *profile.Region) []Row {
		var rows []Row
		for _, e := range r.Evaluation {
			row := Row{e.Question.Key, e.Question.Name, e.Question.Kind, region.NotReported, nil, nil,
				status(e.IsReported())}
			if e.IsReported() {
				rating := b.edition.Ratings[e.Step]
				row[3], row[4], row[5] = rating.Key, rating.Name, e.Step
			}
			rows = append(rows, row)
		}
		return rows
	})
}

// nutsLevel is the level of NUTS of a region, nil for one with a code of its atlas.
func nutsLevel(r *profile.Region) Value {
	if r.Level == region.OwnLevel {
		return nil
	}
	return r.Level
}

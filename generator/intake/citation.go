package intake

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"regional-atlas/generator/format"
	"regional-atlas/generator/region"
)

// sourceKey is the key that a source is cited by: the one that was ordered,
// else for a page the code and its first year, for a table its name.
func (d *desk) sourceKey(s *stated) string {
	switch {
	case d.Source != "":
		return d.Source
	case !s.isNew:
		return region.Slug(strings.TrimSuffix(d.name, path.Ext(d.name)))
	}
	for _, i := range d.Edition.Indicators {
		for _, f := range s.Figures[i.Key] {
			if f.Year != 0 && f.Year != d.Year {
				return fmt.Sprintf("%s-%d", s.Slug(), f.Year)
			}
		}
	}
	return s.Slug() + "-page"
}

// sameSource settles the key once the file is open: a source that stands there
// already, by its title or its address, is cited by the key that it has there, and
// the key of another source is not taken for this one.
func (m *merger) sameSource() {
	for _, s := range m.have.Sources {
		isThis := m.Link != "" && s.Link == m.Link || compared(s.Title) == compared(m.sourceTitle())
		if isThis && m.Source == "" {
			m.source = s.Key
			return
		}
	}
	isFree := func() bool { return m.have.SourceNamed(m.source) == nil }
	for n, key := 2, m.source; m.Source == "" && !m.s.isNew && !isFree(); n++ {
		m.source = fmt.Sprintf("%s-%d", key, n)
	}
}

// citesItself holds for the sections of which each entry can name its source.
func citesItself(section string) bool {
	return section == "memberships" || section == "initiatives"
}

// own is the source of an entry that names it itself: what a file says of a whole
// section must not seem to be of a source that says one entry of it.
func (m *merger) own(section string) string {
	if m.isNew || slices.Equal(m.have.From[section], []string{m.source}) {
		return ""
	}
	return m.source
}

// cite names the source in the file, and under each section that it added to.
func (m *merger) cite() {
	if len(m.edits) == 0 && !m.isNew {
		return
	}
	for _, section := range region.Sections() {
		sources := m.have.From[section.Key]
		if !m.written[section.Key] || section.Key == "figures" ||
			slices.Contains(sources, m.source) {
			continue // a figure names its source by itself
		}
		key := top.Field("from").Field(section.Key).Field("-")
		if old := m.have.Sources; len(sources) == 0 && len(old) == 1 && old[0].Key != m.source {
			m.edit(key, format.Text(old[0].Key)) // else its answers would seem to be from here
		}
		if m.isNew || !citesItself(section.Key) {
			m.edit(key, format.Text(m.source))
		}
	}
	if m.have.SourceNamed(m.source) == nil {
		m.tellApart()
		m.edit("/sources/-", m.sourceTable())
	}
}

// tellApart gives the figures of a file with one source that source: with two
// of them nobody could tell.
func (m *merger) tellApart() {
	if len(m.have.Sources) != 1 {
		return
	}
	for _, i := range m.Edition.Indicators {
		for n, f := range m.have.Figures[i.Key] {
			if f.Value.Given && f.Source == "" {
				key := top.Field("figures").Field(i.Key).Item(n).Field("source")
				m.edit(key, format.Text(m.have.Sources[0].Key))
				m.report.Notes = append(m.report.Notes,
					fmt.Sprintf("%s: figures.%s%s now names its source, %s",
						m.file, i.Key, yearNote(f.Year), m.have.Sources[0].Key))
			}
		}
	}
}

// sourceTitle is the title that was ordered, else one made from what the source is.
func (m *merger) sourceTitle() string {
	switch {
	case m.Title != "":
		return m.Title
	case m.s.isNew:
		return fmt.Sprintf("Page of the region: %s", m.s.at["/name"].text)
	case len(m.datasets) == 1:
		return fmt.Sprintf("Data set %s, table %s", m.datasets[0], m.name)
	}
	return "Table " + m.name
}

func (m *merger) sourceTable() string {
	fields := []format.Field{
		{Key: "key", Value: format.Text(m.source)},
		{Key: "title", Value: format.Text(m.sourceTitle())},
	}
	if m.Link != "" {
		fields = append(fields, format.Field{Key: "link", Value: format.Text(m.Link)})
	}
	if m.Today.Known() {
		fields = append(fields, format.Field{Key: "seen", Value: format.Day(m.Today)})
	}
	if len(m.datasets) > 0 && !strings.Contains(m.sourceTitle(), m.datasets[0]) {
		remark := "Data sets: " + strings.Join(m.datasets, ", ") + "."
		fields = append(fields, format.Field{Key: "remark", Value: format.Text(remark)})
	}
	return format.Table(fields...)
}

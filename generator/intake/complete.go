package intake

import (
	"fmt"
	"path"
	"regexp"
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

// cite names the source in the file, and under each section that it added to.
func (m *merger) cite() {
	if len(m.edits) == 0 && !m.isNew {
		return
	}
	for _, section := range region.Sections() {
		sources := m.have.From[section.Key]
		if !m.written[section.Key] || section.Key == "figures" || slices.Contains(sources, m.source) {
			continue // a figure names its source by itself
		}
		key := top.Field("from").Field(section.Key).Field("-")
		if old := m.have.Sources; len(sources) == 0 && len(old) == 1 && old[0].Key != m.source {
			m.edit(key, format.Text(old[0].Key)) // else its answers would seem to be from here
		}
		m.edit(key, format.Text(m.source))
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

func (m *merger) sourceTable() string {
	name := "Table " + m.name
	if m.s.isNew {
		name = fmt.Sprintf("Page of the region: %s", m.s.at["/name"].text)
	}
	if m.dataset != "" {
		name = fmt.Sprintf("Data set %s, %s", m.dataset, strings.ToLower(name[:1])+name[1:])
	}
	fields := []format.Field{
		{Key: "key", Value: format.Text(m.source)},
		{Key: "title", Value: format.Text(name)},
	}
	if m.Today.Known() {
		fields = append(fields, format.Field{Key: "seen", Value: format.Day(m.Today)})
	}
	return format.Table(fields...)
}

// complete answers what a new file must answer and the page does not.
func (m *merger) complete() {
	silent := format.Text(region.NotReported)
	if m.s.Cooperation.Looking == "" {
		m.edit("/collaboration", silent)
	}
	for _, i := range m.Edition.Indicators {
		if len(m.have.Figures[i.Key]) == 0 {
			m.edit(top.Field("figures").Field(i.Key).Field("-"),
				format.Table(format.Field{Key: "status", Value: silent}))
		}
	}
	for _, n := range m.Edition.Networks {
		if _, ok := m.s.Memberships[n.Key]; !ok {
			m.edit(top.Field("memberships").Field(n.Key), silent)
		}
	}
	for _, t := range m.Edition.Strategies {
		if _, ok := m.s.Strategy[t.Key]; !ok {
			m.edit(top.Field("strategy").Field(t.Key), silent)
		}
	}
}

// description is what to add at the end of a file without one.
func (m *merger) description() string {
	if len(m.s.texts) == 0 {
		return ""
	}
	var paragraphs []string
	for _, s := range m.s.texts {
		state, note := Written, "the description, as the page words it"
		if strings.TrimSpace(m.have.Body) != "" {
			state, note = LeftOver, "the file has a description already"
		}
		m.report.add(s.line, state, s.text, "%s", note)
		paragraphs = append(paragraphs, wrapped(escaped(s.text)))
	}
	if strings.TrimSpace(m.have.Body) != "" {
		return ""
	}
	return "\n" + strings.Join(paragraphs, "\n\n") + "\n"
}

// escaped is a text that Markdown shows as it is.
func escaped(text string) string {
	var out strings.Builder
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]<>", r) || i == 0 && strings.ContainsRune("#+-=~|", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// ordinal is what Markdown takes for the number of an entry at the start of a
// line.
var ordinal = regexp.MustCompile(`^[0-9]+[.)]$`)

// wrapped breaks a paragraph into lines that an editor can read, none of which
// starts like an entry of a list.
func wrapped(text string) string {
	const longest = 120
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line == "" && ordinal.MatchString(word) {
			word = word[:len(word)-1] + `\` + word[len(word)-1:]
		}
		isMark := ordinal.MatchString(word) || strings.ContainsRune("#+-=~|", rune(word[0]))
		if line != "" && len(line)+1+len(word) > longest && !isMark {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n")
}

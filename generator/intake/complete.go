package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/format"
	"regional-atlas/generator/region"
)

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

// lacking are the regions of which the source says nothing, and whose files do not
// answer what it gives other regions: a new indicator, for example.
func (d *desk) lacking(all []*stated) []*stated {
	var list []*stated
	if len(d.asked) == 0 {
		return nil
	}
	for _, code := range sortedKeys(d.files) {
		if !slices.ContainsFunc(all, func(s *stated) bool { return s.Code == code }) {
			list = append(list, newStated(code))
		}
	}
	return list
}

// silence answers what a file does not answer, and the source gives other regions.
func (m *merger) silence() {
	for _, key := range m.asked {
		value := format.Text(region.NotReported)
		_, answered := m.have.Memberships[key]
		at := top.Field("memberships").Field(key)
		if slices.Contains(m.Edition.Vocabulary("indicators"), key) {
			answered = len(m.have.Figures[key]) > 0
			at = top.Field("figures").Field(key).Field("-")
			value = format.Table(format.Field{Key: "status", Value: value})
		}
		_, stated := m.s.Memberships[key]
		if !answered && !stated {
			m.edits = append(m.edits, format.Edit{Key: at, Value: value})
			m.silent[key] = append(m.silent[key], m.file)
		}
	}
}

// tellSilent names the files that were given "not reported".
func (d *desk) tellSilent() {
	lists := map[string][]string{}
	for _, key := range sortedKeys(d.silent) {
		files := strings.Join(d.silent[key], ", ")
		lists[files] = append(lists[files], key)
	}
	for _, files := range sortedKeys(lists) {
		d.report.Notes = append(d.report.Notes, fmt.Sprintf(
			"%s: %s = %q, since the source gives them no value",
			files, strings.Join(lists[files], ", "), region.NotReported))
	}
}

// borrowed marks the texts that are taken over as the source words them, and tells
// in a new file what was put right.
func (m *merger) borrowed() {
	texts := m.s.Rewrite
	if len(m.s.texts) > 0 && strings.TrimSpace(m.have.Body) == "" {
		texts = append([]string{region.Description}, texts...)
	}
	for _, text := range texts {
		isProfile := text != region.Description
		if !slices.Contains(m.have.Rewrite, text) && (!isProfile || m.written["profiles"]) {
			m.edit("/rewrite/-", format.Text(text))
		}
	}
	for _, sentence := range m.s.Mended {
		if m.isNew {
			m.edit("/mended/-", format.Text(sentence))
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
		state, note := Written, "the description, as the page words it; write it anew"
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

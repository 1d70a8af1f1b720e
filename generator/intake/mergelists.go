package intake

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// record is an entry of a list, by the keys of its fields; only texts.
type record struct {
	keys   []string
	fields map[string]string
}

func recordOf(v reflect.Value) record {
	r := record{fields: map[string]string{}}
	for _, f := range region.TableOf(v.Type()) {
		if text := f.In(v); text.Kind() == reflect.String && text.String() != "" {
			r.keys = append(r.keys, f.Key)
			r.fields[f.Key] = text.String()
		}
	}
	return r
}

// recordsOf are the entries of a list of a region file.
func recordsOf(r *region.Region, section string) []record {
	table := region.TableOf(reflect.TypeFor[region.Region]())
	list := table[table.Rank(section)].In(reflect.ValueOf(r).Elem())
	records := make([]record, list.Len())
	for i := range records {
		records[i] = recordOf(list.Index(i))
	}
	return records
}

// ids are the texts, folded, by which an entry may stand in a source: its name
// alone, with its short name, or with its remark.
func (r record) ids() []string {
	f := r.fields
	name := f["title"] + f["name"]
	if name == "" {
		return []string{compared(f["kind"])}
	}
	return []string{compared(name), compared(name + " " + f["short"]),
		compared(name + " " + f["remark"])}
}

func (r record) is(other record) bool {
	return slices.ContainsFunc(r.ids(), func(id string) bool {
		return id != "" && slices.Contains(other.ids(), id)
	})
}

// isName holds for the fields by which entries are known.
func isName(key string) bool { return key == "title" || key == "name" || key == "short" }

func (r record) table() string {
	var fields []format.Field
	for _, k := range r.keys {
		fields = append(fields, format.Field{Key: k, Value: format.Text(r.fields[k])})
	}
	return format.Table(fields...)
}

// list brings entries of a list: known ones are completed, new ones added at
// its end.
func (m *merger) list(section string) {
	known := recordsOf(&m.have, section)
	for i, w := range recordsOf(&m.s.Region, section) {
		where := m.s.at[top.Field(section).Item(i)]
		if w.ids()[0] == "" {
			m.report.add(where.line, LeftOver, where.text, "%s: an entry without a letter", section)
			continue
		}
		n := slices.IndexFunc(known, w.is)
		if n >= 0 {
			m.compare(where, top.Field(section).Item(n), known[n], w)
			continue
		}
		if other := m.elsewhere(section, w); other != "" && !m.isNew {
			m.report.add(where.line, LeftOver, where.text,
				"%s: it stands under %s in the file; add it by hand, if it belongs to both",
				section, other)
			continue
		}
		known = append(known, w)
		m.append(section, w)
		m.say(where, Written, top.Field(section), " + %s", w.table())
	}
}

// append adds an entry at the end of a list, with its source where it can name it. In a
// new file nothing stands behind it, so that it need not be fitted in.
func (m *merger) append(section string, w record) {
	if source := m.own(section); source != "" && citesItself(section) {
		w.keys = append(slices.Clone(w.keys), "source")
		w.fields["source"] = source
	}
	if !m.isNew {
		m.edit(top.Field(section).Field("-"), w.table())
		return
	}
	m.written[section] = true
	m.blocks += "\n[[" + section + "]]\n"
	for _, k := range w.keys {
		m.blocks += k + " = " + format.Text(w.fields[k]) + "\n"
	}
}

// numbered are the sections whose entries a page numbers, those first in which
// an entry of another one is likely to stand.
var numbered = []string{"initiatives", "represented", "documents", "support", "organisations"}

// elsewhere is another list of the file with the same entry, or "".
func (m *merger) elsewhere(section string, w record) string {
	if w.fields["title"]+w.fields["name"] == "" {
		return ""
	}
	for _, other := range numbered {
		if other != section && slices.ContainsFunc(recordsOf(&m.have, other), w.is) {
			return other
		}
	}
	return ""
}

// compare completes an entry that the file has.
func (m *merger) compare(where spot, key problem.Key, have, want record) {
	var filled, against []string
	for _, k := range want.keys {
		h, w := have.fields[k], want.fields[k]
		switch {
		case isName(k) || compared(h) == compared(w):
		case h == "" || m.Replace:
			m.edit(key.Field(k), format.Text(w))
			filled = append(filled, fmt.Sprintf("%s = %q", k, w))
		default:
			against = append(against, fmt.Sprintf("%s %q, the file %q", k, w, h))
		}
	}
	switch {
	case len(against) > 0:
		m.say(where, Kept, key, ": the source says %s", strings.Join(against, "; "))
	case len(filled) > 0:
		m.say(where, Written, key, " + %s", strings.Join(filled, ", "))
	default:
		m.say(where, Same, key, "")
	}
}

// wordList brings words of a list of words, topics or codes.
func (m *merger) wordList(section string, have, want []string) {
	key := problem.Key("/" + section)
	for i, w := range want {
		where := m.s.at[key.Item(i)]
		if slices.Contains(have, w) {
			m.say(where, Same, key, " has %s", w)
			continue
		}
		m.edit(key.Field("-"), format.Text(w))
		m.say(where, Written, key, " + %s", w)
	}
}

// gaps brings what a list of the page has lost.
func (m *merger) gaps() {
	for _, section := range region.Sections() {
		want, ok := m.s.Gaps[section.Key]
		if !ok {
			continue
		}
		key := top.Field("gaps").Field(section.Key)
		have, there := m.have.Gaps[section.Key]
		before := len(m.report.Entries)
		switch where := m.s.at[key]; {
		case !there:
			m.edit(key, gapTable(want))
			m.say(where, Written, key, " = %s", gapTable(want))
		case have.Lost == want.Lost && slices.Equal(have.Numbers, want.Numbers):
			m.say(where, Same, key, "")
		case m.Replace:
			m.edit(key, gapTable(want))
			m.say(where, Written, key, " = %s instead of %s", gapTable(want), gapTable(have))
		default:
			m.say(where, Kept, key, ": the source has lost %s, the file says %s",
				lostWords(want), lostWords(have))
		}
		for _, where := range m.s.more[key] {
			m.say(where, m.report.Entries[before].State, key, ", as line %d", m.s.at[key].line)
		}
	}
}

func gapTable(g region.Gap) string {
	var numbers []string
	for _, n := range g.Numbers {
		numbers = append(numbers, format.Whole(n))
	}
	fields := []format.Field{}
	if g.Lost > 0 {
		fields = append(fields, format.Field{Key: "lost", Value: format.Whole(g.Lost)})
	}
	if len(numbers) > 0 {
		fields = append(fields, format.Field{Key: "numbers", Value: format.List(numbers...)})
	}
	if g.Cut {
		fields = append(fields, format.Field{Key: "cut", Value: format.Truth(true)})
	}
	if g.Remark != "" {
		fields = append(fields, format.Field{Key: "remark", Value: format.Text(g.Remark)})
	}
	return format.Table(fields...)
}

func lostWords(g region.Gap) string {
	if len(g.Numbers) == 0 {
		return fmt.Sprint(g.Lost)
	}
	numbers := strings.Trim(strings.ReplaceAll(fmt.Sprint(g.Numbers), " ", ", "), "[]")
	return fmt.Sprintf("%d (%s)", g.Lost, numbers)
}

// image brings the credit of the page's picture.
func (m *merger) image() {
	where, ok := m.s.at["/image"]
	if !ok {
		return
	}
	have, want := recordOf(reflect.ValueOf(m.have.Image)), recordOf(reflect.ValueOf(m.s.Image))
	for _, k := range want.keys {
		key := top.Field("image").Field(k)
		m.word(where, key, key, have.fields[k], want.fields[k])
	}
}

package intake

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// merger brings what a source says about one region into its file. have is what
// the file says, with what the source added so far.
type merger struct {
	*desk
	s       *stated
	file    string
	have    region.Region
	edits   []format.Edit
	written map[string]bool // sections that the source added to
	source  string          // key to cite it by
	isNew   bool            // the file is made from this source
	blocks  string          // the lists of a new file
}

// merge is the change that a source makes to one region's file.
func (d *desk) merge(s *stated) (Change, error) {
	m := &merger{desk: d, s: s, written: map[string]bool{}, source: d.sourceKey(s)}
	text, ok, err := m.open()
	if err != nil || !ok {
		return Change{File: m.file}, err
	}
	m.sameSource()
	m.facts()
	m.cite()
	m.silence()
	if m.isNew {
		m.complete()
		text = m.skeleton()
	}
	after, err := format.Apply(d.Edition, text, m.edits)
	if err != nil {
		return Change{}, fmt.Errorf("%s cannot be changed: %w", m.file, err)
	}
	after += m.description()
	if m.isNew {
		after, _ = format.Format(d.Edition, m.file, after)
		text = ""
	}
	return Change{m.file, text, after}, nil
}

// open reads the region's file, if there is one. ok is false when it is there
// and has faults.
func (m *merger) open() (text string, ok bool, err error) {
	name, exists := m.files[m.s.Code]
	if !exists {
		m.isNew, m.file = true, m.s.Code+".md"
		m.have = region.Region{Code: m.s.Code, Name: m.s.Name, Also: m.s.Also}
		m.prepare()
		m.report.add(m.s.code, Written, m.s.at["/name"].text,
			"a new file, %s: code, name%s", m.file, alsoNote(m.s))
		return "", true, nil
	}
	m.file = name
	r, faults := m.folder.Region(name)
	if i := slices.IndexFunc(faults, func(f problem.Fault) bool { return !f.Warning }); i >= 0 {
		for _, where := range m.s.places() {
			m.report.add(where.line, LeftOver, where.text,
				"%s has faults; run atlas check, mend them, and import again", name)
		}
		return "", false, nil
	}
	data, err := fs.ReadFile(m.Regions, name)
	if err != nil {
		return "", false, fmt.Errorf("%s cannot be read", name)
	}
	m.have = r
	m.prepare()
	m.names()
	return string(data), true, nil
}

// prepare makes the tables of the file ready to be added to.
func (m *merger) prepare() {
	if m.have.Figures == nil {
		m.have.Figures = map[string][]region.Figure{}
	}
}

func alsoNote(s *stated) string {
	if len(s.Also) == 0 {
		return ""
	}
	return fmt.Sprintf(", also; %s was taken for the English name since it stands last",
		problem.Quote(s.Name))
}

// places are the lines of all facts, in their order.
func (s *stated) places() []spot {
	list := slices.Clone(s.texts)
	for _, where := range s.at {
		list = append(list, where)
	}
	slices.SortFunc(list, func(a, b spot) int { return a.line - b.line })
	return slices.Compact(list)
}

// skeleton is a new file with its name and its lists; the rest is added to it.
func (m *merger) skeleton() string {
	text := "+++\ncode = " + format.Text(m.s.Code) + "\nname = " + format.Text(m.s.Name) + "\n"
	if len(m.s.Also) > 0 {
		var also []string
		for _, a := range m.s.Also {
			also = append(also, format.Text(a))
		}
		text += "also = " + format.List(also...) + "\n"
	}
	if m.s.Image != (region.Credit{}) {
		text += "\n[image]\n"
	}
	return text + m.blocks + "+++\n"
}

// names compares the page's names with those of the file.
func (m *merger) names() {
	where, isPage := m.s.at["/name"]
	if !isPage {
		return
	}
	known := append([]string{m.have.Name}, m.have.Also...)
	for _, n := range m.have.Names {
		known = append(known, n.Name)
	}
	for _, name := range append([]string{m.s.Name}, m.s.Also...) {
		if !slices.ContainsFunc(known,
			func(k string) bool { return compared(k) == compared(name) }) {
			m.report.add(where.line, LeftOver, where.text,
				"the file calls the region %s, not %s; add that under also, if people search for it",
				problem.Quote(m.have.Name), problem.Quote(name))
			return
		}
	}
	m.report.add(where.line, Same, where.text, "code and name of %s", m.file)
}

// facts goes through all that the source says, in the order of the schema.
func (m *merger) facts() {
	m.list("websites")
	m.figures()
	m.memberships()
	m.answers()
	m.list("documents")
	m.wordList("topics", m.have.Topics, m.s.Topics)
	m.list("support")
	for _, c := range m.Edition.Classifications {
		m.wordList("codes/"+c.Key, m.have.Codes[c.Key], m.s.Codes[c.Key])
	}
	m.list("initiatives")
	m.list("represented")
	m.list("organisations")
	m.list("profiles")
	m.gaps()
	m.image()
	m.borrowed()
}

func (m *merger) edit(key problem.Key, value string) {
	m.edits = append(m.edits, format.Edit{Key: key, Value: value})
	section, _, _ := strings.Cut(string(key[1:]), "/")
	m.written[section] = true
}

// say tells where a line went: memberships.errin = "yes".
func (m *merger) say(where spot, state State, key problem.Key, note string, args ...any) {
	field := fieldName(key)
	if !m.s.isNew {
		field = m.s.Code + " " + field
	}
	m.report.add(where.line, state, where.text, "%s", field+fmt.Sprintf(note, args...))
}

// fieldName is a key as a person reads it: memberships.errin, documents 2.
func fieldName(key problem.Key) string {
	name := ""
	for _, step := range strings.Split(string(key), "/")[1:] {
		if n, err := strconv.Atoi(step); err == nil {
			name += fmt.Sprintf(" %d", n+1)
			continue
		}
		name += "." + step
	}
	return strings.TrimPrefix(name, ".")
}

// word brings one word to its key. Silence never replaces an answer.
func (m *merger) word(where spot, key problem.Key, at problem.Key, have, want string) {
	switch {
	case have == want || have != region.NotReported && have != "" &&
		compared(have) == compared(want):
		m.say(where, Same, key, " = %q", have)
	case have == "" || have == region.NotReported:
		m.edit(at, format.Text(want))
		m.say(where, Written, key, " = %q", want)
	case want == region.NotReported:
		m.say(where, Same, key, " stays %q; the source does not say", have)
	case !m.Replace:
		m.say(where, Kept, key, ": the source says %q, the file %q", want, have)
	default:
		m.edit(at, format.Text(want))
		m.say(where, Written, key, " = %q instead of %q", want, have)
	}
}

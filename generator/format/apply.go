package format

import (
	"fmt"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/generator/tomltree"
)

// Edit sets one value of a region file, or removes it.
//
// The key is the place of the value: /name, /memberships/errin/remark,
// /figures/density/0/year. The last step of a list may be its length, or "-",
// to add an entry: /organisations/-. The value is TOML as it stands right of an
// equals sign; an empty value removes the key with its line.
type Edit struct {
	Key   problem.Key
	Value string
}

// Apply makes the edits, one after the other, and touches nothing else: the
// order, the comments and the spacing of the rest stay as they are, byte for
// byte. A new key is written where the schema has it; the edition gives the
// order of the tables that go by a vocabulary. Line ends are those of the file.
//
// A table that is written as one word, errin = "yes", becomes a table when
// another of its fields is set. To remove what is not there does nothing. The
// comments above a removed key stay; the one at the end of its line goes.
//
// It fails, and changes nothing, when the text is no region file, a value is
// not TOML, or an edit would change anything but its key.
func Apply(e *region.Edition, text string, edits []Edit) (string, error) {
	facts, faults := source.Facts("", text)
	if len(faults) > 0 {
		return "", fmt.Errorf("the file cannot be edited: line %d: %s", faults[0].Line,
			faults[0].What)
	}
	for _, edit := range edits {
		var err error
		if text, facts, err = applyOne(e, text, facts, edit); err != nil {
			return "", err
		}
	}
	return text, nil
}

func applyOne(e *region.Edition, text string, before map[string]any,
	edit Edit) (string, map[string]any, error) {
	t, ok := read(text)
	if !ok {
		return "", nil, fmt.Errorf("the file cannot be edited: its TOML is of an unusual form")
	}
	w := &writer{schema: schema{e}, tree: t, lineEnd: lineEndOf(text)}
	key, err := w.resolve(edit.Key)
	if err != nil {
		return "", nil, err
	}
	if edit.Value == "" {
		w.remove(key)
	} else {
		want, ok := literal(edit.Value)
		if !ok {
			return "", nil, fmt.Errorf("the value for %s is not TOML: %s", edit.Key,
				problem.Quote(edit.Value))
		}
		if err := w.set(key, edit.Value); err != nil {
			return "", nil, err
		}
		text, after, err := w.proved(before, key, false)
		if err == nil && !says(after, key, want, w.schema) {
			err = fmt.Errorf("%s cannot be set here", key)
		}
		return text, after, err
	}
	return w.proved(before, key, true)
}

// literal reads a TOML value that stands by itself.
func literal(value string) (any, bool) {
	if _, alone := tomltree.ReadValue(value, ""); !alone {
		return nil, false
	}
	facts, faults := source.Facts("", "+++\nv = "+value+"\n+++\n")
	v, ok := facts["v"]
	return v, ok && len(facts) == 1 && len(faults) == 0
}

// proved is the text after the edit, when it says what it said before but for
// the key.
func (w *writer) proved(before map[string]any, key problem.Key,
	isRemoval bool) (string, map[string]any, error) {
	text := w.text()
	after, faults := source.Facts("", text)
	if len(faults) > 0 {
		return "", nil, fmt.Errorf("%s cannot be changed here: %s", key, faults[0].What)
	}
	except := key
	if parent := key.Parent(); isRemoval && w.isList(parent) || w.schema.at(parent).short != "" {
		except = parent
	}
	if other := firstDifference(before, after, except); other != "" {
		return "", nil, fmt.Errorf("%s cannot be changed without changing %s", key, other)
	}
	return text, after, nil
}

func lineEndOf(text string) string {
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// writer collects the changes of one edit.
type writer struct {
	schema
	tree    tree
	lineEnd string
	changes []change
}

// change replaces a stretch of the text.
type change struct {
	tomltree.Span
	text string
}

func (w *writer) replace(s tomltree.Span, text string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", w.lineEnd)
	w.changes = append(w.changes, change{s, text})
}

func (w *writer) insert(at int, text string) { w.replace(tomltree.Between(at, at), text) }

// text is the tree's text with the changes; they are in order and do not
// overlap.
func (w *writer) text() string {
	var out strings.Builder
	at := 0
	for _, c := range w.changes {
		out.WriteString(w.tree.Text[at:c.Start])
		out.WriteString(c.text)
		at = c.End
	}
	out.WriteString(w.tree.Text[at:])
	return out.String()
}

// resolve replaces "-" by the number of entries that a list has.
func (w *writer) resolve(key problem.Key) (problem.Key, error) {
	if key == "" || key[0] != '/' {
		return "", fmt.Errorf("%q is not the key of a value", key)
	}
	whole := problem.Key("")
	for _, step := range key.Steps() {
		if step == "-" && !w.exists(whole.Field(step)) {
			whole = whole.Item(w.length(whole))
			continue
		}
		whole = whole.Field(step)
	}
	return whole, nil
}

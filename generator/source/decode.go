package source

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/proofreader"
	"regional-atlas/generator/region"
	"regional-atlas/generator/tomltree"
)

// decode fills a struct of the schema from TOML and reports every fault of
// form: syntax, a key twice, a value of the wrong type, a key the schema does
// not have. unread lists the keys whose values stand in the file, yet are not
// in the struct; the empty key among them means that any key may be.
func (d *Folder) decode(file string, f front, into any) (
	faults []problem.Fault, unread []problem.Key,
) {
	at, _ := d.desks.Get().(*desk)
	if at == nil {
		at = &desk{}
	}
	defer d.desks.Put(at) // what comes back holds texts and numbers, and nothing of the tree
	return at.decode(file, f, into)
}

// desk is what one file after the other is read with.
type desk struct {
	reader tomltree.Reader
	texts  texts
}

func (at *desk) decode(file string, f front, into any) (
	faults []problem.Fault, unread []problem.Key,
) {
	x := &index{Tree: at.reader.Read(f.toml)}
	v := reflect.ValueOf(into).Elem()
	empty := reflect.New(v.Type()).Elem()
	empty.Set(v)
	m := mend(file, f, x, v.Type(), false)
	in := at.decoded(m, v)
	isOdd := len(in.faults) > 0 || proofreader.IsDoubtful(m.index.Tree, v.Type())
	if isOdd && !m.looked { // a second look may find one cause of many faults
		v.Set(empty)
		m = mend(file, f, x, v.Type(), true)
		in = at.decoded(m, v)
	}
	return append(in.faults, written(m.draft)...), in.unread
}

// decoded fills a struct from what a front matter says after mending.
func (at *desk) decoded(m mended, into reflect.Value) *decoder {
	d := &decoder{file: m.draft.File, texts: &at.texts, faults: m.faults, unread: m.unread}
	for _, fault := range m.twice() {
		d.report(fault)
	}
	d.table(m.raw, into, nil)
	if field := into.FieldByName("Translated"); field.IsValid() {
		field.Set(reflect.ValueOf(d.translated))
	}
	return d
}

// taker is a value that understands a raw TOML value by itself.
type taker interface {
	Take(raw any) (want string, ok bool)
}

type decoder struct {
	file   string
	faults []problem.Fault
	unread []problem.Key
	texts  *texts

	translated region.Translations
}

// enough is how many faults of form one file may show: whoever has more has
// made one mistake many times, or is not writing a region file.
const enough = 100

func (d *decoder) report(fault problem.Fault) {
	fault.File = d.file
	d.faults = problem.Add(d.faults, fault, enough)
}

func (d *decoder) table(raw map[string]any, into reflect.Value, at *where) {
	table := region.TableOf(into.Type())
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		n := table.Rank(name)
		if n < 0 {
			d.unknown(name, table.Keys(), at.key())
			continue
		}
		d.value(raw[name], table[n].In(into), &where{above: at, name: name}, table[n])
	}
}

func (d *decoder) unknown(name string, known []string, key problem.Key) {
	if !problem.HasRoom(d.faults, false, enough) {
		d.report(problem.Fault{}) // to look for the nearest field takes longer than all the rest
		return
	}
	remedy := strings.TrimSpace(problem.DidYouMean(name, known))
	if near := problem.Nearest(name, known); near != "" && len(d.unread) < enough {
		d.unread = append(d.unread, key.Field(near))
	}
	if remedy == "" {
		remedy = "Remove it, or write one of: " + strings.Join(known, ", ") + "."
	}
	d.report(problem.Fault{Key: key.Field(name), Part: problem.Name, Code: problem.UnknownKey,
		What: fmt.Sprintf("no field here is called %s", problem.Quote(name)), Remedy: remedy})
}

// wrong reports a value of another type than wanted; eg is an example of the
// right one as TOML, or "".
func (d *decoder) wrong(raw any, of reflect.Type, want string, key problem.Key, eg string) {
	remedy := "Write " + want + "."
	if plain := proofreader.Plainly(raw, of); plain != "" {
		remedy = plain
	} else if eg != "" && !strings.Contains(want, "such as") {
		remedy = fmt.Sprintf("Write %s, such as %s.", want, eg)
	}
	d.mistaken(raw, want, key, remedy)
}

func (d *decoder) mistaken(raw any, want string, key problem.Key, remedy string) {
	if len(d.unread) < enough {
		d.unread = append(d.unread, key)
	}
	d.report(problem.Fault{Key: key, Code: problem.WrongType,
		What: fmt.Sprintf("%s stands where %s belongs", kindOf(raw), noun(want)), Remedy: remedy})
}

func (d *decoder) value(raw any, into reflect.Value, at *where, f region.Field) {
	switch into.Kind() {
	case reflect.Slice:
		d.list(raw, into, at, f)
	case reflect.Map:
		d.dictionary(raw, into, at, f)
	case reflect.Struct:
		if single, ok := into.Addr().Interface().(taker); ok {
			d.taken(raw, single, at, f)
			return
		}
		d.structure(raw, into, at)
	default:
		d.scalar(raw, into, at, f)
	}
}

func (d *decoder) taken(raw any, into taker, at *where, f region.Field) {
	if want, ok := into.Take(raw); !ok {
		d.wrong(raw, reflect.TypeOf(into).Elem(), want, at.key(), f.Example)
	}
}

func (d *decoder) structure(raw any, into reflect.Value, at *where) {
	if table, ok := raw.(map[string]any); ok {
		d.table(table, into, at)
		return
	}
	short, ok := region.TableOf(into.Type()).Short()
	if !ok {
		d.mistaken(raw, "a table", at.key(), proofreader.TableRemedy(raw, into.Type()))
		return
	}
	d.scalar(raw, short.In(into), at, short)
}

func (d *decoder) list(raw any, into reflect.Value, at *where, f region.Field) {
	items := reflect.ValueOf(raw)
	if items.Kind() != reflect.Slice {
		d.mistaken(raw, "a list", at.key(),
			proofreader.ListRemedy(raw, into.Type().Elem(), at.key()))
		return
	}
	item := region.Field{Spoken: f.Spoken}
	into.Set(reflect.MakeSlice(into.Type(), items.Len(), items.Len()))
	for i := range items.Len() {
		d.value(items.Index(i).Interface(), into.Index(i),
			&where{above: at, item: i, isItem: true}, item)
	}
}

func (d *decoder) dictionary(raw any, into reflect.Value, at *where, f region.Field) {
	table, ok := raw.(map[string]any)
	if !ok {
		d.mistaken(raw, "a table", at.key(), proofreader.TableRemedy(raw, into.Type()))
		return
	}
	into.Set(reflect.MakeMapWithSize(into.Type(), len(table)))
	for _, name := range slices.Sorted(maps.Keys(table)) {
		item := reflect.New(into.Type().Elem()).Elem()
		d.value(table[name], item, &where{above: at, name: name}, region.Field{Spoken: f.Spoken})
		into.SetMapIndex(reflect.ValueOf(d.texts.keep(name)), item)
	}
}

// where is the place of a value: what it is part of, and its name there, or its
// number in a list. Its key is spelt only when there is a fault to tell.
type where struct {
	above  *where // nil at the top
	name   string
	item   int
	isItem bool
}

func (w *where) key() problem.Key {
	switch {
	case w == nil:
		return ""
	case w.isItem:
		return w.above.key().Item(w.item)
	}
	return w.above.key().Field(w.name)
}

func (d *decoder) scalar(raw any, into reflect.Value, at *where, f region.Field) {
	switch into.Kind() {
	case reflect.String:
		if text, ok := raw.(string); ok {
			into.SetString(d.texts.keep(text))
			return
		}
		if table, ok := raw.(map[string]any); ok && f.Spoken {
			d.languages(table, at)
			return
		}
		d.wrong(raw, into.Type(), "a text in quotes", at.key(), f.Example)
	case reflect.Int:
		if number, ok := raw.(int64); ok && !into.OverflowInt(number) {
			into.SetInt(number)
			return
		}
		d.wrong(raw, into.Type(), "a whole number without quotes", at.key(), f.Example)
	case reflect.Bool:
		if truth, ok := raw.(bool); ok {
			into.SetBool(truth)
			return
		}
		d.wrong(raw, into.Type(), "true or false without quotes", at.key(), "")
	case reflect.Float64:
		d.float(raw, into, at, f)
	}
}

// languages takes a text that is given in several languages.
func (d *decoder) languages(table map[string]any, at *where) {
	texts := make(map[string]string, len(table))
	for _, tag := range slices.Sorted(maps.Keys(table)) {
		text := reflect.New(reflect.TypeFor[string]()).Elem()
		d.scalar(table[tag], text, &where{above: at, name: tag}, region.Field{})
		texts[strings.Clone(tag)] = text.String()
	}
	if d.translated == nil {
		d.translated = region.Translations{}
	}
	d.translated[at.key()] = texts
}

func (d *decoder) float(raw any, into reflect.Value, at *where, f region.Field) {
	switch number := raw.(type) {
	case float64:
		into.SetFloat(number)
	case int64:
		into.SetFloat(float64(number))
	default:
		d.wrong(raw, into.Type(), "a number without quotes", at.key(), f.Example)
	}
}

// noun is what is wanted, without the advice on how to write it.
func noun(want string) string {
	for _, advice := range []string{" in quotes", " without quotes"} {
		want, _, _ = strings.Cut(want, advice)
	}
	return want
}

func kindOf(raw any) string {
	switch raw := raw.(type) {
	case string:
		if raw == "" {
			return "an empty text"
		}
		return "a text"
	case int64:
		return "a whole number"
	case float64:
		return "a number with decimals"
	case bool:
		return "true or false"
	case time.Time:
		if raw.Year() == 0 {
			return "a time of day"
		}
		return "a date"
	case map[string]any:
		return "a table"
	}
	return "a list"
}

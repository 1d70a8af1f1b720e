package region

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/words"
)

// Translations are the texts of a file that it gives in several languages, by the key of
// the text and the tag of the language: name = { en = "Flanders", nl = "Vlaanderen" }.
type Translations map[problem.Key]map[string]string

// Spoken is a region file with the texts of one language where it gives several.
func (r *Region) Spoken(lang string) *Region { return r.Translated.spoken(r, lang).(*Region) }

// Spoken is atlas.toml with the texts of its own language where it gives several.
func (e *Edition) Spoken() *Edition { return e.Translated.spoken(e, e.Site.Lang).(*Edition) }

// Spoken is a page with the texts of one language where it gives several.
func (p *Page) Spoken(lang string) *Page { return p.Translated.spoken(p, lang).(*Page) }

// spoken fills the texts that are given in several languages; what they are filled in is
// a copy, unless there are none.
func (t Translations) spoken(file any, lang string) any {
	if len(t) == 0 {
		return file
	}
	return rewritten(file, func(text string, _ Field, key problem.Key, _ string) string {
		if all, found := t[key]; found {
			return all[lang]
		}
		return text
	})
}

// In is the region as pages in another language than the atlas's own show it. A text that
// is not translated is marked as being in the language of the atlas, unless it is a name.
func (r *Region) In(lang, own string) *Region {
	in := rewritten(r, r.Translated.to(lang, own)).(*Region)
	if in.Name == r.Name {
		in.sayName(lang)
	}
	if in.Name != r.Name {
		in.keepName(r.Name, own)
	}
	return in
}

// sayName calls a region by its own name in a language, where it has one.
func (r *Region) sayName(lang string) {
	for _, n := range r.Names {
		if words.Same(n.Lang, lang) {
			r.Name = n.Name
			return
		}
	}
}

// keepName puts the name in the language of the atlas among the others, and takes the one
// that the region is called by now out of them.
func (r *Region) keepName(name, own string) {
	r.Names = slices.DeleteFunc(slices.Clone(r.Names), func(n NativeName) bool { return n.Name == r.Name })
	r.Names = append(r.Names, NativeName{Name: name, Lang: own})
	r.Also = slices.DeleteFunc(slices.Clone(r.Also), func(also string) bool { return also == r.Name })
}

// In is atlas.toml as pages in another language than its own show it.
func (e *Edition) In(lang string) *Edition {
	in := rewritten(e, e.Translated.to(lang, e.Site.Lang)).(*Edition)
	in.Pages = make([]Page, len(e.Pages))
	for i := range e.Pages {
		in.Pages[i] = *rewritten(&e.Pages[i], e.Pages[i].Translated.to(lang, e.Site.Lang)).(*Page)
	}
	return in
}

// to gives each text in a language, or marks it as being in that of the atlas.
func (t Translations) to(lang, own string) rewriter {
	return func(text string, f Field, key problem.Key, texts string) string {
		switch translated := t[key][lang]; {
		case !isSaid(text) || !f.Spoken || texts != "": // the file says which language it is
			return text
		case translated != "":
			return translated
		case f.Proper:
			return text
		}
		return words.In(own, text)
	}
}

// isSaid holds for a text of some language: "%" is of none.
func isSaid(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

// rewriter gives a text of a file anew. lang is the language that the file says the text
// is in, "" for that of the atlas.
type rewriter func(text string, f Field, key problem.Key, lang string) string

// rewritten is a copy of a file, a pointer to a struct of the schema, with other texts.
func rewritten(file any, rewrite rewriter) any {
	of := reflect.ValueOf(file).Elem()
	out := reflect.New(of.Type())
	out.Elem().Set(rewrite.table(of, top))
	return out.Interface()
}

func (w rewriter) table(v reflect.Value, key problem.Key) reflect.Value {
	table := TableOf(v.Type())
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	lang := ""
	if n := table.Rank("lang"); n >= 0 && !speaks(v.Type()) {
		lang = table[n].In(v).String()
	}
	for _, f := range table {
		f.In(out).Set(w.value(f.In(v), f, key.Field(f.Key), lang))
	}
	return out
}

// speaks holds for what has a language of its own beside texts in that of the atlas.
func speaks(t reflect.Type) bool {
	return t == reflect.TypeFor[Site]() || t == reflect.TypeFor[Country]()
}

func (w rewriter) value(v reflect.Value, f Field, key problem.Key, lang string) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		if f.Spoken {
			return reflect.ValueOf(w(v.String(), f, key, lang)).Convert(v.Type())
		}
	case reflect.Slice:
		return w.list(v, f, key, lang)
	case reflect.Map:
		return w.dictionary(v, f, key, lang)
	case reflect.Struct:
		if TableOf(v.Type()) != nil {
			return w.table(v, key)
		}
	}
	return v
}

func (w rewriter) list(v reflect.Value, f Field, key problem.Key, lang string) reflect.Value {
	if v.IsNil() {
		return v
	}
	out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		out.Index(i).Set(w.value(v.Index(i), f, key.Item(i), lang))
	}
	return out
}

func (w rewriter) dictionary(v reflect.Value, f Field, key problem.Key, lang string) reflect.Value {
	if v.IsNil() {
		return v
	}
	out := reflect.MakeMapWithSize(v.Type(), v.Len())
	for _, name := range v.MapKeys() {
		out.SetMapIndex(name, w.value(v.MapIndex(name), f, key.Field(name.String()), lang))
	}
	return out
}

// checkTranslations reports texts that the language of the atlas lacks, and what is no
// language, or none that the atlas is published in.
func checkTranslations(c *checker) {
	site, t := c.edition.Site, c.translated
	for _, key := range slices.Sorted(maps.Keys(t)) {
		for _, tag := range slices.Sorted(maps.Keys(t[key])) {
			switch {
			case !IsLanguage(tag):
				language(c, tag, key.Field(tag))
			case !slices.Contains(site.Published(), tag):
				c.warn(key.Field(tag), problem.UnknownWord, "this atlas is not published in "+problem.Quote(tag),
					"Add the language to languages in [site] of atlas.toml, or remove the line.")
			}
		}
		if t[key][site.Lang] == "" {
			c.report(key, problem.Missing, "this text is missing in "+problem.Quote(site.Lang)+", the language of the atlas",
				"Add "+site.Lang+" = \"…\" to it.")
		}
	}
}

// Text is a text of a file with its translation.
type Text struct {
	Key problem.Key
	Own string // in the language of the atlas
	In  string // in the other language, "" where nobody has translated it
}

// Texts lists the texts of atlas.toml that readers see, with those of a language.
func (e *Edition) Texts(lang string) []Text { return e.Translated.texts(e, lang, Length("prose")) }

// Texts lists the texts of a page that readers see, with those of a language.
func (p *Page) Texts(lang string) []Text { return p.Translated.texts(p, lang, Length("prose")) }

// Texts lists the remarks of a region, with those of a language: names and titles stay as
// their owners write them.
func (r *Region) Texts(lang string) []Text { return r.Translated.texts(r, lang, Length("")) }

// texts lists those of a file that are as long as a kind may be, or for the longest kind all.
func (t Translations) texts(file any, lang string, kind int) []Text {
	var list []Text
	rewritten(file, func(text string, f Field, key problem.Key, own string) string {
		if f.Spoken && isSaid(text) && own == "" && (kind == Length("prose") || kind == f.Most) {
			list = append(list, Text{key, text, t[key][lang]})
		}
		return text
	})
	return list
}

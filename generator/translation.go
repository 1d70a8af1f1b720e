package generator

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/generator/words"
)

// Translation is how far an atlas is translated into a language.
type Translation struct {
	Texts int // that there are to translate, those of the program too where it has none itself
	Left  []Untranslated
}

// Untranslated is a text that nobody has translated, or of which the original is another
// since.
type Untranslated struct {
	File      string // slash path inside the regions folder
	Line, Col int
	Own       string // in the language of the atlas, as it is now
	Of        string // that it was translated from, "" where it is not translated at all
}

// Translated lists what is left to translate. It fails where the regions cannot be read;
// faults in them are told by a build.
func Translated(in Input, lang string) (Translation, error) {
	var t Translation
	d, err := read(in, nil, func(string) bool { return true })
	if err != nil {
		return t, err
	}
	published := d.edition.Site.Published()
	if !slices.Contains(published[1:], lang) {
		return t, fmt.Errorf("this atlas is not translated into %q; languages in [site] of atlas.toml names those that it is published in",
			lang)
	}
	t.words(d.edition, lang)
	t.texts(d, source.EditionFile, d.edition.Texts(lang), lang)
	for i := range d.edition.Pages {
		t.texts(d, d.edition.Pages[i].File, d.edition.Pages[i].Texts(lang), lang)
		t.prose(d, d.edition.Pages[i].File, d.edition.Pages[i].Body, lang)
	}
	for _, r := range d.regions {
		t.texts(d, r.File, r.Texts(lang), lang)
		t.prose(d, r.File, r.Body, lang)
	}
	return t, nil
}

// words looks for sentences of the program that a language lacks.
func (t *Translation) words(e *region.Edition, lang string) {
	file, has := source.WordsFile(lang), map[string]bool{}
	for _, entry := range e.Words[lang] {
		has[entry.Key] = true
		if entry.IsStale() {
			t.Left = append(t.Left, Untranslated{file, entry.Line, 1, words.English().Sentence(entry.Key),
				entry.Of})
		}
	}
	if words.Of(lang) != nil {
		return
	}
	for _, key := range words.Keys() {
		if t.Texts++; !has[key] {
			t.Left = append(t.Left, Untranslated{File: file, Line: 1, Col: 1,
				Own: words.English().Sentence(key)})
		}
	}
}

// texts looks for texts of a file that are not translated, or were from others.
func (t *Translation) texts(d *draft, file string, texts []region.Text, lang string) {
	var faults []problem.Fault
	for _, text := range texts {
		key := text.Key
		if text.In != "" {
			key = key.Field(lang)
		}
		faults = append(faults, problem.Fault{File: file, Key: key})
	}
	t.Texts += len(texts)
	for i, placed := range d.folder.Place(faults) {
		left := Untranslated{File: file, Line: placed.Line, Col: placed.Col, Own: texts[i].Own}
		if texts[i].In != "" {
			if left.Of = remarkBehind(placed); left.Of == "" || left.Of == strings.TrimSpace(left.Own) {
				continue
			}
		}
		t.Left = append(t.Left, left)
	}
}

// prose looks for the text of a region or page in a language.
func (t *Translation) prose(d *draft, file, body, lang string) {
	if strings.TrimSpace(body) == "" {
		return
	}
	t.Texts++
	if _, has := d.translated[source.ProseFile(lang, file)]; !has {
		t.Left = append(t.Left, Untranslated{File: file, Line: d.folder.BodyLine(file), Col: 1,
			Own: strings.TrimSpace(body)})
	}
}

// remarkBehind is the comment behind a value on its line: the text that it was translated
// from.
func remarkBehind(p problem.Problem) string {
	line := []rune(p.Text)
	end := p.Col - 1 + p.Width
	if end < 0 || end > len(line) {
		return ""
	}
	remark, is := strings.CutPrefix(strings.TrimSpace(string(line[end:])), "#")
	if !is {
		return ""
	}
	return strings.TrimSpace(remark)
}

package region

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/words"
)

// LanguageTag is the form of a BCP 47 tag as far as anybody here needs one: a
// language of two or three letters, then script, country or variant.
const LanguageTag = `^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`

var languageTag = regexp.MustCompile(LanguageTag)

// IsLanguage reports whether a text has the form of a language tag, and is not the
// code of a country that people take for one.
func IsLanguage(tag string) bool {
	return languageTag.MatchString(tag) && languageOf(tag) == ""
}

// language reports what no browser or screen reader takes for a language.
func language(c *checker, tag string, key problem.Key) {
	if IsLanguage(tag) {
		return
	}
	remedy := `Write the tag of the language, such as "nl".`
	dashed := strings.ReplaceAll(tag, "_", "-")
	if meant := languageOf(tag); meant != "" {
		remedy = fmt.Sprintf("Write %q.", meant)
	} else if IsLanguage(dashed) {
		remedy = fmt.Sprintf("Write %q.", dashed)
	}
	c.report(key, problem.UnknownWord, problem.Quote(tag)+" is not the tag of a language", remedy)
}

// Words are the words of the site that an atlas brings itself, by language.
type Words map[string][]words.Entry

// Language is a language that pages can be in: one of the program's, with what the atlas
// says otherwise, or one of the atlas's own; nil where nobody has words in it.
func (e *Edition) Language(tag string) *words.Language {
	language, own := words.Of(tag), e.Words[tag]
	switch {
	case len(own) == 0:
		return language
	case language == nil:
		return words.New(tag, own)
	}
	return language.With(own)
}

// IsIn reports whether texts of the atlas's own language are in that of some pages.
func (s Site) IsIn(w *words.Language) bool { return words.Same(s.Lang, w.Tag()) }

// languages judges the languages that the site is published in.
func languages(c *checker, e *Edition) {
	site, key := e.Site, top.Field("site")
	if site.Lang != "" && IsLanguage(site.Lang) && e.Language(site.Lang) == nil {
		c.warn(key.Field("lang"), problem.UnknownWord,
			fmt.Sprintf("nobody has words in %s: what the program says itself is English",
				problem.Quote(site.Lang)),
			fmt.Sprintf("Write them into words/%s.toml beside this file (\"atlas words %s\" begins it), or leave it: pages "+
				"say that they are English, and that your texts are not.", site.Lang, site.Lang))
	}
	for i, tag := range site.Languages {
		at := key.Field("languages").Item(i)
		switch {
		case !IsLanguage(tag): // told already
		case i == 0 && tag != site.Lang:
			c.report(at, problem.Contradicts, "the first language is not that of the atlas, "+problem.Quote(site.Lang),
				fmt.Sprintf("Begin the list with %q.", site.Lang))
		case slices.Contains(site.Languages[:i], tag):
			c.report(at, problem.Repeated, problem.Quote(tag)+" stands in this list twice", "Keep one of the two.")
		case i > 0 && e.Language(tag) == nil:
			c.report(at, problem.Missing, "nobody has words in "+problem.Quote(tag),
				fmt.Sprintf("Write them into words/%s.toml beside this file; \"atlas words %s\" begins it.", tag, tag))
		}
	}
}

// CheckWords finds the faults of a file of words.
func CheckWords(file, tag string, list []words.Entry) []problem.Fault {
	c := &collector{file: file}
	report := func(e words.Entry, code problem.Code, warning bool, what, remedy string) {
		c.add(problem.Fault{File: file, Line: e.Line, Col: 1, Width: len(e.Key) + 2, Code: code, Warning: warning, What: what, Remedy: remedy})
	}
	if !IsLanguage(tag) {
		report(words.Entry{Line: 1}, problem.FileName, false, problem.Quote(tag)+" is not the tag of a language",
			`Name the file after the tag of its language, such as words/fr.toml.`)
	}
	known, seen := words.Keys(), map[string]bool{}
	for _, e := range list {
		switch english := words.English(); {
		case !english.Has(e.Key):
			report(e, problem.UnknownKey, false, "the site says nothing under "+problem.Quote(e.Key),
				strings.TrimSpace(problem.DidYouMean(e.Key, known)+"Remove the line, or write a key that \"atlas words\" lists."))
		case seen[e.Key]:
			report(e, problem.Repeated, false, problem.Quote(e.Key)+" stands in this file twice", "Keep one of the two.")
		case !strings.HasPrefix(e.Key, "locale."):
			holes(report, e, english.Sentence(e.Key))
		}
		seen[e.Key] = true
	}
	return c.faults
}

// holes compares the holes of a sentence with those of the English one.
func holes(report func(e words.Entry, code problem.Code, warning bool, what, remedy string), e words.Entry, english string) {
	has, wants := words.Holes(e.Text), words.Holes(english)
	for _, hole := range has {
		if !slices.Contains(wants, hole) {
			report(e, problem.UnknownWord, false, "nothing is put into "+problem.Quote(bare(hole))+" here",
				"Use the holes of the English sentence: "+english)
			return
		}
	}
	for _, hole := range wants {
		if !slices.Contains(has, hole) {
			report(e, problem.Missing, true, "this sentence leaves out "+problem.Quote(bare(hole)),
				"Put it in, as the English sentence does: "+english)
			return
		}
	}
}

func bare(hole string) string {
	if strings.HasPrefix(hole, "<") {
		return hole
	}
	return "{" + hole + "}"
}

// languageOf is the tag of a language that is written by its name, or by the code
// of a country that is no language; "" for all else.
func languageOf(word string) string {
	for pair := range strings.FieldsSeq(
		"basque=eu bulgarian=bg catalan=ca croatian=hr czech=cs danish=da dutch=nl english=en estonian=et " +
			"finnish=fi flemish=nl french=fr galician=gl german=de greek=el hungarian=hu icelandic=is irish=ga " +
			"italian=it latvian=lv lithuanian=lt maltese=mt norwegian=no polish=pl portuguese=pt romanian=ro " +
			"serbian=sr slovak=sk slovene=sl slovenian=sl spanish=es swedish=sv turkish=tr ukrainian=uk welsh=cy " +
			"at=de cz=cs dk=da gb=en gr=el") {
		if name, tag, _ := strings.Cut(pair, "="); strings.EqualFold(name, word) {
			return tag
		}
	}
	return ""
}

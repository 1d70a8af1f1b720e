package region

import (
	"fmt"
	"regexp"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/words"
)

// LanguageTag is the form of a BCP 47 tag as far as anybody here needs one: a
// language of two or three letters, then script, country or variant.
const LanguageTag = `^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`

var languageTag = regexp.MustCompile(LanguageTag)

// isLanguage reports whether a text has the form of a language tag, and is not the
// code of a country that people take for one.
func isLanguage(tag string) bool {
	return languageTag.MatchString(tag) && languageOf(tag) == ""
}

// language reports what no browser or screen reader takes for a language.
func language(c *checker, tag string, key problem.Key) {
	if isLanguage(tag) {
		return
	}
	remedy := `Write the tag of the language, such as "nl".`
	dashed := strings.ReplaceAll(tag, "_", "-")
	if meant := languageOf(tag); meant != "" {
		remedy = fmt.Sprintf("Write %q.", meant)
	} else if isLanguage(dashed) {
		remedy = fmt.Sprintf("Write %q.", dashed)
	}
	c.report(key, problem.UnknownWord, problem.Quote(tag)+" is not the tag of a language", remedy)
}

// frame warns of a language in which the program has no words.
func frame(c *checker, tag string) {
	if tag == "" || !isLanguage(tag) || words.English().Speaks(tag) {
		return
	}
	c.warn(top.Field("site").Field("lang"), problem.UnknownWord,
		fmt.Sprintf("the program has no words in %s: what it says itself is English",
			problem.Quote(tag)),
		"Leave it: pages say that they are English, and that your texts are not.")
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

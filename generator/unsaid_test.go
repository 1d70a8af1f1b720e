package generator_test

import (
	"html"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"regional-atlas/assets"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// In a language in which every word is written with one letter of another script, pages
// show no word in Latin letters but those of the atlas itself: whatever else does comes
// from outside the catalogue.
func TestNoWordStandsOutsideTheCatalogue(t *testing.T) {
	state := inLanguage(t, `lang = "xx"`, map[string]string{"words/xx.toml": strangeCatalogue()})
	own := ownWords(t)
	names := []string{"nuts", "url", "html", "overview", "vocabulary", // keys of tables
		"csv", "json", "png", "svg", "xlsx", "geojson", "dcat", "atom", "zip"} // of formats
	word := regexp.MustCompile(`\pL{3,}`)
	told := map[string]bool{}
	pages := 0
	for f := range state.Site.Files() {
		texts := textsShown
		switch path.Ext(f.Address) {
		case ".html", ".svg":
		case ".js":
			texts = textsOfScript
		default:
			continue
		}
		pages++
		for _, text := range texts(pageOf(t, state, f.Address)) {
			for _, w := range word.FindAllString(text, -1) {
				w = strings.ToLower(w)
				if isLatin(w) && !own[w] && !slices.Contains(names, w) && !told[w] {
					told[w] = true
					t.Errorf("%s says %q, which is in no catalogue: %q", f.Address, w, text)
				}
			}
		}
	}
	if pages < 60 {
		t.Error("only", pages, "pages")
	}
}

// strangeCatalogue is the English catalogue with all letters outside holes replaced.
func strangeCatalogue() string {
	var out strings.Builder
	for _, e := range words.English().Catalogue() {
		if !strings.HasPrefix(e.Key, "locale.") || strings.HasPrefix(e.Key, "locale.month") {
			e.Text = strange(e.Text)
		}
		out.WriteString(e.String() + "\n")
	}
	return out.String()
}

// strange replaces letters outside holes, and in the forms of a hole.
func strange(text string) string {
	var out strings.Builder
	isName := false
	for _, r := range text {
		switch {
		case r == '{' || r == '<' || r == '`':
			isName = r != '`' || !isName
		case r == '|' || r == '}' || r == '>':
			isName = false
		case !isName && unicode.IsLetter(r):
			r = 'ж'
		}
		out.WriteRune(r)
	}
	return out.String()
}

// ownWords are the words of the files of the full atlas, and of the map.
func ownWords(t *testing.T) map[string]bool {
	t.Helper()
	own := map[string]bool{}
	for name, file := range fullFiles(t) {
		noteWords(own, name+" "+string(file.Data))
	}
	for _, status := range region.Statuses() {
		noteWords(own, status.Key) // scripts know answers by their keys
	}
	return own
}

func noteWords(own map[string]bool, text string) {
	for _, w := range regexp.MustCompile(`\pL{3,}`).FindAllString(text, -1) {
		own[strings.ToLower(w)] = true
	}
}

func isLatin(word string) bool {
	for _, r := range word {
		if unicode.Is(unicode.Latin, r) {
			return true
		}
	}
	return false
}

var (
	noText      = regexp.MustCompile(`(?s)<(style|script)[ >].*?</(style|script)>|<!.*?>|<code>.*?</code>`)
	spoken      = regexp.MustCompile(`(?:aria-label|title|alt|placeholder|data-[a-z]+|content)="([^"]*)"`)
	betweenTags = regexp.MustCompile(`(?s)<[^>]*>`)
	webAddress  = regexp.MustCompile(`https?://\S+`)
	quotes      = regexp.MustCompile(`"([^"\\]*)"`)
)

// textsShown are the texts of a page that readers see or hear, those that scripts show too.
func textsShown(page string) []string {
	page = noText.ReplaceAllString(page, " ")
	var list []string
	for _, m := range spoken.FindAllStringSubmatch(page, -1) {
		text := html.UnescapeString(m[1])
		isKeys := strings.HasPrefix(m[0], "data-keys") || strings.HasPrefix(m[0], "data-find")
		if isKeys || !strings.Contains(text, " ") && !strings.HasPrefix(text, "{") {
			continue // a key, an address, one word that stands elsewhere too
		}
		if strings.HasPrefix(text, "{") { // sentences for scripts, by their keys
			for i, q := range quotes.FindAllStringSubmatch(text, -1) {
				if i%2 == 1 {
					list = append(list, strings.NewReplacer("{", " ‹", "}", "› ").Replace(regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(q[1], "")))
				}
			}
			continue
		}
		if strings.Contains(text, "script-src") || strings.Contains(text, "style-src") || strings.HasPrefix(text, "width=") || text == "light dark" {
			continue
		}
		list = append(list, regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(text, ""))
	}
	for _, text := range strings.Split(betweenTags.ReplaceAllString(page, "\x00"), "\x00") {
		if strings.TrimSpace(text) != "" {
			list = append(list, webAddress.ReplaceAllString(html.UnescapeString(text), ""))
		}
	}
	return list
}

// textsOfScript are the texts in what scripts read: those of more than one word.
func textsOfScript(script string) []string {
	var list []string
	for _, m := range quotes.FindAllStringSubmatch(script, -1) {
		if strings.Contains(m[1], " ") {
			list = append(list, regexp.MustCompile(`[{<][^}>]*[}>]`).ReplaceAllString(m[1], ""))
		}
	}
	return list
}

// A script says nothing itself: it takes its sentences from the page.
func TestScriptsSayNothingThemselves(t *testing.T) {
	sentence := regexp.MustCompile(`"[A-Z][a-z]+[^"<>\[\]]* [a-z][^"]*"`)
	names, err := fs.Glob(assets.Files, "*.js")
	if err != nil || len(names) < 10 {
		t.Fatal(len(names), err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if said := sentence.FindString(line); said != "" && !strings.HasPrefix(strings.TrimSpace(line), "//") {
				t.Errorf("%s:%d says %s itself", name, i+1, said)
			}
		}
	}
}

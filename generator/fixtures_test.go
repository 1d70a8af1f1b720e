package generator_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/layouts"
)

// Tests run on folders of their own, so that they speak of the program and not
// of what editors have written last: testdata/rich is made from two whole pages;
// testdata/good has a small one with every field, a minimal one and one of
// another subject; and the atlas of forty regions below is made from the rich one.

// richRegions are the regions of the two whole pages, with all words of an atlas.
func richRegions() fs.FS { return os.DirFS("testdata/rich") }

func inputOf(regions fs.FS) generator.Input {
	return generator.Input{Regions: regions, Layouts: layouts.Files, Assets: assets.Files, Today: today()}
}

// once is a value that the first test that needs it makes for all; nobody changes it.
type once[T any] struct {
	sync.Once
	value T
}

func (o *once[T]) get(make func() T) T {
	o.Do(func() { o.value = make() })
	return o.value
}

// The layouts, assets and maps of most tests are the same, and are read once.
var shipped, tiny once[*generator.Session]

// shippedSession has read the layouts, the assets and the map that come with the program.
func shippedSession() *generator.Session {
	return shipped.get(func() *generator.Session {
		session := new(generator.Session)
		session.Update(inputOf(richRegions()), generator.Everything())
		return session
	}).Like()
}

// tinySession has read the same layouts and the tiny map.
func tinySession(t testing.TB) *generator.Session {
	t.Helper()
	return tiny.get(func() *generator.Session {
		in, session := inputOf(fullFiles(t)), new(generator.Session)
		in.Assets = tinyAssets(t)
		session.Update(in, generator.Everything())
		return session
	}).Like()
}

// allRegions is the change of a session that has seen no region yet.
func allRegions() generator.Change {
	return generator.Change{Region: func(string) bool { return true }}
}

var builtForty once[map[string]string]

// fortyBuilt is the built site of the atlas of forty, without pictures.
func fortyBuilt(t testing.TB) map[string]string {
	t.Helper()
	return builtForty.get(func() map[string]string {
		return builtFrom(t, inputOf(withoutPictures(t, fortyRegions(t))))
	})
}

// heavy skips a test that takes long; the check runs it.
func heavy(t testing.TB) {
	t.Helper()
	if !isHeavy() {
		t.Skip("takes long: .ci/run runs it, and so does ATLAS_HEAVY=1")
	}
}

// isHeavy tells whether tests may take long.
func isHeavy() bool { return os.Getenv("ATLAS_HEAVY") != "" }

// chances are how many cases a test takes by chance: few, or all where it may take long.
func chances(few, all int) int {
	if isHeavy() {
		return all
	}
	return few
}

// forty are the regions of the atlas of forty: of all levels of NUTS and some
// that are countries, on the mainland and far from it, and one without a shape
// in the map, with names in the letters of many languages.
const forty = `AT21 Ödenkar, BE1 Brüsselin, BE2 Flandrien, BE3 Wallonia, BG41 Югозапад, CZ04 Čečelín, DE1 Württau,
DED Sächsland, DEG Thürwald, DK01 Hovedø, DK04 Midtjylt, EE Õismäe, EL30 Αττάλεια, ES51 Cataluny, ES70 Canariñas,
FI19 Länsirata, FI1C Eteläkärki, FI1D Pohjantähti, FRF Grandëst, FRY1 Gwadloup, HU1 Középhon, IE04 Iarthúl,
ITH5 Emilianca, LT01 Sostinėja, LU Lëtzgau, LV Ķekava, MT Ħalta, NL21 Overijsland, NL41 Brabân, NO08 Østvik,
PL22 Śląskowo, PL41 Wielkołęg, PL51 Dolnośl, PL71 Łódzyn, PT15 Algarvão, PT30 Madeirinha, RO11 Țărăncuța,
SE11 Stockhöga, SK04 Východík, UKN Ulsterley`

// fortyRegions is the folder of the atlas of forty, every second region as rich
// as the richest page and the others as sparse as the other one. It is the same
// every time.
func fortyRegions(t testing.TB) fstest.MapFS {
	t.Helper()
	rich := inMemory(t, richRegions())
	patterns := []string{string(rich["BE2.md"].Data), string(rich["BE1.md"].Data)}
	files := fstest.MapFS{"atlas.toml": rich["atlas.toml"]}
	for i, entry := range strings.Split(strings.ReplaceAll(forty, "\n", " "), ", ") {
		code, name, _ := strings.Cut(strings.TrimSpace(entry), " ")
		files[code+".md"] = &fstest.MapFile{Data: []byte(varied(patterns[i%2], code, name, i))}
	}
	return files
}

var (
	codeLine  = regexp.MustCompile(`(?m)^code = .*$`)
	nameLines = regexp.MustCompile(`(?m)^name = .*\nnames = \[\n(  .*\n)*\]\nalso = .*$`)
	inTotal   = regexp.MustCompile(`\{ value = ([0-9_]+),`)
	yesOrNo   = regexp.MustCompile(`(?m)^([a-z0-9]+) = "(?:yes|no)"$`)
)

// varied gives a region file another code and name, figures and answers.
func varied(text, code, name string, i int) string {
	text = replaceFirst(codeLine, text, fmt.Sprintf("code = %q", code))
	names := fmt.Sprintf("name = %q\nnames = [\n  { name = \"%s ś\", lang = \"pl\" },\n]\nalso = [%q]", name, name, name+" Region")
	if code == "FRY1" {
		names += "\nshape = { lon = -61.5, lat = 16.2 }"
	}
	text = replaceFirst(nameLines, text, names)
	text = inTotal.ReplaceAllStringFunc(text, func(figure string) string {
		value, _ := strconv.Atoi(strings.ReplaceAll(inTotal.FindStringSubmatch(figure)[1], "_", ""))
		return fmt.Sprintf("{ value = %d,", value*(50+i)/100)
	})
	n := i
	return yesOrNo.ReplaceAllStringFunc(text, func(line string) string {
		key, answers := yesOrNo.FindStringSubmatch(line)[1], []string{"yes", "no", "not reported"}
		if key == "vanguard" {
			answers = []string{"planned", "country-level member", "no", "yes"}
		}
		n++
		return fmt.Sprintf("%s = %q", key, answers[n%len(answers)])
	})
}

func replaceFirst(pattern *regexp.Regexp, text, with string) string {
	at := pattern.FindStringIndex(text)
	return text[:at[0]] + with + text[at[1]:]
}

// withoutPictures is a folder of regions whose atlas wants no pictures for links.
func withoutPictures(t testing.TB, regions fs.FS) fstest.MapFS {
	t.Helper()
	files := inMemory(t, regions)
	edit(t, files, "atlas.toml", "\npictures = true", "\npictures = false")
	return files
}

// The fixtures are what they say they are.
func TestFixtures(t *testing.T) {
	t.Parallel()
	atlas := checked(t, inputOf(fortyRegions(t))).Atlas
	if n := len(atlas.Regions()); n != 40 {
		t.Errorf("the atlas of forty has %d regions", n)
	}
	if n := len(checked(t, inputOf(richRegions())).Atlas.Regions()); n != 2 {
		t.Errorf("the rich one has %d", n)
	}
}

package picture

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ words, want string }{
		{"  Île-de-France\t\n", "Île-de-France"},
		{"a\u202eb\u2066c\u200b\ufeffd\u0000e\x1bf", "abcdef"},
		{"a\u00a0\u2009 b", "a b"},
		{"soft\u00adhyphen non\u2011breaking", "softhyphen non-breaking"},
		{"broken\xff\xfe", "broken"},
		{"\u202e\u200f", ""},
		{strings.Repeat("x", 5000), strings.Repeat("x", mostLetters-1) + "…"},
	} {
		if got := string(clean(test.words)); got != test.want {
			t.Errorf("clean(%q) = %q, want %q", test.words, got, test.want)
		}
	}
}

// The fonts have every letter of every name that an atlas of Europe gives its
// countries and regions.
func TestRegionNames(t *testing.T) {
	files, err := filepath.Glob("../testdata/rich/*")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no regions to read", err)
	}
	b, names := base(t), 0
	quoted := regexp.MustCompile(`\b(?:name|[A-Z]{2}[0-9A-Z]*) = "([^"]+)"`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllSubmatch(data, -1) {
			names++
			if !b.draws(string(m[1])) {
				t.Errorf("%s: the fonts lack a letter of %s", filepath.Base(file), m[1])
			}
		}
	}
	if names < len(files) {
		t.Errorf("%d names in %d files", names, len(files))
	}
}

// draws reports whether the fonts have all letters of a text. A text without
// visible letters is not drawn.
func (b *Base) draws(text string) bool {
	return b.fonts.set(&letters{}, b.fonts.sans, text) != nil
}

// The fonts have the same letters that are read, so that draws speaks for all of them.
func TestFontsAlike(t *testing.T) {
	f, l := base(t).fonts, &letters{}
	for r := rune(' '); r < 0x10000; r++ {
		regular, _ := l.glyph(f.sans, r)
		for _, face := range []*sfnt.Font{f.bold, f.serif, f.italic} {
			if other, _ := l.glyph(face, r); (other == 0) != (regular == 0) && unicode.IsLetter(r) && isReadable(r) {
				t.Fatalf("%U is not in all fonts", r)
			}
		}
	}
}

func TestDraws(t *testing.T) {
	b := base(t)
	for words, want := range map[string]bool{
		"Łódzkie": true, "Αττική": true, "Югозападен": true, "Bucureşti, Iași, Țara": true, "Ħal Għaxaq": true, "6,596 km² · 5 €": true,
		"北京": false, "القاهرة": false, "ירושלים": false, "e\u0301": false, "თბილისი": false, "": false, " \u200b": false,
	} {
		if got := b.draws(words); got != want {
			t.Errorf("draws(%q) = %v, want %v", words, got, want)
		}
	}
}

// A text with a letter that the fonts lack is left out as a whole.
func TestLeftOut(t *testing.T) {
	b := base(t)
	card := full()
	card.Subtitle = ""
	want, _ := drawn(t, b, card)
	for _, words := range []string{"北京", "Attica 北", "العربية", "\u202e", "e\u0301", " " + card.Title} {
		card.Subtitle = words
		if got, _ := drawn(t, b, card); !bytes.Equal(got, want) {
			t.Errorf("the subtitle %q is drawn", words)
		}
	}
}

var awkward = []string{
	"European Regions Research and Innovation Network", "Mecklenburg-Vorpommern", "Brussels-Capital Region",
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
	strings.Repeat("W", 3000), strings.Repeat("WWWWW ", 500), strings.Repeat("-", 300), strings.Repeat("i- ", 100),
	"x", "– –", strings.Repeat("Ж", 239) + "\xff", strings.Repeat("\u202eab", 4000), "A / B / C",
}

// Whatever the words, no line is wider than the measure, the title has three
// lines at most, no letter is lost but for an ellipsis, and all stands above the foot.
func TestNothingOverflows(t *testing.T) {
	b, d := base(t), &desk{}
	for _, words := range awkward {
		card := Card{Overline: words, Title: words, Subtitle: words, Lines: []string{words, words, words, words, words, words}}
		blocks := b.blocks(d, card, titleLeast)
		if got := end(blocks); got > floor {
			t.Errorf("%.20q ends at %d, below %d", words, got, floor)
		}
		for _, k := range b.column(d, card) {
			for i, p := range k.lines {
				if k.text.width(p, k.size) > measure*pixel || p.to <= p.from {
					t.Errorf("%.20q: line %d of %d px from %d to %d is %d wide", words, i, k.size, p.from, p.to, k.text.width(p, k.size)/pixel)
				}
				if i > 0 && p.from-k.lines[i-1].to > 1 {
					t.Errorf("%.20q: letters are lost before line %d", words, i)
				}
			}
			if n := len(k.lines); n > titleLines {
				t.Errorf("%.20q has %d lines", words, n)
			} else if last := n - 1; n > 0 && !k.lines[last].cut && k.lines[last].to < len(k.text.runes) {
				t.Errorf("%.20q ends without an ellipsis", words)
			}
		}
	}
}

// The margin between words and map stays clean, and so does the edge.
func TestMargins(t *testing.T) {
	b := base(t)
	paper := uint8(b.inks.nearest(colours(t).Paper))
	for _, words := range awkward {
		_, picture := drawn(t, b, Card{words, words, words, []string{words, words, words, words}, words, words, nil, nil, nil})
		for _, margin := range []image.Rectangle{image.Rect(0, 0, left-8, Height), image.Rect(left+measure+8, 0, Width-mapSide-1, Height),
			image.Rect(0, 0, left+measure, 40), image.Rect(0, Height-14, left+measure, Height)} {
			for y := margin.Min.Y; y < margin.Max.Y; y++ {
				for x := margin.Min.X; x < margin.Max.X; x++ {
					if picture.Pix[picture.PixOffset(x, y)] != paper {
						t.Fatalf("%.20q: there is something at %d,%d", words, x, y)
					}
				}
			}
		}
	}
}

func FuzzCard(f *testing.F) {
	for _, words := range awkward {
		f.Add(words)
	}
	b := base(f)
	f.Fuzz(func(t *testing.T, words string) {
		if !utf8.ValidString(string(clean(words))) {
			t.Error("clean leaves broken text")
		}
		drawn(t, b, Card{Overline: words, Title: words, Subtitle: words, Lines: []string{words}, Site: words, Credit: words})
	})
}

// Lines end where a reader takes no abbreviation or sign for the start of another.
func TestLinesEndBetweenWords(t *testing.T) {
	b := base(t)
	for words, want := range map[string][]string{
		"Germany © GeoBasis-DE / BKG":         {"Germany © ", "GeoBasis-DE / BKG"},
		"Mecklenburg-Vorpommern":              {"Mecklenburg-", "Vorpommern"},
		"Strong + (North), Strong\u00a0− (X)": {"Strong + (North), ", "Strong\u00a0− (X)"},
	} {
		text := b.fonts.set(&letters{}, b.fonts.sans, words)
		width := text.width(piece{from: 0, to: len(text.runes)}, factSize)
		lines, _ := text.wrap(factSize, width*7/10, 2)
		for i, line := range lines {
			if got := strings.TrimSpace(string(text.runes[line.from:line.to])); got != strings.TrimSpace(want[i]) {
				t.Errorf("line %d of %q is %q, want %q", i+1, words, got, want[i])
			}
		}
	}
}

// A fact is set in two lines before its letters get small.
func TestLongFactsTakeTwoLines(t *testing.T) {
	b := base(t)
	for words, want := range map[string]int{
		"6,596,233 inhabitants (2019)": 1,
		"Innovation group: Strong + (Dresden), Strong − (Chemnitz), Strong + (Leipzig) (2021)": 2,
	} {
		lines, size := b.fonts.set(&letters{}, b.fonts.sans, words).fact()
		if len(lines) != want || size < factLeast || lines[len(lines)-1].cut {
			t.Errorf("%q takes %d lines of %d pixels, want %d whole ones", words, len(lines), size, want)
		}
	}
}

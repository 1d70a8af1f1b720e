package picture

import (
	"fmt"
	"image"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fonts are the typefaces of a card. They never change and may be shared.
type fonts struct{ serif, italic, sans, bold *sfnt.Font }

func readFonts() (fonts, error) {
	var f fonts
	for _, each := range []struct {
		to   **sfnt.Font
		data []byte
	}{{&f.serif, liberationserifregular.TTF}, {&f.italic, liberationserifitalic.TTF},
		{&f.sans, liberationsansregular.TTF}, {&f.bold, liberationsansbold.TTF}} {
		read, err := sfnt.Parse(each.data)
		if err != nil {
			return fonts{}, fmt.Errorf("the font of the pictures cannot be read: %w", err)
		}
		*each.to = read
	}
	return f, nil
}

// letters is the memory for reading glyphs, one for each goroutine.
type letters struct{ buffer sfnt.Buffer }

// text is a line of words set in a font.
type text struct {
	font   *sfnt.Font
	runes  []rune
	glyphs []sfnt.GlyphIndex
	ends   []int           // where each glyph ends, in units of the font
	dots   sfnt.GlyphIndex // the ellipsis
	extra  int             // its width
	units  int             // font units to the em
}

// set cleans a text and finds its glyphs; nil when there is nothing to draw or
// the font lacks a letter.
func (f fonts) set(l *letters, face *sfnt.Font, words string) *text {
	t := &text{font: face, runes: clean(words), units: int(face.UnitsPerEm())}
	if len(t.runes) == 0 {
		return nil
	}
	end := 0
	for _, r := range t.runes {
		if !isReadable(r) {
			return nil
		}
		glyph, width := l.glyph(face, r)
		if glyph == 0 {
			return nil
		}
		end += width
		t.glyphs, t.ends = append(t.glyphs, glyph), append(t.ends, end)
	}
	t.dots, t.extra = l.glyph(face, '…')
	return t
}

// isReadable leaves out what the fonts have and cards cannot set: writing from right to
// left, and marks that stand on other letters.
func isReadable(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) ||
		unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Lm)
}

// glyph returns the glyph of a letter and its width in units of the font; 0
// when the font has none.
func (l *letters) glyph(face *sfnt.Font, r rune) (sfnt.GlyphIndex, int) {
	glyph, err := face.GlyphIndex(&l.buffer, r)
	if err != nil || glyph == 0 {
		return 0, 0
	}
	em := fixed.Int26_6(face.UnitsPerEm())
	width, err := face.GlyphAdvance(&l.buffer, glyph, em, font.HintingNone)
	if err != nil {
		return 0, 0
	}
	return glyph, int(width)
}

// A piece is a part of a text that stands on one line.
type piece struct {
	from, to int
	cut      bool // ends in an ellipsis
}

// width of the glyphs from one to another in sixty-fourths of a pixel.
func (t *text) width(p piece, size int) int {
	units := t.start(p.to) - t.start(p.from)
	if p.cut {
		units += t.extra
	}
	return scaled(units, size*pixel, t.units)
}

func (t *text) start(i int) int {
	if i == 0 {
		return 0
	}
	return t.ends[i-1]
}

// write paints a piece of a text; at is the left end of its base line in pixels.
func (d *desk) write(t *text, p piece, size int, at image.Point, with *ink) {
	d.mask.over(image.Rect(at.X-size, at.Y-2*size, mapBox.Min.X,
		at.Y+size).Intersect(d.canvas.Rect))
	for i := p.from; i <= p.to; i++ {
		glyph := t.dots
		if i < p.to {
			glyph = t.glyphs[i]
		} else if !p.cut {
			break
		}
		// On whole pixels a letter looks the same wherever it stands, and packs better.
		x := at.X + scaled(t.start(i)-t.start(p.from), size, t.units)
		d.glyph(t.font, glyph, size, Point{X: x * pixel, Y: at.Y * pixel})
	}
	d.mask.paint(d.canvas, with)
}

// glyph adds the outline of a glyph. The fonts have straight lines and
// quadratic curves only.
func (d *desk) glyph(face *sfnt.Font, glyph sfnt.GlyphIndex, size int, at Point) {
	segments, err := face.LoadGlyph(&d.letters.buffer, glyph, fixed.I(size), nil)
	if err != nil {
		return // the glyph was found before; a font that is part of the program is whole
	}
	place := func(p fixed.Point26_6) Point { return Point{X: at.X + int(p.X), Y: at.Y + int(p.Y)} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			d.mask.move(place(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			d.mask.line(place(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			d.mask.curve(place(s.Args[0]), place(s.Args[1]))
		}
	}
}

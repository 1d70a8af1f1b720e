package picture

import (
	"image"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Where the words stand, in pixels.
const (
	left       = 64
	measure    = Width - mapSide - left - 48
	top        = 66
	floor      = 506 // the facts end above this
	siteAt     = 546 // the base line of the name of the site
	creditAt   = 572 // the base line of the first line of the credit
	mostFacts  = 4
	titleLines = 3
)

// The sizes of letters in pixels, the largest and the least of each paragraph.
const (
	overSize, overLeast     = 22, 16
	titleSize, titleLeast   = 66, 30
	titleStep               = 4
	nativeSize, nativeLeast = 29, 21
	factSize, factLeast     = 25, 17
	factLine                = 21 // the least size of a fact in one line
	siteSize, siteLeast     = 21, 15
	creditSize, creditLeast = 14, 11
)

// block is a paragraph set in lines.
type block struct {
	text   *text
	lines  []piece
	size   int
	with   *ink
	before int // pixels above it
	pitch  int // from line to line
}

func (k block) height() int { return k.before + len(k.lines)*k.pitch }

// fit sets a text as large as fits: from a size down to another, in at most so
// many lines; at the least size it is broken and cut by force.
func (t *text) fit(from, to, step, most int) (lines []piece, size int) {
	for size = from; size >= to; size -= step {
		if lines, ok := t.wrap(size, measure*pixel, most); ok {
			return t.balance(size, measure*pixel, lines), size
		}
	}
	return t.force(to, measure*pixel, most), to
}

// words writes everything on the left side.
func (b *Base) words(d *desk, c Card) {
	y := top
	for _, k := range b.column(d, c) {
		y = d.block(k, y)
	}
	b.footer(d, c)
}

// block writes a paragraph below a height and returns the height below it. A
// paragraph without a text is a rule.
func (d *desk) block(k block, y int) int {
	y += k.before
	if k.text == nil {
		k.with.box(d.canvas, image.Rect(left, y, left+measure, y+1))
		return y
	}
	for _, line := range k.lines {
		// The base line is where letters of this size sit in the middle of the pitch.
		d.write(k.text, line, k.size, image.Pt(left, y+(k.pitch+k.size*7/10)/2), k.with)
		y += k.pitch
	}
	return y
}

// column sets the words from the overline to the facts: with the largest title
// that leaves room for all of them.
func (b *Base) column(d *desk, c Card) []block {
	var blocks []block
	for size := titleSize; size >= titleLeast; size -= titleStep {
		blocks = b.blocks(d, c, size)
		if end(blocks) <= floor {
			break
		}
	}
	return blocks
}

// end is the height below the last of the paragraphs.
func end(blocks []block) int {
	y := top
	for _, k := range blocks {
		y += k.height()
	}
	return y
}

func (b *Base) blocks(d *desk, c Card, largest int) []block {
	var list []block
	add := func(face *sfnt.Font, words string, with *ink, from, to, step, most, before, pitch int) {
		if t := b.fonts.set(&d.letters, face, words); t != nil {
			lines, size := t.fit(from, to, step, most)
			list = append(list, block{t, lines, size, with, before, size * pitch / 100})
		}
	}
	add(b.fonts.bold, c.Overline, b.inks.accent, overSize, overLeast, 1, 1, 0, 130)
	add(b.fonts.serif, c.Title, b.inks.ink, largest, titleLeast, titleStep, titleLines, 14, 112)
	if !slices.Equal(clean(c.Subtitle), clean(c.Title)) {
		add(b.fonts.italic, c.Subtitle, b.inks.soft, nativeSize, nativeLeast, 2, 2, 10, 128)
	}
	head := len(list)
	for _, fact := range c.Lines[:min(len(c.Lines), mostFacts)] {
		if t := b.fonts.set(&d.letters, b.fonts.sans, fact); t != nil {
			lines, size := t.fact()
			list = append(list, block{t, lines, size, b.inks.ink, 0, size * 145 / 100})
		}
	}
	if len(list) > head {
		list[head].before = 16
		list = slices.Insert(list, head, block{with: b.inks.line, before: 26})
	}
	return list
}

// fact sets a fact in one line, or in two where it would get too small.
func (t *text) fact() (lines []piece, size int) {
	for size = factSize; size >= factLine; size-- {
		if lines, ok := t.wrap(size, measure*pixel, 1); ok {
			return lines, size
		}
	}
	return t.fit(factSize, factLeast, 1, 2)
}

// footer writes the name of the site and below it the credit.
func (b *Base) footer(d *desk, c Card) {
	if t := b.fonts.set(&d.letters, b.fonts.bold, c.Site); t != nil {
		lines, size := t.fit(siteSize, siteLeast, 1, 1)
		d.write(t, lines[0], size, image.Pt(left, siteAt), b.inks.ink)
	}
	if t := b.fonts.set(&d.letters, b.fonts.sans, c.Credit); t != nil {
		lines, size := t.fit(creditSize, creditLeast, 1, 3)
		for i, line := range lines {
			d.write(t, line, size, image.Pt(left, creditAt+i*(size+4)), b.inks.soft)
		}
	}
}

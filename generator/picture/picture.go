// Package picture draws cards: the pictures that other sites and messengers
// show beside a link (Open Graph), 1200 x 630 pixels as PNG.
//
// Its promise:
//
//   - It takes words and rings of points and returns the bytes of a file. It
//     needs no browser, knows no region file and opens no file.
//   - The same input gives the same pixels on every machine: words are set in
//     whole numbers, and shapes and letters are filled by golang.org/x/image,
//     which rounds alike everywhere, in four steps of coverage. Only another
//     version of it may change a card. Another release of Go may pack the same
//     pixels into other bytes.
//   - A *Base never changes after it is made, so any number of goroutines may
//     draw cards on it at the same time.
//   - Any words are safe: invisible characters and those that turn the
//     direction of writing are dropped, long words shrink, wrap and end in an
//     ellipsis, and the work is bounded.
//   - It prints no empty boxes. The fonts (Liberation Serif and Sans, SIL Open
//     Font Licence, which the style sheet names among its own) have the letters
//     of Latin, Greek and Cyrillic names, without combining marks. A text with
//     any other letter is left out as a whole; so are scripts from right to left
//     and Chinese, Japanese and Korean.
//
// The left side has the words, the right side is a square map: NewBase paints
// the quiet map once, Card paints a region and its words on a copy.
package picture

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"sync"

	"regional-atlas/generator/geometry"
)

// The size of a card and of the square map at its right side, in pixels.
const (
	Width, Height = 1200, 630
	mapSide       = Height
)

// Point is a position on a map, y growing downwards.
type Point = geometry.Point

// Map is the quiet map behind every card, in its own units: four or more to a
// pixel look best (a width of 2520). It is scaled to cover the square; what is
// longer than wide, or wider than long, is cut at both ends alike. Every line
// that a row of pixels crosses costs bytes: the edges of Europe about 10 kB a card.
type Map struct {
	Width, Height   int       // both above zero
	Context, Ground [][]Point // rings: land around, and land that the atlas covers; a hole runs the other way
	Edges, Borders  [][]Point // lines: between regions, and between countries
}

// Card is what one card says. Whatever is empty is left out.
type Card struct {
	Overline string   // a line above the title: "BE2 · Belgium"
	Title    string   // at most three lines
	Subtitle string   // the title in its own language, if that differs; at most two lines
	Lines    []string // up to four facts, a line each
	Site     string   // the name of the atlas
	Credit   string   // of the map, small; at most three lines

	Shape [][]Point // the rings of the region, in the units of the map
	Mark  *Point    // its middle: a shape too small to be seen, or a place without a shape, has a ring around it
	Inset [][]Point // rings in units of their own, drawn in a box: what lies beyond the map
}

// Base is a card with the map and without words.
type Base struct {
	canvas *image.Paletted
	inks   *inks
	fonts  fonts
	scale  scale
	desks  sync.Pool // of *desk
}

// desk is the memory that drawing one card needs; it is used again.
type desk struct {
	canvas  *image.Paletted
	mask    mask
	letters letters
	encoder *png.EncoderBuffer
}

// Get and Put lend the memory of the desk to the encoder.
func (d *desk) Get() *png.EncoderBuffer { return d.encoder }

// Put takes it back.
func (d *desk) Put(lent *png.EncoderBuffer) { d.encoder = lent }

// NewBase paints the map. The error says that the map has no size.
func NewBase(colours Colours, m Map) (*Base, error) {
	if m.Width <= 0 || m.Height <= 0 {
		return nil, errors.New("the map of a picture needs a width and a height above zero")
	}
	faces, err := readFonts()
	if err != nil {
		return nil, err
	}
	b := &Base{inks: mix(colours), fonts: faces, scale: cover(m.Width, m.Height)}
	b.canvas = image.NewPaletted(image.Rect(0, 0, Width, Height), b.inks.palette)
	b.desks.New = func() any { return &desk{canvas: image.NewPaletted(b.canvas.Rect, b.inks.palette)} }
	b.paint(m)
	return b, nil
}

func (b *Base) paint(m Map) {
	var on mask
	b.inks.paper.box(b.canvas, b.canvas.Rect)
	b.inks.sea.box(b.canvas, mapBox)
	on.over(mapBox)
	b.rings(&on, m.Context).paint(b.canvas, b.inks.context)
	b.rings(&on, m.Ground).paint(b.canvas, b.inks.ground)
	b.lines(&on, m.Edges, edgeWidth).paint(b.canvas, b.inks.edge)
	b.lines(&on, m.Borders, borderWidth).paint(b.canvas, b.inks.edge)
	b.inks.line.box(b.canvas, image.Rect(mapBox.Min.X-1, 0, mapBox.Min.X, Height))
}

func (b *Base) rings(on *mask, rings [][]Point) *mask {
	for _, ring := range rings {
		on.ring(b.scale.points(ring))
	}
	return on
}

func (b *Base) lines(on *mask, lines [][]Point, width int) *mask {
	for _, line := range lines {
		on.stroke(b.scale.points(line), width)
	}
	return on
}

// Card draws a card and writes the file. But for errors of writing, it fails only on a
// Base that was not made by NewBase.
func (b *Base) Card(to io.Writer, c Card) error {
	if b == nil || b.canvas == nil {
		return errors.New("the picture has no base to be drawn on")
	}
	d := b.desks.Get().(*desk)
	defer b.desks.Put(d)
	copy(d.canvas.Pix, b.canvas.Pix)
	b.region(d, c)
	b.words(d, c)
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: d}).Encode(to,
		d.canvas); err != nil {
		return fmt.Errorf("the picture cannot be encoded: %w", err)
	}
	return nil
}

// Package photo makes pictures of cameras ready for pages: upright, no larger than a
// page shows, and without what a camera adds, such as the place and the time.
//
// Its promise: the same picture gives the same bytes on every machine, for all is
// reckoned in whole numbers; and a picture that is too large to be opened is refused
// before it fills the memory.
package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // is read, and never written
	"io"
)

// Size is how large a picture is when it stands upright, in pixels.
type Size struct{ Width, Height int }

// mostPixels is more than cameras take, and what a build can hold.
const mostPixels = 60_000_000

// SizeOf looks at a picture; the error is one clause that can follow its name.
func SizeOf(data []byte) (Size, error) {
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || kind != "jpeg" && kind != "png":
		return Size{}, errors.New("is neither JPEG nor PNG")
	case c.Width*c.Height > mostPixels:
		return Size{}, fmt.Errorf("has %d million pixels, and at most %d can be opened",
			c.Width*c.Height/1_000_000, mostPixels/1_000_000)
	}
	if isLying(orientation(data)) {
		return Size{c.Height, c.Width}, nil
	}
	return Size{c.Width, c.Height}, nil
}

// Scale writes a picture as JPEG of a width, or of its own where it is less wide.
func Scale(to io.Writer, data []byte, width int) error {
	if _, err := SizeOf(data); err != nil {
		return err
	}
	whole, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return errors.New("is broken and cannot be opened")
	}
	const quality = 80
	return jpeg.Encode(to, shrunk(upright{whole, orientation(data)}, width),
		&jpeg.Options{Quality: quality})
}

// shrunk is a picture of a width: every pixel is the mean of those that it stands for, on
// white where the picture is clear.
func shrunk(from image.Image, width int) *image.RGBA {
	b := from.Bounds()
	width = min(width, b.Dx())
	height := max(1, (b.Dy()*width+b.Dx()/2)/b.Dx())
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		top, bottom := y*b.Dy()/height, max((y+1)*b.Dy()/height, y*b.Dy()/height+1)
		for x := range width {
			left, right := x*b.Dx()/width, max((x+1)*b.Dx()/width, x*b.Dx()/width+1)
			to.SetRGBA(x, y, mean(from, image.Rect(left, top, right, bottom)))
		}
	}
	return to
}

func mean(from image.Image, of image.Rectangle) color.RGBA {
	var red, green, blue, n uint64
	for y := of.Min.Y; y < of.Max.Y; y++ {
		for x := of.Min.X; x < of.Max.X; x++ {
			r, g, b, a := from.At(x, y).RGBA()
			clear := 0xffff - a
			red, green, blue, n = red+uint64(r+clear), green+uint64(g+clear), blue+uint64(b+clear), n+1
		}
	}
	part := func(sum uint64) uint8 { return uint8(sum / n >> 8) }
	return color.RGBA{part(red), part(green), part(blue), 255}
}

package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// upright is a picture turned as its camera was held. The number is that of Exif: 1 is
// upright, 3 upside down, 6 and 8 lie on a side, the even ones below 5 and 5 and 7 are
// mirrored.
type upright struct {
	image.Image
	orientation int
}

// isLying holds for pictures whose width is their height when they stand upright.
func isLying(orientation int) bool { return orientation >= 5 && orientation <= 8 }

func (u upright) Bounds() image.Rectangle {
	b := u.Image.Bounds()
	if isLying(u.orientation) {
		return image.Rect(0, 0, b.Dy(), b.Dx())
	}
	return image.Rect(0, 0, b.Dx(), b.Dy())
}

func (u upright) At(x, y int) color.Color {
	b := u.Image.Bounds()
	w, h := b.Dx()-1, b.Dy()-1
	switch u.orientation {
	case 2:
		x = w - x
	case 3:
		x, y = w-x, h-y
	case 4:
		y = h - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, h-x
	case 7:
		x, y = w-y, h-x
	case 8:
		x, y = w-y, x
	}
	return u.Image.At(b.Min.X+x, b.Min.Y+y)
}

// orientation reads how a camera was held from the Exif part of a JPEG file, 1 where it
// does not say.
func orientation(data []byte) int {
	const head = 4 // a marker and a length
	for at := 2; at+head <= len(data) && data[at] == 0xff; {
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + length
		if end > len(data) || length < 2 {
			break
		}
		if body := data[at+head : end]; data[at+1] == 0xe1 &&
			bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return tiffOrientation(body[6:])
		}
		at = end
	}
	return 1
}

// tiffOrientation looks through the first directory of a TIFF header.
func tiffOrientation(tiff []byte) int {
	const header, entry, tag = 8, 12, 0x0112
	if len(tiff) < header {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	from := int(order.Uint32(tiff[4:]))
	if from < 0 || from+2 > len(tiff) {
		return 1
	}
	for n := range int(order.Uint16(tiff[from:])) {
		at := from + 2 + n*entry
		if at+entry > len(tiff) {
			return 1
		}
		if order.Uint16(tiff[at:]) == tag {
			if o := int(order.Uint16(tiff[at+8:])); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return 1
}

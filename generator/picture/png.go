package picture

import (
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image"
	"image/color"
)

// encode writes a picture as PNG with a palette. The compression is our own,
// for the standard one may give other bytes with every release of Go (as 1.27
// did), and pictures that are kept with the site must not change with it.
func (p *press) encode(picture *image.Paletted) []byte {
	size := picture.Rect.Size()
	raw := p.raw[:0]
	for y := range size.Y {
		raw = append(append(raw, 0), picture.Pix[y*picture.Stride:][:size.X]...)
	}
	p.raw = raw
	out := make([]byte, 0, 32<<10)
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	head = append(binary.BigEndian.AppendUint32(head, uint32(size.Y)), 8, 3, 0, 0, 0)
	out = chunk(out, "IHDR", head)
	out = chunk(out, "PLTE", colours(picture.Palette))
	packed := append(p.packed[:0], 0x78, 0x9c)
	packed = p.deflate(packed, raw, size.X+1)
	p.packed = binary.BigEndian.AppendUint32(packed, adler32.Checksum(raw))
	return chunk(chunk(out, "IDAT", p.packed), "IEND", nil)
}

func chunk(out []byte, name string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	start := len(out)
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

func colours(palette color.Palette) []byte {
	var list []byte
	for _, c := range palette {
		shade := c.(color.RGBA)
		list = append(list, shade.R, shade.G, shade.B)
	}
	return list
}

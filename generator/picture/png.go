package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"

	"github.com/klauspost/compress/zlib"
)

// press writes one picture at a time as PNG and keeps its memory for the next.
type press struct {
	packed bytes.Buffer
	writer *zlib.Writer
}

// encode writes a picture as PNG with a palette. The compression comes from a
// module whose version we choose: that of the standard library gives other
// bytes with some releases of Go (as 1.27 did), and pictures that are kept with
// the site must not change with the compiler.
func (p *press) encode(picture *image.Paletted) []byte {
	size := picture.Rect.Size()
	out := make([]byte, 0, 48<<10)
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	head = append(binary.BigEndian.AppendUint32(head, uint32(size.Y)), 8, 3, 0, 0, 0)
	out = chunk(out, "IHDR", head)
	out = chunk(out, "PLTE", colours(picture.Palette))
	return chunk(chunk(out, "IDAT", p.pack(picture)), "IEND", nil)
}

// pack compresses the rows, each after a byte that says it is not filtered.
func (p *press) pack(picture *image.Paletted) []byte {
	p.packed.Reset()
	if p.writer == nil {
		p.writer, _ = zlib.NewWriterLevel(&p.packed, zlib.DefaultCompression) // fails for unknown levels only
	} else {
		p.writer.Reset(&p.packed)
	}
	size := picture.Rect.Size()
	for y := range size.Y {
		p.writer.Write([]byte{0}) // writing into memory does not fail
		p.writer.Write(picture.Pix[y*picture.Stride:][:size.X])
	}
	p.writer.Close()
	return p.packed.Bytes()
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

package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// flag is a picture whose left half is red and whose right half is blue.
func flag(width, height int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{200, 0, 0, 255}
			if x >= width/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func asJPEG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// held is a JPEG with the Exif of a camera that was held so.
func held(data []byte, orientation uint16) []byte {
	tiff := []byte("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	body := append([]byte("Exif\x00\x00"), tiff...)
	part := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	return slices.Concat(data[:2], part, body, data[2:])
}

func scaled(t *testing.T, data []byte, width int) image.Image {
	t.Helper()
	var out bytes.Buffer
	if err := Scale(&out, data, width); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out.Bytes(), []byte("Exif")) {
		t.Error("what the camera added is still there")
	}
	m, err := jpeg.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func isRed(c color.Color) bool { r, _, b, _ := c.RGBA(); return r > 2*b }

// A picture becomes as wide as is wanted, never wider than it was, and stands upright.
func TestScale(t *testing.T) {
	plain := asJPEG(t, flag(400, 300))
	for _, c := range []struct {
		name       string
		data       []byte
		width      int
		wide, high int
		red, blue  image.Point // where they are
		size       Size
	}{
		{"half", plain, 200, 200, 150, image.Pt(20, 75), image.Pt(180, 75), Size{400, 300}},
		{"larger than it is", plain, 800, 400, 300, image.Pt(20, 75), image.Pt(380, 75), Size{400, 300}},
		{"on a side", held(plain, 6), 150, 150, 200, image.Pt(75, 20), image.Pt(75, 180), Size{300, 400}},
		{"on the other side", held(plain, 8), 150, 150, 200, image.Pt(75, 180), image.Pt(75, 20), Size{300, 400}},
		{"upside down", held(plain, 3), 200, 200, 150, image.Pt(180, 75), image.Pt(20, 75), Size{400, 300}},
		{"mirrored", held(plain, 2), 200, 200, 150, image.Pt(180, 75), image.Pt(20, 75), Size{400, 300}},
		{"nonsense", held(plain, 77), 200, 200, 150, image.Pt(20, 75), image.Pt(180, 75), Size{400, 300}},
	} {
		m := scaled(t, c.data, c.width)
		if b := m.Bounds(); b.Dx() != c.wide || b.Dy() != c.high {
			t.Errorf("%s: %v", c.name, b)
		}
		if !isRed(m.At(c.red.X, c.red.Y)) || isRed(m.At(c.blue.X, c.blue.Y)) {
			t.Errorf("%s: red and blue are not where they belong", c.name)
		}
		if size, err := SizeOf(c.data); err != nil || size != c.size {
			t.Errorf("%s: size %v, %v", c.name, size, err)
		}
	}
}

// A clear picture stands on white, and what is no picture is refused.
func TestOtherFiles(t *testing.T) {
	var clear bytes.Buffer
	if err := png.Encode(&clear, image.NewNRGBA(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := scaled(t, clear.Bytes(), 5).At(2, 2).RGBA(); r>>8 < 250 || g>>8 < 250 || b>>8 < 250 {
		t.Errorf("what is clear has the colour %d %d %d", r, g, b)
	}
	for want, data := range map[string][]byte{"neither JPEG nor PNG": []byte("GIF89a"), "neither": nil} {
		if _, err := SizeOf(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	whole := asJPEG(t, flag(400, 300))
	if err := Scale(new(bytes.Buffer), whole[:len(whole)/2], 10); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("half a file: %v", err)
	}
}

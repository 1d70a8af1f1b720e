//go:build ignore

// Pictures compares two folders of pictures by what one sees:
//
//	go run .ci/pictures.go FOLDER FOLDER
//
// A release of Go may compress a picture into other bytes, so files that differ
// are decoded, and no channel of a pixel may differ by more than 2 of 255.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"slices"
)

const most = 2 << 8 // of 65,535, in which package color counts

func main() {
	if len(os.Args) != 3 {
		fail("usage: go run .ci/pictures.go FOLDER FOLDER")
	}
	a, b := os.DirFS(os.Args[1]), os.DirFS(os.Args[2])
	names := list(a)
	if others := list(b); !slices.Equal(names, others) {
		fail("%s has %d pictures and %s has %d, or they have other names", os.Args[1], len(names), os.Args[2], len(others))
	}
	differ := false
	for _, name := range names {
		if where, same := compare(read(a, name), read(b, name)); !same {
			fmt.Printf("%s looks different at %v\n", name, where)
			differ = true
		}
	}
	if differ {
		os.Exit(1)
	}
}

func list(folder fs.FS) []string {
	names, err := fs.Glob(folder, "*.png")
	if err != nil || len(names) == 0 {
		fail("there are no pictures to compare: %v", err)
	}
	return names
}

func read(folder fs.FS, name string) []byte {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		fail("%v", err)
	}
	return data
}

// compare returns the first place where two pictures look different.
func compare(a, b []byte) (where image.Point, same bool) {
	if bytes.Equal(a, b) {
		return where, true
	}
	one, other := decoded(a), decoded(b)
	if one.Bounds() != other.Bounds() {
		return where, false
	}
	for y := one.Bounds().Min.Y; y < one.Bounds().Max.Y; y++ {
		for x := one.Bounds().Min.X; x < one.Bounds().Max.X; x++ {
			if !alike(one, other, x, y) {
				return image.Pt(x, y), false
			}
		}
	}
	return where, true
}

func decoded(data []byte) image.Image {
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		fail("a picture cannot be read: %v", err)
	}
	return picture
}

func alike(a, b image.Image, x, y int) bool {
	r, g, bl, al := a.At(x, y).RGBA()
	r2, g2, bl2, al2 := b.At(x, y).RGBA()
	return near(r, r2) && near(g, g2) && near(bl, bl2) && near(al, al2)
}

func near(a, b uint32) bool { return max(a, b)-min(a, b) <= most }

func fail(format string, args ...any) {
	fmt.Printf(format+"\n", args...)
	os.Exit(1)
}

// Package palette takes the colours of the site from the style sheet, the one
// place where they are chosen, to what the sheet does not reach: drawings that
// are files of their own, and pictures.
//
// The sheet declares them as custom properties, in six digits, for light and for
// dark screens:
//
//	:root { --paper: #fbf9f4; }
//	@media (prefers-color-scheme: dark) { :root { --paper: #15191b; } }
//
// A drawing names them as the sheet does, var(--paper). Since it must look the
// same without the sheet, each name is replaced by its colour: the one for light
// screens, and within such a media rule of the drawing the one for dark screens.
//
// An atlas may choose some of them itself; they then take the place of those of the
// sheet everywhere, and are checked to be seen by all readers.
//
// The package is a ground room: it imports none of ours.
package palette

import (
	"bytes"
	"fmt"
	"image/color"
	"regexp"
	"strings"
)

// Palette is the colours of a style sheet, by their names without the dashes.
type Palette struct{ light, dark map[string]string }

var (
	comment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	media   = regexp.MustCompile(`@media[^{]*\{`)
	isDark  = regexp.MustCompile(`\(\s*prefers-color-scheme\s*:\s*dark\s*\)`)
	root    = regexp.MustCompile(`:root\s*\{([^{}]*)\}`)
	colour  = regexp.MustCompile(`--([a-z0-9-]+)\s*:\s*(#[0-9a-fA-F]{6})\s*(?:;|$)`)
	use     = regexp.MustCompile(`var\(--([a-z0-9-]+)\)`)
)

// Read takes the colours out of a style sheet. Rules for other media, such as
// paper, count for neither kind of screen.
func Read(sheet []byte) Palette {
	p := Palette{map[string]string{}, map[string]string{}}
	for _, part := range parts(comment.ReplaceAll(sheet, nil)) {
		switch {
		case part.dark:
			part.collect(p.dark)
		case !part.media:
			part.collect(p.light)
		}
	}
	return p
}

// part is a part of a style sheet: a media rule or what stands between two.
type part struct {
	text        []byte
	media, dark bool
}

// parts cuts a sheet at its media rules; all parts together are the sheet.
func parts(sheet []byte) []part {
	var list []part
	for {
		at := media.FindIndex(sheet)
		if at == nil {
			return append(list, part{text: sheet})
		}
		end := closing(sheet, at[1])
		list = append(list, part{text: sheet[:at[0]]},
			part{sheet[at[0]:end], true, isDark.Match(sheet[at[0]:at[1]])})
		sheet = sheet[end:]
	}
}

// closing is where the block ends that was opened before a place.
func closing(sheet []byte, from int) int {
	depth := 1
	for i, b := range sheet[from:] {
		switch b {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return from + i + 1
		}
	}
	return len(sheet)
}

func (s part) collect(into map[string]string) {
	for _, block := range root.FindAllSubmatch(s.text, -1) {
		for _, m := range colour.FindAllSubmatch(bytes.TrimSpace(block[1]), -1) {
			into[string(m[1])] = strings.ToLower(string(m[2]))
		}
	}
}

// Drawing replaces the names in a drawing by their colours. The error names one
// that the sheet lacks.
func (p Palette) Drawing(drawing []byte) ([]byte, error) {
	var out bytes.Buffer
	var missing error
	for _, part := range parts(drawing) {
		colours, screens := p.light, "light"
		if part.dark {
			colours, screens = p.dark, "dark"
		}
		out.Write(use.ReplaceAllFunc(part.text, func(name []byte) []byte {
			found := colours[string(use.FindSubmatch(name)[1])]
			if found == "" {
				missing = fmt.Errorf("the style sheet has no colour for %s on %s screens", name, screens)
			}
			return []byte(found)
		}))
	}
	return out.Bytes(), missing
}

// Light is a colour for light screens and for paper.
func (p Palette) Light(name string) (color.RGBA, error) {
	c, found := parse(p.light[name])
	if !found {
		return color.RGBA{}, fmt.Errorf("the style sheet has no colour --%s", name)
	}
	return c, nil
}

package palette

import (
	"bytes"
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strings"
)

// Own is the colours that an atlas chooses in place of those of the style sheet, in six
// digits; what it leaves out stays, or follows from the others.
type Own struct {
	Accent, AccentDark   string   // links, marks and buttons, on light and on dark screens
	Palette, PaletteDark []string // the classes of maps, from much to little
}

// IsNone reports whether an atlas chooses nothing.
func (o Own) IsNone() bool {
	return o.Accent == "" && o.AccentDark == "" && len(o.Palette)+len(o.PaletteDark) == 0
}

// shadeCount is how many classes a palette has.
const shadeCount = 5

// What colours need to be told apart: links from the page, classes from each other and
// from land without one.
const (
	accentContrast = 4.5
	stepContrast   = 1.25
	landContrast   = 1.2
	easyContrast   = 6 // of an accent that we choose for dark screens
)

// Lack is a choice that readers could not see.
type Lack struct{ Key, What, Remedy string }

// With is the palette with the choices of an atlas, which Lacks found none in.
func (p Palette) With(o Own) Palette {
	p = Palette{maps.Clone(p.light), maps.Clone(p.dark)}
	white := color.RGBA{255, 255, 255, 255}
	if accent, chosen := parse(o.Accent); chosen {
		p.accent(p.light, accent)
		p.accent(p.dark, until(accent, white, p.colour(p.dark, "paper"), easyContrast))
	}
	if accent, chosen := parse(o.AccentDark); chosen {
		p.accent(p.dark, accent)
	}
	dark := o.PaletteDark
	if len(dark) == 0 {
		dark = slices.Clone(o.Palette)
		slices.Reverse(dark)
	}
	for i := range o.Palette {
		p.light[fmt.Sprint("c", i)] = strings.ToLower(o.Palette[i])
	}
	for i := range dark {
		p.dark[fmt.Sprint("c", i)] = strings.ToLower(dark[i])
	}
	return p
}

// accent sets the accent of one kind of screens, and the wash behind what it marks.
func (p Palette) accent(of map[string]string, accent color.RGBA) {
	const faint = .14
	of["accent"] = written(accent)
	of["accent-wash"] = written(mix(p.colour(of, "paper"), accent, faint))
}

func (p Palette) colour(of map[string]string, name string) color.RGBA {
	c, _ := parse(of[name])
	return c
}

// Lacks lists what readers could not see of the choices of an atlas.
func (p Palette) Lacks(o Own) []Lack {
	lacks := slices.Concat(p.accentLack("accent", o.Accent, "light", p.light, color.RGBA{A: 255}),
		p.accentLack("accent_dark", o.AccentDark, "dark", p.dark, color.RGBA{255, 255, 255, 255}))
	own := p
	if len(p.shapeLacks("palette", o.Palette))+len(p.shapeLacks("palette_dark", o.PaletteDark)) == 0 {
		own = p.With(Own{Palette: o.Palette, PaletteDark: o.PaletteDark})
	}
	lacks = append(lacks, own.shadeLacks("palette", o.Palette, "light", own.light)...)
	if len(o.PaletteDark) > 0 {
		return append(lacks, own.shadeLacks("palette_dark", o.PaletteDark, "dark", own.dark)...)
	}
	if len(o.Palette) == 0 || len(lacks) > 0 {
		return lacks
	}
	for _, lack := range own.shadeLacks("palette", reversed(o.Palette), "dark", own.dark) {
		lack.Key, lack.What = "palette", "on dark screens, where the order is turned round, "+lack.What
		lack.Remedy = "Choose those for dark screens yourself, the lightest first: palette_dark = [ … ]."
		return append(lacks, lack)
	}
	return lacks
}

func reversed(list []string) []string {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// accentLack wants a colour that a reader can see as a link; towards is where to look for
// one that is better.
func (p Palette) accentLack(key, text, screens string, of map[string]string,
	towards color.RGBA) []Lack {
	if text == "" {
		return nil
	}
	accent, ok := parse(text)
	if !ok {
		return []Lack{notAColour(key, text)}
	}
	paper := p.colour(of, "paper")
	got := contrast(accent, paper)
	if got >= accentContrast {
		return nil
	}
	return []Lack{{key,
		fmt.Sprintf("the accent %s has a contrast of %.1f to 1 to the %s page (%s), and links need %.1f",
			text, got, screens, of["paper"], accentContrast),
		fmt.Sprintf("Write a stronger colour, such as %s.",
			written(until(accent, towards, paper, accentContrast+.1)))}}
}

func notAColour(key, text string) Lack {
	return Lack{key, fmt.Sprintf("%q is not a colour in six digits", text), `Write it as "#0e5a66": red, green and blue, two digits each.`}
}

// shapeLacks wants so many colours as there are classes.
func (p Palette) shapeLacks(key string, list []string) []Lack {
	for i, text := range list {
		if _, ok := parse(text); !ok {
			return []Lack{notAColour(fmt.Sprint(key, "/", i), text)}
		}
	}
	if len(list) != 0 && len(list) != shadeCount {
		return []Lack{{key, fmt.Sprintf("a palette has %d colours, and this one has %d", shadeCount,
			len(list)), "Write five, from the class with most to that with least."}}
	}
	return nil
}

// shadeLacks wants classes that can be told from each other, and from land without one.
func (p Palette) shadeLacks(key string, list []string, screens string,
	of map[string]string) []Lack {
	if lacks := p.shapeLacks(key, list); len(lacks) > 0 || len(list) == 0 {
		return lacks
	}
	for i := range shadeCount - 1 {
		a, _ := parse(list[i])
		b, _ := parse(list[i+1])
		isTurned := (luminance(a) > luminance(b)) != (screens == "dark")
		if got := contrast(a, b); got < stepContrast || isTurned {
			order := map[string]string{"light": "darkest", "dark": "lightest"}[screens]
			what := fmt.Sprintf("the classes %s and %s have a contrast of %.2f to 1, and neighbours need %.2f", list[i], list[i+1], got, stepContrast)
			if isTurned {
				what = fmt.Sprintf("the classes %s and %s stand in the wrong order", list[i], list[i+1])
			}
			return []Lack{{fmt.Sprint(key, "/", i+1), what,
				fmt.Sprintf("Write five colours that differ in lightness, the %s first.", order)}}
		}
	}
	last, _ := parse(list[shadeCount-1])
	if got := contrast(last, p.colour(of, "ground")); got < landContrast {
		return []Lack{{fmt.Sprint(key, "/", shadeCount-1),
			fmt.Sprintf("the class %s has a contrast of %.2f to 1 to land without a page (%s), and needs %.2f", list[shadeCount-1], got, of["ground"], landContrast), "Write a colour that is further from it in lightness."}}
	}
	return nil
}

// Sheet is a style sheet with the colours of the palette.
func (p Palette) Sheet(sheet []byte) []byte {
	var out bytes.Buffer
	for _, part := range parts(sheet) {
		of := p.light
		if part.dark {
			of = p.dark
		} else if part.media {
			of = nil
		}
		out.Write(root.ReplaceAllFunc(part.text, func(block []byte) []byte {
			return colour.ReplaceAllFunc(block, func(line []byte) []byte {
				m := colour.FindSubmatch(line)
				if own := of[string(m[1])]; own != "" {
					return bytes.Replace(line, m[2], []byte(own), 1)
				}
				return line
			})
		}))
	}
	return out.Bytes()
}

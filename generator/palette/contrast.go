package palette

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// parse reads a colour as the style sheet writes it, in six digits.
func parse(text string) (color.RGBA, bool) {
	digits, found := strings.CutPrefix(text, "#")
	value, err := strconv.ParseUint(digits, 16, 32)
	if !found || err != nil || len(digits) != 6 {
		return color.RGBA{}, false
	}
	return color.RGBA{uint8(value >> 16), uint8(value >> 8), uint8(value), 255}, true
}

// contrast is how many times as light one colour is as the other, from 1 to 21, as WCAG
// reckons it.
func contrast(a, b color.RGBA) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	const glare = .05
	return (light + glare) / (dark + glare)
}

func luminance(c color.RGBA) float64 {
	linear := func(part uint8) float64 {
		x := float64(part) / 255
		if x <= .03928 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*linear(c.R) + .7152*linear(c.G) + .0722*linear(c.B)
}

// mix is a colour with a part of another in it.
func mix(c, other color.RGBA, part float64) color.RGBA {
	of := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-part) + float64(b)*part)) }
	return color.RGBA{of(c.R, other.R), of(c.G, other.G), of(c.B, other.B), 255}
}

// until mixes a colour with another, a little more each time, until it has a contrast to
// a ground.
func until(c, other, ground color.RGBA, want float64) color.RGBA {
	const steps = 50
	for i := range steps + 1 {
		if m := mix(c, other, float64(i)/steps); contrast(m, ground) >= want {
			return m
		}
	}
	return other
}

func written(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

package palette

import (
	"image/color"
	"strings"
	"testing"
)

const sheet = `/* :root { --paper: #000000; } */
:root { color-scheme: light dark; --paper: #fbf9f4; --ink: #1D2326; --c0: #0b4550;
  --serif: "A", serif; --short: #fff; --last: #010203 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15191b; --ink: #e9e5da; }
}
@media (max-width: 10rem) { :root { --ink: #00ff00; } p { color: red; } }
@media print { :root { --paper: #ffffff; } }
p { color: var(--ink); }
`

func TestDrawing(t *testing.T) {
	p := Read([]byte(sheet))
	for drawing, want := range map[string]string{
		`<rect fill="var(--c0)"/>`: `<rect fill="#0b4550"/>`,
		`.a{fill:var(--paper)}@media (prefers-color-scheme:dark){.a{fill:var(--paper)}}.b{fill:var(--ink)}`:     `.a{fill:#fbf9f4}@media (prefers-color-scheme:dark){.a{fill:#15191b}}.b{fill:#1d2326}`,
		`@media print{.a{fill:var(--paper)}}{{with .A}}<path d="{{.}}"/>{{end}}`:                                `@media print{.a{fill:#fbf9f4}}{{with .A}}<path d="{{.}}"/>{{end}}`,
		`@media (prefers-color-scheme: dark) { .a { fill: var(--ink) } .b { fill: var(--paper) } } var(--last)`: `@media (prefers-color-scheme: dark) { .a { fill: #e9e5da } .b { fill: #15191b } } #010203`,
		`@media (prefers-color-scheme:dark){.a{fill:var(--ink)`:                                                 `@media (prefers-color-scheme:dark){.a{fill:#e9e5da`,
		`<style>.a{fill:var(--ink)}</style><path class="a"/>` + "\n":                                            `<style>.a{fill:#1d2326}</style><path class="a"/>` + "\n",
		"": "",
	} {
		got, err := p.Drawing([]byte(drawing))
		if err != nil || string(got) != want {
			t.Errorf("%s\nbecomes %s, %v\nwant    %s", drawing, got, err, want)
		}
	}
}

// A name without a colour is told, and where it is missing.
func TestDrawingLacksAColour(t *testing.T) {
	p := Read([]byte(sheet))
	for drawing, want := range map[string]string{
		`fill:var(--inc)`:   "no colour for var(--inc) on light screens",
		`fill:var(--short)`: "no colour for var(--short) on light screens", // six digits only
		`fill:var(--serif)`: "no colour for var(--serif) on light screens",
		`@media (prefers-color-scheme:dark){.a{fill:var(--c0)}}`: "no colour for var(--c0) on dark screens",
	} {
		if _, err := p.Drawing([]byte(drawing)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", drawing, err, want)
		}
	}
}

func TestLight(t *testing.T) {
	p := Read([]byte(sheet))
	if got, err := p.Light("ink"); err != nil || got != (color.RGBA{0x1d, 0x23, 0x26, 255}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, name := range []string{"", "inc", "serif", "short", "color-scheme"} {
		if got, err := p.Light(name); err == nil {
			t.Errorf("%q is %v", name, got)
		}
	}
}

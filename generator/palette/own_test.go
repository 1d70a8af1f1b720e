package palette

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
)

const site = `/* one design */
:root { --paper: #fbf9f4; --ink: #1d2326; --accent: #0e5a66; --accent-wash: #dcebec; --ground: #e2dfd8; --c0: #0b3f4a; --c1: #1f6672; --c2: #438d95; --c3: #74b0b2; --c4: #a3cdc9; --serif: "A"; }
@media (prefers-color-scheme: dark) { :root { --paper: #15191b; --accent: #7fc9d3; --accent-wash: #173238; --ground: #30363a; --c0: #b9e6e3; --c1: #7cc4c6; --c2: #459aa0; --c3: #276a72; --c4: #24565e; } }
@media print { :root { --accent: #000000; } }
a { color: var(--accent); }
`

func rose() []string { return []string{"#4a0d2f", "#7d1d50", "#b04f80", "#cc7da3", "#dfa6c0"} }

// What an atlas chooses takes the place of the sheet's colours on both kinds of screens;
// what it leaves out follows from that, or stays.
func TestWith(t *testing.T) {
	p := Read([]byte(site))
	o := Own{Accent: "#A3195B", Palette: rose()}
	own := p.With(o)
	sheet := string(own.Sheet([]byte(site)))
	for _, want := range []string{"--accent: #a3195b", "--c0: #4a0d2f", "--c4: #dfa6c0", "--ink: #1d2326", "--serif: \"A\"",
		"@media print { :root { --accent: #000000; } }", "a { color: var(--accent); }"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in\n%s", want, sheet)
		}
	}
	dark := sheet[strings.Index(sheet, "dark"):]
	if !strings.Contains(dark, "--c0: #dfa6c0") || !strings.Contains(dark, "--c4: #4a0d2f") {
		t.Errorf("on dark screens the order is not turned round:\n%s", dark)
	}
	accent, _ := parse(own.dark["accent"])
	if got := contrast(accent, own.colour(own.dark, "paper")); got < easyContrast {
		t.Errorf("the accent for dark screens has a contrast of %.2f", got)
	}
	if own.light["accent-wash"] == p.light["accent-wash"] {
		t.Error("the wash of the accent stays as it was")
	}
	if again := string(p.Sheet([]byte(site))); again != site || !(Own{}).IsNone() || o.IsNone() {
		t.Errorf("without a choice the sheet becomes\n%s", again)
	}
	if c, err := own.Light("accent"); err != nil || c != (color.RGBA{0xa3, 0x19, 0x5b, 255}) {
		t.Errorf("pictures have %v, %v", c, err)
	}
}

func TestLacks(t *testing.T) {
	p := Read([]byte(site))
	change := func(i int, to string) []string {
		list := rose()
		list[i] = to
		return list
	}
	for _, c := range []struct {
		own               Own
		key, what, remedy string
	}{
		{Own{Accent: "#0e5a66", AccentDark: "#7fc9d3", Palette: rose()}, "", "", ""},
		{Own{}, "", "", ""},
		{Own{Accent: "#ffcc00"}, "accent", "the accent #ffcc00 has a contrast of 1.4 to 1 to the light page (#fbf9f4), and links need 4.5", "such as #8"},
		{Own{AccentDark: "#0e5a66"}, "accent_dark", "has a contrast of 2.3 to 1 to the dark page (#15191b)", "such as #"},
		{Own{Accent: "red"}, "accent", `"red" is not a colour in six digits`, `Write it as "#0e5a66"`},
		{Own{Palette: rose()[:4]}, "palette", "a palette has 5 colours, and this one has 4", "Write five"},
		{Own{Palette: change(2, "#b04")}, "palette/2", `"#b04" is not a colour`, "Write it as"},
		{Own{Palette: change(2, "#7e1e51")}, "palette/2", "the classes #7d1d50 and #7e1e51 have a contrast of 1.01 to 1, and neighbours need 1.25", "the darkest first"},
		{Own{Palette: reversed(rose())}, "palette/1", "stand in the wrong order", "the darkest first"},
		{Own{Palette: change(4, "#eec3d6")}, "palette/4", "the class #eec3d6 has a contrast of 1.18 to 1 to land without a page (#e2dfd8), and needs 1.20", "further"},
		{Own{Palette: change(0, "#2e3438")}, "palette", "on dark screens, where the order is turned round, the class #2e3438", "palette_dark"},
		{Own{Palette: rose(), PaletteDark: rose()}, "palette_dark/1", "stand in the wrong order", "the lightest first"},
	} {
		lacks := p.Lacks(c.own)
		said := fmt.Sprintf("%+v", lacks)
		if (c.key == "") != (len(lacks) == 0) || len(lacks) > 0 && (lacks[0].Key != c.key || !strings.Contains(lacks[0].What, c.what) ||
			c.key != "accent" && !strings.Contains(lacks[0].Remedy, c.remedy)) {
			t.Errorf("%+v lacks %s\nwant %s: %s", c.own, said, c.key, c.what)
		}
	}
	// A colour that a remedy offers is one.
	for _, lack := range p.Lacks(Own{Accent: "#ffcc00", AccentDark: "#0e5a66"}) {
		offered := lack.Remedy[strings.Index(lack.Remedy, "#"):][:7]
		if left := p.Lacks(map[string]Own{"accent": {Accent: offered}, "accent_dark": {AccentDark: offered}}[lack.Key]); len(left) > 0 {
			t.Errorf("%s is offered and lacks %+v", offered, left)
		}
	}
}

// The contrasts of WCAG's own examples.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#123456", "#123456", 1}} {
		a, _ := parse(c.a)
		b, _ := parse(c.b)
		if got := contrast(a, b); got < c.want-.01 || got > c.want+.01 || contrast(b, a) != got {
			t.Errorf("%s and %s: %.3f", c.a, c.b, got)
		}
	}
}

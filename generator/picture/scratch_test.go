package picture_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/picture"
	"strconv"
	"strings"
	"testing"
	"time"
)

func parse(path string) (rings [][]picture.Point) {
	x, y := 0, 0
	for _, sub := range strings.Split(strings.ToLower(path), "m")[1:] {
		sub = strings.NewReplacer("z", " ", "-", " -", "l", " ", ",", " ").Replace(sub)
		f := strings.Fields(sub)
		var r []picture.Point
		sx, sy := x, y
		for i := 0; i+1 < len(f); i += 2 {
			a, e := strconv.Atoi(f[i])
			b, e2 := strconv.Atoi(f[i+1])
			if e != nil || e2 != nil {
				panic(sub)
			}
			sx += a
			sy += b
			if i == 0 {
				x, y = sx, sy
			}
			r = append(r, picture.Point{X: sx, Y: sy})
		}
		rings = append(rings, r)
	}
	return
}

func TestScratch(t *testing.T) {
	data, _ := os.ReadFile("../../assets/geodata/europe.topo.json")
	eu, err := figure.ReadTopology(data)
	if err != nil {
		t.Fatal(err)
	}
	data, _ = os.ReadFile("../../assets/geodata/overseas.topo.json")
	sea, err := figure.ReadTopology(data)
	if err != nil {
		t.Fatal(err)
	}
	credit := "Map: Natural Earth, 1:10m Admin 1, generalised, not official; Germany © GeoBasis-DE / BKG 2016 (data changed)"
	base := func(f figure.Frame, tol float64) (*picture.Base, *figure.Drawing) {
		s := time.Now()
		d := eu.Draw(f, tol)
		t1 := time.Since(s)
		s = time.Now()
		b, err := picture.NewBase(picture.Printed(), picture.Map{Width: f.Width, Height: f.Height(), Context: picture.Points(d.ContextRings()), Ground: picture.Points(d.GroundRings()), Borders: picture.Points(d.BorderLines())})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("draw", t1, "base", time.Since(s))
		return b, d
	}
	type in struct{ code, title, sub, country string }
	for _, z := range []string{"europe", "country"} {
		var b *picture.Base
		var d *figure.Drawing
		if z == "europe" {
			b, d = base(figure.EuropeFrame(2520), 9000)
		}
		for _, r := range []in{{"BE2", "Flanders", "Vlaams Gewest", "Belgium"}, {"BG41", "Southwestern", "Югозападен", "Bulgaria"}, {"EL30", "Attica", "Αττική", "Greece"}, {"PT30", "Madeira", "Região Autónoma da Madeira", "Portugal"}, {"BE1", "Brussels-Capital Region", "Région de Bruxelles-Capitale · Brussels Hoofdstedelijk Gewest", "Belgium"}, {"PL71", "Łódzkie", "Łódzkie", "Poland"}, {"DE8", "Mecklenburg-Vorpommern", "", "Germany"}, {"SE33", "European Regions Research and Innovation Network", "Övre Norrland", "Sweden"}, {"FRF", "Grand Est", "", "France"}} {
			if z == "country" {
				f, ok := eu.FrameAll([]string{r.code[:2]}, 0.35, 2520)
				if !ok {
					t.Fatal(r)
				}
				b, d = base(f.Square(), 1200)
			}
			c := picture.Card{Overline: r.code + " · " + r.country, Title: r.title, Subtitle: r.sub, Lines: []string{"6,596,233 inhabitants (2019)", "487 inhabitants per km² (2017)", "Innovation: Leader − (2021)", "Member of 8 networks"}, Site: "Atlas of Personalised Medicine in European Regions", Credit: credit}
			c.Shape = picture.Points(d.Rings(r.code))
			if len(c.Shape) == 0 {
				i, ok := sea.Inset(r.code, 600, 600)
				if !ok {
					t.Fatal(r.code)
				}
				c.Inset = parse(i.Path)
			}
			if m, ok := d.Centre(r.code); ok && (r.code == "BE1" || z == "europe") {
				p := picture.Point(m)
				c.Mark = &p
			}
			s := time.Now()
			x, err := b.Card(c)
			e := time.Since(s)
			if err != nil {
				t.Fatal(err)
			}
			var q bytes.Buffer
			im, err := png.Decode(bytes.NewReader(x))
			if err == nil {
				(&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&q, im)
			}
			if err != nil {
				t.Error(err)
			}
			fmt.Println(r.code, len(x), q.Len(), e)
			os.WriteFile("/tmp/pic/"+z+"-"+r.code+".png", x, 0o644)
		}
	}
}

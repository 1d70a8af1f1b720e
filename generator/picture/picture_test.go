package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/png"
	"io"
	"strings"
	"sync"
	"testing"

	"regional-atlas/generator/palette"
)

// A small land: a square island with a lake, a border across it, land beside it.
var land = Map{
	Width: 1000, Height: 1000,
	Ground:  [][]Point{{{X: 200, Y: 200}, {X: 700, Y: 250}, {X: 720, Y: 800}, {X: 180, Y: 760}}, {{X: 400, Y: 400}, {X: 450, Y: 470}, {X: 460, Y: 400}}},
	Context: [][]Point{{{X: 800, Y: -50}, {X: 1100, Y: -50}, {X: 1100, Y: 1100}, {X: 780, Y: 1050}}},
	Edges:   [][]Point{{{X: 200, Y: 500}, {X: 450, Y: 520}, {X: 720, Y: 500}}},
	Borders: [][]Point{{{X: 450, Y: 220}, {X: 440, Y: 500}, {X: 470, Y: 790}}},
}

var shape = [][]Point{{{X: 460, Y: 520}, {X: 715, Y: 500}, {X: 720, Y: 800}, {X: 470, Y: 780}}}

func full() Card {
	return Card{
		Overline: "BE2 · Belgium", Title: "Mecklenburg-Vorpommern", Subtitle: "Югозападен · Αττική",
		Lines: []string{"6,596,233 inhabitants (2019)", "487 inhabitants per km²", "Innovation: Leader −", "Member of 8 networks"},
		Site:  "Atlas of Personalised Medicine", Credit: "Map: Natural Earth; Germany © GeoBasis-DE / BKG 2016 (data changed)",
		Shape: shape,
	}
}

// sheet has colours of the tests' own, so that these hold whatever the site looks
// like.
const sheet = `:root { --paper: #fbf9f4; --ink: #1d2326; --soft: #565d5f; --accent: #0e5a66;
	--line: #d8d2c4; --sea: #eef2f0; --context: #e6e1d4; --ground: #d6cfbd; --edge: #fbf9f4; --border: #8d8674; }`

func colours(t testing.TB) Colours {
	t.Helper()
	c, err := ColoursOf(palette.Read([]byte(sheet)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A colour that the site lacks is told by its name.
func TestColoursOf(t *testing.T) {
	_, err := ColoursOf(palette.Read([]byte(strings.Replace(sheet, "--sea", "--see", 1))))
	if err == nil || !strings.Contains(err.Error(), "--sea") {
		t.Errorf("got %v", err)
	}
}

func base(t testing.TB) *Base {
	t.Helper()
	b, err := NewBase(colours(t), land)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func drawn(t testing.TB, b *Base, c Card) ([]byte, *image.Paletted) {
	t.Helper()
	var out bytes.Buffer
	if err := b.Card(&out, c); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	picture, ok := decoded.(*image.Paletted)
	if !ok || picture.Rect != image.Rect(0, 0, 1200, 630) || len(picture.Palette) > most {
		t.Fatalf("a card is %T %v, want a palette and 1200 x 630", decoded, decoded.Bounds())
	}
	return data, picture
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// The hashes change when the design, the fonts or the filling change: look at
// the pictures before writing new ones here. They are of pixels, not of files,
// since a release of Go may compress in another way.
func TestGolden(t *testing.T) {
	point := Point{X: 300, Y: 650}
	marked, inset, bare := full(), full(), Card{Title: "Łódzkie"}
	marked.Shape, marked.Mark = nil, &point
	inset.Inset, inset.Shape = [][]Point{{{X: 0, Y: 0}, {X: 90, Y: 10}, {X: 40, Y: 50}}}, nil
	b := base(t)
	for _, test := range []struct {
		name   string
		card   Card
		pixels string
		most   int
	}{
		{"full", full(), "7722c04c37bc5a08", 24_000},
		{"marked", marked, "77d6bbb8ee23069a", 24_000},
		{"inset", inset, "a13fef1c15279d38", 24_000},
		{"bare", bare, "6ad169cb291e1cf5", 9_000},
	} {
		data, picture := drawn(t, b, test.card)
		if got := hash(picture.Pix); got != test.pixels {
			t.Errorf("%s: pixels %s, want %s", test.name, got, test.pixels)
		}
		if len(data) > test.most {
			t.Errorf("%s: %d bytes, want at most %d", test.name, len(data), test.most)
		}
	}
}

// Goroutines share a base, and what one draws leaves no trace in another's card.
func TestShared(t *testing.T) {
	b := base(t)
	cards := []Card{full(), {Title: "Attica"}, {Mark: &Point{X: 500, Y: 500}}, {Inset: shape, Credit: strings.Repeat("credit ", 40)}}
	var want [][]byte
	for _, c := range cards {
		data, _ := drawn(t, base(t), c)
		want = append(want, data)
	}
	var group sync.WaitGroup
	for i := range 24 {
		group.Go(func() {
			var got bytes.Buffer
			err := b.Card(&got, cards[i%len(cards)])
			if err != nil || !bytes.Equal(got.Bytes(), want[i%len(cards)]) {
				t.Errorf("card %d differs when drawn beside others: %v", i%len(cards), err)
			}
		})
	}
	group.Wait()
}

func TestNoMap(t *testing.T) {
	for _, m := range []Map{{}, {Width: 10}, {Width: -1, Height: 5}} {
		if _, err := NewBase(colours(t), m); err == nil {
			t.Errorf("a map of %d x %d makes a base", m.Width, m.Height)
		}
	}
	if err := (&Base{}).Card(io.Discard, full()); err == nil {
		t.Error("an empty base draws")
	}
}

// Where things must be: sea, land, region, lake.
func TestMap(t *testing.T) {
	_, picture := drawn(t, base(t), full())
	at := func(x, y int) any { return picture.At(Width-mapSide+x*mapSide/1000, y*mapSide/1000) }
	c := colours(t)
	for _, test := range []struct {
		name string
		x, y int
		want any
	}{
		{"sea", 100, 100, c.Sea}, {"ground", 300, 300, c.Ground}, {"lake", 440, 420, c.Sea},
		{"context", 900, 500, c.Context}, {"region", 600, 650, c.Accent}, {"border", 450, 230, c.Edge},
	} {
		if got := at(test.x, test.y); got != test.want {
			t.Errorf("%s is %v, want %v", test.name, got, test.want)
		}
	}
}

// Whatever the rings, nothing is painted over the words, and nothing breaks.
func TestHostileShapes(t *testing.T) {
	b := base(t)
	_, plain := drawn(t, b, Card{Title: "Attica"})
	for name, rings := range map[string][][]Point{
		"huge":     {{{X: -1 << 31, Y: -1 << 31}, {X: 1<<31 - 1, Y: 0}, {X: 0, Y: 1<<31 - 1}}},
		"empty":    {{}, nil, {{X: 5, Y: 5}}, {{X: 1, Y: 1}, {X: 1, Y: 1}}},
		"outside":  {{{X: -9000, Y: 0}, {X: -8000, Y: 10}, {X: -9000, Y: 900}}},
		"everyway": {{{X: -5000, Y: 300}, {X: 5000, Y: 310}, {X: -5000, Y: 320}, {X: 5000, Y: 330}}},
	} {
		card := Card{Title: "Attica", Shape: rings, Inset: rings}
		if len(rings[0]) > 0 {
			card.Mark = &rings[0][0]
		}
		_, picture := drawn(t, b, card)
		for y := range Height {
			row := picture.Pix[y*picture.Stride:][:Width-mapSide]
			if !bytes.Equal(row, plain.Pix[y*plain.Stride:][:Width-mapSide]) {
				t.Errorf("%s: row %d of the words has changed", name, y)
				break
			}
		}
	}
}

func BenchmarkCard(b *testing.B) {
	made, card := base(b), full()
	b.ReportAllocs()
	for b.Loop() {
		if err := made.Card(io.Discard, card); err != nil {
			b.Fatal(err)
		}
	}
}

package generator_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
)

// shot is a photograph of a size.
func shot(t *testing.T, width, height int) *fstest.MapFile {
	t.Helper()
	var out bytes.Buffer
	must(t, jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, width, height)), nil))
	return &fstest.MapFile{Data: out.Bytes()}
}

// A photograph comes in the sizes that pages want, with its alternative text and credit;
// one that was missing in an open session is there as soon as its file is.
func TestPhotos(t *testing.T) {
	t.Parallel()
	regions := inMemory(t, richRegions())
	block := "[[photos]]\nfile = \"town.jpg\"\nalt = \"A belfry\"\ntitle = \"Bruges\"\nauthor = \"A. Photographer\"\nlicence = \"CC0\"\n\n[[sources]]\n"
	text := string(regions["BE2.md"].Data)
	regions["BE2.md"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "[[sources]]\n", block, 1))}
	in := inputOf(regions)
	session := new(generator.Session)
	state := session.Update(in, generator.Everything())
	told(t, state, `there is no file "town.jpg" in the folder photos`)
	for want, file := range map[string]*fstest.MapFile{
		`"town.jpg" is 600 pixels wide, and a page shows 720`: shot(t, 600, 400),
		`"town.jpg" is neither JPEG nor PNG`:                  {Data: []byte("GIF89a")},
	} {
		regions["photos/town.jpg"] = file
		told(t, session.Update(in, generator.Change{Region: func(name string) bool { return name == "photos/town.jpg" }}), want)
	}
	regions["photos/town.jpg"] = shot(t, 1000, 500)
	state = session.Update(in, generator.Change{Region: func(name string) bool { return name == "photos/town.jpg" }})
	page := fileOf(t, state.Site, "regions/be2.html")
	for _, want := range []string{`src="../photos/be2-1-720.jpg"`, `alt="A belfry"`, `width="720" height="360"`, "Bruges, A. Photographer, CC0"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	small, err := jpeg.DecodeConfig(strings.NewReader(fileOf(t, state.Site, "photos/be2-1-720.jpg")))
	if err != nil || small.Width != 720 || small.Height != 360 {
		t.Errorf("%v, %v", small, err)
	}
	if _, found, _ := state.Site.File("photos/be2-1-1440.jpg"); found {
		t.Error("a photograph became larger than it is")
	}
}

// told wants a fatal problem of the data.
func told(t *testing.T, state generator.State, want string) {
	t.Helper()
	for _, p := range state.Problems {
		if p.What == want && !p.Warning && p.File == "BE2.md" {
			return
		}
	}
	t.Errorf("%v, want %q", state.Problems, want)
}

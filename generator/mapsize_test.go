package generator_test

import (
	"bytes"
	"compress/gzip"
	"regexp"
	"strings"
	"testing"
)

// The map of the index with every region of Europe stays small, and a locator
// adds little to a page. The bounds are those of the plan of the map: 90 kB and
// 26 kB gzipped, 20 kB gzipped for the paths of regions, 1.5 kB for a locator.
func TestMapsStaySmall(t *testing.T) {
	t.Parallel()
	site := fortyBuilt(t)
	drawing := cut(t, site["index.html"], `<svg class="map`, "</svg>")
	bound(t, "the map of the index", len(drawing), 90_000)
	bound(t, "the map of the index, gzipped", zipped(drawing), 26_000)
	ground := cut(t, drawing, `<g class="ground"`, "</g>")
	paths := regexp.MustCompile(` d="[^"]*"`).FindAllString(ground+cut(t, drawing, "</g>", `<g class="inset"`), -1)
	bound(t, "the paths of regions, gzipped", zipped(strings.Join(paths, "")), 20_000)
	for address, page := range site {
		if strings.HasPrefix(address, "regions/") {
			locator := cut(t, page, `<figure class="locator"`, "</figure>")
			bound(t, "the locator of "+address, zipped(page)-zipped(strings.Replace(page, locator, "", 1)), 1_500)
		}
	}
}

func bound(t *testing.T, what string, got, most int) {
	t.Helper()
	if got > most || got == 0 {
		t.Errorf("%s has %d bytes, at most %d are planned", what, got, most)
	}
}

func cut(t *testing.T, text, from, to string) string {
	t.Helper()
	_, after, found := strings.Cut(text, from)
	inside, _, ends := strings.Cut(after, to)
	if !found || !ends {
		t.Fatalf("no %s … %s", from, to)
	}
	return from + inside + to
}

func zipped(text string) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write([]byte(text))
	w.Close()
	return out.Len()
}

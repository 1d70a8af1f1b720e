package minify

import (
	"bytes"
	"fmt"
	"testing"
)

func BenchmarkMinifyHTML(b *testing.B) {
	var body bytes.Buffer
	for i := range 30 {
		for _, name := range []string{"inline", "table", "list", "details", "links", "entities"} {
			fmt.Fprintf(&body, "<section id=\"s%d\">\n  %s\n</section>\n", i, bodies[name])
		}
	}
	source := []byte(page(body.String()))
	m := New()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if _, err := m.HTML(source); err != nil {
			b.Fatal(err)
		}
	}
}

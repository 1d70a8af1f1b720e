package generator_test

import (
	"bytes"
	"image/png"
	"regexp"
	"strings"
	"testing"
)

// Every page that has a public address names a picture that the site holds: a region its
// own, all others that of the atlas.
func TestEveryPageNamesAPicture(t *testing.T) {
	site := fullSite(t)
	files := map[string][]byte{}
	for f := range site.Files() {
		data, err := site.Bytes(f)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Address] = data
	}
	named := regexp.MustCompile(`property="og:image" content="https://example.org/everything/([^"]*)"`)
	alt := regexp.MustCompile(`property="og:image:alt" content="([^"]*): `)
	const own, atlas = "pictures/aa12.png", "pictures/atlas.png"
	for address, data := range files {
		page := string(data)
		if !strings.HasSuffix(address, ".html") || !strings.Contains(page, `property="og:url"`) {
			continue
		}
		m := named.FindStringSubmatch(page)
		if m == nil || files[m[1]] == nil {
			t.Errorf("%s names the picture %q, which is no file", address, m)
			continue
		}
		if !strings.HasPrefix(strings.TrimPrefix(address, "nl/"), "regions/") && m[1] != atlas {
			t.Errorf("%s names %s", address, m[1])
		}
	}
	if m := named.FindStringSubmatch(string(files["regions/aa12.html"])); m == nil || m[1] != own {
		t.Errorf("a region names %q", m)
	}
	if m := alt.FindStringSubmatch(string(files["memberships.html"])); m == nil || strings.Contains(m[1], "Memberships") {
		t.Errorf("the picture of the atlas is called %q", m)
	}
	picture, err := png.Decode(bytes.NewReader(files[atlas]))
	if err != nil || picture.Bounds().Dx() != 1200 || picture.Bounds().Dy() != 630 {
		t.Errorf("the picture of the atlas: %v", err)
	}
}

package generator_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"regional-atlas/generator"
)

// unpacked is a packed site in a folder whose name has spaces and accents.
func unpacked(t *testing.T, data []byte) (top string, files map[string]string) {
	t.Helper()
	dir, files := filepath.Join(t.TempDir(), "Mes données é – ü"), map[string]string{}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		text, err := io.ReadAll(r)
		must(t, err)
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		must(t, os.WriteFile(name, text, 0o600))
		folder, below, _ := strings.Cut(f.Name, "/")
		top, files[below] = filepath.Join(dir, folder), string(text)
	}
	return top, files
}

func packed(t *testing.T, site *generator.Site) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, site.Pack(&out))
	return out.Bytes()
}

var richPack once[[]byte]

// packedRich is the site of the rich regions, packed.
func packedRich(t *testing.T) []byte {
	t.Helper()
	return richPack.get(func() []byte { return packed(t, checked(t, inputOf(withoutPictures(t, richRegions()))).Site) })
}

// A packed site is whole: from the page to start from, every link leads to something in
// it, and it is the same bytes each time.
func TestPackIsWhole(t *testing.T) {
	t.Parallel()
	in := inputOf(withoutPictures(t, withChanges(t, "")))
	data := packed(t, checked(t, in).Site)
	again := packed(t, checked(t, in).Site)
	if !bytes.Equal(data, again) {
		t.Error("the same site was packed to other bytes")
	}
	_, files := unpacked(t, data)
	followed := 0
	for address, text := range files {
		if path.Ext(address) != ".html" || address == "site/404.html" { // which is shown at any address
			continue
		}
		for _, tag := range tags(text) {
			for _, name := range []string{"href", "src"} {
				link, err := url.Parse(tag.attributes[name])
				if err != nil || link.Scheme != "" || link.Path == "" {
					continue
				}
				followed++
				if to := path.Join(path.Dir(address), link.Path); files[to] == "" {
					t.Errorf("%s leads to %s, which is not in the zip", address, to)
				}
			}
		}
	}
	if followed < 1000 || !strings.Contains(files["start.html"], `href="site/index.html"`) {
		t.Errorf("%d links", followed)
	}
	if strings.Contains(files["site/data.html"], "site.zip") {
		t.Error("the packed site offers a zip that it does not hold")
	}
}

// A site that is built to be packed offers the same zip on its page of data.
func TestPackIsOffered(t *testing.T) {
	t.Parallel()
	in := inputOf(withoutPictures(t, richRegions()))
	want := packedRich(t)
	in.Pack = true
	state := new(generator.Session).Update(in, generator.Everything())
	if state.Err != nil || state.Atlas == nil {
		t.Fatal(state.Err, state.Problems)
	}
	files, err := state.Site.Written()
	must(t, err)
	if files["data/site.zip"] != string(want) {
		t.Error("the zip of the site is not what pack makes")
	}
	if !strings.Contains(files["data.html"], `href="data/site.zip"`) {
		t.Error("data.html does not offer the zip")
	}
}

// From a folder with spaces and accents in its name the pages work as they do elsewhere:
// styles, scripts, and the facts that scripts load.
func TestPackInBrowser(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	top, files := unpacked(t, packedRich(t))
	if dom := shown(t, browser, top, "start", files["start.html"]); !strings.Contains(dom, "Open the atlas") {
		t.Errorf("start.html shows %.500s", dom)
	}
	driver := `<script defer src="driver.js"></script></body>`
	must(t, os.WriteFile(filepath.Join(top, "site", "driver.js"), []byte(`window.addEventListener("load", function () {
  setTimeout(function () {
    var out = document.createElement("pre");
    out.id = "walked";
    out.textContent = document.styleSheets.length + " " + document.querySelectorAll("[data-script]:not([hidden])").length;
    document.body.append(out);
  }, 500);
});`), 0o600))
	for _, name := range []string{"index", "find", "memberships"} {
		dom := shown(t, browser, filepath.Join(top, "site"), name, strings.Replace(files["site/"+name+".html"], "</body>", driver, 1))
		_, walked, _ := strings.Cut(dom, `<pre id="walked">`)
		walked, _, found := strings.Cut(walked, "</pre>")
		if !found || strings.HasPrefix(walked, "0 ") || strings.HasSuffix(walked, " 0") {
			t.Errorf("%s.html: styles and parts that scripts show: %q", name, walked)
		}
	}
}

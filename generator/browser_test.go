package generator_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// mark is what a hostile text does when it gets to run: it marks the page, with
// and without quotes, from a script, a handler, and by being an element.
const mark = `x'"></title></style></textarea></svg><script>document.documentElement.id='owned'</script>` +
	`<img src=x onerror="document.documentElement.id='owned'"><svg onload="document.documentElement.id='owned'">` +
	`<b id=owned-element>{{.}}`

var policy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// In a real browser no text of a region file runs, not even where the content
// security policy, the second wall, is taken away.
func TestHostileTextInBrowser(t *testing.T) {
	t.Parallel()
	heavy(t)
	browser := findBrowser(t)
	pages := pagesWith(t, mark, harmless)
	dir := t.TempDir()
	for name, address := range map[string]string{"region": "regions/aa12.html", "index": "index.html", "matrix": "memberships.html", "missing": "404.html", "network": "memberships/first.html"} {
		bare := policy.ReplaceAllString(pages[address], "")
		if bare == pages[address] || !strings.Contains(bare, "owned") {
			t.Fatalf("%s: no policy to take away, or no hostile text in it", address)
		}
		if dom := shown(t, browser, dir, name, bare); wasOwned(dom) {
			t.Errorf("%s: a hostile text ran or became an element:\n%s", address, dom)
		}
	}
	if dom := shown(t, browser, dir, "control", "<!doctype html><title>t</title><p title='"+mark+"'>"); !wasOwned(dom) {
		t.Errorf("the hostile text does nothing where nothing keeps it in, so this test proves nothing:\n%s", dom)
	}
}

func wasOwned(dom string) bool {
	for _, tag := range tags(dom) {
		if strings.HasPrefix(tag.attributes["id"], "owned") {
			return true
		}
	}
	return false
}

// findBrowser skips the test where there is no browser, but never in the check.
func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	const words = "no browser found: install Chromium, or name one in $CHROMIUM"
	if os.Getenv("CI") == "true" {
		t.Fatal(words)
	}
	t.Skip(words)
	return ""
}

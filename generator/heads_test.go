package generator_test

import (
	"regexp"
	"strings"
	"testing"
)

var (
	windowTitle = regexp.MustCompile(`<title>([^<]*)</title>`)
	description = regexp.MustCompile(`<meta name="description" content="([^"]*)"`)
)

// No two pages of an atlas have one title or one description: in a list of results
// nobody could tell them apart.
func TestHeadsDiffer(t *testing.T) {
	press := newPress(t)
	state := press.of(press.in.Regions)
	seen, pages := map[string]string{}, 0
	for file := range state.Site.Files() {
		if !strings.HasSuffix(file.Address, ".html") || strings.HasPrefix(file.Address, "nl/") { // the same pages again
			continue
		}
		data, err := state.Site.Bytes(file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "<body")
		if strings.Contains(head, `http-equiv="refresh"`) {
			continue // it leads on at once
		}
		pages++
		for what, pattern := range map[string]*regexp.Regexp{"title": windowTitle, "description": description} {
			m := pattern.FindStringSubmatch(head)
			if m == nil || m[1] == "" {
				t.Errorf("%s has no %s", file.Address, what)
				continue
			}
			if other, twice := seen[what+m[1]]; twice {
				t.Errorf("%s and %s have the %s %q", other, file.Address, what, m[1])
			}
			seen[what+m[1]] = file.Address
		}
	}
	if pages < 30 {
		t.Errorf("only %d pages", pages)
	}
}

package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/problem"
)

// The words of the program are English until it has others: a site in another
// language says so of its frame, and marks what its editors wrote.
func TestOtherLanguage(t *testing.T) {
	press := newPress(t)
	files := fstest.MapFS{}
	for name, file := range press.in.Regions.(fstest.MapFS) {
		files[name] = file
	}
	toml := strings.Replace(string(files["atlas.toml"].Data), "lang = \"en\"", "lang = \"de\"", 1)
	files["atlas.toml"] = &fstest.MapFile{Data: []byte(toml)}
	state := press.of(files)
	isTold := slices.ContainsFunc(state.Problems, func(p problem.Problem) bool { return strings.Contains(p.What, `no words in "de"`) })
	if state.Atlas == nil || !isTold {
		t.Fatalf("%+v", state.Problems)
	}
	for address, marked := range map[string][]string{
		"index.html": {`<h1 lang="de">`, `<p class="lede" lang="de">`, `index.html" lang="de">`},
		"about.html": {`<div class="prose" lang="de">`, `<p class="lede" lang="de">`},
		"regions/aa12.html": {`<h1 lang="de">South</h1>`, `<div class="prose" lang="de">`, `<span class="what" lang="de">`,
			`<dt lang="de"><a class="quiet" href="../figures/class.html">Class of the region</a></dt>`, `<span class="full" lang="de">`, `<span class="label" lang="de">`,
			`<span class="remark" lang="de">`, `<th scope="row" lang="de">`, `<dt lang="de">Is there a plan?</dt>`},
		"memberships/first.html": {`<h1 lang="de">`},
		"topics.html":            {`<th scope="col" lang="de" data-key="air"`},
		"topics/air.html":        {`<h1 lang="de">`},
		"codes.html":             {`<h2 lang="de">`, `<span lang="de">`},
		"initiatives.html":       {`<span class="what" lang="de">`, `<span class="remark" lang="de">`},
		"find.html":              {`<legend lang="de">`},
		"assets/search/index.js": {`"lang":"de"`},
		"404.html":               nil,
	} {
		data, found, err := state.Site.File(address)
		if err != nil || !found {
			t.Fatalf("%s: %v", address, err)
		}
		page := string(data)
		if strings.HasSuffix(address, ".html") && !strings.Contains(page, `<html lang="en">`) {
			t.Errorf("%s: the frame is not called English", address)
		}
		if i := slices.IndexFunc(marked, func(m string) bool { return !strings.Contains(page, m) }); i >= 0 {
			t.Errorf("%s: no %s", address, marked[i])
		}
	}
}

package linkcheck

import (
	"strings"
	"testing"
)

func TestLinksLeadSomewhere(t *testing.T) {
	site := map[string]string{
		"index.html":     `<a href="regions/a.html">A</a> <a href="https://example.org/">out</a> <img src="maps/m.svg">`,
		"regions/a.html": `<p id="here"></p><a href="#here">x</a> <a href="../about.html#marks">y</a> <a href="mailto:a@example.org">z</a>`,
		"about.html":     `<p id="marks"></p>`,
		"maps/m.svg":     `<g id="part"/>`,
		"regions/b.html": ``,
		"unlinked.html":  ``,
	}
	for name, test := range map[string]struct{ change, text, want string }{
		"sound":               {"", "", ""},
		"missing page":        {"index.html", `<a href="regions/z.html">`, "index.html links to regions/z.html, which the site does not have"},
		"missing picture":     {"index.html", `<img src="maps/z.svg">`, "index.html links to maps/z.svg, which the site does not have"},
		"missing anchor":      {"regions/a.html", `<a href="#there">`, "regions/a.html links to #there, which is not on the page"},
		"state of a page":     {"regions/a.html", `<a href="../about.html#r=a,b">`, ""},
		"anchor elsewhere":    {"regions/a.html", `<a href="../about.html#other">`, "regions/a.html links to about.html#other, where there is no such place"},
		"anchor of a drawing": {"index.html", `<img src="maps/m.svg#part">`, ""},
		"no anchor there":     {"index.html", `<img src="maps/m.svg#whole">`, "index.html links to maps/m.svg#whole, where there is no such place"},
		"escaped anchor":      {"index.html", `<p id="a&amp;b"><a href="#a&amp;b">`, ""},
		"out of the site":     {"index.html", `<a href="../secret.html">`, "index.html links to ../secret.html, which the site does not have"},
		"nowhere":             {"index.html", `<a href="">`, "index.html has a link that leads nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			pages := map[string]string{}
			for address, text := range site {
				pages[address] = text
			}
			if test.change != "" {
				pages[test.change] += test.text
			}
			got := ""
			if err := checkAll(pages); err != nil {
				got = err.Error()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func checkAll(pages map[string]string) error {
	c := New()
	for address, text := range pages {
		if !strings.HasSuffix(address, ".html") {
			c.File(address, []byte(text))
		} else if err := c.Page(address, []byte(text)); err != nil {
			return err
		}
	}
	return c.Check()
}

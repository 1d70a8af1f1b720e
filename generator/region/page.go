package region

import (
	"fmt"
	"path"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/prose"
)

// Page is a page that the editors wrote themselves, such as news, a contact or an
// imprint: a file of the folder "pages", with a head like that of a region file.
type Page struct {
	File   string        `toml:"-"` // slash path inside the regions folder, "pages/contact.md"
	Body   string        `toml:"-"` // Markdown
	Text   prose.Text    `toml:"-"` // the same, taken apart
	Unread []problem.Key `toml:"-"` // keys that stand in the file and could not be read

	Translated Translations `toml:"-"` // texts that the file gives in several languages

	Title   string `toml:"title" spoken:"yes" need:"yes" long:"title" doc:"title of the page, and of the link to it" eg:"\"Contact\""`
	Summary string `toml:"summary" spoken:"yes" doc:"one sentence on it, for search engines" eg:"\"Whom to write to.\""`
	Menu    bool   `toml:"menu" doc:"true where the menu leads to it; else the foot of all pages does" eg:"true"`
}

// Name is the page's part of its address.
func (p *Page) Name() string { return Slug(strings.TrimSuffix(path.Base(p.File), ".md")) }

// CheckPage finds the faults of sense of a page of the editors' own.
func CheckPage(p *Page, e *Edition) []problem.Fault {
	c := &checker{collector: collector{file: p.File, unread: p.Unread}, edition: e}
	c.translated = p.Translated
	c.walk(p)
	checkTranslations(c)
	name := strings.TrimSuffix(path.Base(p.File), ".md")
	if slug := p.Name(); slug != name {
		c.report(top, problem.FileName,
			fmt.Sprintf("the file name %s cannot be part of an address", problem.Quote(name)),
			"Name it with small letters a to z, digits and hyphens, such as contact.md.")
	}
	if strings.TrimSpace(p.Body) == "" {
		c.report(top, problem.NoText, "this page has no text",
			"Write it below the second +++ line, or remove the file.")
	}
	return c.faults
}

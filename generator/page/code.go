package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// CodePage is the page of one code.
type CodePage struct {
	Head
	Code, Label, List string
	Above, Below      []Code
	Summary           string
	Regions           []ListRow
	Pager             *Pager
}

// Code is a code with its label and how deep it stands in the tree.
type Code struct {
	Code, Label, Href string
	Depth             int
	Above             bool // not stated itself, shown for its place in the tree
	Count             string
	Rest              string // how many codes paper leaves out from here on, "" where it goes on
}

// codePages plans the pages of codes.
type codePages struct{ *Site }

func (s codePages) files() output.Files {
	return each(s.edition.Classifications, func(i int, c region.Classification) output.Files {
		return each(s.atlas.UsedCodes(i), func(_ int, use profile.CodeUse) output.Files {
			rows := len(use.Direct) + len(use.Within)
			return paged(split(output.Code(c.Key, use.Code), rows), "code",
				func(x part) any { return s.page(&c, use, x) })
		})
	})
}

func (s codePages) page(c *region.Classification, use profile.CodeUse, x part) CodePage {
	root := output.Root(x.base)
	summary := s.codeSummary(use)
	label := c.Labels[use.Code]
	description := s.words.Say("code.description", "code", use.Code, "label", label, "summary",
		summary)
	page := CodePage{Code: use.Code, Label: label, List: c.Name, Summary: summary, Pager: s.pager(x)}
	page.Head = s.head(x.address(), "code", "codes.html", s.title(x, use.Code+" "+label), description,
		Link{Text: s.words.Say("nav.codes"), Href: root + "codes.html"})
	for _, r := range cut(x, 0, use.Direct) {
		page.Regions = append(page.Regions, s.listRow(root, r, ""))
	}
	for _, w := range cut(x, len(use.Direct), use.Within) {
		through := s.words.Say("codes.through", "codes", s.words.List(w.Codes))
		page.Regions = append(page.Regions, s.listRow(root, w.Region, through))
	}
	for _, above := range use.Above {
		page.Above = append(page.Above, codeLink(root, c, above))
	}
	for _, below := range use.Below {
		page.Below = append(page.Below, codeLink(root, c, below))
	}
	return page
}

func (s codePages) codeSummary(use profile.CodeUse) string {
	key := "code.summary"
	switch {
	case len(use.Direct) == 0:
		key = "code.summary.below"
	case len(use.Within) > 0:
		key = "code.summary.within"
	}
	return s.words.Say(key, "direct", len(use.Direct), "within", len(use.Within))
}

func codeLink(root string, c *region.Classification, code string) Code {
	return Code{Code: code, Label: c.Labels[code], Href: root + output.Code(c.Key, code)}
}

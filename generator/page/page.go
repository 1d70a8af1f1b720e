// Package page lists the pages of an atlas and says its facts in words: one file a
// kind of page, named as its layout is. A page is a typed struct of finished words,
// numbers and drawings; layouts only place them.
package page

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/dataset"
	"regional-atlas/generator/europe"
	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
	"sync"
)

// Site is what all pages of an atlas share.
type Site struct {
	atlas   *profile.Atlas
	maps    *carto.Maps
	charts  *carto.Charts
	words   *words.Language
	edition *region.Edition
	alike   *match.Alike
	shared  *match.Shared
	europe  *europe.Figures // nil knows of none

	partners func() [][]match.Partner    // the best of each region; found once
	pairs    func() [][2]*profile.Region // that have a page each; found once

	languages
	tables   []*dataset.Table
	style    string
	reviewed region.Date // the last day on which a region was
	whole    bool        // the site offers itself as one file

	hasImages bool   // source pages of regions show pictures
	lang      string // of the words that the program brings
}

// Frame is what pages depend on beside the facts.
type Frame struct {
	Europe *europe.Figures // in which regions have a place; nil knows of none

	// Style is the style sheet that the 404 page carries inside, since that page is shown
	// at addresses from which no relative link can reach a file.
	Style string
	Whole bool // the site offers itself as one file

	Folder   string     // of the pages, inside the site: "" or, for a further language, "nl/"
	Versions []Language // of the site, the language of these pages among them; nil for a site in one
}

// New plans the pages of an atlas.
func New(
	a *profile.Atlas,
	maps *carto.Maps,
	charts *carto.Charts,
	shared *match.Shared,
	w *words.Language,
	frame Frame,
) *Site {
	s := &Site{atlas: a, maps: maps, charts: charts, words: w, edition: a.Edition(),
		style: frame.Style, whole: frame.Whole, alike: match.NewAlike(a), shared: shared,
		europe: frame.Europe, tables: dataset.Tables(a), hasImages: a.HasImages()}
	for _, r := range a.Regions() {
		if r.Reviewed.After(s.reviewed) {
			s.reviewed = r.Reviewed
		}
	}
	s.partners, s.pairs = sync.OnceValue(pairPages{s}.partnersOf), sync.OnceValue(pairPages{s}.pairsOf)
	s.lang, s.languages = w.Tag(), languages{frame.Folder, frame.Versions}
	return s
}

// Files lists every page, each address once, in a fixed order; the sitemap comes
// last, since it names the others.
func (s *Site) Files() output.Files {
	return output.Concat(s.pages(), sitemaps{s}.files())
}

// pages lists all pages but the sitemaps.
func (s *Site) pages() output.Files {
	matrices := matrixPages{s}
	return output.Concat(
		indexPage{s}.files(),
		findPage{s}.files(),
		comparePage{s}.files(),
		anyPairPage{s}.files(),
		alikePage{s}.files(),
		consortiumPage{s}.files(),
		asked(s.atlas, "topics", matrices.topics()),
		asked(s.atlas, "evaluation", matrices.evaluation()),
		gapsPages{s}.files(),
		asked(s.atlas, "memberships", matrices.memberships()),
		asked(s.atlas, "codes", codesPage{s}.files()),
		listsPage{s}.files(),
		listingPages{s}.files(),
		asked(s.atlas, "organisations", organisationsPage{s}.files()),
		countriesPage{s}.files(),
		aboutPage{s}.files(),
		ownPages{s}.files(),
		dataPage{s}.files(),
		changesPage{s}.files(),
		missingPage{s}.files(),
		creditsPages{s}.files(),
		regionPages{s}.files(),
		movedPages{s}.files(),
		pairPages{s}.files(),
		countryPages{s}.files(),
		indicatorPages{s}.files(),
		networkPages{s}.files(),
		topicPages{s}.files(),
		codePages{s}.files(),
		organisationPages{s}.files(),
	)
}

// asked is a stream of pages about a section, empty where the atlas does not ask for it.
func asked(a *profile.Atlas, section string, pages output.Files) output.Files {
	if !a.Asks(section) {
		return output.List()
	}
	return pages
}

// one is the stream of a page that every atlas has once.
func one(address, layout string, content func() any) output.Files {
	return output.List(output.File{Address: address, Layout: layout, Content: content})
}

// paged lists the parts of a list as pages of one layout.
func paged(parts []part, layout string, content func(part) any) output.Files {
	return func(yield func(output.File) bool) {
		for _, x := range parts {
			if !yield(output.File{Address: x.address(), Layout: layout,
				Content: func() any { return content(x) }}) {
				return
			}
		}
	}
}

// each lists the pages of every item of a list.
func each[T any](list []T, pages func(i int, item T) output.Files) output.Files {
	return func(yield func(output.File) bool) {
		for i, item := range list {
			for f := range pages(i, item) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

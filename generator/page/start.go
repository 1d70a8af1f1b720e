package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
)

// Start is the page that lies beside the folder of a packed site: it leads into it, and
// says whose it is. It needs no other file.
type Start struct {
	Lang, Title, Tagline string
	Home                 string // the first page of the site
	Data                 string // the page of the data
	Edition              string // day of the newest edition, "" without one
	Address              string // where the site is published, "" for nowhere
	Licence              Link
	Rights, Attribution  string
}

// Start lists that page, which is no file of the site itself.
func (s *Site) Start() output.File {
	return output.File{Address: "start.html", Layout: "start",
		Content: func() any { return startPage{s}.page() }}
}

// startPage plans the page to start from.
type startPage struct{ *Site }

func (s startPage) page() Start {
	site := s.edition.Site
	page := Start{Lang: site.Lang, Title: site.Title, Tagline: site.Tagline,
		Home: output.PackedFolder + "index.html", Data: output.PackedFolder + output.DataPage,
		Address: site.Address, Rights: site.Rights, Attribution: site.Attribution,
		Licence: Link{Text: site.Licence.Label(), Href: site.Licence.Link}}
	if newest := s.edition.Releases.Newest(); newest.Known() {
		page.Edition = s.words.Say("changes.edition", "date", phrase.Day(s.words, newest))
	}
	return page
}

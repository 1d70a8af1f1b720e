package page

import "slices"

// Silent is the sentence that names the lists of a region that report nothing.
type Silent struct {
	Section
	Lists []SilentList
	Edit  string // where they can be filled, "" when the atlas says no place
}

// SilentList is a list that reports nothing, by its id and name.
type SilentList struct {
	Before   string // what stands between it and the one before: a comma, an and
	ID, Name string
	Href     string // what other regions report
}

// listSection is a section that is a list, its name inside a sentence, and the page
// on that list of all regions.
type listSection struct {
	*Section
	name, overview string
}

// lists are the sections of a page that say no more than their entries, in the order
// of the page. One of codes that lists nothing may still say what is lost.
func (p regionPage) lists(r *Region) []listSection {
	var list []listSection
	add := func(s *Section, overview string) {
		list = append(list, listSection{s, s.Title, overview})
	}
	add(&r.Documents.Section, "documents.html")
	add(&r.Topics.Section, "topics.html")
	add(&r.Support.Section, "support.html")
	if !slices.ContainsFunc(r.Codes.Lists, func(c CodeList) bool { return c.Gap != "" }) {
		add(&r.Codes.Section, "codes.html")
	}
	add(&r.Initiatives.Section, "initiatives.html")
	add(&r.Represented.Section, "programmes.html")
	list[len(list)-1].name = p.words.Say("listing.programmes")
	add(&r.Organisations.Section, "organisations.html")
	add(&r.Evaluation.Section, "self-evaluation.html")
	add(&r.Profiles.Section, "lists.html")
	add(&r.Websites.Section, "contacts.html")
	return list
}

// silent folds the lists that report nothing, and of which nothing is known to be
// missing, into one sentence.
func (p regionPage) silent(lists []listSection) Silent {
	s := Silent{Section: Section{ID: "not-reported", Title: p.words.Say("section.not-reported")},
		Edit: p.editLink(p.r.File)}
	for _, list := range lists {
		if list.Folded || !list.Empty || list.Gap != "" || len(list.Lost) > 0 {
			continue
		}
		list.Folded = true
		s.Lists = append(s.Lists, SilentList{", ", list.ID, p.words.Inside(list.name),
			p.root + list.overview})
	}
	if n := len(s.Lists); n > 0 {
		s.Lists[n-1].Before = p.words.List([]string{"", ""})
		s.Lists[0].Before = ""
	}
	return s
}

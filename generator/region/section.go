package region

import (
	"reflect"
	"slices"
)

// Section is a part of a region file that holds facts: it can be incomplete,
// and it cites its sources.
type Section struct {
	Key   string
	Asked bool   // every word of its vocabulary is asked for; else it is as long as it is
	words string // the vocabulary that its facts use; "" for none

	count func(*Region) int
}

// Sections lists the sections in the order of the file.
func Sections() []Section {
	return []Section{
		{"websites", false, "website-kinds", func(r *Region) int { return len(r.Websites) }},
		{"figures", true, "indicators",
			func(r *Region) int { return reported(r.Figures, anyGiven) }},
		{"memberships", true, "networks",
			func(r *Region) int { return reported(r.Memberships, Membership.known) }},
		{"collaboration", false, "", func(r *Region) int { return r.Cooperation.count() }},
		{"documents", false, "document-kinds", func(r *Region) int { return len(r.Documents) }},
		{"topics", false, "topics", func(r *Region) int { return len(r.Topics) }},
		{"support", false, "support-kinds", func(r *Region) int { return len(r.Support) }},
		{"codes", false, "classifications", func(r *Region) int { return entries(r.Codes) }},
		{"strategy", true, "strategies",
			func(r *Region) int { return reported(r.Strategy, Answer.known) }},
		{"initiatives", false, "initiative-kinds",
			func(r *Region) int { return len(r.Initiatives) }},
		{"represented", false, "represented-kinds",
			func(r *Region) int { return len(r.Represented) }},
		{"organisations", false, "organisation-kinds",
			func(r *Region) int { return len(r.Organisations) }},
		{"evaluation", true, "questions",
			func(r *Region) int { return reported(r.Evaluation, isAnswer) }},
		{"profiles", false, "", func(r *Region) int { return len(r.Profiles) }},
	}
}

// IsAsked reports whether an atlas asks for the section: it has words for its facts. A
// section without a vocabulary is asked for where a region reports something.
func (s Section) IsAsked(e *Edition) bool { return s.words != "" && len(e.Terms(s.words)) > 0 }

// Reported counts the facts that a region reports in the section.
func (s Section) Reported(r *Region) int { return s.count(r) }

// Answered counts the facts that a region reports of those that the atlas expects.
func (s Section) Answered(r *Region, e *Edition) int {
	if s.Key != "figures" {
		return s.count(r)
	}
	n := 0
	for _, i := range e.MainIndicators() {
		if anyGiven(r.Figures[e.Indicators[i].Key]) {
			n++
		}
	}
	return n
}

// Expected counts the facts that an atlas asks for, 0 where a list is as long
// as it is. Of the indicators these are the main ones.
func (s Section) Expected(e *Edition) int {
	if !s.Asked {
		return 0
	}
	if s.Key == "figures" {
		return len(e.MainIndicators())
	}
	table := TableOf(reflect.TypeFor[Region]())
	return len(e.Vocabulary(table[table.Rank(s.Key)].Keys))
}

// reportedSections counts the sections of a region that report anything at all, of those
// that it could report.
func reportedSections(r *Region, e *Edition) (n, of int) {
	for _, s := range Sections() {
		if s.words == "" || s.IsAsked(e) {
			of++
		}
		if s.count(r) > 0 {
			n++
		}
	}
	return n, of
}

// Reports says whether the section with the key holds any fact.
func (r *Region) Reports(section string) bool {
	return slices.ContainsFunc(Sections(), func(s Section) bool {
		return s.Key == section && s.count(r) > 0
	})
}

// reported counts the entries of a table that say more than "not reported".
func reported[V any](table map[string]V, says func(V) bool) int {
	n := 0
	for _, v := range table {
		if says(v) {
			n++
		}
	}
	return n
}

func isAnswer(word string) bool { return word != "" && word != NotReported }

func anyGiven(series []Figure) bool {
	return slices.ContainsFunc(series, func(f Figure) bool { return f.Value.Given })
}

func (m Membership) known() bool { return isAnswer(m.Status) }
func (a Answer) known() bool     { return isAnswer(a.Answer) }

// count is 1 where anything is said of cooperation.
func (c Cooperation) count() int {
	if isAnswer(c.Looking) || len(c.Partners) > 0 || c.Remark != "" {
		return 1
	}
	return 0
}

func entries(lists map[string][]string) int {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	return n
}

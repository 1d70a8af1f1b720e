package profile

import (
	"cmp"
	"slices"
	"strings"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/region"
)

// Shared is an initiative with every region that names it. The same title in two
// files is one initiative.
type Shared struct {
	Title   string
	Kind    string // key, "" when no source says it
	Link    string
	Regions []Taking // by code
}

// Taking is a region that takes part in something, with what its file says of it.
type Taking struct {
	Region   *Region
	Partners []string
	Remark   string
}

// Initiatives lists the initiatives of all regions by title, each once.
func (a *Atlas) Initiatives() []Shared {
	at := map[string]int{}
	var list []Shared
	for _, r := range a.regions {
		for _, x := range r.Initiatives {
			key := TitleKey(x.Title)
			i, known := at[key]
			if !known {
				i = len(list)
				at[key] = i
				list = append(list, Shared{Title: x.Title})
			}
			s := &list[i]
			s.Kind, s.Link = cmp.Or(s.Kind, x.Kind), cmp.Or(s.Link, x.Link)
			s.add(Taking{r, x.Partners, x.Remark})
		}
	}
	sortByTitle(list, func(s Shared) string { return s.Title })
	return list
}

// add notes a region once, however often its file names the initiative.
func (s *Shared) add(t Taking) {
	last := len(s.Regions) - 1
	if last < 0 || s.Regions[last].Region != t.Region {
		s.Regions = append(s.Regions, t)
		return
	}
	had := &s.Regions[last]
	had.Partners = append(slices.Clip(had.Partners), t.Partners...)
	if !strings.Contains(had.Remark, t.Remark) {
		had.Remark = strings.TrimPrefix(had.Remark+"; "+t.Remark, "; ")
	}
}

// Programme is a programme or project with the regions that are represented in it.
type Programme struct {
	Title   string
	Within  string // the programme that a project belongs to
	Kind    string // key, "" when no source says it
	Link    string
	Regions []*Region // by code
}

// Programmes lists the programmes and projects of all regions by title, each once.
func (a *Atlas) Programmes() []Programme {
	at := map[[2]string]int{}
	var list []Programme
	for _, r := range a.regions {
		for _, x := range r.Represented {
			key := [2]string{TitleKey(x.Within), TitleKey(x.Title)}
			i, known := at[key]
			if !known {
				i = len(list)
				at[key] = i
				list = append(list, Programme{Title: x.Title, Within: x.Within})
			}
			p := &list[i]
			p.Kind, p.Link = cmp.Or(p.Kind, x.Kind), cmp.Or(p.Link, x.Link)
			if len(p.Regions) == 0 || p.Regions[len(p.Regions)-1] != r {
				p.Regions = append(p.Regions, r)
			}
		}
	}
	sortByTitle(list, func(p Programme) string { return p.Title })
	return list
}

// TitleKey is a title by which the same thing is known again.
func TitleKey(title string) string { return strings.Join(fold.Words(title), " ") }

func sortByTitle[T any](list []T, title func(T) string) {
	keys := map[string]string{}
	for _, x := range list {
		keys[title(x)] = TitleKey(title(x))
	}
	slices.SortStableFunc(list, func(x, y T) int {
		return strings.Compare(keys[title(x)], keys[title(y)])
	})
}

// Of is something that one region says.
type Of[T any] struct {
	Region *Region
	Fact   T
}

// listOf lists what all regions say in one of their lists, by code.
func listOf[T any](regions []*Region, facts func(*Region) []T) []Of[T] {
	var list []Of[T]
	for _, r := range regions {
		for _, x := range facts(r) {
			list = append(list, Of[T]{r, x})
		}
	}
	return list
}

// Documents lists the policy documents of all regions, by code.
func (a *Atlas) Documents() []Of[region.Document] {
	return listOf(a.regions, func(r *Region) []region.Document { return r.Documents })
}

// Support lists the support measures of all regions, by code.
func (a *Atlas) Support() []Of[region.Support] {
	return listOf(a.regions, func(r *Region) []region.Support { return r.Support })
}

// Websites lists the websites and answering bodies of all regions, by code.
func (a *Atlas) Websites() []Of[region.Website] {
	return listOf(a.regions, func(r *Region) []region.Website { return r.Websites })
}

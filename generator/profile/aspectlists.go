package profile

import (
	"strings"

	"regional-atlas/generator/region"
)

// policyAspects are the documents, topics and measures of a region's policy.
func policyAspects(e *region.Edition) []Aspect {
	named := func(vocabulary, key string) string { return e.Term(vocabulary, key).Name }
	return []Aspect{
		listed("documents", "documents", func(r *Region) []Entry {
			var list []Entry
			for _, d := range r.Documents {
				list = append(list, Entry{Text: d.Title, Lang: d.Lang, Link: d.Link,
					Notes: noted(named("levels", d.Level), named("document-kinds", d.Kind), d.Remark)})
			}
			return list
		}),
		listed("topics", "topics", func(r *Region) []Entry {
			var list []Entry
			for _, t := range r.Topics {
				if t.Listing == Covered {
					list = append(list, Entry{Text: t.Term.Name})
				}
			}
			return list
		}),
		listed("support", "support", func(r *Region) []Entry {
			var list []Entry
			for _, s := range r.Support {
				x := Entry{Text: s.Title, Link: s.Link,
					Notes: noted(named("levels", s.Level), named("support-kinds", s.Kind), s.Amount)}
				if s.Title == "" {
					x.Text, x.Notes = named("support-kinds", s.Kind), noted(named("levels", s.Level), s.Amount)
				}
				list = append(list, x)
			}
			return list
		}),
	}
}

func codeAspects(e *region.Edition) []Aspect {
	var list []Aspect
	for n := range e.Classifications {
		c := &e.Classifications[n]
		aspect := listed("codes", "codes."+c.Key, func(r *Region) []Entry {
			var entries []Entry
			for _, code := range r.Codes[n].Stated() {
				entries = append(entries, Entry{Text: strings.TrimSpace(code + " " + c.Labels[code])})
			}
			return entries
		})
		aspect.Term = c.Term
		whole := aspect.of
		aspect.of = func(r *Region) Said {
			said := whole(r)
			said.Cut = said.Cut || r.Codes[n].Gap.Cut
			return said
		}
		list = append(list, aspect)
	}
	return list
}

// activityAspects are what there is in a region: initiatives, programmes, bodies.
func activityAspects(e *region.Edition) []Aspect {
	named := func(vocabulary, key string) string { return e.Term(vocabulary, key).Name }
	return []Aspect{
		listed("initiatives", "initiatives", func(r *Region) []Entry {
			var list []Entry
			for _, x := range r.Initiatives {
				notes := noted(named("initiative-kinds", x.Kind), strings.Join(x.Partners, ", "), x.Remark)
				list = append(list, Entry{Text: x.Title, Link: x.Link, Notes: notes})
			}
			return list
		}),
		listed("represented", "represented", func(r *Region) []Entry {
			var list []Entry
			for _, x := range r.Represented {
				list = append(
					list,
					Entry{Text: x.Title, Link: x.Link, Notes: noted(x.Within, named("represented-kinds", x.Kind))},
				)
			}
			return list
		}),
		listed("organisations", "organisations", func(r *Region) []Entry {
			var list []Entry
			for _, x := range r.Organisations {
				list = append(list, Entry{Text: x.Name, Lang: x.Lang, Link: x.Link,
					Notes: noted(x.Short, named("organisation-kinds", x.Kind), x.Remark)})
			}
			return list
		}),
	}
}

// otherAspects are what stands at the end of a region page.
func otherAspects(a *Atlas) []Aspect {
	const all = 1 << 20 // neighbours: every one of them
	return []Aspect{
		listed("profiles", "profiles", func(r *Region) []Entry {
			var list []Entry
			for _, x := range r.Profiles {
				list = append(list, Entry{Text: x.Title, Link: x.Link, Notes: noted(x.Publisher, x.Text)})
			}
			return list
		}),
		listed("websites", "websites", func(r *Region) []Entry {
			var list []Entry
			for _, x := range r.Websites {
				list = append(
					list,
					Entry{Text: x.Title, Link: x.Link, Notes: noted(a.edition.Term("website-kinds", x.Kind).Name)},
				)
			}
			return list
		}),
		listed("neighbours", "neighbours", func(r *Region) []Entry {
			var list []Entry
			for _, n := range a.Neighbours(r, all) {
				list = append(list, Entry{Text: n.Name})
			}
			return list
		}),
		listed("sources", "sources", func(r *Region) []Entry {
			var list []Entry
			for _, s := range r.Sources {
				list = append(list, Entry{Text: s.Title, Link: s.Link, Notes: noted(s.Remark)})
			}
			return list
		}),
		{Section: "sources", Key: "reviewed", Kind: DayAspect, of: func(r *Region) Said {
			if !r.Reviewed.Known() {
				return Said{}
			}
			return Said{Keys: []string{r.Reviewed.ISO()}, Day: r.Reviewed}
		}},
	}
}

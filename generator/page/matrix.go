package page

import (
	"fmt"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// Matrix is a table of all regions by all members of a vocabulary. Every cell
// says its answer in words.
type Matrix struct {
	Head
	Intro   string
	Others  []Link // the same matrix in other cuts
	Caption string
	Columns []MatrixColumn
	Rows    []MatrixRow
	Total   string // heading of the last column and row
	Legend  []Legend
	Pager   *Pager
}

// MatrixColumn is a column with its page and its total.
type MatrixColumn struct {
	Label, Full, Href string
	Total             string
}

// MatrixRow is a region with its answers.
type MatrixRow struct {
	Code   string
	Region Link
	Cells  []Cell
	Total  string
}

// Cell is one answer: a short word, its class for colour, the whole of it.
type Cell struct{ Text, Class, Full string }

// Legend explains a word of the cells.
type Legend struct{ Text, Class, Means string }

// cell is one answer before it is counted.
type cell struct {
	Cell
	counts bool
}

// matrix fills the rows of a part. answer gives the cell of a region in a
// column; total counts a column over all regions.
func (p *Planner) matrix(m Matrix, x part, answer func(r *region.Region, column int) cell, total func(column int) int) Matrix {
	m.Pager = x.pager(p.edition.CountryNamed)
	for _, r := range cut(x, 0, p.atlas.Regions()) {
		row := MatrixRow{Code: r.Code, Region: regionLink(m.Root, r)}
		sum, silent := 0, true
		for i := range m.Columns {
			c := answer(r, i)
			if c.counts {
				sum++
			}
			silent = silent && c.Class == "not-reported"
			row.Cells = append(row.Cells, c.Cell)
		}
		row.Total = fmt.Sprint(sum)
		if silent {
			row.Total = "n.r."
		}
		m.Rows = append(m.Rows, row)
	}
	for i := range m.Columns {
		if m.Columns[i].Total == "" {
			m.Columns[i].Total = region.Grouped(float64(total(i)), 0)
		}
	}
	return m
}

func (p *setting) networksOf(group string) []region.Network {
	var list []region.Network
	for _, n := range p.edition.Networks {
		if group == "" || n.Group == group {
			list = append(list, n)
		}
	}
	return list
}

// membershipMatrix is regions by networks, all of them or those of a group.
func (p *Planner) membershipMatrix(group string, x part) Matrix {
	networks := p.networksOf(group)
	address, title := "memberships.html", "Memberships"
	var crumbs []Link
	if group != "" {
		address, title = matrixAddress(group), p.edition.Term("network-groups", group).Name
		crumbs = []Link{{Text: "Memberships", Href: "memberships.html"}}
	}
	intro := fmt.Sprintf("Which regions are members of what: %s by %s. Totals count the memberships that a region, or a part of it, holds itself.",
		count(len(p.atlas.Regions()), "region", "regions"), count(len(networks), "network", "networks"))
	m := Matrix{Head: p.head(x.address(), "matrix", "memberships.html", x.title(title), intro, crumbs...), Intro: intro,
		Caption: title + ": the answer of every region", Total: "Member"}
	m.Others = p.matrixLinks(address)
	for _, n := range networks {
		column := MatrixColumn{Label: n.Label(), Full: n.Name, Href: m.Root + networkAddress(n.Key)}
		if len(n.Categories) > 0 {
			column.Total = "–" // nobody is a member of a category
		}
		m.Columns = append(m.Columns, column)
	}
	for _, s := range region.Statuses() {
		m.Legend = append(m.Legend, Legend{s.Short, region.Slug(s.Key), s.Name + ": " + lowerFirst(s.Means)})
	}
	return p.matrix(m, x, func(r *region.Region, i int) cell {
		return membershipCell(networks[i], atlas.Answer(r, networks[i].Key))
	},
		func(i int) int { return p.atlas.Members(networks[i].Key) })
}

func membershipCell(n region.Network, m region.Membership) cell {
	s := region.StatusOf(m.Status)
	full := s.Name
	for _, c := range n.Categories {
		if c.Key == m.Status {
			return cell{Cell{c.Label(), "category", c.Name}, false}
		}
	}
	if d := detail(m); d != "" {
		full += ": " + d
	}
	return cell{Cell{s.Short, region.Slug(s.Key), full}, s.Member}
}

func (p *Planner) matrixLinks(current string) []Link {
	links := []Link{{Text: "All", Href: "memberships.html"}}
	for _, g := range p.edition.NetworkGroups {
		if len(p.networksOf(g.Key)) > 0 {
			links = append(links, Link{Text: g.Name, Href: matrixAddress(g.Key)})
		}
	}
	for i := range links {
		links[i].Current = links[i].Href == current
	}
	return links
}

// topicMatrix is regions by topics of policies.
func (p *Planner) topicMatrix(x part) Matrix {
	intro := "Which topics the policies of a region cover. A topic that is not listed may still be covered: the source only names topics that are."
	m := Matrix{Head: p.head(x.address(), "matrix", "topics.html", x.title("Policy topics"), intro), Intro: intro,
		Caption: "Topics covered by the policies of every region", Total: "Topics", Legend: []Legend{
			{"yes", "yes", "Covered: the source names the topic."},
			{"–", "no", "Not listed: the source names other topics, not this one."},
			{"n.r.", "not-reported", "Not reported: the source names no topics, or its list breaks off."},
		}}
	for _, t := range p.edition.Topics {
		m.Columns = append(m.Columns, MatrixColumn{Label: t.Label(), Full: t.Name, Href: topicAddress(t.Key)})
	}
	return p.matrix(m, x, func(r *region.Region, i int) cell { return topicCell(r, p.edition.Topics[i].Key) },
		func(i int) int { return len(p.atlas.Covering(p.edition.Topics[i].Key)) })
}

func topicCell(r *region.Region, topic string) cell {
	switch {
	case atlas.HasTopic(r, topic):
		return cell{Cell{"yes", "yes", "Covered"}, true}
	case len(r.Topics) == 0 || r.Gaps["topics"].Cut:
		return cell{Cell{"n.r.", "not-reported", "Not reported"}, false}
	}
	return cell{Cell{"–", "no", "Not listed"}, false}
}

// evaluationMatrix is regions by questions of the self-evaluation.
func (p *Planner) evaluationMatrix(x part) Matrix {
	intro := "How regions rate themselves: the level they have reached and the needs they see, on a scale from " + p.scaleEnds() + "."
	m := Matrix{Head: p.head(x.address(), "matrix", "self-evaluation.html", x.title("Self-evaluation"), intro), Intro: intro,
		Caption: "Self-evaluation of every region", Total: "Answers",
		Legend: []Legend{{"n.r.", "not-reported", "Not reported: the source shows no rating."}}}
	for _, q := range p.edition.Questions {
		m.Columns = append(m.Columns, MatrixColumn{Label: q.Label(), Full: q.Name})
	}
	return p.matrix(m, x, func(r *region.Region, i int) cell { return p.ratingCell(r.Evaluation[p.edition.Questions[i].Key]) },
		func(i int) int { return p.ratings()[p.edition.Questions[i].Key] })
}

// ratingTotals counts, for each question, the regions that answered it.
func (p *Planner) ratingTotals() map[string]int {
	totals := map[string]int{}
	for _, r := range p.atlas.Regions() {
		for _, q := range p.edition.Questions {
			if p.ratingCell(r.Evaluation[q.Key]).counts {
				totals[q.Key]++
			}
		}
	}
	return totals
}

func (p *Planner) scaleEnds() string {
	scale := p.edition.Ratings
	if len(scale) == 0 {
		return "low to high"
	}
	return lowerFirst(scale[0].Name) + " to " + lowerFirst(scale[len(scale)-1].Name)
}

func (p *Planner) ratingCell(rating string) cell {
	for i, step := range p.edition.Ratings {
		if step.Key == rating {
			return cell{Cell{step.Name, fmt.Sprintf("step%d", i), step.Name}, true}
		}
	}
	return cell{Cell{"n.r.", "not-reported", "Not reported"}, false}
}

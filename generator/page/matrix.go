package page

import (
	"fmt"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Matrix is a table of all regions by all members of a vocabulary. Every cell
// says its answer in words.
type Matrix struct {
	Head
	Intro   string
	Others  []Link // the same matrix in other cuts
	Caption string
	Size    string // "few" or "many" columns, which fit a window that is wide enough; else ""
	Columns []MatrixColumn
	Rows    []MatrixRow
	Total   string // heading of the last column and row, "" for none
	Legend  []Legend
	Tools   Tools
	Pager   *Pager
}

// MatrixColumn is a column with its page and its total.
type MatrixColumn struct {
	Key               string // in addresses
	Label, Full, Href string
	Total             string
	Choice            bool // a cell of it can count, so that a reader can ask for those that do
}

// MatrixRow is a region with its answers.
type MatrixRow struct {
	Code    string
	Region  Link
	Country string // key
	Note    string // how it differs from what its code stands for, "" when it does not
	Sources string // titles of the sources of its cells
	Cells   []Cell
	Total   string
	Sort    string // what sorts the total, "" when nothing is reported
}

// Cell is one answer: a short word, and its class for colour. Scripts read the
// rest, which they show of one cell at a time.
type Cell struct {
	Text, Class string
	Is          string // the word of the legend that it is explained by, "" for none
	Full        string // its words in full, where neither the text nor the legend has them
	Sort        string // what sorts it, "" when it is not reported
	Counts      bool   // in the totals of its row and column
	Detail      string // what is known beyond the answer
	Sources     string // titles of its own sources, "" when they are those of the row
}

// Legend explains a word of the cells.
type Legend struct{ Is, Text, Class, Means string }

// The classes of cells in the style sheet.
const (
	classYes    = "yes"
	classNo     = "no"
	classSilent = "not-reported"
)

// matrixPages plans the matrices.
type matrixPages struct{ *Site }

// topics plans the matrix of topics, and evaluation that of the self-evaluation.
func (s matrixPages) topics() output.Files {
	return s.plan("topics.html", func(x part) any { return s.topicMatrix(x) })
}

func (s matrixPages) evaluation() output.Files {
	return s.plan("self-evaluation.html", func(x part) any { return s.evaluationMatrix(x) })
}

// memberships plans the matrix of all networks, and one for each group of them.
func (s matrixPages) memberships() output.Files {
	groups := append([]region.Term{{}}, s.groupsInUse()...)
	return each(groups, func(_ int, g region.Term) output.Files {
		return s.plan(output.Matrix(g.Key), func(x part) any { return s.membershipMatrix(g.Key, x) })
	})
}

func (s matrixPages) plan(base string, content func(x part) any) output.Files {
	return paged(splitByCode(base, s.atlas.Regions(), mostRows), "matrix", content)
}

// groupsInUse are the groups that have networks.
func (s matrixPages) groupsInUse() []region.Term {
	var groups []region.Term
	for _, g := range s.edition.NetworkGroups {
		for _, n := range s.edition.Networks {
			if n.Group == g.Key {
				groups = append(groups, g)
				break
			}
		}
	}
	return groups
}

// fill says the cells of a table about a section of the pages of regions; say is
// the word and the class of a cell.
func (s matrixPages) fill(
	m Matrix,
	x part,
	section string,
	facts profile.Table,
	say func(column int, c profile.Cell) Cell,
) Matrix {
	m.Pager, m.Size = s.pager(x), sizeOf(len(facts.Columns))
	for _, facts := range facts.Rows {
		r := facts.Region
		row := MatrixRow{
			Code:    r.Code,
			Region:  regionLink(m.Root, r),
			Country: countryKey(r),
			Note:    phrase.Standing(s.words, r),
			Sources: s.titles(r, r.Section(section).Sources...),
		}
		row.Total, row.Sort = fmt.Sprint(facts.Count), fmt.Sprint(facts.Count)
		if facts.Silent {
			row.Total, row.Sort = s.words.Say("matrix.not-reported"), ""
		}
		for i, c := range facts.Cells {
			row.Cells = append(row.Cells, s.known(say(i, c), c, r))
		}
		m.Rows = append(m.Rows, row)
	}
	for i, c := range facts.Columns {
		m.Columns[i].Key, m.Columns[i].Choice = c.Key, c.Totals
		m.Columns[i].Total = s.words.Say("matrix.no-total")
		if c.Totals {
			m.Columns[i].Total = s.words.Whole(c.Total)
		}
	}
	return m
}

// sizeOf is how many columns a matrix has, as the style sheet asks.
func sizeOf(columns int) string {
	switch {
	case columns <= 8:
		return "few"
	case columns <= 24:
		return "many"
	}
	return ""
}

// known adds to a cell what its fact holds beyond the word.
func (s matrixPages) known(cell Cell, c profile.Cell, r *profile.Region) Cell {
	cell.Counts, cell.Detail = c.Counts, phrase.Detail(s.words, c)
	if c.State != profile.NotReported {
		cell.Sort = fmt.Sprint(c.Number)
	}
	if c.Source != "" {
		cell.Sources = s.titles(r, r.SourceNumber(c.Source))
	}
	return cell
}

// titles are those of the sources of a region with the numbers.
func (s *Site) titles(r *profile.Region, numbers ...int) string {
	var titles []string
	for _, n := range numbers {
		if n > 0 {
			titles = append(titles, r.Sources[n-1].Title)
		}
	}
	return strings.Join(titles, "; ")
}

// membershipMatrix is regions by networks, all of them or those of a group.
func (s matrixPages) membershipMatrix(group string, x part) Matrix {
	regions := cut(x, 0, s.atlas.Regions())
	facts := s.atlas.MembershipTable(group, regions)
	title := s.words.Say("matrix.memberships")
	networks := countNetworks(facts.Columns)
	var crumbs []Link
	if group != "" {
		crumbs = []Link{{Text: title, Href: output.Matrix("")}}
		title = s.edition.Term("network-groups", group).Name
		if networks > 0 {
			title = s.words.Say("matrix.memberships.group", "group", s.words.Inside(title))
		}
	}
	introKey, total := "matrix.memberships.intro", s.words.Say("matrix.memberships.total")
	if networks == 0 {
		introKey, total = "matrix.categories.intro", ""
	}
	intro := s.words.Say(introKey, "regions", extent(s.words, s.atlas.Regions()), "networks", networks)
	m := Matrix{Head: s.head(x.address(), "matrix", output.Matrix(""), s.title(x, title), intro,
		crumbs...), Intro: intro, Caption: s.words.Say("matrix.memberships.caption", "matrix", title),
		Total: total}
	m.Others, m.Tools = s.matrixLinks(output.Matrix(group)), s.tools(m.Root, "memberships", x, regions)
	m.Tools.Section = "memberships"
	for _, c := range facts.Columns {
		m.Columns = append(
			m.Columns,
			MatrixColumn{Label: c.Network.Label(), Full: c.Network.Name,
				Href: m.Root + output.Network(c.Key)},
		)
	}
	for _, status := range region.Statuses() {
		name := "status." + status.Key
		m.Legend = append(m.Legend, Legend{
			region.Slug(status.Key),
			s.words.Say(name + ".short"),
			region.Slug(status.Key),
			s.words.Say(
				"status.explained",
				"status",
				s.words.Say(name),
				"meaning",
				s.words.Inside(s.words.Say(name+".means")),
			),
		})
	}
	return s.fill(m, x, "memberships", facts, func(column int, c profile.Cell) Cell {
		if c.Kind == profile.CategoryCell {
			category := categoryNamed(facts.Columns[column].Network, c.Term)
			return Cell{Text: category.Label(), Class: "category", Full: category.Name}
		}
		status := region.StatusOf(c.Term).Key
		slug := region.Slug(status)
		return Cell{Text: s.words.Say("status." + status + ".short"), Class: slug, Is: slug}
	})
}

// countNetworks counts the columns in which a region can be a member.
func countNetworks(columns []profile.Column) int {
	n := 0
	for _, c := range columns {
		if c.Totals {
			n++
		}
	}
	return n
}

// categoryNamed is a category of a network.
func categoryNamed(n *region.Network, key string) region.Term {
	for _, c := range n.Categories {
		if c.Key == key {
			return c
		}
	}
	return region.Term{Key: key, Name: key}
}

func (s matrixPages) matrixLinks(current string) []Link {
	links := []Link{{Text: s.words.Say("matrix.memberships.all"), Href: output.Matrix("")}}
	for _, g := range s.groupsInUse() {
		links = append(links, Link{Text: g.Name, Href: output.Matrix(g.Key)})
	}
	for i := range links {
		links[i].Current = links[i].Href == current
	}
	return links
}

// topicMatrix is regions by topics of policies.
func (s matrixPages) topicMatrix(x part) Matrix {
	regions := cut(x, 0, s.atlas.Regions())
	facts := s.atlas.TopicTable(regions)
	intro := s.words.Say("matrix.topics.intro")
	covered := Cell{Text: s.words.Say("matrix.topics.covered"), Class: classYes, Is: classYes}
	absent := Cell{Text: s.words.Say("matrix.topics.absent"), Class: classNo, Is: classNo}
	silent := Cell{Text: s.words.Say("matrix.not-reported"), Class: classSilent, Is: classSilent}
	m := Matrix{
		Head: s.head(x.address(), "matrix", "topics.html", s.title(x, s.words.Say("matrix.topics")),
			intro),
		Intro:   intro,
		Caption: s.words.Say("matrix.topics.caption"),
		Total:   s.words.Say("matrix.topics.total"),
		Legend: []Legend{
			{covered.Is, covered.Text, covered.Class, s.words.Say("matrix.topics.covered.means")},
			{absent.Is, absent.Text, absent.Class, s.words.Say("matrix.topics.absent.means")},
			{silent.Is, silent.Text, silent.Class, s.words.Say("matrix.topics.unlisted.means")},
		},
	}
	m.Tools = s.tools(m.Root, "topics", x, regions)
	m.Tools.Section = "topics"
	for _, c := range facts.Columns {
		m.Columns = append(m.Columns,
			MatrixColumn{Label: c.Topic.Label(), Full: c.Topic.Name, Href: output.Topic(c.Key)})
	}
	return s.fill(m, x, "topics", facts, func(_ int, c profile.Cell) Cell {
		switch c.Term {
		case profile.TermCovered:
			return covered
		case profile.TermAbsent:
			return absent
		}
		return silent
	})
}

// evaluationMatrix is regions by questions of the self-evaluation.
func (s matrixPages) evaluationMatrix(x part) Matrix {
	regions := cut(x, 0, s.atlas.Regions())
	facts := s.atlas.RatingTable(regions)
	intro := s.words.Say("matrix.evaluation.intro", "scale", s.scaleEnds())
	silent := Cell{Text: s.words.Say("matrix.not-reported"), Class: classSilent, Is: classSilent}
	m := Matrix{
		Head: s.head(x.address(), "matrix", "self-evaluation.html",
			s.title(x, s.words.Say("matrix.evaluation")), intro),
		Intro:   intro,
		Caption: s.words.Say("matrix.evaluation.caption"),
		Total:   s.words.Say("matrix.evaluation.total"),
		Legend: []Legend{{silent.Is, silent.Text, silent.Class,
			s.words.Say("matrix.evaluation.silent.means")}},
	}
	m.Tools = s.tools(m.Root, "evaluation", x, regions)
	m.Tools.Section = "self-evaluation"
	for _, c := range facts.Columns {
		m.Columns = append(m.Columns, MatrixColumn{Label: c.Question.Label(), Full: c.Question.Name})
	}
	return s.fill(m, x, "evaluation", facts, func(_ int, c profile.Cell) Cell {
		if c.State == profile.NotReported {
			return silent
		}
		step := int(c.Number)
		return Cell{Text: s.edition.Ratings[step].Name, Class: fmt.Sprintf("step%d", step)}
	})
}

func (s matrixPages) scaleEnds() string {
	scale := s.edition.Ratings
	if len(scale) == 0 {
		return s.words.Say("matrix.evaluation.no-scale")
	}
	return s.words.Say("matrix.evaluation.scale", "lowest", s.words.Inside(scale[0].Name),
		"highest", s.words.Inside(scale[len(scale)-1].Name))
}

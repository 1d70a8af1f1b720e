package intake

import (
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// stated is what a source says about one region: facts, and the lines that
// they stand on.
type stated struct {
	region.Region
	isNew bool // a page may make a new file, a table may not
	code  int  // the line with the code
	at    map[problem.Key]spot
	more  map[problem.Key][]spot // further lines of a gap
	texts []spot                 // paragraphs of the description
}

// spot is a place in a source.
type spot struct {
	line int
	text string
}

func newStated(code string) *stated {
	s := &stated{at: map[problem.Key]spot{}, more: map[problem.Key][]spot{}}
	s.Code = code
	s.Figures = map[string][]region.Figure{}
	s.Memberships = map[string]region.Membership{}
	s.Codes = map[string][]string{}
	s.Strategy = map[string]region.Answer{}
	s.Evaluation = map[string]string{}
	s.Gaps = map[string]region.Gap{}
	return s
}

const top = problem.Key("")

// figure adds a value.
func (s *stated) figure(indicator string, f region.Figure, where spot) {
	s.at[top.Field("figures").Field(indicator).Item(len(s.Figures[indicator]))] = where
	s.Figures[indicator] = append(s.Figures[indicator], f)
}

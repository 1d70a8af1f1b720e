// Package changes tells what two editions of the facts differ in. A snapshot holds the
// facts of an edition in a canonical form; it is input, written once by the command
// edition and kept beside the region files, since what was published last can be read
// neither from the site, which is made anew, nor from a history that a copy of the
// folder does not have.
package changes

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Facts are what a region says, by section and key: "memberships/errin" is "yes". What
// is not reported is not there. The name of the region has the key "/name".
type Facts map[string]string

// Snapshot is the facts of all regions on a day, by code.
type Snapshot struct {
	Date    string           `json:"date"` // as 2026-11-26
	Regions map[string]Facts `json:"regions"`
}

// nameKey is the place of the name of a region among its facts.
const nameKey = "/name"

// Of takes the facts of an atlas down; day is the day of the edition.
func Of(a *profile.Atlas, day region.Date) Snapshot {
	s := Snapshot{day.ISO(), map[string]Facts{}}
	for _, r := range a.Regions() {
		s.Regions[r.Code] = factsOf(r)
	}
	return s
}

// Encode writes the snapshot, a fact a line in a fixed order, so that versions of the
// file can be compared.
func (s Snapshot) Encode() ([]byte, error) {
	text, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return nil, fmt.Errorf("the facts cannot be taken down: %w", err)
	}
	return append(text, '\n'), nil
}

// Read reads a snapshot that Encode wrote; the error is a clause that can follow the name
// of a file.
func Read(data []byte) (Snapshot, error) {
	var s Snapshot
	if err := json.Unmarshal(data, &s); err != nil {
		return s, fmt.Errorf("is not readable as an edition: %w", err)
	}
	if s.Date == "" || s.Regions == nil {
		return s, fmt.Errorf("is not an edition: it has no date or no regions")
	}
	return s, nil
}

// path is the place of a fact.
func path(section string, keys ...string) string { return section + "/" + strings.Join(keys, "/") }

// add notes a fact; a second one at the same place gets a number, as two things of a list
// may share a title.
func (f Facts) add(place, value string) {
	for n, at := 2, place; ; n++ {
		if _, taken := f[at]; !taken {
			f[at] = value
			return
		}
		at = place + " (" + strconv.Itoa(n) + ")"
	}
}

func factsOf(r *profile.Region) Facts {
	f := Facts{nameKey: r.Name}
	f.figures(r)
	for i := range r.Memberships {
		if m := &r.Memberships[i]; m.IsReported() {
			f.add(path("memberships", m.Network.Key), m.Status)
		}
	}
	if c := r.Collaboration; c.Looking != "" && c.Looking != region.NotReported {
		f.add(path("collaboration", "looking"), c.Looking)
	}
	for _, t := range r.Topics {
		if t.Listing == profile.Covered {
			f.add(path("topics", t.Term.Key), profile.TermCovered)
		}
	}
	for _, l := range r.Codes {
		for _, code := range l.Stated() {
			f.add(path("codes", l.Classification.Key, code), l.Classification.Labels[code])
		}
	}
	for _, a := range r.Strategy {
		if a.Answer != region.NotReported {
			f.add(path("strategy", a.Question.Key), a.Answer)
		}
	}
	f.lists(r)
	return f
}

func (f Facts) figures(r *profile.Region) {
	for i := range r.Figures {
		figure := &r.Figures[i]
		for _, values := range [][]profile.Value{figure.Latest, figure.Earlier} {
			for _, v := range values {
				keys := []string{figure.Indicator.Key, strconv.Itoa(v.Year)}
				if v.Part != "" {
					keys = append(keys, v.Part)
				}
				value := v.Class
				if value == "" {
					value = strconv.FormatFloat(v.Number, 'f', -1, 64)
				}
				f.add(path("figures", keys...), value)
			}
		}
	}
}

// lists notes the entries of lists by title, with their kind or what else tells them.
func (f Facts) lists(r *profile.Region) {
	for _, e := range r.Evaluation {
		if e.IsReported() {
			f.add(path("evaluation", e.Question.Key), strconv.Itoa(e.Step))
		}
	}
	for _, d := range r.Documents {
		f.add(path("documents", d.Title), d.Level)
	}
	for _, s := range r.Support {
		title := s.Title
		if title == "" {
			title = s.Kind
		}
		f.add(path("support", title), s.Amount)
	}
	for _, x := range r.Initiatives {
		f.add(path("initiatives", x.Title), x.Kind)
	}
	for _, x := range r.Represented {
		f.add(path("represented", x.Title), x.Kind)
	}
	for _, o := range r.Organisations {
		f.add(path("organisations", o.Name), o.Kind)
	}
	for _, w := range r.Websites {
		f.add(path("websites", w.Title), w.Link)
	}
	for _, p := range r.Profiles {
		f.add(path("profiles", p.Title), p.Publisher)
	}
}

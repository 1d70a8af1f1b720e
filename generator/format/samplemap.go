package format

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/region"
)

// dictionary writes a table that goes by a vocabulary.
func (s *sampler) dictionary(f region.Field) {
	switch f.Keys {
	case "networks":
		s.memberships(f)
	case "strategies":
		s.strategy(f)
	case "indicators":
		s.figures(f)
	case "classifications":
		s.codes(f)
	default:
		s.choice(f)
	}
}

// memberships answers for every network: a region file must.
func (s *sampler) memberships(f region.Field) {
	var statuses []string
	for _, status := range region.Statuses() {
		statuses = append(statuses, status.Key)
	}
	s.explain("Answers: " + strings.Join(statuses, ", ") +
		", but for a network with categories of its own.")
	s.explain(`More than one word stands in { … }, such as ` + s.inline(f.Type.Elem(), ""))
	s.members(f.Type.Elem())
	s.heading(f.Key, len(s.edition.Networks) > 0)
	for _, n := range s.edition.Networks {
		note := n.Name
		if len(n.Categories) > 0 {
			note += "; one of: " + strings.Join(region.AnswersTo(n), ", ")
		}
		s.answered(n.Key, note)
	}
}

func (s *sampler) strategy(f region.Field) {
	s.explain(`More than one word stands in { … }, such as ` + s.inline(f.Type.Elem(), ""))
	s.members(f.Type.Elem())
	s.heading(f.Key, len(s.edition.Strategies) > 0)
	for _, q := range s.edition.Strategies {
		s.answered(q.Key, q.Name)
	}
}

func (s *sampler) answered(key, note string) {
	s.out.WriteString(keyText(key) + " = " + Text(region.NotReported) + " # " + flat(note) + "\n")
}

// flat is a text that stays on the line of its comment.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// heading opens a table, as an example unless it holds something.
func (s *sampler) heading(key string, isActive bool) {
	if !isActive {
		s.out.WriteString("#")
	}
	s.out.WriteString("[" + key + "]\n")
}

// figures answers for every indicator, as a region file must, and shows a value
// below each answer, with all its fields for the first.
func (s *sampler) figures(f region.Field) {
	s.members(f.Type.Elem().Elem())
	s.heading(f.Key, len(s.edition.Indicators) > 0)
	for n, i := range s.edition.Indicators {
		value, year := valueOf(i)
		fields := []Field{{"value", value}, {"year", year}, {"source", `"page"`}}
		if n == 0 {
			fields = append(fields,
				Field{"status", `"estimated"`}, Field{"part", `"…"`}, Field{"remark", `"…"`})
		}
		s.explain(flat(fmt.Sprintf("%s (%s)", i.Name, unitOf(i))))
		fmt.Fprintf(&s.out, "%s = [\n  { status = %s },\n  #%s,\n]\n",
			keyText(i.Key), Text(region.NotReported), Table(fields...))
	}
}

func unitOf(i region.Indicator) string {
	if i.Unit != "" {
		return i.Unit
	}
	var scales []string
	for _, scale := range i.Scales {
		years := strings.Trim(fmt.Sprint(scale.Years), "[]")
		scales = append(scales, strings.Join(scale.Groups, ", ")+" for "+years)
	}
	if len(scales) == 0 {
		return i.Kind
	}
	return "a word of its scale: " + strings.Join(scales, "; ")
}

// valueOf is a value that an indicator can have, and a year for it.
func valueOf(i region.Indicator) (value, year string) {
	year = "2019"
	for _, scale := range i.Scales {
		if len(scale.Years) > 0 && len(scale.Groups) > 0 {
			return Text(scale.Groups[0]), fmt.Sprint(scale.Years[0])
		}
	}
	const people, percent = 6_596_233, 20.2
	lowest, highest := i.Bounds()
	if i.Kind == region.Total && highest > people {
		return digits(people), year
	}
	return digits(max(lowest, min(percent, highest))), year
}

func (s *sampler) codes(f region.Field) {
	for _, c := range s.edition.Classifications {
		const few = 12
		list := c.Codes()
		text := strings.Join(list[:min(few, len(list))], ", ")
		if len(list) > few {
			text += fmt.Sprintf(" … (%d in all, in atlas.toml)", len(list))
		}
		s.explain(flat(fmt.Sprintf("%s: %s; one or more of: %s", c.Key, c.Name, text)))
	}
	s.heading(f.Key, false)
	for _, c := range s.edition.Classifications {
		if list := c.Codes(); len(list) > 0 {
			s.out.WriteString("#" + keyText(c.Key) + " = " + List(Text(list[0])) + "\n")
		}
	}
}

// choice shows a table of which only some keys are used.
func (s *sampler) choice(f region.Field) {
	keys := s.edition.Vocabulary(f.Keys)
	s.explain("Keys: " + s.words(f.Keys))
	value := `["page"]` // of the table from: keys of sources
	switch t := f.Type.Elem(); {
	case t.Kind() == reflect.Struct:
		s.members(t)
		value = s.inline(t, "")
	case f.One != "":
		value = s.example(f)
	}
	s.heading(f.Key, false)
	for _, k := range keys[:min(1, len(keys))] {
		if m := exampleKey.FindStringSubmatch(f.Example); m != nil && slices.Contains(keys, m[1]) {
			k = m[1]
		}
		s.out.WriteString("#" + keyText(k) + " = " + value + "\n")
	}
}

// exampleKey is the key in the example of a table: { documents = ["page"] }.
var exampleKey = regexp.MustCompile(`^\{ ([a-z_]+) = `)

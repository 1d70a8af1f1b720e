package intake

import (
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// isCodes holds when a value starts with a code, or is yet to come.
func (p *page) isCodes(classification, value string) bool {
	if value == "" {
		return true
	}
	code, _, _ := dashSplit(firstPart(value))
	return len(code) < 12 && !strings.Contains(code, " ")
}

func firstPart(text string) string {
	first, _, _ := strings.Cut(text, ";")
	return strings.TrimSpace(first)
}

func (p *page) codesOrWait(s spot, key, value string) {
	p.heads = append(p.heads, spot{s.line, "codes"})
	if value == "" {
		p.pending = key
		p.report.add(s.line, Heading, s.text, "heading of codes.%s", key)
		return
	}
	p.codes(s, key, value)
}

// codes reads "Q.86 - Human health activities; Q.87 - Residential care".
func (p *page) codes(s spot, key, text string) {
	i := slices.IndexFunc(p.Edition.Classifications, func(c region.Classification) bool {
		return c.Key == key
	})
	list := p.Edition.Classifications[i]
	last := ""
	for _, part := range strings.Split(text, ";") {
		part = strings.TrimSpace(part)
		isRest := last != "" && strings.Contains(compared(list.Labels[last]), compared(part)) &&
			!strings.Contains(part, " - ") // of a label with a semicolon in it
		if part == "" || isRest {
			continue
		}
		code, label, _ := dashSplit(part)
		if last = p.codeOf(s, list, code, label); last != "" {
			p.code(s, key, last)
		}
	}
}

// codeOf is the code of the list that is written, or "" after it was told why
// there is none.
func (p *page) codeOf(s spot, list region.Classification, code, label string) string {
	known := strings.ToUpper(code)
	if _, ok := list.Labels[known]; ok {
		if label == "" || akin(label, list.Labels[known]) {
			return known
		}
		p.report.add(s.line, Doubtful, s.text,
			"codes.%s: %s stands for %q in atlas.toml, not for %q; write the code that is meant", list.Key,
			known, list.Labels[known], label)
		return ""
	}
	for _, c := range list.Codes() {
		if label != "" && compared(list.Labels[c]) == compared(label) {
			p.report.add(s.line, Doubtful, s.text,
				"codes.%s: %s is no code, but its label is that of %s; write %s, if that is what is meant",
				list.Key, problem.Quote(code), c, c)
			return ""
		}
	}
	p.report.add(s.line, LeftOver, s.text, "codes.%s: %s is no code of %s in atlas.toml", list.Key,
		problem.Quote(code), list.Name)
	return ""
}

// akin holds when two labels share a word of four letters or more.
func akin(a, b string) bool {
	words := tokens(b)
	return slices.ContainsFunc(tokens(a), func(w string) bool {
		return len(w) > 3 && slices.Contains(words, w)
	})
}

func (p *page) code(s spot, key, code string) {
	p.found["codes"] = true
	if slices.Contains(p.Codes[key], code) {
		p.report.add(s.line, Same, s.text, "codes.%s: %s stands on this page twice", key, code)
		return
	}
	p.at[top.Field("codes").Field(key).Item(len(p.Codes[key]))] = s
	p.Codes[key] = append(p.Codes[key], code)
}

// topics reads labels with semicolons between them.
func (p *page) topics(s spot, text string) {
	for _, part := range strings.Split(text, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		key, known := p.words["topics"].exact(part)
		switch {
		case !known:
			p.report.add(s.line, LeftOver, s.text,
				"topics: %s is no topic of atlas.toml. %sAdd it there, or its words under also",
				problem.Quote(part), p.words["topics"].hint(part))
		case slices.Contains(p.Topics, key):
			p.report.add(s.line, Same, s.text, "topics: %s stands on this page twice", key)
		default:
			p.found["topics"] = true
			p.at[top.Field("topics").Item(len(p.Topics))] = s
			p.Topics = append(p.Topics, key)
		}
	}
}

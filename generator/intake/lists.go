package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"regional-atlas/generator/region"
)

// mostLost is how many entries a list of a page can lose between two: beyond
// it the number is a slip, not a hole.
const mostLost = 50

// mostEntries is more than any list of a page has, so that a text that is no
// page costs no more than seconds.
const mostEntries = 500

// entry takes one entry of a numbered list, and the holes before it.
func (p *page) entry(s spot, number int, text string) {
	switch hole := number - p.last - 1; {
	case hole > mostLost:
		p.report.add(s.line, LeftOver, s.text, "%s: its number %d is far from %d, the one before",
			p.section, number, p.last)
		return
	case hole > 0 && number > 0:
		for n := p.last + 1; n < number; n++ {
			p.lost(s, n, "")
		}
	}
	if text != "" {
		p.foundLater(number)
	}
	p.last = max(number, p.last)
	p.item(s, number, text)
}

// lost notes an entry of which the name is lost.
func (p *page) lost(s spot, number int, remark string) {
	g := p.Gaps[p.section]
	if slices.Contains(g.Numbers, number) {
		p.remarkGap(s, remark)
		return
	}
	if number > 0 {
		g.Numbers = append(g.Numbers, number)
	}
	g.Lost++
	p.Gaps[p.section] = g
	p.remarkGap(s, remark)
}

// foundLater takes an entry back that seemed lost: the list is out of order.
func (p *page) foundLater(number int) {
	g := p.Gaps[p.section]
	i := slices.Index(g.Numbers, number)
	if i < 0 {
		return
	}
	g.Numbers = slices.Delete(g.Numbers, i, i+1)
	g.Lost--
	p.Gaps[p.section] = g
	if at := top.Field("gaps").Field(p.section); g.Lost == 0 && g.Remark == "" {
		for _, where := range append(p.more[at], p.at[at]) {
			if m := entry.FindStringSubmatch(where.text); m != nil && m[2] == "" {
				p.report.add(where.line, LeftOver, where.text,
					"an entry without a name; its number stands before another one too")
			}
		}
		delete(p.Gaps, p.section)
		delete(p.at, at)
		delete(p.more, at)
	}
}

func (p *page) remarkGap(s spot, remark string) {
	g := p.Gaps[p.section]
	g.Remark = strings.TrimSpace(g.Remark + " " + remark)
	p.Gaps[p.section] = g
	p.found[p.section] = true
	at := top.Field("gaps").Field(p.section)
	if before, there := p.at[at]; there {
		if before.line != s.line && !slices.Contains(p.more[at], s) {
			p.more[at] = append(p.more[at], s)
		}
		return
	}
	p.at[at] = s
}

// item takes one entry of the list whose heading came last.
func (p *page) item(s spot, number int, text string) {
	if text == "" && number > 0 {
		p.lost(s, number, "")
		return
	}
	if heading, ok := strings.CutSuffix(text, ":"); ok && heading != "" && number > 0 {
		const form = "Entry %d of the list is the heading %q with nothing below."
		p.remarkGap(s, fmt.Sprintf(form, number, heading+":"))
		return
	}
	p.found[p.section] = true
	if p.entries[p.section]++; p.entries[p.section] > mostEntries {
		p.report.add(s.line, LeftOver, s.text, "%s: no page of a region lists more than %d entries",
			p.section, mostEntries)
		return
	}
	switch p.section {
	case "documents":
		p.document(s, text)
	case "support":
		p.support(s, text)
	case "initiatives":
		p.at[top.Field("initiatives").Item(len(p.Initiatives))] = s
		kind := p.words["initiative-kinds"].only(text)
		p.Initiatives = append(p.Initiatives, region.Initiative{Title: text, Kind: kind})
	case "represented":
		p.at[top.Field("represented").Item(len(p.Represented))] = s
		p.Represented = append(p.Represented, region.Representation{Title: text})
	case "organisations":
		p.organisation(s, number, text)
	case "websites":
		p.website(s, text)
	case "profiles":
		p.profile(s, text)
	default:
		p.report.add(s.line, LeftOver, s.text,
			"an entry of a list that the form does not have here")
	}
}

// document reads "Regional level: title", "Regional press release: title" and
// a bare title, whose own words may say level and kind.
func (p *page) document(s spot, text string) {
	d := region.Document{Title: text}
	if before, after, ok := strings.Cut(text, ":"); ok && strings.TrimSpace(after) != "" {
		if level, kind, ok := p.levelAndKind(before); ok {
			d = region.Document{Title: strings.TrimSpace(after), Level: level, Kind: kind}
		}
	}
	if d.Level == "" {
		d.Level, _ = p.leadingLevel(text)
	}
	if d.Kind == "" {
		d.Kind = p.words["document-kinds"].only(text)
	}
	p.at[top.Field("documents").Item(len(p.Documents))] = s
	p.Documents = append(p.Documents, d)
}

// levelAndKind reads "Regional level", "Regional press release" or "Law"; ok is
// false when other words stand there.
func (p *page) levelAndKind(text string) (level, kind string, ok bool) {
	level, rest := p.leadingLevel(text)
	rest = strings.TrimSpace(rest)
	if rest == "" || level != "" && compared(rest) == "level" {
		return level, "", level != ""
	}
	kind, ok = p.words["document-kinds"].exact(rest)
	return level, kind, ok
}

// leadingLevel is the level whose name a text begins with, and the rest.
func (p *page) leadingLevel(text string) (level, rest string) {
	words := strings.Fields(text)
	for n := min(len(words), 4); n > 0; n-- {
		if key, ok := p.words["levels"].exact(strings.Join(words[:n], " ")); ok {
			return key, strings.Join(words[n:], " ")
		}
	}
	return "", text
}

// support reads "National level: kind or title" and "National, kind or title".
func (p *page) support(s spot, text string) {
	m := region.Support{Title: text}
	for _, mark := range []string{":", ","} {
		before, after, ok := strings.Cut(m.Title, mark)
		level, rest := p.leadingLevel(before)
		if ok && m.Level == "" && level != "" && (rest == "" || compared(rest) == "level") &&
			strings.TrimSpace(after) != "" {
			m.Level, m.Title = level, strings.TrimSpace(after)
		}
	}
	if kind, ok := p.words["support-kinds"].exact(m.Title); ok {
		m.Kind, m.Title = kind, ""
	}
	p.at[top.Field("support").Item(len(p.Support))] = s
	p.Support = append(p.Support, m)
}

// organisation reads "Name SHORT - kind".
func (p *page) organisation(s spot, number int, text string) {
	kind, isKind := p.words["organisation-kinds"].exact(strings.TrimLeft(text, "-‐‑‒–—− "))
	if isKind {
		p.lost(s, number, fmt.Sprintf("Only its kind is left: %s.", kind))
		return
	}
	o := region.Organisation{Name: text}
	if name, after, ok := dashCut(text); ok && name != "" {
		if kind, known := p.words["organisation-kinds"].exact(after); known {
			o.Name, o.Kind = name, kind
		}
	}
	o.Name, o.Short = shortName(o.Name)
	p.at[top.Field("organisations").Item(len(p.Organisations))] = s
	p.Organisations = append(p.Organisations, o)
}

// shortName parts a name from the short name in capitals after it: at least
// two words, then one of three capitals or more.
func shortName(name string) (long, short string) {
	words := strings.Fields(name)
	if len(words) < 3 {
		return name, ""
	}
	last := strings.Trim(words[len(words)-1], "()")
	capitals := 0
	for _, r := range last {
		if unicode.IsUpper(r) {
			capitals++
		} else if !unicode.IsDigit(r) && r != '.' {
			return name, ""
		}
	}
	before := strings.Join(words[:len(words)-1], " ")
	if capitals < 3 || before == strings.ToUpper(before) {
		return name, ""
	}
	return before, last
}

var (
	licence  = regexp.MustCompile(`(?i)^(.*),\s*((?:CC0|CC[ -]BY|GFDL|GNU|public domain)[^,]*?)[\s,.]*$`)
	derived  = regexp.MustCompile(`(?i)^(.*?)\s*[-–]?\s*This file was derived from:\s*(.*?)[\s:]*$`)
	deriving = regexp.MustCompile(`(?i)([^\s;,])\s*(derivative work:)`)
)

// credit reads the credit of a picture as wikis write it: "By AUTHOR - This
// file was derived from: TITLE, LICENCE".
func (p *page) credit(s spot) {
	text := strings.TrimPrefix(s.text, "By ")
	if m := licence.FindStringSubmatch(text); m != nil {
		text, p.Image.Licence = m[1], strings.TrimSpace(m[2])
	}
	if m := derived.FindStringSubmatch(text); m != nil && m[2] != "" {
		text = strings.TrimSpace(strings.TrimPrefix(m[1], m[2]+":"))
		p.Image.Title = "Derived from: " + m[2]
	}
	p.Image.Author = deriving.ReplaceAllString(text, "$1; $2")
	p.at["/image"], p.found["image"] = s, true
}

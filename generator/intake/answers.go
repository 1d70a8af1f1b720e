package intake

import (
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
	"regional-atlas/generator/slip"
)

// figureOf reads "Total population (2019) 1,215,290".
func (p *page) figureOf(s spot) bool {
	name, year, value := s.text, p.Year, ""
	if m := inYear.FindStringSubmatch(s.text); m != nil {
		name, value = m[1], m[3]
		year = int(m[2][0]-'0')*1000 + int(m[2][1]-'0')*100 + int(m[2][2]-'0')*10 + int(m[2][3]-'0')
		if len(strings.Fields(value)) > 4 {
			return false // a sentence with a year in it
		}
	}
	key, known := p.words["indicators"].exact(name)
	if !known && value == "" {
		key, value, known = p.labelBefore(s.text)
	}
	switch {
	case !known && value == "":
		return false
	case !known:
		p.report.add(s.line, LeftOver, s.text,
			"%s is no indicator of atlas.toml. %sAdd it there, or its words under also",
			problem.Quote(name), p.words["indicators"].hint(name))
		return true
	}
	i := p.indicatorNamed(key)
	p.found["figures"] = true
	f, doubt := figureOn(i, value, year)
	if doubt != "" {
		p.report.add(s.line, Doubtful, s.text, "figures.%s: %s", key, doubt)
		return true
	}
	p.figure(key, f, s)
	return true
}

// figureOn reads a value of a page with the flags behind it.
func figureOn(i region.Indicator, text string, year int) (f region.Figure, doubt string) {
	f.Year = year
	if i.Kind != region.Class {
		var flags string
		text, flags = sheet.CutFlags(text)
		if doubt = firmly(&f, flags, sheet.FirmnessOf(flags)); doubt != "" {
			return f, doubt
		}
	}
	f.Value, doubt = readValue(text, i, year)
	return f, doubt
}

// labelBefore finds an indicator's label at the beginning of a line that ends
// in a value.
func (p *page) labelBefore(text string) (key, value string, ok bool) {
	words := strings.Fields(text)
	for n := min(len(words)-1, 12); n > 0; n-- {
		rest := strings.TrimPrefix(strings.Join(words[n:], " "), ": ")
		k, known := p.words["indicators"].exact(strings.Join(words[:n], " "))
		if known && p.couldBe(k, rest) {
			return k, rest, true
		}
	}
	return "", "", false
}

// couldBe tells a value from the rest of a sentence.
func (p *page) couldBe(indicator, text string) bool {
	if p.indicatorNamed(indicator).Kind == region.Class {
		return len(strings.Fields(text)) < 4
	}
	return isNumberLike(text)
}

func (d *desk) indicatorNamed(key string) region.Indicator {
	i := slices.IndexFunc(d.Edition.Indicators,
		func(i region.Indicator) bool { return i.Key == key })
	return d.Edition.Indicators[i]
}

func (d *desk) networkNamed(key string) region.Network {
	i := slices.IndexFunc(d.Edition.Networks, func(n region.Network) bool { return n.Key == key })
	return d.Edition.Networks[i]
}

// fillers are the words of the form around the name of a network.
var fillers = tokens("is are the a of in to by and member membership region regions " +
	"macroregion macro initiative network status according ec eu")

// networkOf is the network that a text names, with no more than the words of the
// form around it, or "".
func (d *desk) networkOf(text string) string {
	key, rest := d.words["networks"].inside(text)
	if slices.ContainsFunc(rest, func(w string) bool { return !slices.Contains(fillers, w) }) {
		return ""
	}
	return key
}

// longestQuestion is more characters than the form asks with.
const longestQuestion = 250

// question reads "Member Euregha? yes".
func (p *page) question(s spot) bool {
	asked, answer, isQuestion := strings.Cut(s.text, "?")
	if !isQuestion || len(asked) > longestQuestion {
		return false
	}
	key := p.networkOf(asked)
	if key == "" {
		if p.section != "memberships" {
			return false
		}
		p.report.add(s.line, LeftOver, s.text,
			"asks about no network of atlas.toml. %sAdd it there, or its words under also",
			p.words["networks"].hint(strings.TrimSpace(asked)))
		return true
	}
	p.membership(s, key, strings.TrimSpace(answer))
	return true
}

// membership takes the answer for a network, the first one if there are two.
func (p *page) membership(s spot, key, answer string) {
	at := top.Field("memberships").Field(key)
	m, note := p.answerFor(key, answer)
	switch before, again := p.at[at]; {
	case note != "":
		p.report.add(s.line, LeftOver, s.text, "memberships.%s: %s", key, note)
	case again && p.Memberships[key] != m:
		p.report.add(s.line, Doubtful, s.text,
			"memberships.%s: line %d answers otherwise; the first answer was taken", key,
			before.line)
	case again:
		p.report.add(s.line, Same, s.text, "memberships.%s, said on line %d", key, before.line)
	default:
		p.at[at], p.Memberships[key], p.found["memberships"] = s, m, true
	}
}

// answerFor reads the answer for a network; note says why it cannot be taken.
func (d *desk) answerFor(key, answer string) (m region.Membership, note string) {
	if answer == "" {
		return region.Membership{Status: region.NotReported,
			Remark: "Left blank in the source."}, ""
	}
	words := answersTo(d.networkNamed(key))
	status, known := words.exact(answer)
	if !known {
		status, known = words.begins(answer)
	}
	switch isMember := compared(answer) == "member"; {
	case !known && isMember && len(d.networkNamed(key).Categories) == 0:
		return region.Membership{Status: region.Yes, Remark: "The source answers \"member\"."}, ""
	case !known:
		return m, problem.Quote(answer) + " is no answer for it. " + words.hint(answer) +
			"Write it by hand, with a remark if need be" + part(answer)
	case status == region.Part:
		return m, "it is not said which part of the region is a member; write it by hand"
	}
	return region.Membership{Status: status}, ""
}

// named reads a network's name that stands alone, without a question.
func (p *page) named(s spot) bool {
	key := p.networkOf(s.text)
	if key == "" || len(s.text) > longestQuestion {
		return false
	}
	if before, answered := p.at[top.Field("memberships").Field(key)]; answered {
		p.report.add(s.line, Same, s.text,
			"memberships.%s, named again without an answer; it is answered on line %d", key,
			before.line)
		return true
	}
	p.report.add(s.line, Doubtful, s.text,
		"memberships.%s: named without an answer; write %s = \"yes\" if a membership is meant", key,
		key)
	return true
}

// yesNo reads yes, no or not reported, with a remark after a dash or comma.
func yesNo(text string) (answer, remark string, ok bool) {
	head, rest := text, ""
	ends := func(r rune) bool { return slip.IsDash(r) || strings.ContainsRune(",:;.(", r) }
	if i := strings.IndexFunc(text, ends); i >= 0 {
		head, rest = text[:i], strings.TrimLeft(text[i:], " -‐‑‒–—−,:;.")
	}
	for _, a := range []string{region.Yes, region.No, region.NotReported} {
		if compared(head) == compared(a) {
			return a, rest, true
		}
	}
	return "", "", false
}

// looking takes the answer on collaboration.
func (p *page) looking(s spot, text string) {
	answer, remark, ok := yesNo(text)
	if !ok {
		p.report.add(s.line, LeftOver, s.text,
			"collaboration: the answer starts with neither yes nor no; write it by hand")
		return
	}
	p.found["collaboration"] = true
	remark, link := cutAddress(remark)
	p.Cooperation = region.Cooperation{Looking: answer, Remark: remark, Link: link}
	p.at["/collaboration"] = s
}

// labelled reads "Policy document (RIS3): Yes" and "NACE …: Q.86 - …".
func (p *page) labelled(s spot) bool {
	name, value, ok := strings.Cut(s.text, ":")
	if !ok || len(name) > longestQuestion {
		return false
	}
	value = strings.TrimSpace(value)
	if key, _ := p.words["classifications"].inside(name); key != "" && p.isCodes(key, value) {
		p.section = "codes"
		p.codesOrWait(s, key, value)
		return true
	}
	key, _ := p.words["strategies"].inside(name)
	answer, remark, isAnswer := yesNo(value)
	if key == "" || !isAnswer {
		return false
	}
	p.section = "strategy"
	remark, link := cutAddress(remark)
	p.Strategy[key] = region.Answer{Answer: answer, Remark: remark, Link: link}
	p.at[top.Field("strategy").Field(key)] = s
	return true
}

// rated reads "Rate of the genomics literacy of the citizens - Medium".
func (p *page) rated(s spot) bool {
	for _, cut := range []func(string) (string, string, bool){dashCut, lastColon} {
		name, value, ok := cut(s.text)
		key, known := p.words["questions"].exact(name)
		if !ok || !known || len(name) > longestQuestion {
			continue
		}
		rating, isRating := p.words["ratings"].exact(value)
		if !isRating {
			p.report.add(s.line, LeftOver, s.text, "evaluation.%s: %s is no rating. %s", key,
				problem.Quote(value), p.words["ratings"].hint(value))
			return true
		}
		p.Evaluation[key], p.found["evaluation"] = rating, true
		p.at[top.Field("evaluation").Field(key)] = s
		return true
	}
	return false
}

func lastColon(text string) (before, after string, ok bool) {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return text, "", false
	}
	return strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:]), true
}

package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
)

// page reads the text of one region's page: a title with the code, figures,
// paragraphs, then questions with their answers and numbered lists.
type page struct {
	*desk
	*stated
	section string // whose heading came last
	pending string // the question that waits for its answer on the next line

	last    int             // the number of the last entry of the list
	entries map[string]int  // entries of each list
	found   map[string]bool // sections of which something was found
	heads   []spot          // headings; text is the section
}

var (
	// A code as pages begin or end with it; a small l stands for a capital I.
	title  = regexp.MustCompile(`^([A-Z][A-Zl][A-Z0-9l]{0,3})\s*[-‐‑‒–—−:]\s*(\S.*)$`)
	titled = regexp.MustCompile(`^(\S.*?)\s*\(([A-Z][A-Zl][A-Z0-9l]{0,3})\)$`)
	// whole is what pages of whole countries say beside the name.
	whole  = regexp.MustCompile(`(?i)\s*\(national level\)`)
	inYear = regexp.MustCompile(`^(.*?)\s*\(((?:19|20)[0-9]{2})\)\s*:?\s*(.*)$`)
	entry  = regexp.MustCompile(`^([0-9]{1,6})[.)](?:\s+(.*))?$`)
	bullet = regexp.MustCompile(`^(?:[•·▪◦*]\s*|[-–]\s+)(.*)$`)
)

// headings are those of the form, folded as far as they are the same on every
// page. A whole one has nothing after it but a colon.
var headings = []struct {
	starts, section string
	whole           bool
}{
	{"Regional website", "websites", false},
	{"Health profile", "profiles", false},
	{"Membership status", "memberships", true},
	{"Memberships", "memberships", true},
	{"Policy documents", "documents", true},
	{"Topics covered", "topics", false},
	{"Funding programmes or other support measures", "support", false},
	{"Major initiatives", "initiatives", false},
	{"Is the region represented in", "represented", false},
	{"Is the region looking for", "collaboration", false},
	{"Organisations in", "organisations", false},
	{"Self evaluation", "evaluation", true},
	{"Image attribution", "image", true},
}

// page reads a page and merges it into its region's file.
func (d *desk) page(text string) (*Outcome, error) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	d.report.lines = len(lines)
	p := &page{desk: d, found: map[string]bool{}, entries: map[string]int{}}
	for i, line := range lines {
		if line = sheet.Tidy(line); line == "" {
			continue
		}
		if p.stated == nil {
			if !p.title(i+1, line) {
				return nil, fmt.Errorf("the first line of %s names no region: it is a NUTS code, a hyphen and "+
					"the name, such as \"BE2 - Flanders\", or \"Flanders (BE2)\", not %s", d.name,
					problem.Quote(line))
			}
			continue
		}
		p.line(spot{i + 1, line})
	}
	if p.stated == nil {
		return nil, fmt.Errorf("%s is empty", d.name)
	}
	p.close()
	return d.finish([]*stated{p.stated})
}

// title reads the first line, "CODE - Name" or "Name (CODE)". Where a name stands in
// two languages, the form puts the English one last.
func (p *page) title(n int, line string) bool {
	name, written := "", ""
	switch before, behind := title.FindStringSubmatch(line), titled.FindStringSubmatch(line); {
	case before != nil:
		written, name = before[1], before[2]
	case behind != nil:
		written, name = behind[2], behind[1]
	}
	code := strings.ReplaceAll(written, "l", "I")
	if !region.IsNUTS(code) {
		return false
	}
	p.stated = newStated(code)
	p.isNew = true
	p.stated.code = n
	if code != written {
		p.Mended = append(p.Mended,
			fmt.Sprintf("The source writes the code as %s, with a small letter L "+
				"for the capital I; it is %s.", written, code))
	}
	names := strings.Split(whole.ReplaceAllString(name, ""), " / ")
	p.Name = strings.TrimSpace(names[len(names)-1])
	for _, other := range names[:len(names)-1] {
		if other = strings.TrimSpace(other); other != "" && other != p.Name {
			p.Also = append(p.Also, other)
		}
	}
	p.at["/name"] = spot{n, line}
	return true
}

// longestLine is more characters than any paragraph of a page has.
const longestLine = 10_000

// line finds out what one line is.
func (p *page) line(s spot) {
	if len(s.text) > longestLine {
		p.report.add(s.line, LeftOver, s.text,
			"a line of more than %d characters, which no page has",
			longestLine)
		return
	}
	isEntry := entry.MatchString(s.text) && slices.Contains(numbered, p.section)
	switch {
	case p.shared(s), p.button(s):
	case isEntry:
		m := entry.FindStringSubmatch(s.text)
		n, _ := strconv.Atoi(m[1])
		p.entry(s, n, m[2])
	case p.labelled(s), p.rated(s), p.heading(s), p.question(s), p.figureOf(s):
	case p.answered(s):
	case bullet.MatchString(s.text):
		p.bullet(s)
	case p.section == "image" && p.Image == (region.Credit{}):
		p.credit(s)
	case p.block(s):
	case p.named(s):
	case p.section == "" && isProse(s.text):
		p.texts = append(p.texts, s)
	default:
		p.report.add(s.line, LeftOver, s.text,
			"neither a question nor an entry of a list that the form has")
	}
}

// isProse holds for a paragraph, as against a label or heading.
func isProse(text string) bool {
	words := len(strings.Fields(text))
	return words >= 8 || words > 3 && strings.HasSuffix(text, ".")
}

// shared finds what atlas.toml says for the whole site: funding and publisher.
func (p *page) shared(s spot) bool {
	f, site := compared(s.text), p.Edition.Site
	const shortest = 20 // letters, so that a common word is no notice
	if len(f) < shortest {
		return false
	}
	for _, notice := range site.Funding {
		if strings.Contains(compared(notice), f) {
			p.report.add(s.line, Shared, s.text, "atlas.toml: site.funding")
			return true
		}
	}
	if a := compared(site.Publisher.Address); len(a) >= shortest && strings.Contains(f, a) {
		p.report.add(s.line, Shared, s.text, "atlas.toml: site.publisher")
		return true
	}
	return false
}

// heading finds the headings of the form, and what may follow on the line.
func (p *page) heading(s spot) bool {
	words := tokens(s.text)
	for _, h := range headings {
		start := tokens(h.starts)
		begins := len(words) >= len(start) && slices.Equal(words[:len(start)], start)
		if !begins || h.whole && len(words) > len(start) {
			continue
		}
		p.section, p.last, p.pending = h.section, 0, ""
		p.heads = append(p.heads, spot{s.line, h.section})
		p.report.add(s.line, Heading, s.text, "heading of %s", h.section)
		if h.whole || h.section == "organisations" {
			return true
		}
		p.inline(s, afterHeading(s.text))
		return true
	}
	return false
}

// afterHeading is what stands after the last question mark of a heading, else
// after its first colon.
func afterHeading(text string) string {
	if i := strings.LastIndexByte(text, '?'); i >= 0 {
		return strings.TrimSpace(text[i+1:])
	}
	_, rest, _ := strings.Cut(text, ":")
	return strings.TrimSpace(rest)
}

func (p *page) inline(s spot, rest string) {
	switch {
	case rest == "" && (p.section == "collaboration" || p.section == "topics"):
		p.pending = p.section
	case p.section == "collaboration":
		p.looking(s, rest)
	case p.section == "topics":
		p.topics(s, rest)
	case p.section == "profiles":
		p.profile(s, rest)
	case rest != "":
		for _, part := range strings.Split(rest, ";") {
			p.item(s, 0, strings.TrimSpace(part))
		}
	}
}

// answered takes the line after a question that stood alone.
func (p *page) answered(s spot) bool {
	pending := p.pending
	p.pending = ""
	switch {
	case pending == "collaboration":
		p.looking(s, s.text)
	case pending == "topics":
		p.topics(s, s.text)
	case pending != "":
		p.codes(s, pending, s.text)
	}
	return pending != ""
}

// bullet takes an entry of a list without numbers.
func (p *page) bullet(s spot) {
	rest := bullet.FindStringSubmatch(s.text)[1]
	switch {
	case p.section == "image" || rest == "":
		p.report.add(s.line, LeftOver, s.text, "the name of a link, without its address")
	case p.section == "memberships":
		p.listed(s, rest)
	default:
		p.item(s, 0, rest)
	}
}

// close tells which headings had nothing below them.
func (p *page) close() {
	for _, h := range p.heads {
		if p.found[h.text] {
			continue
		}
		for i := range p.report.Entries {
			if e := &p.report.Entries[i]; e.Line == h.line && e.State == Heading {
				e.Note += ", nothing below it"
			}
		}
	}
}

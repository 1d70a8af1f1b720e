package source

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/proofreader"
	"regional-atlas/generator/tomltree"
)

// mended is what a front matter says after its slips were put right and its
// other faulty pieces left out.
type mended struct {
	raw    map[string]any
	index  *index // of the text of the draft
	draft  *proofreader.Draft
	looked bool // for slips
	faults []problem.Fault
	unread []problem.Key // what is not read as it stands; "" when that could be anything
}

const (
	// mostPieces is how many faults of syntax are told in one run: whoever has
	// more has made one mistake many times, or is not writing TOML.
	mostPieces = 20
	// mostParsed is how many bytes are parsed in the search for the smallest
	// piece, so that a large hostile file costs no more than seconds. A real
	// file is parsed some hundred times before that.
	mostParsed = 2 << 20
)

// mend parses a front matter. x is its index, and the schema of its kind of file begins
// with top.
//
// In a file with faults it first puts right what is plainly a slip: so it does
// when the parser fails, or when doubtful, which says that what it has read makes
// no sense. The parser stops at its first fault; so, of what is left, the
// smallest piece that holds the fault is blanked, and the rest parsed again.
func mend(file string, f front, x *index, top reflect.Type, doubtful bool) mended {
	m := &mender{left: mostParsed}
	t := m.try(f.toml, x)
	m.draft = proofreader.NewDraft(file, f.line, x.Tree)
	isOdd := doubtful || t.err != nil || len(t.index.Twice) > 0
	if m.looked = isOdd && t.index.Refusal == nil; m.looked {
		report, any := m.draft.Correct(t.index.Tree, top, mostPieces)
		m.faults, m.unread = report.Faults, report.Unread
		if any {
			t = m.parse(m.draft.Text)
		}
	}
	if !m.isMended(t) {
		m.raw, m.unread = nil, []problem.Key{""}
	}
	return m.mended
}

type mender struct {
	mended
	left int // bytes that may still be parsed
}

// isMended collects the faults, and reports whether what is left of the text can
// be read.
func (m *mender) isMended(t trial) bool {
	isCut := false // the text said too much, and its end is left out
	for ; ; t = m.parse(m.draft.Text) {
		m.raw, m.index = t.raw, t.index
		switch refusal := t.index.Refusal; {
		case refusal != nil:
			what, remedy := beyond(refusal.Why)
			m.faults = append(m.faults,
				m.draft.Mark(tomltree.Between(refusal.At, refusal.At+1), what, remedy))
			if isCut || refusal.Why != tomltree.Statements {
				return false // such a file is not worth a second look
			}
			m.draft.Text, isCut = m.draft.Text[:refusal.At], true // its first faults may tell what happened
			continue
		case t.err == nil:
			return !isCut
		}
		at := m.explain(t)
		if len(m.faults) >= mostPieces || m.left < 0 || !m.leaveOut(t.index, at) {
			m.faults[len(m.faults)-1].Cut = true
			return false
		}
	}
}

// trial is a text as the parser sees it.
type trial struct {
	text  string
	raw   map[string]any
	index *index
	err   error
}

func (m *mender) parse(text string) trial { return m.try(text, newIndex(text)) }

func (m *mender) try(text string, x *index) trial {
	t := trial{text: text, index: x, raw: map[string]any{}}
	m.left -= len(text)
	if t.index.Refusal == nil { // else the parser may take hours
		_, t.err = toml.Decode(text, &t.raw)
	}
	return t
}

// fails is the offset of the fault of a trial, len(text) without one.
func (t trial) fails() int {
	if t.err == nil {
		return len(t.text)
	}
	at, _ := t.fault()
	return at.Start
}

// leaveOut blanks the smallest piece around the offset after which the parser
// gets beyond what the piece was part of.
func (m *mender) leaveOut(x *index, at int) bool {
	s, text := x.statementAt(at), m.draft.Text
	best, farthest := tomltree.Span{}, -1
	for _, piece := range candidates(text, s, at) {
		t := m.parse(blanked(text, piece))
		if t.index.Refusal != nil {
			continue
		}
		fails := t.fails()
		if fails > farthest {
			best, farthest = piece, fails
		}
		if t.settled(lineEnd(text, at)) || m.left < 0 {
			best, farthest = piece, fails
			break
		}
	}
	if farthest < 0 || strings.TrimSpace(text[best.Start:best.End]) == "" {
		return false
	}
	m.unread = append(m.unread, told(x, text, best, s)...)
	m.draft.Text = blanked(text, best)
	return true
}

// settled holds when no fault is left, or the next one stands in a statement of
// its own that begins behind the line that was faulty.
func (t trial) settled(lineEnd int) bool {
	if t.err == nil {
		return true
	}
	next := t.index.statementAt(t.fails())
	if next.at <= lineEnd {
		return false
	}
	line, _, _ := strings.Cut(t.text[lineStart(t.text, next.at):], "\n")
	return !leftover.MatchString(line)
}

var (
	// translated is how the translation of a text begins.
	translated = regexp.MustCompile(`^[A-Za-z_]+\.[a-z]{2,3}(-[A-Za-z0-9]+)?[ \t]*=`)
	// leftover is how a line starts that belongs to a value begun further up.
	leftover = regexp.MustCompile(`^\s*(["'][^=]*$|[]}{,0-9+-]|"""|''')`)
	// begins is how the line of a heading or a pair starts, written by a person.
	begins = regexp.MustCompile(`(?m)^[ \t]*(\[\[?[ \t]*[A-Za-z][^\]\n,]*\]\]?[ \t]*(#.*)?$|[A-Za-z0-9_."-]+[ \t]*=)`)
	heads  = regexp.MustCompile(`(?m)^[ \t]*\[\[?[ \t]*[A-Za-z"']`)
	// halfHead is a heading that lost its opening brackets.
	halfHead = regexp.MustCompile(`^[ \t]*[A-Za-z0-9_.-]+[ \t]*\]\]?[ \t]*(#.*)?$`)

	lineWords = regexp.MustCompile(`(?m)^[ \t]*["']?([A-Za-z0-9_-]+)`)
	itemNo    = regexp.MustCompile(`/[0-9]+$`)
)

// candidates are the pieces that may hold a fault, the smallest first.
func candidates(text string, s statement, at int) []tomltree.Span {
	at = min(at, len(text))
	line := tomltree.Between(lineStart(text, at), lineEnd(text, at))
	from := lineStart(text, s.at)
	if s.heading && from == line.Start || halfHead.MatchString(text[line.Start:line.End]) {
		// Without its heading a table would be read as part of the one before.
		return []tomltree.Span{tomltree.Between(line.Start, nextMatch(heads, text, line.End))}
	}
	if s.heading || s.at < 0 {
		from = line.Start
	}
	var list []tomltree.Span
	if from < line.Start {
		list = append(list, line)
		if begins.MatchString(text[line.Start:line.End]) {
			list = append(list, tomltree.Between(from, line.Start))
		}
	}
	if isTriple(text[at:]) {
		return append(list, tomltree.Between(from,
			nextMatch(begins, text, line.End))) // all up to there is inside the text
	}
	return append(list, tomltree.Between(from, line.End),
		tomltree.Between(from, nextMatch(begins, text, line.End)))
}

func isTriple(text string) bool {
	return strings.HasPrefix(text, `"""`) || strings.HasPrefix(text, `'''`)
}

// nextMatch is where the next line from the offset on matches, or the end.
func nextMatch(pattern *regexp.Regexp, text string, from int) int {
	from = min(from+1, len(text))
	if at := pattern.FindStringIndex(text[from:]); at != nil {
		return from + at[0]
	}
	return len(text)
}

func lineStart(text string, at int) int {
	return strings.LastIndexByte(text[:max(0, min(at, len(text)))], '\n') + 1
}

func lineEnd(text string, at int) int {
	at = max(0, min(at, len(text)))
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// blanked puts spaces for the bytes of a piece, so that all else stays in place.
func blanked(text string, piece tomltree.Span) string {
	gone := []byte(text[piece.Start:piece.End])
	for i, b := range gone {
		if b != '\n' {
			gone[i] = ' '
		}
	}
	return text[:piece.Start] + string(gone) + text[piece.End:]
}

// told lists the keys that a piece was about: those of its statements, and of
// the words that its lines begin with.
func told(x *index, text string, piece tomltree.Span, s statement) []problem.Key {
	var keys []problem.Key
	if s.at >= 0 && (!s.heading || s.at >= piece.Start) {
		keys = append(keys, s.node.Key())
		if s.heading { // not just one entry, but perhaps the only one
			keys = append(keys, problem.Key(itemNo.ReplaceAllString(string(s.node.Key()), "")))
		}
	}
	table := x.Top
	for _, other := range x.statements() {
		if other.heading && other.at <= piece.Start {
			table = other.node
		}
		if other.at >= piece.Start && other.at < piece.End && len(keys) < enough {
			keys = append(keys, other.node.Key())
		}
	}
	if first := text[piece.Start:lineEnd(text, piece.Start)]; halfHead.MatchString(first) {
		keys = append(keys, problem.Key("").Field(strings.TrimSpace(strings.SplitN(first, "]", 2)[0])))
	}
	for _, m := range lineWords.FindAllStringSubmatch(text[piece.Start:piece.End], enough) {
		keys = append(keys, table.Key().Field(m[1]))
	}
	return slices.DeleteFunc(keys,
		func(k problem.Key) bool { return k == "" || k == table.Key() && !s.heading })
}

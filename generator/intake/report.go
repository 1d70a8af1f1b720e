package intake

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/sheet"
)

// State is what became of a line, the more there is to do the higher.
type State int

// The states of a line.
const (
	Blank    State = iota // nothing stands on it
	Heading               // it says what the lines below are about
	Shared                // atlas.toml says it for the whole site
	Absent                // it is about a region that the atlas does not have
	Beside                // it is about a part, in another unit, or not asked for
	Silent                // it has no value
	Same                  // the file says it already
	Written               // it is new in the file
	Kept                  // the file says something else, and was left alone
	LeftOver              // it has no place in a region file, or none was found
	Doubtful              // it can be read in more than one way
)

// Entry is what became of one line, or of one cell of a row.
type Entry struct {
	Line  int // counted from 1
	State State
	Text  string // what the source says
	Note  string // where it went, or why it did not
}

// Report accounts for every line of a source.
type Report struct {
	Source  string // name of the source
	Entries []Entry
	Notes   []string // what else was done to the files
	lines   int
}

func (r *Report) add(line int, state State, text, note string, args ...any) {
	note = strings.TrimSpace(fmt.Sprintf(note, args...))
	r.Entries = append(r.Entries, Entry{line, state, text, note})
}

// finish sorts the entries and makes one for each line that has none.
func (r *Report) finish() {
	seen := make([]bool, r.lines+1)
	for _, e := range r.Entries {
		seen[e.Line] = true
	}
	for n := 1; n <= r.lines; n++ {
		if !seen[n] {
			r.add(n, Blank, "", "")
		}
	}
	slices.SortStableFunc(r.Entries, func(a, b Entry) int { return cmp.Compare(a.Line, b.Line) })
}

// Counts tells how many lines are in each state; a line with several entries
// counts once, for the one that leaves most to do.
func (r *Report) Counts() map[State]int {
	worst := map[int]State{}
	for _, e := range r.Entries {
		worst[e.Line] = max(worst[e.Line], e.State)
	}
	counts := map[State]int{}
	for _, s := range worst {
		counts[s]++
	}
	return counts
}

// Complete holds when nothing is left for a person to decide.
func (r *Report) Complete() bool {
	c := r.Counts()
	return c[Kept]+c[LeftOver]+c[Doubtful] == 0
}

// Write prints the report: a line of text for each line of the source, in its
// order; lines that nobody needs to tell apart share one.
func (r *Report) Write(w io.Writer) {
	for _, group := range r.groups() {
		first := group[0]
		if first.State == Blank {
			continue
		}
		mark := map[State]string{
			Same: "same: ", Kept: "differs: ", LeftOver: "left over: ", Doubtful: "doubtful: ",
		}[first.State]
		where := lineRanges(group)
		if first.Text == "" {
			fmt.Fprintf(w, "%5s  %s%s\n", where, mark, first.Note)
			continue
		}
		fmt.Fprintf(w, "%5s  %-40s  %s%s\n", where, excerpt(first.Text), mark, first.Note)
	}
	for _, n := range r.Notes {
		fmt.Fprintf(w, " note  %s\n", n)
	}
	fmt.Fprintln(w, r.tally())
}

// groups brings lines together that were left over for one reason, where their
// texts need not be told apart: rows of a table, which have none.
func (r *Report) groups() [][]Entry {
	var groups [][]Entry
	at := map[Entry]int{}
	for _, e := range r.joined() {
		alike := Entry{State: e.State, Note: e.Note}
		if i, ok := at[alike]; ok && e.Text == "" {
			groups[i] = append(groups[i], e)
			continue
		}
		if e.Text == "" {
			at[alike] = len(groups)
		}
		groups = append(groups, []Entry{e})
	}
	return groups
}

// joined brings together what became of one text in one way.
func (r *Report) joined() []Entry {
	var list []Entry
	for _, e := range r.Entries {
		if n := len(list); n > 0 && e.Text != "" {
			if l := &list[n-1]; l.Line == e.Line && l.State == e.State && l.Text == e.Text {
				l.Note += "; " + e.Note
				continue
			}
		}
		list = append(list, e)
	}
	return list
}

// lineRanges writes the lines of entries as 3-7, 9.
func lineRanges(entries []Entry) string {
	var parts []string
	for i := 0; i < len(entries); {
		j := i
		for j+1 < len(entries) && entries[j+1].Line <= entries[j].Line+1 {
			j++
		}
		from, to := entries[i].Line, entries[j].Line
		if from == to {
			parts = append(parts, fmt.Sprint(from))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", from, to))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// excerpt is the beginning of a text, without what would play tricks on a
// terminal.
func excerpt(text string) string {
	const longest = 40
	const bytes = 4 * longest
	text = sheet.Tidy(text[:min(len(text), bytes)])
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	return string([]rune(text)[:longest-1]) + "…"
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (r *Report) tally() string {
	c := r.Counts()
	text := fmt.Sprintf("%s: %s", r.Source, counted(r.lines, "line"))
	for _, part := range []struct {
		state State
		words string
	}{
		{Written, "taken in"}, {Same, "said already"}, {Kept, "different from the file"},
		{LeftOver, "left over"}, {Doubtful, "doubtful"}, {Beside, "of parts or other units"},
		{Silent, "without a value"}, {Absent, "of other regions"},
		{Shared, "in atlas.toml"}, {Heading, "with headings"}, {Blank, "blank"},
	} {
		if n := c[part.state]; n > 0 {
			text += fmt.Sprintf(", %d %s", n, part.words)
		}
	}
	return text + "."
}

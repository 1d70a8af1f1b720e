package source

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/proofreader"
	"regional-atlas/generator/slip"
	"regional-atlas/generator/tomltree"
)

// beyond are the words for a text that the parser must not be given.
func beyond(bound tomltree.Bound) (what, remedy string) {
	const pasted = " was pasted here by mistake."
	switch bound {
	case tomltree.Entries:
		return "the lists of this file have more than 50,000 entries together",
			"No region needs that many; look for a list that" + pasted
	case tomltree.Statements:
		return "this file has more than 30,000 headings and facts",
			"No region needs that many; look for a text that" + pasted
	case tomltree.Names:
		return "the names of the tables and fields of this file are too long",
			"No field has a name of more than twenty letters; look for a text that" + pasted
	}
	return fmt.Sprintf("more than %d tables or lists stand inside each other here",
			tomltree.Depth.Most()),
		"No field needs that; look for a bracket or a point too many."
}

// twice reports keys that are written again. The parser would let the later
// value win in silence.
func (m *mended) twice() (faults []problem.Fault) {
	if m.index.Refusal == nil {
		for _, again := range m.index.Twice[:min(len(m.index.Twice), enough)] {
			faults = append(faults, m.draft.Mark(again.Next, m.alreadyWritten(again), oneOfTwo))
		}
		if more := len(m.index.Twice) - enough; more > 0 {
			faults[enough-1].More = more
		}
	}
	return faults
}

const oneOfTwo = "Keep one of the two, with all that belongs to it."

func (m *mended) alreadyWritten(again tomltree.Twice) string {
	line, _, _ := m.draft.Place(again.First)
	return fmt.Sprintf("%s is already written on line %d", problem.Quote(again.Name), line)
}

// explain tells the fault of a trial of the draft, in the words of an editor, and
// says at which byte it stands. The parser stops at its first error, so there is
// one.
func (m *mender) explain(t trial) int {
	at, message := t.fault()
	what, remedy := "this is not TOML", generally
	switch twice := t.again(at.Start); {
	case twice != nil:
		what, remedy = m.alreadyWritten(*twice), oneOfTwo
	case message != "":
		what, remedy = lesson(message, t.text, at.Start)
	}
	m.faults = append(m.faults, m.draft.Mark(at, what, remedy))
	return at.Start
}

// fault is where the parser stopped, and its own words for it.
func (t trial) fault() (at tomltree.Span, message string) {
	var parse toml.ParseError
	if !errors.As(t.err, &parse) {
		return tomltree.Span{}, ""
	}
	start := parse.Position.Start + len(t.text) - len(strings.TrimPrefix(t.text, "\ufeff"))
	if twice := t.again(start); twice != nil {
		return twice.Next, ""
	}
	return exactly(t.text, tomltree.Between(start, start+max(1, parse.Position.Len)), parse.Message),
		parse.Message
}

// again is the first key that is written twice, when it stands before a byte.
func (t trial) again(at int) *tomltree.Twice {
	if len(t.index.Twice) > 0 && t.index.Twice[0].Next.Start <= at {
		return &t.index.Twice[0]
	}
	return nil
}

// exactly moves the parser's place to the character that is meant: it may be a
// byte inside a character, the blank before a word, or a byte before a control
// character.
func exactly(text string, at tomltree.Span, message string) tomltree.Span {
	at.Start = max(0, min(at.Start, len(text)))
	for at.Start > 0 && at.Start < len(text) && !utf8.RuneStart(text[at.Start]) {
		at.Start--
	}
	if strings.Contains(message, "control character") {
		isControl := func(r rune) bool { return r != '\t' && r != '\n' && unicode.IsControl(r) }
		at.Start += max(0, strings.IndexFunc(text[at.Start:], isControl))
		return tomltree.Between(at.Start, at.Start+1)
	}
	for triple, expected := range map[string]string{`"""`: `expected '"""'`, `'''`: `expected "'''"`} {
		if opened := strings.LastIndex(text[:at.Start], triple); opened >= 0 &&
			strings.Contains(message, expected) {
			return tomltree.Between(opened, opened+3) // not where the file ends
		}
	}
	for at.Start < at.End-1 && at.Start < len(text) && text[at.Start] == ' ' {
		at.Start++
	}
	return at
}

const generally = "Compare the line with its neighbours: texts stand in quotes, lists in " +
	"square brackets."

// namedTwice is the lesson of a name that stands twice.
func namedTwice(rest string) (what, remedy string) {
	if translated.MatchString(rest) {
		return "this text is a translation of one that does not say its own language",
			"Write the language behind the first one too, such as name.en = …, so that each has its own."
	}
	return "this name already stands for something else in this file",
		"Keep one of the two, with all that belongs to it."
}

// lesson finds the words for a message of the parser about the offset.
func lesson(message, text string, offset int) (what, remedy string) {
	rest := text[offset:]
	if space := slip.OddSpace(rest); space != "" {
		return space + " stands here, outside a text in quotes", "Put an ordinary space, or remove it."
	}
	switch has := func(s string) bool { return strings.Contains(message, s) }; {
	case has("already been defined"), has("already created"), has("is not a table"):
		return namedTwice(rest)
	case has("top-level item to end"):
		return proofreader.Trailing, "Put the whole text in quotes, or remove what does not belong to it."
	case has("expected value"), has("floats must start"):
		if strings.TrimSpace(text[lineStart(text, offset):offset]) == "" &&
			begins.MatchString(strings.SplitN(rest, "\n", 2)[0]) {
			return proofreader.Unclosed("]") // the value that should stand here began further up
		}
		return noValue(rest)
	case has("strings cannot contain newlines"), has(`expected '"'`), has(`expected "'"`):
		return "a text on this line has no closing quote",
			`Close it on the same line, or put """ at both ends of a longer text.`
	case has(`expected '"""'`), has(`expected "'''"`):
		return "a text that opens with three quotes is never closed",
			"Put the same three quotes at its end."
	case has("array terminator"):
		return proofreader.Unclosed("]")
	case has("inline table terminator"):
		return proofreader.Unclosed("}")
	case has("unexpected comma"):
		return "there is a comma too many", "Remove it, or write what is missing before it."
	case strings.HasPrefix(rest, ":") && has("expected '.' or '='"):
		return "a colon stands where an equals sign belongs", "Write a key, an equals sign and a value."
	case has("expected '.' or '='"), has("key separator"), has("unexpected '='"),
		has("unexpected '.'"):
		return "this line is not of the form key = value",
			"Write a key, an equals sign and a value; a key with spaces or accents stands in quotes."
	case has("table name"), has("table array name"):
		return "this heading is not complete",
			"Write [name] for a table, [[name]] for an entry of a list."
	case has("ary number"), has("octal number"), has("hexadecimal number"), has("non-decimal numbers"):
		return "this is not a number that can be read", "Write ordinary digits; texts stand in quotes."
	case has(`unexpected "'''`), has(`unexpected '"""`):
		return "too many quotes stand here", "Three quotes open a longer text, and three close it."
	case has("escape"), has("hexadecimal"), has("Escaped"):
		return "a backslash means something special inside double quotes",
			`Write \\ for a backslash, or put the text in single quotes.`
	case has("datetime"):
		return "this is not a day of the calendar",
			"Write year, month and day, such as 2026-11-21; texts stand in quotes."
	case has("leading zeroes"):
		return "a number does not start with 0",
			"Remove the 0, or put the number in quotes if it is a code."
	case has("Invalid"), has("invalid float"), has("expected a digit"), has("out of range"):
		return "this is not a number that can be read",
			"Write digits, with a point before decimals: 20.2; texts stand in quotes."
	case has("control characters"):
		return "an invisible control character stands here",
			"Remove it; deleting and retyping the words around it is the surest way."
	}
	return "this is not TOML", generally
}

// noValue is about something that should be a value.
func noValue(rest string) (what, remedy string) {
	word, _, _ := strings.Cut(rest, "\n")
	if i := strings.IndexAny(word, ",]}#\r"); i >= 0 {
		word = word[:i]
	}
	word = strings.TrimSpace(word)
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return "a value is missing here", "Write it, or remove the whole line."
	case strings.ContainsRune("“”„‟‘’‚«»", r):
		return "curly quotes do not hold a text", "Write straight quotes: " +
			problem.Quote(cmp.Or(bareWord(word), "…")) + "."
	case strings.EqualFold(word, "true"), strings.EqualFold(word, "false"):
		return "true and false are written in small letters", "Write " + strings.ToLower(word) + "."
	}
	return "a text stands in quotes", "Write " + problem.Quote(cmp.Or(bareWord(word), word)) + "."
}

// bareWord is a word without the quotes around it, straight or curly, whole or
// half.
func bareWord(word string) string { return strings.Trim(word, "\"'`“”„‟‘’‚«» ") }

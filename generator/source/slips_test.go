package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// toldOf are the faults of a front matter, each as line:column, what, and remedy;
// and the region.
func toldOf(front string) (region.Region, []string) {
	folder := folderWith("A.md", "+++\n"+front+"\n+++\nText\n")
	r, faults := folder.Region("A.md")
	var all []string
	for _, p := range problem.Sort(folder.Place(faults)) {
		all = append(all, fmt.Sprintf("%d:%d %s | %s | %s", p.Line, p.Col, under(p), p.What, p.Remedy))
	}
	return r, all
}

// TestSlipsAreToldWithWhatToWrite holds that a slip gets one fault, at its place,
// with the value to write for this field.
func TestSlipsAreToldWithWhatToWrite(t *testing.T) {
	const inQuotes, curly = "a text stands in quotes", "curly quotes do not hold a text"
	for front, want := range map[string]string{
		// Absence
		`figures.density = [{ value = unknown, year = 2019 }]`:    `2:30 unknown | no value is known here, as it seems | Write status = "not reported" instead of value = unknown.`,
		`figures.density = [{ value = –, status = "estimated" }]`: `2:30 – | no value is known here, as it seems | Write status = "not reported" instead of value = –.`,
		`figures.density = [{ value = 1, year = n/a }]`:           `2:40 n/a | what is not known is left out | Remove it, or write a whole number without quotes, such as 2019.`,
		`memberships.errin = unknown`:                             `2:21 unknown | what is not known is "not reported" | Write "not reported".`,
		`collaboration = ?`:                                       `2:17 ? | what is not known is "not reported" | Write "not reported".`,
		`reviewed = unknown`:                                      `2:12 unknown | what is not known is left out | Remove it, or write a date without quotes, such as 2026-11-21.`,
		// Numbers
		`shape = { lon = –8.4, lat = 40.2 }`:                `2:17 –8.4 | a minus sign is written as a hyphen | Write -8.4.`,
		`figures.density = [{ value = −155 }]`:              `2:30 −155 | a minus sign is written as a hyphen | Write -155.`,
		`figures.share = [{ value = 20.2% }]`:               `2:28 20.2% | a number is written without its unit | Write 20.2.`,
		`figures.share = [{ value = 20,2 %, year = 2019 }]`: `2:28 20,2 % | a number is written without its unit | Write 20.2.`,
		`figures.people = [{ value = 6.6 million }]`:        `2:29 6.6 million | a number is written in digits | Write 6_600_000.`,
		`figures.people = [{ value = 6,596 }]`:              `2:29 6,596 | a number is written without commas | Write 6_596, or 6.596 if the comma stands before decimals.`,
		`figures.people = [{ value = 20.2 (2019) }]`:        `2:34 (2019) | the value of this line ends before this | Remove it; what a reader must know stands in a remark.`,
		`figures.people = [{ value = ~20 }]`:                `2:29 ~20 | a number stands alone; that it is rounded belongs into a remark | Write 20.`,
		`figures.people = [{ value = >20 }]`:                `2:29 >20 | this is not a value that can be read here | Write a number in digits, such as 6_596_233, or a word in quotes; where none is known, status = "not reported".`,
		`figures.people = [{ value = 7a }]`:                 `2:29 7a | this is not a value that can be read here | Write a number in digits, such as 6_596_233, or a word in quotes; where none is known, status = "not reported".`,
		`nuts_version = 2019/20`:                            `2:16 2019/20 | this is not a value that can be read here | Write a whole number without quotes, such as 2021.`,
		// Days
		`reviewed = 2026/11/21`:       `2:12 2026/11/21 | a day is written as year, month and day with hyphens | Write 2026-11-21.`,
		`reviewed = 21.11.2026 # c`:   `2:12 21.11.2026 | a day is written as year, month and day with hyphens | Write 2026-11-21.`,
		`reviewed = 21 November 2026`: `2:12 21 November 2026 | a day is written as year, month and day with hyphens | Write 2026-11-21.`,
		`reviewed = 11/10/2026`:       `2:12 11/10/2026 | a day is written as year, month and day with hyphens | Write 2026-10-11, or 2026-11-10 if the month stands first.`,
		// Words
		`name = Flanders # c`:                               `2:8 Flanders | ` + inQuotes + ` | Write "Flanders".`,
		`name = Flanders, Belgium`:                          `2:8 Flanders, Belgium | ` + inQuotes + ` | Write "Flanders, Belgium".`,
		`image.link = https://x.eu/a#b`:                     `2:14 https://x.eu/a#b | ` + inQuotes + ` | Write "https://x.eu/a#b".`,
		`memberships.errin = { status = yes, year = 2019 }`: `2:32 yes | ` + inQuotes + ` | Write "yes".`,
		`topics = research`:                                 `2:10 research | a list stands in square brackets | Write ["research"].`,
		`topics = ["a", research, "b"]`:                     `2:16 research | ` + inQuotes + ` | Write "research".`,
		`gaps.topics = { cut = yes }`:                       `2:23 yes | an answer of two is written as true or false | Write true.`,
		`figures.class = [{ value = Strong – }]`:            `2:28 Strong – | ` + inQuotes + ` | Write "Strong –".`,
		// Quotes
		`name = “Flanders”`:                `2:8 “ | ` + curly + ` | Write straight quotes: "Flanders".`,
		`name = “C# and [Go], „both“” # c`: `2:8 “ | ` + curly + ` | Write straight quotes: "C# and [Go], „both“".`,
		`name = “Flanders`:                 `2:8 “ | ` + curly + ` | Write straight quotes: "Flanders".`,
		`name = "Flanders”`:                `2:17 ” | ` + curly + ` | Write straight quotes: "Flanders".`,
		`name = «Flanders»`:                `2:8 « | ` + curly + ` | Write straight quotes: "Flanders".`,
		`topics = ["a", ‘b’]`:              `2:16 ‘ | ` + curly + ` | Write straight quotes: "b".`,
		`topics = “research”`:              `2:10 “ | ` + curly + ` | Write ["research"].`,
		`reviewed = “2026-11-21”`:          `2:12 “ | ` + curly + ` | Write 2026-11-21.`,
		`reviewed = “21.11.2026”`:          `2:12 “ | ` + curly + ` | Write 2026-11-21.`,
		// Signs between
		`name == "x"`:             `2:7 = | one equals sign stands between a key and its value | Write name = "x".`,
		`name => "x"`:             `2:7 > | one equals sign stands between a key and its value | Write name = "x".`,
		`name: "x"`:               `2:5 : | a colon stands where an equals sign belongs | Write name = "x".`,
		`"name": "x",`:            `2:7 : | a colon stands where an equals sign belongs | Write "name" = "x".`,
		`name "x"`:                `2:6 " | this line is not of the form key = value | Write name = "x".`,
		`name = "x",`:             `2:11 , | nothing stands behind a value on its line | Remove it.`,
		`name = "x"; # c`:         `2:11 ; | nothing stands behind a value on its line | Remove it.`,
		`topics = ("research"`:    `2:10 ( | round brackets do not hold a list | Write ["research"].`,
		`topics = ("a", "b") # c`: `2:10 ( | round brackets do not hold a list | Write ["a", "b"].`,
		`topics = ("research"]`:   `2:10 ( | round brackets do not hold a list | Write ["research"].`,
		`topics = {"a", "b"} # c`: `2:10 { | curly brackets do not hold a list | Write ["a", "b"].`,
		`topics = research, care`: `2:10 research, care | a list stands in square brackets | Write ["research", "care"].`,
		`name = ("x")`:            `2:8 ( | round brackets hold no value | Write "x".`,
	} {
		if _, got := toldOf(front); !slices.Equal(got, []string{want}) {
			t.Errorf("%s\n got %s\nwant %s", front, strings.Join(got, "\n     "), want)
		}
	}
}

// TestNoWordsOfTheMachine holds that no message speaks of types of the program,
// or lets its parser speak.
func TestNoWordsOfTheMachine(t *testing.T) {
	machine := regexp.MustCompile(`(?i)int64|float64|interface|map\[|\[\]|reflect|strconv|time\.|` +
		`toml:|utf8|array|EOF|%!|0x`)
	texts := slices.Clone(awkward)
	for _, value := range strings.Fields(
		"9223372036854775808 -9223372036854775809 1e999 0xfffffffffffffffff 0b2 0o8 +0x1 1__0 _1 1_ 1. 1.e2 " +
			".5 +.5 --1 2026-02-30 2026-01-01T25:00:00 25:61:00 07:32 \"\\ud800\" \"\\q\" \"\\x4\" \"\\u12\" " +
			"[1,,2] {a=1,,b=2} {a} {=1} + - infinity nano truely ''' \"\"\" \"\"\"\"\"\"\"\" [[[ {{ ] } @ \\ 1=2 " +
			"'a''b' [a] {a.b=1,a=2}") {
		for _, form := range []string{
			"%s", "name = %s", "nuts_version = %s", "reviewed = %s", "topics = [%s]",
			"figures.a = [{ value = %s }]", "shape = %s", "[%s]", "[[%s]]",
		} {
			texts = append(texts, fmt.Sprintf(form, value))
		}
	}
	quotation := regexp.MustCompile(`"[^"]*"|Write .*`)
	for _, text := range texts {
		_, faults := folderWith("A.md", "+++\n"+text+"\n+++\nText\n").Region("A.md")
		for _, f := range faults {
			said := quotation.ReplaceAllString(f.What+" "+f.Remedy, "")
			if word := machine.FindString(said); word != "" && !strings.Contains(f.What, "the byte 0x") {
				t.Errorf("%q: %q in %s | %s", text, word, f.What, f.Remedy)
			}
		}
	}
}

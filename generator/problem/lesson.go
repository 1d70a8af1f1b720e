package problem

import (
	"slices"
	"strings"
)

// Lesson is the long form of a code: what an editor reads who wants to know
// more than the one sentence. Wrong and Right are lines of a region file, or a
// whole file where they begin with plus signs; a test makes each Wrong yield
// its code and each Right not.
type Lesson struct {
	Code    Code
	Warning bool   // a site can be made all the same
	Title   string // a few words, without a full stop
	Why     string // one or two sentences: why the atlas minds
	Mend    string // one or two sentences: what to do
	Wrong   string
	Right   string
}

// LessonOn is the lesson of a code; false when there is no such code.
func LessonOn(code Code) (Lesson, bool) {
	all := Lessons()
	i := slices.IndexFunc(all, func(l Lesson) bool { return l.Code == code })
	if i < 0 {
		return Lesson{}, false
	}
	return all[i], true
}

// Lessons are the lessons of all codes, in the order of codes.
func Lessons() []Lesson { return slices.Concat(ofForm(), ofSense(), ofRelation(), ofDoubt()) }

func ofForm() []Lesson {
	return []Lesson{
		{Syntax, false, "The text is not TOML",
			"The facts of a region file are written as TOML, between two lines of +++. What breaks its rules cannot be read; the rest of the file is checked all the same.",
			"Compare the line with its neighbours: texts stand in straight quotes, numbers have no commas, lists stand in square brackets, and each key stands once.",
			"[figures]\nshare65 = [{ value = 20,2 }]", "[figures]\nshare65 = [{ value = 20.2 }]"},
		{WrongType, false, "A value of another kind than the field holds",
			"A number in quotes is a text to the program, and cannot be compared or drawn; a single text where a list belongs cannot be counted.",
			"Numbers, dates, true and false stand without quotes; texts in quotes; lists in square brackets, even with one entry.",
			"topics = \"prevention\"", "topics = [\"prevention\"]"},
		{UnknownKey, false, "A field that the atlas does not have",
			"A misspelt field would be lost in silence, and the page would say \"not reported\" though the fact is there.",
			"Correct the spelling; the message offers the nearest field. A single fact that stands below a heading in brackets belongs to that table: move it above the first heading.",
			"nmae = \"Flanders\"", "name = \"Flanders\""},
		{Unreadable, false, "A file that cannot be read as text",
			"Region files are UTF-8 text of at most 1 MB. Other encodings turn accented letters into something else, and a folder, a link in a circle or a locked file holds no text.",
			"Save the file as UTF-8: editors offer it under \"Save with encoding\". For a locked file ask whoever keeps the folder.",
			"also = [\"Fl\xe4mische Region\"]", "also = [\"Flämische Region\"]"},
		{Hidden, false, "A character that nobody can see",
			"Characters without a mark come along when text is copied from web pages. In a key they make a field unknown, in a value they spoil searching and sorting; those that change the direction of text make it read otherwise than it is.",
			"Delete the word and type it again. In values, only those that change the direction are faults; the others are warnings.",
			"also = [\"Flemish \u202eRegion\"]", "also = [\"Flemish Region\"]"},
	}
}

func ofSense() []Lesson {
	return []Lesson{
		{UnknownWord, false, "A word that is not in its list",
			"Answers, kinds, topics, networks, indicators and sources are chosen from lists, so that regions can be compared. A word of one's own would stand alone.",
			"Take a word of the list; the message offers the nearest. A new word is first defined in atlas.toml.",
			"[memberships]\nerrin = \"perhaps\"", "[memberships]\nerrin = \"not reported\""},
		{Missing, false, "A required field is not there",
			"Every region has a code, a name and a source, and answers for every network and indicator: a gap that nobody noticed cannot be told from a fact that nobody knows.",
			"Add the field. What is not known is written as \"not reported\"; it is never \"no\", and never left out where an answer is asked for.",
			"[[organisations]]\nkind = \"academic\"", "[[organisations]]\nname = \"Ghent University\"\nkind = \"academic\""},
		{OutOfBounds, false, "A number beyond what its unit allows",
			"A share above 100 per cent or a population of 0 is a slip of the keyboard, and would turn every map and ranking round.",
			"Look the number up in its source. A point stands before decimals; a share is written as 20.2, not 0.202 or 202.",
			"[figures]\nshare65 = [{ value = 120 }]", "[figures]\nshare65 = [{ value = 12.0 }]"},
		{Future, false, "A year or day that has not come yet",
			"Statistics and days of reading lie in the past; a year ahead is a slip, such as 2062 for 2026.",
			"Write a year up to this one. A membership that is to begin has the status \"planned\".",
			"[memberships]\nerrin = { status = \"yes\", year = 2091 }", "[memberships]\nerrin = { status = \"planned\", year = 2091 }"},
		{BadCode, false, "A code that is not of the form of its standard",
			"The NUTS code gives the country, the shape on the map and the address of the page. A code of another form gives none of them.",
			"Write two capital letters for the country and up to three capital letters or digits: BE2, FI1C. Greece is EL, the United Kingdom UK.",
			"shape = \"be-2\"", "shape = \"BE2\""},
		{BadLink, false, "An address that a page may not link to",
			"Readers follow these links, so they must be plain addresses of the web or of mail. Others open nothing, or do harm.",
			"Copy the whole address from the address bar of a browser; it starts with https://, http:// or mailto:.",
			"[[organisations]]\nname = \"Ghent Health\"\nlink = \"www.ghent.health\"", "[[organisations]]\nname = \"Ghent Health\"\nlink = \"https://www.ghent.health\""},
		{Repeated, false, "The same entry twice in one list",
			"Lists are counted, and an entry that stands twice counts twice.",
			"Remove one of the two; if both are right, make their names differ.",
			"topics = [\"prevention\", \"e-health\", \"prevention\"]", "topics = [\"prevention\", \"e-health\"]"},
		{Contradicts, false, "Two statements that cannot both hold",
			"The page can show only one of them, and the program must not choose.",
			"Look into the source, keep what it says and remove the other.",
			"[figures]\nshare65 = [{ value = 20.2, status = \"not reported\" }]", "[figures]\nshare65 = [{ value = 20.2 }]"},
		{TooLong, false, "A text longer than a page can show",
			"Names stand in tables, on maps and in the heads of pages; a text pasted into the wrong field would hide all others.",
			"Shorten the text. What needs more room belongs into the description, below the second +++ line.",
			"also = [\"" + strings.Repeat("A long name of a region ",
				9) + "\"]", "also = [\"A short name\"]"},
	}
}

func ofRelation() []Lesson {
	return []Lesson{
		{CodeTwice, false, "One region code in two files",
			"A region has one page; of two files with its code one would hide the other.",
			"Keep one file, with the facts of both, or correct the code of the other. The example is BE2.md, beside a file NL41.md.",
			"code = \"NL41\"", "code = \"BE2\""},
		{AddressTwice, false, "Two files claim one page address",
			"The addresses in aliases lead to this page; one address cannot lead to two.",
			"Remove the alias from the file it does not belong to. The example is BE2.md, beside a file NL41.md.",
			"aliases = [\"nl41\"]", "aliases = [\"be25\"]"},
		{NoShape, false, "A code that the map cannot draw",
			"The map has a shape for the codes of its editions of NUTS; older and newer codes may be missing.",
			"Name another shape, shape = \"BE2\", or a point, shape = { lon = 4.35, lat = 50.85 }; say in a remark why it is only approximate.",
			"shape = \"BE9\"", "shape = { lon = 4.35, lat = 50.85 }"},
		{FileName, true, "A file whose name is not its region's code, or no file of a region at all",
			"Others look for BE2 in BE2.md, and edit links point there. A folder without a region would make an empty site.",
			"Rename the file, or correct the code; where no region is found, name their folder with --regions. The example is BE2.md.",
			"code = \"BE3\"", "code = \"BE2\""},
	}
}

func ofDoubt() []Lesson {
	const bare = "code = \"BE2\"\nname = \"Flanders\"\n\n[figures]\ninnovation = [{ status = \"not reported\" }]\npopulation = [{ status = \"not reported\" }]\nshare65 = [{ status = \"not reported\" }]\n\n" +
		"[memberships]\nerrin = \"not reported\"\nvanguard = \"not reported\"\n\n[strategy]\nris3 = \"not reported\"\n\n[[sources]]\nkey = \"page\"\ntitle = \"The region's own page\"\n"
	const facts = "code = \"BE2\"\nname = \"Flanders\"\ntopics = [\"prevention\"]\n\n[figures]\ninnovation = [{ status = \"not reported\" }]\npopulation = [{ value = 6_596_233, year = 2019 }]\nshare65 = [{ value = 20.2 }]\n\n" +
		"[memberships]\nerrin = \"yes\"\nvanguard = \"no\"\n\n[strategy]\nris3 = \"yes\"\n\n[[sources]]\nkey = \"page\"\ntitle = \"The region's own page\"\n"
	const text = "\nFlanders works on personalised medicine.\n"
	return []Lesson{
		{Thin, true, "Hardly anything is reported",
			"A page with one or two facts disappoints whoever opens it.",
			"Add what the sources say. When they say no more, the warning may stand.",
			"+++\n" + bare + "+++\n" + text, "+++\n" + facts + "+++\n" + text},
		{NoText, true, "There is no description",
			"The description is what a reader sees first, and what search engines show.",
			"Write two to five plain sentences below the second +++ line.",
			"+++\n" + facts + "+++\n", "+++\n" + facts + "+++\n" + text},
		{Stale, true, "A figure much older than that of other regions",
			"Regions stand side by side in rankings and maps; figures of very different years mislead.",
			"Look for a newer value; when there is none, the warning may stand.",
			"[figures]\ninnovation = [{ value = \"Strong\", year = 2013 }]", "[figures]\ninnovation = [{ value = \"Strong\", year = 2019 }]"},
		{Disagrees, true, "Figures of one region that do not fit together",
			"Two values for one year, or a total and its ratio that imply different areas, mean that one is of another region or year.",
			"Compare both with the source. When both belong here, a remark says why.",
			"[figures]\npopulation = [{ value = 6_596_233, year = 2019 }, { value = 6_589_069, year = 2019 }]",
			"[figures]\npopulation = [{ value = 6_596_233, year = 2019 }, { value = 6_589_069, year = 2018 }]"},
		{NearNames, true, "Two names so alike that one may be a slip",
			"Two regions with one name, or with names that differ by a letter, are most often one region twice.",
			"Make sure that both names are right. The example is BE2.md, beside NL41.md with the name \"North Brabant\".",
			"name = \"North Braband\"", "name = \"Flemish Brabant\""},
		{Borrowed, true, "A text that is still worded as its source has it",
			"Facts belong to nobody, sentences to whoever wrote them; import takes over the sentences of a page only so that you can write them anew.",
			"Write the text anew from its facts, in two to five sentences of your own, and remove its name from rewrite.",
			"rewrite = [\"description\"]", "topics = [\"prevention\"]"},
		{Unmeant, true, "Markdown that becomes something else than it looks like",
			"Spaces and signs that come along with a pasted text mean something in Markdown: the page would not show what was meant.",
			"Look at the page with atlas serve, and write plain paragraphs, lists and links.",
			"+++\n" + facts + "+++\n" + text + "\n    It has a plan.\n",
			"+++\n" + facts + "+++\n" + text + "\nIt has a plan.\n"},
		{Superseded, true, "A code that NUTS does not have any more",
			"Each edition of NUTS splits, joins and renames regions. A code of an older edition stands for other land and people than a reader thinks.",
			"Take the code that replaced it, or say with nuts_version of which edition it is.",
			"code = \"BE221\"\nshape = \"BE2\"", "code = \"BE2\"\nnuts_version = 2021"},
	}
}

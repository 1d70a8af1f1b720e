package source

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/problem"
)

type expected struct {
	at           string // line:col as "2:1"
	under        string
	code         problem.Code
	what, remedy string
}

func (e expected) compare(t *testing.T, name string, problems []problem.Problem) {
	t.Helper()
	if len(problems) != 1 {
		t.Errorf("%s: %d problems, want 1: %+v", name, len(problems), problems)
		return
	}
	p := problems[0]
	at := itoa(p.Line) + ":" + itoa(p.Col)
	if got := (expected{at, under(p), p.Code, p.What, p.Remedy}); got != e {
		t.Errorf("%s:\n got  %q\n want %q", name, got, e)
	}
}

func itoa(n int) string {
	return strings.TrimLeft(string(rune('0'+n/100))+string(rune('0'+n/10%10)), "0") + string(rune('0'+n%10))
}

func placed(folder *Folder, name string) []problem.Problem {
	_, faults := folder.Region(name)
	return folder.Place(faults)
}

func TestWrongTypesAndUnknownKeys(t *testing.T) {
	for toml, want := range map[string]expected{
		"code = 5":                               {"2:8", "5", problem.WrongType, "a whole number stands where a text belongs", `Write a text in quotes, such as "BE2".`},
		"nuts_version = \"2021\"":                {"2:16", `"2021"`, problem.WrongType, "a text stands where a whole number belongs", "Write a whole number without quotes, such as 2021."},
		"nuts_version = 2021.5":                  {"2:16", "2021.5", problem.WrongType, "a number with decimals stands where a whole number belongs", "Write a whole number without quotes, such as 2021."},
		"reviewed = \"2026-11-21\"":              {"2:12", `"2026-11-21"`, problem.WrongType, "a text stands where a date belongs", "Write 2026-11-21."},
		"reviewed = \"21.11.2026\"":              {"2:12", `"21.11.2026"`, problem.WrongType, "a text stands where a date belongs", "Write 2026-11-21."},
		"reviewed = \"soon\"":                    {"2:12", `"soon"`, problem.WrongType, "a text stands where a date belongs", "Write a date without quotes, such as 2026-11-21."},
		"shape = { lon = \"–8,4\" }":             {"2:17", `"–8,4"`, problem.WrongType, "a text stands where a number belongs", "Write -8.4."},
		"figures.density = 1":                    {"2:19", "1", problem.WrongType, "a whole number stands where a list belongs", "Write [{ value = 1 }]."},
		"names = \"Vlaanderen\"":                 {"2:9", `"Vlaanderen"`, problem.WrongType, "a text stands where a list belongs", `Write [{ name = "Vlaanderen", lang = "nl" }].`},
		"websites = \"https://x.eu\"":            {"2:12", `"https://x.eu"`, problem.WrongType, "a text stands where a list belongs", `Write [{ link = "https://x.eu", title = "Province of Noord-Brabant" }].`},
		"reviewed = 07:32:00":                    {"2:12", "07:32:00", problem.WrongType, "a time of day stands where a date belongs", "Write a date without quotes, such as 2026-11-21."},
		"topics = \"research\"":                  {"2:10", `"research"`, problem.WrongType, "a text stands where a list belongs", "Put it into square brackets, even when it is the only one."},
		"topics = [\"research\", 5]":             {"2:23", "5", problem.WrongType, "a whole number stands where a text belongs", "Write a text in quotes."},
		"[organisations]\nname = \"x\"":          {"2:1", "[organisations]", problem.WrongType, "a table stands where a list belongs", "Write [[organisations]] with two brackets at each side above every entry, or put { … } into square brackets."},
		"[[memberships]]\nerrin = \"yes\"":       {"2:1", "[[memberships]]", problem.WrongType, "a list stands where a table belongs", "Write one table: its name in single brackets [ ] above its fields, or { … } without brackets around it."},
		"memberships = 1":                        {"2:15", "1", problem.WrongType, "a whole number stands where a table belongs", "Write its name in single brackets [ ] on a line, and its fields below."},
		"figures.population = [6_596_233]":       {"2:23", "6_596_233", problem.WrongType, "a whole number stands where a table belongs", "Put it into curly brackets with its name, such as { value = 6_596_233 }."},
		"figures.population = [{ value = [1] }]": {"2:33", "[1]", problem.WrongType, "a list stands where a number or a word belongs", "Write a number or a word in quotes, such as 6_596_233."},
		"figures.density = [{ value = \"\" }]":   {"2:30", `""`, problem.WrongType, "an empty text stands where a number or a word belongs", "Write a number or a word in quotes, such as 6_596_233."},
		"memberships.errin = true":               {"2:21", "true", problem.WrongType, "true or false stands where a text belongs", `Write a text in quotes, such as "yes".`},
		"gaps.topics = { cut = \"yes\" }":        {"2:23", `"yes"`, problem.WrongType, "a text stands where true or false belongs", "Write true or false without quotes."},
		"shape = { lon = \"4\" }":                {"2:17", `"4"`, problem.WrongType, "a text stands where a number belongs", "Write a number without quotes, such as -8.4."},
		"topcis = []":                            {"2:1", "topcis", problem.UnknownKey, `no field here is called "topcis"`, `Did you mean "topics"?`},
		"[[organistions]]\nname = \"x\"":         {"2:3", "organistions", problem.UnknownKey, `no field here is called "organistions"`, `Did you mean "organisations"?`},
		"[[organisations]]\nname = \"x\"\n[[organisations]]\nname = \"y\"\nlnk = \"z\"\n[[organisations]]\nname = \"z\"": {"6:1", "lnk", problem.UnknownKey, `no field here is called "lnk"`, `Did you mean "link"?`},
		"names = [{ name = \"x\", colour = \"red\" }]":                                                                   {"2:24", "colour", problem.UnknownKey, `no field here is called "colour"`, "Remove it, or write one of: lang, name."},
	} {
		want.compare(t, toml, placed(folderWith("A.md", "+++\n"+toml+"\n+++\n"), "A.md"))
	}
}

func TestSyntaxIsExplained(t *testing.T) {
	const sentence = "the value of this line ends before this"
	for toml, want := range map[string]expected{
		"name = ":                         {"2:8", "", problem.Syntax, "a value is missing here", "Write it, or remove the whole line."},
		"name = Flanders":                 {"2:8", "Flanders", problem.Syntax, "a text stands in quotes", `Write "Flanders".`},
		"name = “Flanders”":               {"2:8", "“", problem.Syntax, "curly quotes do not hold a text", `Write straight quotes: "Flanders".`},
		"name = True":                     {"2:8", "True", problem.Syntax, "a text stands in quotes", `Write "True".`},
		"gaps.topics = { cut = True }":    {"2:23", "True", problem.Syntax, "true and false are written in small letters", "Write true."},
		"name = \"Flanders\ncode = \"B\"": {"2:17", "", problem.Syntax, "a text on this line has no closing quote", `Close it on the same line, or put """ at both ends of a longer text.`},
		"x = 6,596,233":                   {"2:5", "6,596,233", problem.Syntax, "a number is written without commas", "Write 6_596_233."},
		"x = 20,20":                       {"2:5", "20,20", problem.Syntax, "decimals stand after a point, not a comma", "Write 20.20."},
		"x = 6,596":                       {"2:5", "6,596", problem.Syntax, "a number is written without commas", "Write 6_596, or 6.596 if the comma stands before decimals."},
		"x = { v = 20,20 }":               {"2:11", "20,20", problem.Syntax, "decimals stand after a point, not a comma", "Write 20.20."},
		"x = { v = 6,596,233, y = 1 }":    {"2:11", "6,596,233", problem.Syntax, "a number is written without commas", "Write 6_596_233."},
		"x = [{ v = 20,2 }, { v = 1 }]":   {"2:12", "20,2", problem.Syntax, "decimals stand after a point, not a comma", "Write 20.2."},
		"x = 6 596 233":                   {"2:5", "6 596 233", problem.Syntax, "a number is written without spaces", "Write 6_596_233."},
		"x = 6.596.233":                   {"2:5", "6.596.233", problem.Syntax, "a point stands before decimals only, so not twice", "Write 6_596_233."},
		"x = 6 596 233":                   {"2:5", "6 596 233", problem.Syntax, "a number is written without spaces", "Write 6_596_233."},
		"x = 6.596,20":                    {"2:5", "6.596,20", problem.Syntax, "decimals stand after a point, not a comma", "Write 6_596.20."},
		"x = 5 ":                          {"2:6", " ", problem.Syntax, "a no-break space (U+00A0) stands here, outside a text in quotes", "Put an ordinary space, or remove it."},
		"na	me = 1":                       {"2:4", "m", problem.Syntax, "this line is not of the form key = value", "Write a key, an equals sign and a value; a key with spaces or accents stands in quotes."},
		"x = 5 km":                        {"2:7", "k", problem.Syntax, sentence, "Put the whole text in quotes, or remove what does not belong to it."},
		"x = 007":                         {"2:5", "007", problem.Syntax, "a number does not start with 0", "Remove the 0, or put the number in quotes if it is a code."},
		"x = 0o9":                         {"2:5", "0o", problem.Syntax, "this is not a number that can be read", "Write ordinary digits; texts stand in quotes."},
		"x = \"\"\"a\"\"\"\"\"\"":         {"2:8", `a"""""`, problem.Syntax, "too many quotes stand here", "Three quotes open a longer text, and three close it."},
		"x = 2026-13-45":                  {"2:5", "2026-13-45", problem.Syntax, "this is not a day of the calendar", "Write year, month and day, such as 2026-11-21; texts stand in quotes."},
		"topics = [\"a\"\nname = \"x\"":   {"3:1", "n", problem.Syntax, "a comma or the closing bracket ] is missing before this", "Put a comma between entries, and ] after the last."},
		"x = [1 2]":                       {"2:8", "2", problem.Syntax, "a comma or the closing bracket ] is missing before this", "Put a comma between entries, and ] after the last."},
		"x = { a = 1 b = 2 }":             {"2:13", "b", problem.Syntax, "a comma or the closing bracket } is missing before this", "Put a comma between fields, and } after the last."},
		"x: 1":                            {"2:2", ":", problem.Syntax, "a colon stands where an equals sign belongs", "Write x = 1."},
		"größe = 1":                       {"2:3", "ö", problem.Syntax, "this line is not of the form key = value", "Write a key, an equals sign and a value; a key with spaces or accents stands in quotes."},
		"[a":                              {"2:3", "", problem.Syntax, "this heading is not complete", "Write [name] for a table, [[name]] for an entry of a list."},
		`x = "C:\dir"`:                    {"2:6", `C:\d`, problem.Syntax, "a backslash means something special inside double quotes", `Write \\ for a backslash, or put the text in single quotes.`},
		"x = \"a\x01b\"":                  {"2:7", "\x01", problem.Syntax, "an invisible control character stands here", "Remove it; deleting and retyping the words around it is the surest way."},
		"topics = [\"a\"]\ncode = \"BE2\"\ntopics = [\"b\"]":            {"4:1", "topics", problem.Syntax, `"topics" is already written on line 2`, "Keep one of the two, with all that belongs to it."},
		"shape = { code = \"A\" }\nshape = { code = \"B\" }":            {"3:1", "shape", problem.Syntax, `"shape" is already written on line 2`, "Keep one of the two, with all that belongs to it."},
		"shape.code = \"A\"\nshape = \"B\"":                             {"3:1", "shape", problem.Syntax, `"shape" is already written on line 2`, "Keep one of the two, with all that belongs to it."},
		"[memberships]\nerrin = \"no\"\ncebr = \"no\"\nerrin = \"yes\"": {"5:1", "errin", problem.Syntax, `"errin" is already written on line 3`, "Keep one of the two, with all that belongs to it."},
		"[codes]\n[codes]": {"3:2", "codes", problem.Syntax, "this name already stands for something else in this file", "Keep one of the two, with all that belongs to it."},
		"x = " + strings.Repeat("[", 2000) + strings.Repeat("]", 2000): {"2:29", "[", problem.Syntax, "more than 24 tables or lists stand inside each other here", "No field needs that; look for a bracket or a point too many."},
		strings.Repeat("a.", 2000) + "a = 1":                           {"2:49", "a", problem.Syntax, "more than 24 tables or lists stand inside each other here", "No field needs that; look for a bracket or a point too many."},
	} {
		name, _, _ := strings.Cut(toml, "[[[")
		want.compare(t, name, placed(folderWith("A.md", "+++\n"+toml+"\n+++\n"), "A.md"))
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	big := fstest.MapFS{"A.md": {Data: []byte("+++\n" + strings.Repeat("# x\n", 5<<18) + "+++\n")}}
	const alone = "Write +++ alone on the first line, then the facts, then +++ again."
	for name, c := range map[string]struct {
		fsys fs.FS
		want expected
	}{
		"Latin-1":      {file("+++\nname = \"Br\xe9da\"\n+++\n"), expected{"2:11", "�", problem.Unreadable, `the byte 0xE9 is not UTF-8 text; it may be the Latin-1 letter 'é'`, "Save the file as UTF-8, and check its accented letters."}},
		"broken UTF-8": {file("+++\n\n é\x80\x80\n+++\n"), expected{"3:3", "�", problem.Unreadable, "the byte 0x80 is not UTF-8 text", "Save the file as UTF-8."}},
		"UTF-16":       {file("\xff\xfe+\x00+\x00"), expected{"1:1", "�", problem.Unreadable, "the byte 0xFF is not UTF-8 text; this file is saved as UTF-16", "Save the file as UTF-8."}},
		"NUL":          {file("+++\nx = \"\x00\"\n+++\n"), expected{"2:6", "\x00", problem.Unreadable, "the byte 0x00 (NUL) does not belong into a text", "Remove it, or save the file as UTF-8 if the whole file looks broken."}},
		"folder":       {fstest.MapFS{"A.md/x": {}}, expected{"1:1", "", problem.Unreadable, "this has the name of a file, but is not one (a folder?)", "Move it out of the regions folder, or give it another name."}},
		"too large":    {big, expected{"1:1", "", problem.Unreadable, "this file has 5.0 MB; at most 1 MB is read", "Keep facts and a short description in it, and large material elsewhere."}},
		"gone":         {fstest.MapFS{}, expected{"1:1", "", problem.Unreadable, "this file cannot be read: file does not exist", "Check that the file is there and may be read."}},
		"locked":       {locked{file("+++\n+++\n")}, expected{"1:1", "", problem.Unreadable, "this file cannot be read: permission denied", "Check that the file is there and may be read."}},
		"no fence":     {file("code = \"BE2\"\n"), expected{"1:1", `code = "BE2"`, problem.Syntax, "a region file starts with a line of three plus signs", alone}},
		"YAML":         {file("---\ncode: BE2\n---\n"), expected{"1:1", "---", problem.Syntax, "a region file starts with a line of three plus signs", alone}},
		"empty":        {file(""), expected{"1:1", "", problem.Syntax, "a region file starts with a line of three plus signs", alone}},
		"unclosed":     {file("+++\ncode = \"BE2\"\n"), expected{"1:1", "+++", problem.Syntax, "the facts that start here never end", "Write a second line +++ between the facts and the description."}},
	} {
		c.want.compare(t, name, placed(Open(c.fsys), "A.md"))
	}
}

func file(text string) fstest.MapFS { return fstest.MapFS{"A.md": {Data: []byte(text)}} }

// locked is a file system whose files are there but may not be opened.
type locked struct{ fstest.MapFS }

func (l locked) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
func (l locked) ReadFile(name string) ([]byte, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestListNamesRegionFilesOnly(t *testing.T) {
	names, err := Open(fstest.MapFS{"b.md": {}, "A.md": {}, "README.md": {}, "readme.md": {}, ".x.md": {}, "_draft.md": {}, "atlas.toml": {}, "notes.txt": {}, "d.md/x": {}}).List()
	if err != nil || strings.Join(names, " ") != "A.md b.md d.md" {
		t.Errorf("List = %v, %v", names, err)
	}
	if _, err := Open(locked{}).List(); err == nil || err.Error() != "the regions folder cannot be read: permission denied" {
		t.Errorf("List of a locked folder: %v", err)
	}
}

func TestEditionIsNeeded(t *testing.T) {
	if _, _, err := Open(fstest.MapFS{}).Edition(); err == nil || err.Error() != "the regions folder has no atlas.toml; every atlas needs one" {
		t.Errorf("without atlas.toml: %v", err)
	}
	folder := Open(fstest.MapFS{EditionFile: {Data: []byte("[site]\ntitel = \"x\"\n")}})
	_, faults, err := folder.Edition()
	if err != nil {
		t.Fatal(err)
	}
	expected{"2:1", "titel", problem.UnknownKey, `no field here is called "titel"`, `Did you mean "title"?`}.compare(t, "edition", folder.Place(faults))
}

// TestEditionSpeaks holds that whoever reads atlas.toml has its texts, also where they are
// given in several languages: schemas and tables that are taken in go by them.
func TestEditionSpeaks(t *testing.T) {
	text := "[site]\nlang = \"nl\"\ntitle = { nl = \"Atlas van alles\", en = \"Atlas of everything\" }\n" +
		"[[topics]]\nkey = \"x\"\nname.en = \"Prevention\"\nname.nl = \"Preventie\"\n"
	edition, faults, err := Open(fstest.MapFS{EditionFile: {Data: []byte(text)}}).Edition()
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if edition.Site.Title != "Atlas van alles" || edition.Topics[0].Name != "Preventie" || len(edition.Translated) != 2 {
		t.Errorf("%q, %q, %v", edition.Site.Title, edition.Topics[0].Name, edition.Translated)
	}
}

// TestHostileFilesEndSoon holds the promise of a bounded time. A file may be thirty
// times as large; the check reads such ones.
func TestHostileFilesEndSoon(t *testing.T) {
	for name, toml := range largeFronts(sizeLimit / 32) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := "+++\n" + toml + "\n+++\n"
			if problems := placed(folderWith("A.md", text), "A.md"); len(problems) > enough {
				t.Errorf("%d problems", len(problems))
			}
		})
	}
}

// TestStrays names what looks like a region and is not read.
func TestStrays(t *testing.T) {
	region := &fstest.MapFile{Data: []byte("+++\ncode = \"BE25\"\n+++\nText\n")}
	folder := Open(fstest.MapFS{
		"BE2.md": region, "BE21.md.txt": region, "BE22.markdown": region, "BE23.MD": region, "BE24": region,
		"notes.txt": {Data: []byte("+++\nnot a region\n")}, "old/BE25.md": region, "old/BE26.md": region,
		"_drafts/BE27.md": region, ".git/BE28.md": region, "_BE29.txt": region, "atlas.toml": region,
		"images/a.png": {Data: []byte("x")}, "BE2.md.orig": region,
	})
	var got []string
	for _, p := range folder.Place(folder.Strays()) {
		if !p.Warning || p.Code != problem.FileName || p.Line != 1 {
			t.Errorf("%+v", p)
		}
		got = append(got, p.File)
	}
	if want := "BE21.md.txt BE22.markdown BE23.MD BE24 old/BE25.md"; strings.Join(got, " ") != want {
		t.Errorf("got %v", got)
	}
	if remedy := folder.Strays()[0].Remedy; !strings.HasPrefix(remedy, "Rename it to BE21.md,") {
		t.Error(remedy)
	}
	if faults := Open(locked{}).Strays(); faults != nil {
		t.Errorf("of a locked folder: %v", faults)
	}
}

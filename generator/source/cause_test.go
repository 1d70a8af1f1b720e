package source

import (
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// TestOneCauseIsOneFault holds that headings and brackets that are lost or
// misspelt are told once, where the cause is, and that the rest is read as it was
// meant.
func TestOneCauseIsOneFault(t *testing.T) {
	const noBracket = "a comma or the closing bracket ] is missing before this | Put a comma between entries, and ] after the last."
	const seems = ", so a heading seems to be missing here | Write "
	for name, c := range map[string]struct {
		front []string // from line 2 of the file
		want  []string
		holds func(r region.Region) bool
	}{
		"a list before a heading": {[]string{`topics = [`, `  "a",`, ``, `[memberships]`, `errin = "yes"`},
			[]string{"5:1 [ | " + noBracket},
			func(r region.Region) bool { return len(r.Topics) == 1 && r.Memberships["errin"].Status == "yes" }},
		"a list before a fact": {[]string{`topics = ["a", "b" # c`, `name = "x"`},
			[]string{"3:1 n | " + noBracket},
			func(r region.Region) bool { return len(r.Topics) == 2 && r.Name == "x" }},
		"a table in a list": {[]string{`[figures]`, `density = [{ value = 1`, `people = [{ value = 2 }]`},
			[]string{`4:1 p | a list or table in brackets is not closed before this | Put }] at the end of the value of "density".`},
			func(r region.Region) bool { return r.Figures["density"][0].Value.Number == 1 && len(r.Figures) == 2 }},
		"a table over lines": {[]string{`shape = {`, `  lon = 1,`, `  lat = 2`, `name = "x"`},
			[]string{`5:1 n | a comma or the closing bracket } is missing before this | Put a comma between fields, and } after the last.`},
			func(r region.Region) bool { return r.Shape.Lat == 2 && r.Name == "x" }},
		"a list at the end": {[]string{`name = "x"`, `topics = ["a"`},
			[]string{"3:14  | " + noBracket},
			func(r region.Region) bool { return len(r.Topics) == 1 }},
		"single brackets": {[]string{`[organisations]`, `name = "a"`, `[organisations]`, `name = "b"`, `[organisations]`, `name = "c"`},
			[]string{"2:1 [organisations] | a table stands where a list belongs | Write [[organisations]] with two brackets at each side above every entry, or put { … } into square brackets."},
			func(r region.Region) bool { return len(r.Organisations) == 3 && r.Organisations[2].Name == "c" }},
		"single brackets among others": {[]string{`[[organisations]]`, `name = "a"`, `[organisations]`, `name = "b"`},
			[]string{"4:1 [organisations] | a table stands where a list belongs | Write [[organisations]] with two brackets at each side above every entry, or put { … } into square brackets."},
			func(r region.Region) bool { return len(r.Organisations) == 2 }},
		"double brackets": {[]string{`[[memberships]]`, `errin = "yes"`},
			[]string{"2:1 [[memberships]] | a list stands where a table belongs | Write one table: its name in single brackets [ ] above its fields, or { … } without brackets around it."},
			func(r region.Region) bool { return r.Memberships["errin"].Status == "yes" }},
		"half headings": {[]string{`[memberships`, `errin = "yes"`, `organisations]]`, `name = "a"`, `[[sources]`, `key = "k"`, `evaluation] # c`, `need = "x"`},
			[]string{"2:13  | this heading is not complete | Write [memberships].", "4:1 organisations]] | this heading is not complete | Write [[organisations]].",
				"6:11  | this heading is not complete | Write [[sources]].", "8:1 evaluation] | this heading is not complete | Write [evaluation]."},
			func(r region.Region) bool {
				return len(r.Memberships) == 1 && len(r.Organisations) == 1 && len(r.Sources) == 1 && len(r.Evaluation) == 1
			}},
		"a fact below a table": {[]string{`[memberships]`, `errin = "yes"`, `name = "x"`},
			[]string{`4:1 name | "name" is a fact of the whole file, and stands below [memberships] | Move it above the first heading, [memberships] on line 2.`}, nil},
		"facts below a list": {[]string{`[codes]`, `[[sources]]`, `key = "k"`, ``, `reviewed = 2026-11-21`, `mended = ["x"]`},
			[]string{`6:1 reviewed | "reviewed" and "mended" are facts of the whole file, and stand below [[sources]] | Move them above the first heading, [codes] on line 2.`}, nil},
		"topics below figures": {[]string{`[figures]`, `topics = ["x"]`, `density = [{ value = 1 }]`},
			[]string{`3:1 topics | "topics" is a fact of the whole file, and stands below [figures] | Move it above the first heading, [figures] on line 2.`},
			func(r region.Region) bool { return len(r.Figures) == 1 }},
		"a section that is called like a fact": {[]string{`[gaps]`, `topics = 2`, `[from]`, `topics = ["page"]`}, nil,
			func(r region.Region) bool { return r.Gaps["topics"].Lost == 2 && len(r.From["topics"]) == 1 }},
		"an entry": {[]string{`[[documents]]`, `title = "a"`, `lang = "nl"`, ``, `title = "b"`, `link = "https://x.eu"`, `title = "c"`},
			[]string{`6:1 title | the entry above has "title" already, so a heading seems to be missing here | Write [[documents]] on a line above this, if another entry begins here; else keep one title of the two.`,
				`8:1 title | the entry above has "title" already, so a heading seems to be missing here | Write [[documents]] on a line above this, if another entry begins here; else keep one title of the two.`},
			func(r region.Region) bool { return len(r.Documents) == 3 && r.Documents[1].Title == "b" }},
		"a title in two languages": {[]string{`[[documents]]`, `title.en = "a"`, `title.nl = "b"`, `title.en = "c"`, `title.nl = "d"`},
			[]string{`5:1 title | the entry above has "title" already, so a heading seems to be missing here | Write [[documents]] on a line above this, if another entry begins here; else keep one title of the two.`},
			func(r region.Region) bool { return len(r.Documents) == 2 && len(r.Translated) == 2 }},
		"a field twice": {[]string{`[[documents]]`, `title = "a"`, `lang = "nl"`, `lang = "fr"`},
			[]string{`5:1 lang | "lang" is already written on line 4 | Keep one of the two, with all that belongs to it.`}, nil},
		"a list of tables": {[]string{`[codes]`, `nace = ["C"]`, ``, `name = "a"`, `kind = "b"`, `link = "https://x.eu"`},
			[]string{`5:1 name | "name" does not belong to [codes]` + seems + `[[organisations]] on a line above this.`},
			func(r region.Region) bool { return len(r.Organisations) == 1 && r.Organisations[0].Kind == "b" }},
		"one of two lists": {[]string{`[memberships]`, `errin = "yes"`, ``, `title = "a"`, `link = "https://x.eu"`, ``, `[[organisations]]`, `name = "x"`},
			[]string{`5:1 title | "title" does not belong to [memberships]` + seems + `[[documents]] or [[support]] or [[initiatives]] or [[represented]] on a line above this.`}, nil},
		"a table by a vocabulary": {[]string{`[figures]`, `density = [{ value = 1 }]`, `errin = "yes"`, `cebr = { status = "no" }`, `[strategy]`, `ris3 = "yes"`},
			[]string{`4:1 errin | "errin" does not belong to [figures]` + seems + `[memberships] on a line above this.`},
			func(r region.Region) bool { return len(r.Memberships) == 2 }},
		"the first table": {[]string{`name = "x"`, ``, `density = [{ value = 1 }]`, `people = [{ value = 2 }]`, ``, `[memberships]`, `errin = "yes"`},
			[]string{`4:1 density | "density" does not belong to the top of the file` + seems + `[figures] on a line above this.`},
			func(r region.Region) bool { return len(r.Figures) == 2 }},
		"a misspelt fact": {[]string{`code = "A"`, ``, `nmae = "x"`, `topcis = ["a"]`},
			[]string{`4:1 nmae | no field here is called "nmae" | Did you mean "name"?`, `5:1 topcis | no field here is called "topcis" | Did you mean "topics"?`}, nil},
	} {
		r, got := toldOf(strings.Join(c.front, "\n"))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %s\nwant %s", name, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
		if c.holds != nil && !c.holds(r) {
			t.Errorf("%s: the region is not read as it was meant: %+v", name, r)
		}
	}
}

// TestWhatIsMeantIsChecked holds that a value with a slip is read as it was meant,
// and that what is wrong with it besides is told at its own place in the file.
func TestWhatIsMeantIsChecked(t *testing.T) {
	r, got := toldOf("name = “Flanders”\ntopics = [\"a\"\n[memberships]\nerrin: \"yes\"\n[shape]\nlon = –8,4\nlta = 2\n[[sources]]\nkey = “k”\nseen = 21.11.2026\nyear = 1")
	if r.Name != "Flanders" || r.Memberships["errin"].Status != "yes" || r.Shape.Lon != -8.4 || r.Sources[0].Seen.Day != 21 {
		t.Errorf("got %+v", r)
	}
	want := []string{"2:8", "4:1", "5:6", "7:7", "8:1", "10:7", "11:8", "12:1"}
	for i, text := range got {
		if place, _, _ := strings.Cut(text, " "); i >= len(want) || place != want[i] {
			t.Errorf("fault %d stands at %s", i, text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d faults, want %d", len(got), len(want))
	}
}

// TestManyAlike holds that a run says how many slips it does not show.
func TestManyAlike(t *testing.T) {
	var front strings.Builder
	for range 47 {
		front.WriteString("[[initiatives]]\ntitle = “x”\n")
	}
	front.WriteString("[[sources]]\nkey == \"k\"\nname: \"x\"\n")
	_, got := toldOf(front.String())
	const last = "41:9 “ | curly quotes do not hold a text; so it is in 27 more places below | " +
		`Write straight quotes: "x". Then check again: 2 other faults left untold.`
	if len(got) != mostPieces || got[len(got)-1] != last {
		t.Errorf("%d faults, the last is\n %s\nwant\n %s", len(got), got[len(got)-1], last)
	}
}

// TestConflicts holds that what a merge leaves is one fault, in facts and in
// descriptions, of which nothing else follows.
func TestConflicts(t *testing.T) {
	const keep = " | Keep one of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
	for text, want := range map[string][]string{
		"+++\nname = \"x\"\n<<<<<<< HEAD\ncode = \"A\"\n=======\ncode = \"B\"\n>>>>>>> b\n[memberships]\n+++\nText": {
			"3:1 <<<<<<< HEAD | two versions of the same lines stand here, as a merge left them, up to line 7" + keep},
		"+++\n<<<<<<< a\ncode = \"A\"\n||||||| base\ncode = \"0\"\n=======\ncode = \"B\"\n>>>>>>> b\n+++\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> x\n": {
			"2:1 <<<<<<< a | two versions of the same lines stand here, as a merge left them, up to line 8" + keep,
			"10:1 <<<<<<< HEAD | two versions of the same lines stand here, as a merge left them, up to line 14" + keep},
		"+++\nname = \"x\"\n+++\nOne.\n=======\nTwo.\n>>>>>>> x\n": {
			"7:1 >>>>>>> x | a line that a merge has left stands here | Remove it, once the lines above are as they should be."},
		"+++\nname = \"x\"\n+++\n<<<<<<< HEAD\nOne.\n": {
			"4:1 <<<<<<< HEAD | two versions of the same lines stand here, as a merge left them" + keep},
		"+++\nname = \"x\"\n+++\nA heading\n=======\n": nil,
		"+++\nname = \"x\"\n+++\nText.\n\n+++\nname = \"x\"\n+++\nText.\n": {
			"6:1 +++ | the facts of a region begin here a second time | Remove one of the two copies: a file holds one region, its facts first and then its description."},
		"+++\nname = \"x\"\n+++\nText.\n+++\nMore.\n": nil,
	} {
		folder := folderWith("A.md", text)
		_, faults := folder.Region("A.md")
		var got []string
		for _, p := range problem.Sort(folder.Place(faults)) {
			got = append(got, itoa(p.Line)+":"+itoa(p.Col)+" "+under(p)+" | "+p.What+" | "+p.Remedy)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

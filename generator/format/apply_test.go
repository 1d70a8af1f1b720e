package format

import (
	"strings"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// words is an edition with a few vocabularies.
func words() *region.Edition {
	return &region.Edition{
		Indicators: []region.Indicator{{Term: region.Term{Key: "population"}}, {Term: region.Term{Key: "density"}}},
		Networks:   []region.Network{{Term: region.Term{Key: "icpermed"}}, {Term: region.Term{Key: "errin"}}, {Term: region.Term{Key: "cebr"}}},
		Strategies: []region.Term{{Key: "ris3"}, {Key: "pm_ris3"}},
	}
}

type applied struct{ name, before, key, value, after string }

func (c applied) run(t *testing.T) {
	t.Helper()
	got, err := Apply(words(), "+++\n"+c.before+"+++\nText\n", []Edit{{problem.Key(c.key), c.value}})
	if err != nil {
		t.Errorf("%s: %v", c.name, err)
		return
	}
	if want := "+++\n" + c.after + "+++\nText\n"; got != want {
		t.Errorf("%s:\n got %q\nwant %q", c.name, got, want)
	}
}

func TestApplySetsInPlace(t *testing.T) {
	for _, c := range []applied{
		{"a value", "name = \"A\" # why\n", "/name", `"B"`, "name = \"B\" # why\n"},
		{"a value with odd spaces", "\tname=  'A'\t# why\n", "/name", `"B"`, "\tname=  \"B\"\t# why\n"},
		{"inside an inline table", "shape = {lon=1,lat = 2}\n", "/shape/lat", "3.5", "shape = {lon=1,lat = 3.5}\n"},
		{"inside a list of inline tables", "[figures]\ndensity = [\n {value = 1}, # one\n {value = 2}\n]\n", "/figures/density/1/value", "3", "[figures]\ndensity = [\n {value = 1}, # one\n {value = 3}\n]\n"},
		{"in the second of three tables", "[[sources]]\nkey=\"a\"\n[[sources]]\nkey=\"b\"\n[[sources]]\nkey=\"c\"\n", "/sources/1/key", `"x"`, "[[sources]]\nkey=\"a\"\n[[sources]]\nkey=\"x\"\n[[sources]]\nkey=\"c\"\n"},
		{"a dotted key", "memberships.errin = \"no\"\n", "/memberships/errin", `"yes"`, "memberships.errin = \"yes\"\n"},
		{"a short form by its field", "[memberships]\nerrin = \"no\"\n", "/memberships/errin/status", `"yes"`, "[memberships]\nerrin = \"yes\"\n"},
		{"a short form that gets a remark", "[memberships]\nerrin = \"no\" # c\n", "/memberships/errin/remark", `"r"`, "[memberships]\nerrin = { status = \"no\", remark = \"r\" } # c\n"},
		{"a short form whose new field comes first", "shape = \"PL9\"\ncollaboration = \"yes\"\n", "/collaboration/partners", `["DE"]`, "shape = \"PL9\"\ncollaboration = { looking = \"yes\", partners = [\"DE\"] }\n"},
		{"a word for a table of lines", "[memberships.errin]\nstatus = \"no\"\nremark = \"r\"\n", "/memberships/errin", `"yes"`, "[memberships.errin]\nstatus = \"yes\"\nremark = \"r\"\n"},
		{"a text of several lines", "[[profiles]]\ntitle = \"t\"\ntext = \"\"\"\na # no comment\n[b]\"\"\" # c\n", "/profiles/0/text", `"x"`, "[[profiles]]\ntitle = \"t\"\ntext = \"x\" # c\n"},
		{"an element", "topics = ['a', # one\n 'b', ]\n", "/topics/0", `"c"`, "topics = [\"c\", # one\n 'b', ]\n"},
		{"a quoted key", "[codes]\n\"a/b~\" = [1]\n", "/codes/a~1b~0/0", "2", "[codes]\n\"a/b~\" = [2]\n"},
	} {
		c.run(t)
	}
}

func TestApplyAddsAtThePlaceOfTheSchema(t *testing.T) {
	for _, c := range []applied{
		{"between", "code = \"A\" # c\nname = \"N\"\n", "/nuts_version", "2021", "code = \"A\" # c\nnuts_version = 2021\nname = \"N\"\n"},
		{"first, above the comment of the next", "# about the name\nname = \"N\"\n", "/code", `"A"`, "code = \"A\"\n# about the name\nname = \"N\"\n"},
		{"last", "code = \"A\"\n# more\n", "/reviewed", "2026-11-21", "code = \"A\"\n# more\nreviewed = 2026-11-21\n"},
		{"with the indent of its neighbours", "[memberships]\n\ticpermed = \"no\"\n\tcebr = \"no\"\n", "/memberships/errin", `"yes"`, "[memberships]\n\ticpermed = \"no\"\n\terrin = \"yes\"\n\tcebr = \"no\"\n"},
		{"into an empty file", "", "/code", `"A"`, "code = \"A\"\n"},
		{"before the first table", "[memberships]\n", "/code", `"A"`, "code = \"A\"\n\n[memberships]\n"},
		{"under the head of the file", "# Head\n\n[memberships]\n", "/code", `"A"`, "# Head\n\ncode = \"A\"\n\n[memberships]\n"},
		{"into an empty table", "[memberships] # c\n# cebr = 1\n\n[strategy]\n", "/memberships/errin", `"yes"`, "[memberships] # c\n# cebr = 1\nerrin = \"yes\"\n\n[strategy]\n"},
		{"a table", "code = \"A\"\n\n[strategy]\nris3 = \"no\"\n", "/memberships/errin", `"yes"`, "code = \"A\"\n\n[memberships]\nerrin = \"yes\"\n\n[strategy]\nris3 = \"no\"\n"},
		{"a table at the end", "code = \"A\"\n", "/strategy/ris3", `"yes"`, "code = \"A\"\n\n[strategy]\nris3 = \"yes\"\n"},
		{"a first entry", "code = \"A\"\n", "/organisations/-/name", `"O"`, "code = \"A\"\n\n[[organisations]]\nname = \"O\"\n"},
		{"a next entry in the order of the schema", "[[organisations]]\nname = \"O\"\n\n[[sources]]\nkey = \"k\"\n", "/organisations/1", `{ kind = "academic", name = "P" }`, "[[organisations]]\nname = \"O\"\n\n[[organisations]]\nname = \"P\"\nkind = \"academic\"\n\n[[sources]]\nkey = \"k\"\n"},
		{"an entry by its short form", "", "/initiatives/-", `"HELIUM"`, "[[initiatives]]\ntitle = \"HELIUM\"\n"},
		{"a field of an entry", "[[organisations]]\nname = \"O\" # c\nremark = \"r\"\n", "/organisations/0/kind", `"academic"`, "[[organisations]]\nname = \"O\" # c\nkind = \"academic\"\nremark = \"r\"\n"},
		{"a figure of a new indicator", "[figures]\ndensity = [\n  { value = 1 },\n]\n", "/figures/population/0", "{ value = 2, year = 2019 }", "[figures]\npopulation = [\n  { value = 2, year = 2019 },\n]\ndensity = [\n  { value = 1 },\n]\n"},
		{"a figure in a new table", "code = \"A\"\n", "/figures/density/-/value", "2", "code = \"A\"\n\n[figures]\ndensity = [\n  { value = 2 },\n]\n"},
		{"a native name", "code = \"A\"\n", "/names/0", `{ name = "V", lang = "nl" }`, "code = \"A\"\nnames = [\n  { name = \"V\", lang = \"nl\" },\n]\n"},
		{"an inline table", "code = \"A\"\n", "/shape/lon", "1.5", "code = \"A\"\nshape = { lon = 1.5 }\n"},
		{"beside a dotted key", "memberships.icpermed = \"no\"\nmemberships . cebr = \"no\"\n", "/memberships/errin", `"yes"`, "memberships.icpermed = \"no\"\nmemberships.errin = \"yes\"\nmemberships . cebr = \"no\"\n"},
		{"before [memberships.errin]", "[memberships.errin]\nstatus = \"no\"\n", "/memberships/cebr", `"yes"`, "[memberships]\ncebr = \"yes\"\n\n[memberships.errin]\nstatus = \"no\"\n"},
		{"a field of an inline table in its middle", "shape = { code = \"A\", remark = \"r\" }\n", "/shape/lon", "1", "shape = { code = \"A\", lon = 1, remark = \"r\" }\n"},
		{"a field of an inline table at its start", "shape = {remark = \"r\" }\n", "/shape/code", `"A"`, "shape = {code = \"A\", remark = \"r\" }\n"},
		{"a field of an empty inline table", "shape = { }\n", "/shape/code", `"A"`, "shape = { code = \"A\" }\n"},
		{"what the schema does not know, last", "code = \"A\"\n", "/zebra", "1", "code = \"A\"\nzebra = 1\n"},
		{"a list of words", "code = \"A\"\n", "/codes/nace/0", `"C.21"`, "code = \"A\"\n\n[codes]\nnace = [\"C.21\"]\n"},
	} {
		c.run(t)
	}
}

func TestApplyKeepsTheStyleOfAList(t *testing.T) {
	const add = "{ value = 3 }"
	for _, c := range []applied{
		{"lines", "x = [\n  { value = 1 },\n  { value = 2 },\n]\n", "/x/-", add, "x = [\n  { value = 1 },\n  { value = 2 },\n  { value = 3 },\n]\n"},
		{"tabs and a comment", "x = [\n\t{ value = 1 }, # one\n\t# two\n]\n", "/x/-", add, "x = [\n\t{ value = 1 }, # one\n\t{ value = 3 },\n\t# two\n]\n"},
		{"no comma at the end", "x = [\n  1,\n  2 # two\n]\n", "/x/2", "3", "x = [\n  1,\n  2, # two\n  3\n]\n"},
		{"a bracket on the last line", "x = [\n  1,\n  2]\n", "/x/2", "3", "x = [\n  1,\n  2,\n  3]\n"},
		{"a comma on the next line", "x = [\n  1 # one\n  , # two\n]\n", "/x/1", "3", "x = [\n  1 # one\n  ,\n  3, # two\n]\n"},
		{"one line", "x = [1, 2]\n", "/x/-", "3", "x = [1, 2, 3]\n"},
		{"one line with a comma at the end", "x = [1, 2,]\n", "/x/-", "3", "x = [1, 2, 3,]\n"},
		{"empty", "x = []\n", "/x/-", "3", "x = [3]\n"},
		{"empty with room", "  x = [\n  ]\n", "/x/-", "3", "  x = [\n    3,\n  ]\n"},
		{"empty for tables", "x = []\n", "/x/-", add, "x = [\n  { value = 3 },\n]\n"},
		{"empty with a comment", "x = [ # none yet\n]\n", "/x/-", "3", "x = [ # none yet\n  3,\n]\n"},
		{"empty with a comment below", "x = [\n  # none yet\n]\n", "/x/-", "3", "x = [\n  # none yet\n  3,\n]\n"},
	} {
		c.run(t)
	}
}

func TestApplyRemoves(t *testing.T) {
	for _, c := range []applied{
		{"a line, not the comment above", "# a\nname = \"A\" # b\ncode = \"C\"\n", "/name", "", "# a\ncode = \"C\"\n"},
		{"nothing that is not there", "code = \"C\"\n", "/name", "", "code = \"C\"\n"},
		{"an element of several lines", "x = [\n  1,\n  2, # two\n  3,\n]\n", "/x/1", "", "x = [\n  1,\n  3,\n]\n"},
		{"the first of a line", "x = [1, 2, 3]\n", "/x/0", "", "x = [2, 3]\n"},
		{"the last of a line", "x = [1, 2]\n", "/x/1", "", "x = [1]\n"},
		{"the only one", "x = [ 1, ]\n", "/x/0", "", "x = []\n"},
		{"a field of an inline table", "shape = { lon = 1, lat = 2, remark = \"r\" }\n", "/shape/lat", "", "shape = { lon = 1, remark = \"r\" }\n"},
		{"an entry with all its lines", "[[sources]]\nkey = \"a\"\n\n[[sources]]\nkey = \"b\"\n\n[[sources]]\nkey = \"c\"\n", "/sources/1", "", "[[sources]]\nkey = \"a\"\n\n[[sources]]\nkey = \"c\"\n"},
		{"a list of entries", "code = \"C\"\n\n[[sources]]\nkey = \"a\"\n\n[[sources]]\nkey = \"b\"\n", "/sources", "", "code = \"C\"\n"},
		{"a table with the tables below it", "[memberships]\ncebr = \"no\"\n[memberships.errin]\nstatus = \"no\"\n[strategy]\n", "/memberships", "", "[strategy]\n"},
		{"all dotted keys", "a.b = 1\nc = 2\na.d = 3\n", "/a", "", "c = 2\n"},
		{"a short form by its field", "[memberships]\nerrin = \"no\"\ncebr = \"no\"\n", "/memberships/errin/status", "", "[memberships]\ncebr = \"no\"\n"},
	} {
		c.run(t)
	}
}

func TestApplyKeepsLineEnds(t *testing.T) {
	before := "\ufeff+++\r\ncode = \"A\"\r\n[memberships]\r\n\terrin = \"no\" # c\r\n+++\r\nText\r\n"
	got, err := Apply(words(), before, []Edit{
		{"/memberships/cebr", `"yes"`}, {"/figures/density/0", "{ value = 1 }"}, {"/memberships/errin", ""},
	})
	want := "\ufeff+++\r\ncode = \"A\"\r\n\r\n[figures]\r\ndensity = [\r\n  { value = 1 },\r\n]\r\n\r\n[memberships]\r\n\tcebr = \"yes\"\r\n+++\r\nText\r\n"
	if err != nil || got != want {
		t.Errorf("%v\n got %q\nwant %q", err, got, want)
	}
}

func TestApplyRefuses(t *testing.T) {
	const text = "+++\ncode = \"A\"\ntopics = [1]\nx.y = 1\n[memberships]\nerrin = \"no\"\n[[sources]]\nkey = \"a\"\n+++\n"
	for _, c := range []struct {
		key, value, want string
	}{
		{"/code", "1\nname = 2", "the value for /code is not TOML"},
		{"/code", "B", "the value for /code is not TOML"},
		{"/code", "1 # c", "the value for /code is not TOML"},
		{"/code", "\"+++\n", "the value for /code is not TOML"},
		{"code", "1", `"code" is not the key of a value`},
		{"", "1", `"" is not the key of a value`},
		{"/topics/5", "1", "/topics has 1 entries"},
		{"/sources/5", "{}", "/sources has 1 entries"},
		{"/organisations/5", "{}", "/organisations has no entries yet"},
		{"/organisations/0", "1", "an entry of /organisations is a table"},
		{"/code/x", "1", "/code is a value by itself"},
		{"/memberships", "{}", "/memberships is a table of several lines"},
		{"/sources", "[]", "/sources is a table of several lines"},
		{"/x", "1", "/x cannot be changed here"},
	} {
		got, err := Apply(words(), text, []Edit{{"/name", `"N"`}, {problem.Key(c.key), c.value}})
		if err == nil || !strings.Contains(err.Error(), c.want) || got != "" {
			t.Errorf("%s = %s: %q, %v; want %q", c.key, c.value, got, err, c.want)
		}
	}
	for _, broken := range []string{"", "+++\n", "+++\na = \n+++\n", "+++\na = 1\na = 2\n+++\n", "+++\n+++\n\xff"} {
		if got, err := Apply(words(), broken, nil); err == nil {
			t.Errorf("%q was taken: %q", broken, got)
		}
	}
}

// TestApplyOnEveryRichValue sets every value of two whole pages to itself,
// which must change no byte, and to another, which must change nothing else.
func TestApplyOnEveryRichValue(t *testing.T) {
	edition, texts := richFiles(t)
	for name, text := range texts {
		tree, ok := read(text)
		if !ok {
			t.Fatalf("%s cannot be read", name)
		}
		for key := range leaves(mustFacts(t, name, text), "", map[problem.Key]string{}) {
			v, found := tree.find(key)
			if !found {
				t.Fatalf("%s: no place for %s", name, key)
			}
			same, err := Apply(edition, text, []Edit{{key, tree.Raw(v.Span)}})
			if err != nil || same != text {
				t.Fatalf("%s: %s changed: %v", name, key, err)
			}
		}
	}
}

func mustFacts(t *testing.T, name, text string) map[string]any {
	t.Helper()
	facts, faults := source.Facts(name, text)
	if len(faults) > 0 {
		t.Fatalf("%s: %+v\n%s", name, faults, text)
	}
	return facts
}

package format

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

func TestFormat(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{"spacing", "  code='A'  \n\n\n\tname  =\t\"N\"\t#  c  \n", "code = 'A'\n\nname = \"N\" #  c\n"},
		{"order", "name = \"N\"\ncode = \"A\"\n", "code = \"A\"\nname = \"N\"\n"},
		{"tables", "[[sources]]\nkey = \"k\"\n[memberships]\ncebr = \"no\"\nerrin = \"no\"\n[[sources]]\nkey = \"l\"\n[figures]\n",
			"[figures]\n\n[memberships]\nerrin = \"no\"\ncebr = \"no\"\n\n[[sources]]\nkey = \"k\"\n\n[[sources]]\nkey = \"l\"\n"},
		{"a table below an entry", "[sources]\n", "[sources]\n"},
		{"lists of tables keep their order", "[[organisations]]\nname = \"z\"\n[organisations.zzz]\na = 1\n[[organisations]]\nname = \"a\"\n",
			"[[organisations]]\nname = \"z\"\n\n[organisations.zzz]\na = 1\n\n[[organisations]]\nname = \"a\"\n"},
		{"comments go along", "# name\nname = \"N\" # n\n# code\n# of\ncode = \"A\" # a\n", "# code\n# of\ncode = \"A\" # a\n# name\nname = \"N\" # n\n"},
		{"comments of the file stay", "# top\n\nname = \"N\"\ncode = \"A\"\n\n# end\n", "# top\n\ncode = \"A\"\nname = \"N\"\n\n# end\n"},
		{"comments right under", "[strategy]\nris3 = \"no\"\n# pm_ris3 = \"no\"\n\n# about\n[memberships] # m\n# none\n\n",
			"# about\n[memberships] # m\n# none\n\n[strategy]\nris3 = \"no\"\n# pm_ris3 = \"no\"\n"},
		{"inline tables", "shape={remark='r',lon=1.50,code=\"A\"}\n", "shape = { code = \"A\", lon = 1.50, remark = 'r' }\n"},
		{"lists", "topics=[ 'b','a' , ]\nalso=[\n'a','b']\naliases=[\n]\n", "also = [\n  'a',\n  'b',\n]\naliases = []\ntopics = ['b', 'a']\n"},
		{"comments in lists", "also = [ # open\n # above\n 'a' # a\n, 'b', # b\n # below\n]\n", "also = [ # open\n  # above\n  'a', # a\n  'b', # b\n  # below\n]\n"},
		{"numbers", "a = 12345\nb = 1234\nc = +1_2_3_4_5.50\nd = 0x12345\ne = 1e10\nf = 2026-11-21\ng = \"12345\"\nh = -12345\ni = 1_234\n",
			"a = 12_345\nb = 1234\nc = +12_345.50\nd = 0x12345\ne = 1e10\nf = 2026-11-21\ng = \"12345\"\nh = -12_345\ni = 1234\n"},
		{"long texts", "[[profiles]]\ntext = \"\"\"\n  a # b  \n\n\n[c]  \\\n\"\"\"\ntitle='''x'''\n", "[[profiles]]\ntitle = '''x'''\ntext = \"\"\"\n  a # b  \n\n\n[c]  \\\n\"\"\"\n"},
		{"quoted and dotted keys", "'memberships' . \"cebr\"=1\nmemberships.errin = 2\n", "memberships.errin = 2\n'memberships'.\"cebr\" = 1\n"},
		{"what the schema does not know", "zebra = 1\nant = 2\ncode = \"A\"\n[memberships]\nzzz = 1\nerrin = 2\n", "code = \"A\"\nant = 2\nzebra = 1\n\n[memberships]\nerrin = 2\nzzz = 1\n"},
		{"a table before its parent", "[memberships.errin]\nstatus = \"no\"\n[memberships]\ncebr = \"no\"\n", "[memberships]\ncebr = \"no\"\n\n[memberships.errin]\nstatus = \"no\"\n"},
		{"nothing but comments", "\n\n# a\n\n\n# b\n\n", "# a\n\n# b\n"},
		{"nothing", "\n \n", ""},
	} {
		for _, lineEnd := range []string{"\n", "\r\n"} {
			before := strings.ReplaceAll("\ufeff+++ \n"+c.before+"+++\t\n\nText  \n\n", "\n", lineEnd)
			got, faults := Format(words(), "A.md", before)
			if want := "+++\n" + c.after + "+++\n\nText  \n"; got != want || len(faults) > 0 {
				t.Errorf("%s: %+v\n got %q\nwant %q", c.name, faults, got, want)
			}
			if again, _ := Format(words(), "A.md", got); again != got {
				t.Errorf("%s: a second time\n got %q\nwant %q", c.name, again, got)
			}
		}
	}
}

func TestFormatLeavesTheUnreadableAlone(t *testing.T) {
	for _, text := range []string{"", "code = 1\n", "+++\ncode =\n+++\n", "+++\na = 1\na = 2\n+++\n", "+++\na = '\xff'\n+++\n", "+++\na = 1\n"} {
		got, faults := Format(words(), "A.md", text)
		if got != text || len(faults) == 0 {
			t.Errorf("%q became %q with %d faults", text, got, len(faults))
		}
	}
}

var comment = regexp.MustCompile(`#[^\n"']*`)

// holds proves what Format promises of any text.
func holds(t *testing.T, e *region.Edition, text string) {
	t.Helper()
	got, faults := Format(e, "A.md", text)
	if len(faults) > 0 {
		if got != text {
			t.Fatalf("a file with faults was changed: %q", got)
		}
		return
	}
	before, after := leaves(mustFacts(t, "A.md", text), "", map[problem.Key]string{}), leaves(mustFacts(t, "A.md", got), "", map[problem.Key]string{})
	if !reflect.DeepEqual(before, after) {
		t.Fatalf("%q says other things than %q", got, text)
	}
	if again, faults := Format(e, "A.md", got); again != got || len(faults) > 0 {
		t.Fatalf("a second time %+v\n  of %q\n got %q\nthen %q", faults, text, got, again)
	}
	if a, b := comments(text), comments(got); !slices.Equal(a, b) {
		t.Fatalf("comments %q became %q", a, b)
	}
}

// comments lists what looks like a comment; a text with a # in it counts too.
func comments(text string) []string {
	var list []string
	for _, c := range comment.FindAllString(plain(text), -1) {
		list = append(list, strings.TrimRight(c, " \t\r"))
	}
	slices.Sort(list)
	return list
}

// richFiles are the files of two whole pages, with the words of their atlas.
func richFiles(t testing.TB) (*region.Edition, map[string]string) {
	t.Helper()
	folder := source.Open(os.DirFS("../testdata/rich"))
	names, err := folder.List()
	edition, faults, _ := folder.Edition()
	if err != nil || len(names) < 2 || len(faults) > 0 {
		t.Fatalf("%d files, %v, %v", len(names), err, faults)
	}
	texts := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile("../testdata/rich/" + name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(data)
	}
	return &edition, texts
}

func TestEveryRichFileIsLaidOut(t *testing.T) {
	edition, texts := richFiles(t)
	for name, text := range texts {
		holds(t, edition, text)
		if got, faults := Format(edition, name, text); got != text || len(faults) > 0 {
			t.Errorf("%s is not laid out: run atlas fmt (%+v)", name, faults)
		}
	}
}

// awkward are the fronts that both fuzz tests start from.
var awkward = []string{
	"", "\ufeffa = 1", "a = [ { b = 1, c.d = [ [ 1 ], [] ] }, {} ] # ]\n[e.\"f.g\"]\nh = '''\n[x]'''\n[[i]]\n[[i.j]]\nk = 1979-05-27 07:32:00Z\n[i.j.l]\n",
	"\"\" = 1\n'\"' = 2\n\"\\u00e9\\x41\\e\" = 3\n", "a = \"\"\"\\\"\"\"\\\"\n\"\"\"\"\nb = ''''x'''''\n", "a = {\n b = 1, # }\n}\n",
	"a.b = 1\nc = 2\na.d = 3", "\ta\t=\t1_000e+2\n", "a = +inf\nb = -nan\n", "[a]\n[a.b.c]\n[a.b]\n", "[[a.b]]\n[a]\nb.c = 1\n",
	"# a\n\n# b\n[x] # c\n# d\n\n# e\ny = [ # f\n# g\n1 # h\n, # i\n# j\n] # k\n# l\n\n# m\n", "[[a]]\n[a.c]\n[[a]]\nb = 12345\n",
	"[memberships]\ncebr = \"no\"\n# c\n\nerrin = { remark = \"x\", status = \"no\" }\n[[figures.density]]\nvalue = 1\n[[figures.density]]\n", "a = 1\r\n\r\nb = '''\r\n'''",
}

func FuzzFormat(f *testing.F) {
	for _, front := range awkward {
		f.Add(front)
	}
	_, texts := richFiles(f)
	for _, name := range []string{"BE2.md", "BE1.md"} {
		f.Add(strings.SplitN(texts[name], "+++\n", 3)[1])
	}
	edition := words()
	f.Fuzz(func(t *testing.T, front string) { holds(t, edition, "+++\n"+front+"\n+++\nText\n") })
}

package region

import (
	"math"
	"reflect"
	"regional-atlas/generator/words"
	"slices"
	"testing"
	"time"
)

func TestValueTakesNumbersAndWords(t *testing.T) {
	for _, c := range []struct {
		raw  any
		ok   bool
		text string
	}{
		{int64(6596233), true, "6,596,233.0"}, {20.25, true, "20.25"}, {"Strong +", true, "Strong +"}, {"", false, ""},
		{"Strong –", true, "Strong -"}, {"Strong −", true, "Strong -"}, {"Strong ＋", true, "Strong +"},
		{true, false, ""}, {[]any{}, false, ""}, {time.Time{}, false, ""}, {nil, false, ""},
	} {
		var v Value
		want, ok := v.Take(c.raw)
		if ok != c.ok || v.Given != c.ok || spokenValue(v, 1) != c.text || (want == "") != c.ok {
			t.Errorf("Take(%v): %q, %v, %+v prints %q", c.raw, want, ok, v, spokenValue(v, 1))
		}
	}
}

func TestDate(t *testing.T) {
	var d Date
	if _, ok := d.Take(time.Date(2026, 11, 21, 23, 59, 0, 0, time.FixedZone("", 14*3600))); !ok || d != (Date{2026, 11, 21}) {
		t.Errorf("Take = %v", d)
	}
	for _, raw := range []any{"2026-11-21", int64(2026), time.Date(0, 1, 1, 7, 32, 0, 0, time.UTC)} {
		if want, ok := d.Take(raw); ok || want == "" {
			t.Errorf("%v was taken for a date", raw)
		}
	}
	if d.ISO() != "2026-11-21" || spokenDay(d) != "21 November 2026" || (Date{}).ISO() != "" || (Date{}).Known() || !d.Known() {
		t.Errorf("%s, %s", d.ISO(), spokenDay(d))
	}
	if (Date{5, 1, 2}).ISO() != "0005-01-02" || DateOf(time.Date(2020, 2, 29, 0, 0, 0, 0, time.UTC)) != (Date{2020, 2, 29}) {
		t.Error("short year or DateOf")
	}
	order := []Date{{}, {2025, 12, 31}, {2026, 1, 1}, {2026, 1, 2}, {2026, 2, 1}}
	for i, a := range order {
		for j, b := range order {
			if a.After(b) != (i > j) {
				t.Errorf("%v after %v = %v", a, b, a.After(b))
			}
		}
	}
}

func TestSlug(t *testing.T) {
	for word, want := range map[string]string{"BE2": "be2", "A.01": "a-01", "pm_ec": "pm-ec", " Two  words! ": "two-words", "é": "", "": "", "--a--b--": "a-b", "NABS07": "nabs07", "../x": "x"} {
		if got := Slug(word); got != want {
			t.Errorf("Slug(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestParent(t *testing.T) {
	c := Classification{Labels: map[string]string{"C": "", "C.2": "", "C.21": "", "G.49": "", "NABS07": "", "é": ""}}
	for code, want := range map[string]string{"C": "", "C.21": "C.2", "C.2": "C", "C.21.1": "C.21", "G.49": "", "NABS071": "NABS07", "": "", "éa": "é"} {
		if got := c.Parent(code); got != want {
			t.Errorf("Parent(%q) = %q, want %q", code, got, want)
		}
	}
	if got := c.Codes(); !slices.Equal(got, []string{"C", "C.2", "C.21", "G.49", "NABS07", "é"}) {
		t.Errorf("Codes = %v", got)
	}
}

func TestIsNUTS(t *testing.T) {
	for code, want := range map[string]bool{"BE": true, "BE2": true, "FI1C": true, "BE211": true, "ITH5": true, "": false, "B": false, "BE2111": false, "be2": false, "B2": false, "É1": false, "BE-": false, "BE é": false} {
		if got := IsNUTS(code); got != want {
			t.Errorf("IsNUTS(%q) = %v", code, got)
		}
	}
}

func TestIsWebLink(t *testing.T) {
	for link, want := range map[string]bool{
		"https://example.org": true, "http://example.org/a?b=c#d": true, "HTTPS://example.org/%2F(x)": true, "mailto:a@example.org": true,
		"https://example.org/é": true, "https://example.org:8080/": true, "https://[::1]/": true, "https://example.org/{file}": true,
		"javascript:alert(1)": false, "JavaScript:alert(1)": false, "data:text/html,x": false, "//example.org": false, "file:///etc/passwd": false, "https://": false,
		"https:///path": false, "https://:80/": false, "https:example.org": false, "https://user:password@example.org": false, "https://user@example.org": false,
		"https://example.org/a b": false, " https://example.org": false, "https://example.org\n": false, "https://example.org/\"x": false, "https://example.org\\@evil": false,
		"https://example.org/<x>": false, "https://example.org/\u202egpj": false, "https://example.org/\u200bx": false, "https://example.org/\u00a0": false,
		"example.org": false, "/path": false, "#x": false, "": false, "mailto:": false, "mailto:@": false, "mailto:a@": false, "mailto:someone": false, "ftp://example.org": false, "vbscript:x": false, "https://%zz": false,
	} {
		if got := IsWebLink(link); got != want {
			t.Errorf("IsWebLink(%q) = %v", link, got)
		}
	}
}

func TestRegionKnowsItself(t *testing.T) {
	r := Region{Code: "FI1C", Sources: []Source{{Key: "a"}, {Key: "b"}}}
	if r.Country() != "FI" || r.Level() != 2 || r.Slug() != "fi1c" || r.ShapeCode() != "FI1C" || r.IsPoint() || r.SourceNamed("b") != &r.Sources[1] || r.SourceNamed("c") != nil {
		t.Errorf("%+v", r)
	}
	r.Shape = Shape{Code: "FI1", Lon: 0, Lat: 60}
	if r.ShapeCode() != "FI1" || !r.IsPoint() || (&Region{}).Country() != "" || (&Region{Code: "B"}).Country() != "B" {
		t.Errorf("%+v", r.Shape)
	}
}

func TestReportsHoldsOnlyForFacts(t *testing.T) {
	empty := Region{
		Figures: map[string][]Figure{"a": {{Status: NotReported}}}, Memberships: map[string]Membership{"a": {Status: NotReported}}, Strategy: map[string]Answer{"a": {Answer: NotReported}},
		Evaluation: map[string]string{"a": NotReported}, Codes: map[string][]string{"a": nil}, Cooperation: Cooperation{Looking: NotReported},
	}
	full := *whole()
	full.Cooperation = Cooperation{Remark: "x"}
	full.Websites, full.Documents, full.Support = []Website{{}}, []Document{{}}, []Support{{}}
	full.Represented, full.Profiles = []Representation{{}}, []Profile{{}}
	for _, section := range Sections() {
		if section.Reported(&empty) > 0 || !full.Reports(section.Key) || empty.Reports(section.Key) {
			t.Errorf("%s: empty %d, full %d", section.Key, section.Reported(&empty), section.Reported(&full))
		}
	}
	for _, c := range []struct {
		of          *Region
		in          *Edition
		n, sections int
	}{{&empty, edition(), 0, len(Sections())}, {&full, edition(), len(Sections()), len(Sections())}, {&empty, &Edition{}, 0, 2}} {
		if n, sections := reportedSections(c.of, c.in); n != c.n || sections != c.sections {
			t.Errorf("%d of %d, want %d of %d", n, sections, c.n, c.sections)
		}
	}
}

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		indicator       Indicator
		lowest, highest float64
	}{
		{Indicator{Kind: Ratio}, 0, math.Inf(1)},
		{Indicator{Kind: Ratio, Min: -5, Max: 300}, -5, 300},
		{Indicator{Kind: Share}, 0, 100},
		{Indicator{Kind: Share, Max: 300}, 0, 100},
		{Indicator{Kind: Share, Max: 40}, 0, 40},
	} {
		if lowest, highest := c.indicator.Bounds(); lowest != c.lowest || highest != c.highest {
			t.Errorf("%+v lies between %v and %v", c.indicator, lowest, highest)
		}
	}
}

// The sections stand in the order of the file, and what is asked of every region
// has a vocabulary.
func TestSectionsAreOfTheSchema(t *testing.T) {
	table := TableOf(reflect.TypeFor[Region]())
	e, last := edition(), -1
	for _, s := range Sections() {
		rank := table.Rank(s.Key)
		if rank <= last {
			t.Fatalf("%s has the rank %d, after %d", s.Key, rank, last)
		}
		last = rank
		if keys := table[rank].Keys; s.Asked && s.Expected(e) != len(e.Terms(keys)) || !s.Asked && s.Expected(e) != 0 {
			t.Errorf("%s: %d are expected", s.Key, s.Expected(e))
		}
	}
}

func TestTermsAndLabels(t *testing.T) {
	e := edition()
	if e.Term("topics", "research").Name != "RESEARCH" || e.Term("ratings", "low").Name != "LOW" || !reflect.DeepEqual(e.Term("topics", "gone"), Term{Key: "gone", Name: "gone"}) {
		t.Error("Term")
	}
	if e.Indicators[2].Label() != "Density" || e.Indicators[1].Label() != "Population" || e.CountryNamed("EL") != "Greece" || e.CountryNamed("XX") != "XX" {
		t.Error("labels")
	}
	if s := e.Indicators[0].ScaleOf(2021); s == nil || s.Groups[1] != "Emerging" || e.Indicators[0].ScaleOf(2020) != nil {
		t.Error("ScaleOf")
	}
	if words := e.Vocabulary("sections"); !slices.Contains(words, "nace") || !slices.Contains(words, "organisations") {
		t.Errorf("sections %v", words)
	}
	if len(Sections()) != 14 {
		t.Error("Vocabulary changed what Sections returns")
	}
	for _, s := range Statuses() {
		if StatusOf(s.Key) != s || !words.English().Has("status."+s.Key+".means") || !words.English().Has("status."+s.Key+".short") {
			t.Errorf("%+v", s)
		}
	}
}

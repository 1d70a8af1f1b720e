package region

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
)

var today = Date{2026, 11, 21}

// edition is a small atlas with a word in each vocabulary that tests use.
func edition() *Edition {
	terms := func(keys ...string) []Term {
		list := make([]Term, len(keys))
		for i, k := range keys {
			list[i] = Term{Key: k, Name: strings.ToUpper(k)}
		}
		return list
	}
	return &Edition{
		Site: Site{Title: "Atlas", Tagline: "What regions do.", Subject: "medicine", Lang: "en",
			Licence: Licence{Name: "CC0-1.0", Link: "https://example.org/cc0"}},
		Countries: []Country{{Code: "BE", Name: "Belgium"}, {Code: "EL", Name: "Greece"}},
		Indicators: []Indicator{
			{Term: Term{Key: "innovation", Name: "Innovation"}, Kind: Class, Scales: []Scale{{Years: []int{2019}, Groups: []string{"Leader", "Strong +", "Modest"}}, {Years: []int{2021}, Groups: []string{"Leader", "Emerging"}}}},
			{Term: Term{Key: "population", Name: "Population"}, Kind: Total, Min: 1, Max: 1000},
			{Term: Term{Key: "density", Name: "Population density", Short: "Density"}, Kind: Ratio, Of: "population"},
			{Term: Term{Key: "share65", Name: "Share"}, Kind: Share, Decimals: 2},
		},
		NetworkGroups: terms("network"),
		Networks: []Network{{Term: Term{Key: "errin", Name: "ERRIN"}, Group: "network"}, {Term: Term{Key: "cebr", Name: "CEBR"}, Group: "network"},
			{Term: Term{Key: "mountain", Name: "Mountain"}, Group: "network", Categories: terms("mixed", "non-mountain")}},
		Topics: terms("research", "prevention"), Levels: terms("regional", "national"), DocumentKinds: terms("law"),
		WebsiteKinds: terms("ministry"), SupportKinds: terms("programme"), InitiativeKinds: terms("biobank"), RepresentedKinds: terms("project"),
		OrganisationKinds: terms("academic", "industry"), Strategies: terms("ris3"), Questions: []Question{{Term: Term{Key: "need", Name: "NEED"}, Kind: "need"}}, Ratings: terms("low", "high"),
		MapViews: []MapView{{Term: Term{Key: "some", Name: "Some"}, Codes: []string{"BE", "EL"}}},
		Rules: []Rule{{Term: Term{Key: "first-call", Name: "First call"}, Closes: Date{2022, 5, 31}, Source: "A page",
			Needs: []Need{{Count: CountRegions, Min: 3}}}},
		Classifications: []Classification{{Term: Term{Key: "nace", Name: "NACE Rev. 2"}, Labels: map[string]string{"C": "Manufacturing", "C.21": "Pharmaceuticals"}}},
	}
}

// whole is a region without a fault or a warning.
func whole() *Region {
	return &Region{
		File: "BE2.md", Body: "A plain description.", Code: "BE2", NUTSVersion: 2021, Name: "Flanders",
		Figures: map[string][]Figure{
			"innovation": {{Value: Value{Word: "Leader", Given: true}, Year: 2021}},
			"population": {{Value: Value{Number: 600, Given: true}, Year: 2019}},
			"density":    {{Value: Value{Number: 48, Given: true}, Year: 2019}},
			"share65":    {{Value: Value{Number: 20.2, Given: true}}},
		},
		Memberships:   map[string]Membership{"errin": {Status: Yes}, "cebr": {Status: Part, Part: "Ghent"}, "mountain": {Status: "mixed"}},
		Strategy:      map[string]Answer{"ris3": {Answer: Yes}},
		Topics:        []string{"research"},
		Codes:         map[string][]string{"nace": {"C", "C.21"}},
		Initiatives:   []Initiative{{Title: "One"}, {Title: "Two"}},
		Organisations: []Organisation{{Name: "VIB", Kind: "academic"}},
		Evaluation:    map[string]string{"need": "high"},
		Gaps:          map[string]Gap{"organisations": {Lost: 2, Numbers: []int{3, 4}}},
		From:          map[string][]string{"topics": {"page"}},
		Sources:       []Source{{Key: "page", Title: "The page", Link: "https://example.org/", Seen: today}},
		Reviewed:      today,
	}
}

func TestTheWholeRegionHasNoFault(t *testing.T) {
	if faults := Check(whole(), edition(), today); len(faults) > 0 {
		t.Errorf("%+v", faults)
	}
	if faults := CheckEdition("atlas.toml", edition()); len(faults) > 0 {
		t.Errorf("%+v", faults)
	}
}

// said is a fault as an editor meets it.
type said struct {
	code         problem.Code
	key          problem.Key
	what, remedy string
}

func tell(faults []problem.Fault) []said {
	var list []said
	for _, f := range faults {
		list = append(list, said{f.Code, f.Key, f.What, f.Remedy})
	}
	return list
}

func compare(t *testing.T, name string, faults []problem.Fault, want []said, warning bool) {
	t.Helper()
	if got := tell(faults); !slices.Equal(got, want) {
		t.Errorf("%s:\n got  %q\n want %q", name, got, want)
	}
	for _, f := range faults {
		if f.Warning != warning {
			t.Errorf("%s: warning = %v: %s", name, f.Warning, f.What)
		}
	}
}

func number(n float64, year int) Figure {
	return Figure{Value: Value{Number: n, Given: true}, Year: year}
}
func word(w string, year int) Figure { return Figure{Value: Value{Word: w, Given: true}, Year: year} }

func TestFaultsOfSense(t *testing.T) {
	const leave = "Write the whole address, starting with https://, http:// or mailto:."
	for name, c := range map[string]struct {
		spoil func(*Region)
		want  []said
	}{
		"no code":    {func(r *Region) { r.Code = "" }, []said{{problem.Missing, "/code", "code is missing", `Add it, such as code = "BE2" (NUTS code, level 0 to 3, or a code of own boundaries; it also gives the country and the page address).`}}},
		"no name":    {func(r *Region) { r.Name = "" }, []said{{problem.Missing, "/name", "name is missing", `Add it, such as name = "Flanders" (English name).`}}},
		"no sources": {func(r *Region) { r.Sources, r.From = nil, nil }, []said{{problem.Missing, "/sources", "sources is missing", "Add sources: where the facts come from."}}},
		"no name in the list": {func(r *Region) { r.Organisations = append(r.Organisations, Organisation{Short: "x"}) },
			[]said{{problem.Missing, "/organisations/1/name", "name is missing", `Add it, such as name = "Flanders Health" (name as the organisation writes it).`}}},
		"bad code":        {func(r *Region) { r.Code = "Be2" }, []said{{problem.BadCode, "/code", `"Be2" is not a NUTS code`, "Did you mean \"BE2\"? Write two capital letters for the country and up to three capital letters or digits, such as BE2 or FI1C."}}},
		"unknown country": {func(r *Region) { r.Code = "GR3" }, []said{{problem.BadCode, "/code", `no country of this atlas has the code "GR"`, "Check the first two letters (Greece is EL, the United Kingdom UK), or add the country to atlas.toml."}}},
		"NUTS edition":    {func(r *Region) { r.NUTSVersion = 2020 }, []said{{problem.OutOfBounds, "/nuts_version", "there is no NUTS edition of 2020", "Write one of 2003, 2006, 2010, 2013, 2016, 2021 or 2024."}}},

		"too low": {func(r *Region) { r.Figures["population"] = []Figure{number(-5, 2019)} }, []said{{problem.OutOfBounds, "/figures/population/0/value", "Population cannot be −5", "Write a number of at least 1."}}},
		"too high": {func(r *Region) {
			r.Figures["population"] = []Figure{number(1001, 2019)}
			delete(r.Figures, "density")
			r.Figures["density"] = []Figure{{Status: NotReported}}
		}, []said{{problem.OutOfBounds, "/figures/population/0/value", "Population cannot be 1,001", "Write a number of at most 1,000."}}},
		"over 100":  {func(r *Region) { r.Figures["share65"] = []Figure{number(100.5, 0)} }, []said{{problem.OutOfBounds, "/figures/share65/0/value", "Share cannot be 100.50", "Write a number of at most 100."}}},
		"infinite":  {func(r *Region) { r.Figures["density"] = []Figure{number(math.Inf(1), 0)} }, []said{{problem.OutOfBounds, "/figures/density/0/value", "Population density must be a number that can be written in digits", `Write the number, or status = "not reported" without a value.`}}},
		"no number": {func(r *Region) { r.Figures["density"] = []Figure{number(math.NaN(), 0)} }, []said{{problem.OutOfBounds, "/figures/density/0/value", "Population density must be a number that can be written in digits", `Write the number, or status = "not reported" without a value.`}}},
		"text": {func(r *Region) { r.Figures["density"] = []Figure{word("some", 2019)} }, []said{
			{problem.WrongType, "/figures/density/0/value", `"some" is a text, not a number`,
				"Write the number without quotes and without commas, with a point before decimals: 20.2."}}},
		"number in a text": {func(r *Region) { r.Figures["density"] = []Figure{word("20,2", 2019)} }, []said{
			{problem.WrongType, "/figures/density/0/value", `"20,2" is a text, not a number`, "Write 20.2."}}},
		"right number in a text": {func(r *Region) { r.Figures["density"] = []Figure{word("20.2", 2019)} }, []said{
			{problem.WrongType, "/figures/density/0/value", `"20.2" is a text, not a number`, "Write 20.2."}}},
		"absence in a text": {func(r *Region) { r.Figures["density"] = []Figure{word("n/a", 2019)} }, []said{
			{problem.WrongType, "/figures/density/0/value", `"n/a" is a text, not a number`,
				`Write status = "not reported" instead of value = "n/a".`}}},
		"another sign": {func(r *Region) { r.Figures["innovation"] = []Figure{word("Strong -", 2019)} }, []said{
			{problem.UnknownWord, "/figures/innovation/0/value", `"Strong -" is not a class of Innovation in 2019`,
				"Write one of: Leader, Strong +, Modest."}}},
		"blank name": {func(r *Region) { r.Name = " \u00a0" }, []said{{problem.Missing, "/name", "name is blank",
			`Write it, such as name = "Flanders" (English name).`}}},
		"blank remark": {func(r *Region) { r.Organisations[0].Remark = "\u3164" }, []said{
			{problem.Missing, "/organisations/0/remark", "remark is blank", "Write it, or remove the line."}}},
		"language by its name": {func(r *Region) { r.Names = []NativeName{{Name: "Vlaanderen", Lang: "Dutch"}} }, []said{{problem.UnknownWord, "/names/0/lang",
			`"Dutch" is not the tag of a language`, `Write "nl".`}}},
		"language by its country": {func(r *Region) {
			r.Names = []NativeName{{Name: "Ελλάδα", Lang: "gr"}, {Name: "Česko", Lang: "cs-CZ"}}
		}, []said{{problem.UnknownWord, "/names/0/lang",
			`"gr" is not the tag of a language`, `Write "el".`}}},
		"language with an underscore": {func(r *Region) { r.Names = []NativeName{{Name: "Wien", Lang: "de_AT"}} }, []said{{problem.UnknownWord, "/names/0/lang",
			`"de_AT" is not the tag of a language`, `Write "de-AT".`}}},
		"language of nobody": {func(r *Region) { r.Names = []NativeName{{Name: "Wien", Lang: "german (Austria)"}} }, []said{{problem.UnknownWord, "/names/0/lang",
			`"german (Austria)" is not the tag of a language`, `Write the tag of the language, such as "nl".`}}},
		"name of a megabyte": {func(r *Region) { r.Name = strings.Repeat("é", 1<<20) }, []said{{problem.TooLong, "/name",
			"name has 1,048,576 characters; a page shows at most 200", "Write at most 200 characters."}}},
		"name as long as may be": {func(r *Region) { r.Name = strings.Repeat("é", 200) }, nil},
		"long other name": {func(r *Region) { r.Also = []string{"a", strings.Repeat("a", 201)} }, []said{{problem.TooLong, "/also/1",
			"also has 201 characters; a page shows at most 200", "Write at most 200 characters."}}},
		"long title": {func(r *Region) { r.Sources[0].Title = strings.Repeat("a", 501) }, []said{{problem.TooLong, "/sources/0/title",
			"title has 501 characters; a page shows at most 500", "Write at most 500 characters."}}},
		"long remark": {func(r *Region) { r.Organisations[0].Remark = strings.Repeat("a", 2001) }, []said{{problem.TooLong, "/organisations/0/remark",
			"remark has 2,001 characters; a page shows at most 2,000", "Write at most 2,000 characters."}}},
		"long address": {func(r *Region) { r.Sources[0].Link = "https://a.org/" + strings.Repeat("a", 2000) }, []said{{problem.TooLong,
			"/sources/0/link", "link has 2,014 characters; a page shows at most 2,000", "Write at most 2,000 characters."}}},
		"another alphabet": {func(r *Region) { r.Code = "ВЕ2" }, []said{{problem.BadCode, "/code",
			`"ВЕ2" is not a NUTS code: its "В" is a Cyrillic letter (U+0412)`,
			"Did you mean \"BE2\"? Write two capital letters for the country and up to three capital letters or digits, such as BE2 or FI1C."}}},
		"another table": {func(r *Region) {
			r.Memberships["ris3"], r.Strategy = Membership{Status: Yes}, nil
		}, []said{{problem.UnknownWord, "/memberships/ris3", `"ris3" belongs under [strategy], not under [memberships]`,
			"Write [strategy] on a line above it, or move it below that heading."}}},
		"a whole table": {func(r *Region) {
			maps.Copy(r.Strategy, map[string]Answer{"errin": {Answer: Yes}, "cebr": {Answer: Yes}, "mountain": {Answer: No}})
			r.Memberships = nil
		}, []said{{problem.UnknownWord, "/strategy/cebr", `"cebr", and 2 more here, belong under [memberships], not under [strategy]`,
			"Write [memberships] on a line above them, or move them below that heading."}}},
		"future":     {func(r *Region) { r.Figures["share65"] = []Figure{number(20, 2027)} }, []said{{problem.Future, "/figures/share65/0/year", "the year 2027 has not come yet", "Write a year up to 2026."}}},
		"lost digit": {func(r *Region) { r.Figures["share65"] = []Figure{number(20, 201)} }, []said{{problem.OutOfBounds, "/figures/share65/0/year", "201 is not a year of statistics", "Write the year with four digits."}}},
		"no figure": {func(r *Region) { delete(r.Figures, "share65"); r.Figures["population"] = nil },
			[]said{{problem.Missing, "/figures", "no figure for population, share65", `Write population = [{ status = "not reported" }] under [figures], and so for each, until a value is known.`}}},
		"no value":      {func(r *Region) { r.Figures["density"] = []Figure{{Year: 2019}} }, []said{{problem.Missing, "/figures/density/0", "Density has no value here", `Add value = …, or status = "not reported".`}}},
		"yet a value":   {func(r *Region) { r.Figures["share65"][0].Status = NotReported }, []said{{problem.Contradicts, "/figures/share65/0", `this figure has a value and yet says "not reported"`, "Remove the value, or the status."}}},
		"status":        {func(r *Region) { r.Figures["share65"][0].Status = "provisonal" }, []said{{problem.UnknownWord, "/figures/share65/0/status", `"provisonal" is not one of the conditions`, `Did you mean "provisional"?`}}},
		"indicator":     {func(r *Region) { r.Figures["densty"] = r.Figures["density"] }, []said{{problem.UnknownWord, "/figures/densty", `"densty" is not one of the indicators`, `Did you mean "density"?`}}},
		"class":         {func(r *Region) { r.Figures["innovation"] = []Figure{word("Modest", 2021)} }, []said{{problem.UnknownWord, "/figures/innovation/0/value", `"Modest" is not a class of Innovation in 2021`, "Write one of: Leader, Emerging."}}},
		"class of 2019": {func(r *Region) { r.Figures["innovation"] = []Figure{word("Modest", 2019)} }, nil},
		"class slip":    {func(r *Region) { r.Figures["innovation"] = []Figure{word("strong+", 2019)} }, []said{{problem.UnknownWord, "/figures/innovation/0/value", `"strong+" is not a class of Innovation in 2019`, `Did you mean "Strong +"?`}}},
		"class number":  {func(r *Region) { r.Figures["innovation"] = []Figure{number(2, 2019)} }, []said{{problem.WrongType, "/figures/innovation/0/value", "Innovation is a class, not a number", `Write one of its classes in quotes, such as "Leader".`}}},
		"class no year": {func(r *Region) { r.Figures["innovation"] = []Figure{word("Leader", 0)} }, []said{{problem.Missing, "/figures/innovation/0", "Innovation has no year here, and the year chooses the scale of its classes", "Add year = … (2019, 2021)."}}},
		"class year":    {func(r *Region) { r.Figures["innovation"] = []Figure{word("Leader", 2020)} }, []said{{problem.UnknownWord, "/figures/innovation/0/year", "Innovation has no scale for the year 2020", "Write one of its years (2019, 2021), or add a scale to atlas.toml."}}},

		"source slip": {func(r *Region) { r.Figures["share65"][0].Source = "pge" }, []said{{problem.UnknownWord, "/figures/share65/0/source", `no source of this file has the key "pge"`, `Did you mean "page"?`}}},
		"source unsaid": {func(r *Region) {
			r.Sources = append(r.Sources, Source{Key: "other", Title: "x"})
			for _, s := range r.Figures {
				s[0].Source = "page"
			}
			r.Figures["share65"][0].Source = ""
		}, []said{{problem.Missing, "/figures/share65/0", "it is not said which source this value is from", `Add source = "…" with the key of one of the sources.`}}},
		"from nowhere":  {func(r *Region) { r.From["topics"] = []string{"page", "zz"} }, []said{{problem.UnknownWord, "/from/topics/1", `no source of this file has the key "zz"`, "Write one of: page."}}},
		"from section":  {func(r *Region) { r.From["topcs"] = []string{"page"} }, []said{{problem.UnknownWord, "/from/topcs", `"topcs" is not one of the sections`, `Did you mean "topics"?`}}},
		"initiative":    {func(r *Region) { r.Initiatives[1].Source = "zz" }, []said{{problem.UnknownWord, "/initiatives/1/source", `no source of this file has the key "zz"`, "Write one of: page."}}},
		"membership of": {func(r *Region) { r.Memberships["errin"] = Membership{Status: Yes, Source: "zz"} }, []said{{problem.UnknownWord, "/memberships/errin/source", `no source of this file has the key "zz"`, "Write one of: page."}}},

		"unanswered": {func(r *Region) { delete(r.Memberships, "cebr"); delete(r.Memberships, "mountain") },
			[]said{{problem.Missing, "/memberships", "no answer for cebr, mountain", `Write cebr = "not reported" under [memberships], and so for each, until more is known.`}}},
		"empty answer":  {func(r *Region) { r.Memberships["cebr"] = Membership{} }, []said{{problem.Missing, "/memberships/cebr/status", "status is missing", `Add it, such as status = "yes" (the answer, a membership status or a category of the network).`}}},
		"maybe":         {func(r *Region) { r.Memberships["cebr"] = Membership{Status: "maybe"} }, []said{{problem.UnknownWord, "/memberships/cebr/status", `"maybe" is not an answer for CEBR`, "Write one of: yes, part, country-level member, country-level observer, planned, no, not applicable, not reported."}}},
		"category":      {func(r *Region) { r.Memberships["mountain"] = Membership{Status: Yes} }, []said{{problem.UnknownWord, "/memberships/mountain/status", `"yes" is not an answer for Mountain`, "Write one of: mixed, non-mountain, not reported."}}},
		"network":       {func(r *Region) { r.Memberships["erin"] = Membership{Status: Yes} }, []said{{problem.UnknownWord, "/memberships/erin", `"erin" is not one of the networks`, `Did you mean "errin"?`}}},
		"which part":    {func(r *Region) { r.Memberships["cebr"] = Membership{Status: Part} }, []said{{problem.Missing, "/memberships/cebr", "it is not said which part of the region is a member", `Write { status = "part", part = "…" } with the name of that part.`}}},
		"member ahead":  {func(r *Region) { r.Memberships["cebr"] = Membership{Status: Yes, Year: 2030} }, []said{{problem.Future, "/memberships/cebr/year", "the year 2030 has not come yet", `Write a year up to 2026, or the status "planned".`}}},
		"member lost":   {func(r *Region) { r.Memberships["cebr"] = Membership{Status: Yes, Year: 19} }, []said{{problem.OutOfBounds, "/memberships/cebr/year", "19 is not a year of membership", "Write the year with four digits."}}},
		"planned ahead": {func(r *Region) { r.Memberships["cebr"] = Membership{Status: Planned, Year: 2030} }, nil},
		"no strategy":   {func(r *Region) { r.Strategy = nil }, []said{{problem.Missing, "/strategy", "no answer for ris3", `Write ris3 = "not reported" under [strategy], and so for each, until more is known.`}}},
		"strategy":      {func(r *Region) { r.Strategy["ris3"] = Answer{Answer: "Yes"} }, []said{{problem.UnknownWord, "/strategy/ris3/answer", `"Yes" is not one of the answers`, `Did you mean "yes"?`}}},

		"topic":       {func(r *Region) { r.Topics = []string{"reserach"} }, []said{{problem.UnknownWord, "/topics/0", `"reserach" is not one of the topics`, `Did you mean "research"?`}}},
		"topic twice": {func(r *Region) { r.Topics = []string{"research", "prevention", "research"} }, []said{{problem.Repeated, "/topics/2", `"research" stands in this list twice`, "Remove one of the two."}}},
		"kind":        {func(r *Region) { r.Organisations[0].Kind = "bakery" }, []said{{problem.UnknownWord, "/organisations/0/kind", `"bakery" is not one of the organisation kinds`, "Write one of: academic, industry."}}},
		"body twice":  {func(r *Region) { r.Organisations = append(r.Organisations, r.Organisations[0]) }, []said{{problem.Repeated, "/organisations/1/name", `"VIB" stands in this list twice`, "Remove one of the two."}}},
		"title twice": {func(r *Region) { r.Initiatives[1].Title = "One" }, []said{{problem.Repeated, "/initiatives/1/title", `"One" stands in this list twice`, "Remove one of the two."}}},
		"silent beside a value": {func(r *Region) {
			r.Figures["share65"] = append(r.Figures["share65"], Figure{Status: NotReported})
		}, []said{{problem.Contradicts, "/figures/share65/1", `"not reported" stands beside a value`, "Remove this entry, or give the year that has no value."}}},
		"silent for a year": {func(r *Region) {
			r.Figures["share65"] = append(r.Figures["share65"], Figure{Status: NotReported, Year: 2001})
		}, nil},
		"a part of a no": {func(r *Region) { r.Memberships["errin"] = Membership{Status: No, Part: "South"} }, []said{{problem.Contradicts, "/memberships/errin/part", `the answer is "no", and yet it names a part`, `Remove the part, or write status = "part".`}}},
		"a body of nothing": {func(r *Region) { r.Memberships["errin"] = Membership{Status: NotReported, Body: "B", Year: 2019} }, []said{
			{problem.Contradicts, "/memberships/errin/body", "nothing is reported here, and yet it names a body", "Remove the body, or say what it is a member as."},
			{problem.Contradicts, "/memberships/errin/year", "nothing is reported here, and yet it has a year", "Remove the year, or say what has been so since."}}},
		"document twice": {func(r *Region) { r.Documents = []Document{{Title: "Plan"}, {Title: "Other"}, {Title: "Plan"}} }, []said{{problem.Repeated, "/documents/2", `"Plan" stands in this list twice`, "Remove one of the two."}}},
		"website twice":  {func(r *Region) { r.Websites = []Website{{Title: "Site"}, {Title: "Site"}} }, []said{{problem.Repeated, "/websites/1", `"Site" stands in this list twice`, "Remove one of the two."}}},
		"in a body twice": {func(r *Region) {
			r.Represented = []Representation{{Title: "EIT", Within: "Body"}, {Title: "EIT", Within: "Other"}, {Title: "EIT", Within: "Body"}}
		}, []said{{problem.Repeated, "/represented/2", `"EIT" stands in this list twice`, "Remove one of the two."}}},
		"support twice": {func(r *Region) { r.Support = []Support{{Title: "Grant"}, {Title: "Grant"}} }, []said{{problem.Repeated, "/support/1", `"Grant" stands in this list twice`, "Remove one of the two."}}},
		"two editions of a plan": {func(r *Region) {
			r.Documents = []Document{{Title: "Plan", Link: "https://example.org/1"}, {Title: "Plan", Link: "https://example.org/2"}}
		}, nil},
		"source twice": {func(r *Region) {
			r.Sources = append(r.Sources, r.Sources[0])
			for _, s := range r.Figures {
				s[0].Source = "page"
			}
		}, []said{{problem.Repeated, "/sources/1/key", `"page" stands in this list twice`, "Remove one of the two."}}},
		"code":       {func(r *Region) { r.Codes["nace"] = []string{"C.22"} }, []said{{problem.UnknownWord, "/codes/nace/0", `"C.22" is not a code of NACE Rev. 2`, `Did you mean "C.21"?`}}},
		"code twice": {func(r *Region) { r.Codes["nace"] = []string{"C", "C"} }, []said{{problem.Repeated, "/codes/nace/1", `"C" stands in this list twice`, "Remove one of the two."}}},
		"list":       {func(r *Region) { r.Codes["nase"] = []string{"C"} }, []said{{problem.UnknownWord, "/codes/nase", `"nase" is not one of the classifications`, `Did you mean "nace"?`}}},
		"rating":     {func(r *Region) { r.Evaluation["need"] = "hihg" }, []said{{problem.UnknownWord, "/evaluation/need", `"hihg" is not one of the ratings`, `Did you mean "high"?`}}},

		"lost":          {func(r *Region) { r.Gaps["organisations"] = Gap{Lost: -1} }, []said{{problem.OutOfBounds, "/gaps/organisations/lost", "-1 entries cannot be lost", "Write how many entries were lost, or leave it out."}}},
		"too many lost": {func(r *Region) { r.Gaps["organisations"] = Gap{Lost: 1, Numbers: []int{1, 2}} }, []said{{problem.Contradicts, "/gaps/organisations/numbers", "2 numbers are given for 1 lost entries", "Correct lost, or keep one number for each lost entry."}}},
		"number 0":      {func(r *Region) { r.Gaps["organisations"] = Gap{Numbers: []int{0}} }, []said{{problem.OutOfBounds, "/gaps/organisations/numbers/0", "entries of a list are numbered from 1", "Write the number that the entry had in the source."}}},
		"number twice":  {func(r *Region) { r.Gaps["organisations"] = Gap{Numbers: []int{7, 7}} }, []said{{problem.Repeated, "/gaps/organisations/numbers/1", "the number 7 stands here twice", "Remove one of the two."}}},
		"unseen": {func(r *Region) {
			r.Memberships["cebr"], r.Gaps["memberships"] = Membership{Status: NotReported}, Gap{Answers: []string{"cebr", "cebrr"}}
		}, []said{{problem.UnknownWord, "/gaps/memberships/answers/1", `"cebrr" is not one of the networks`, `Did you mean "cebr"?`}}},
		"unseen and said":  {func(r *Region) { r.Gaps["memberships"] = Gap{Answers: []string{"errin"}} }, []said{{problem.Contradicts, "/gaps/memberships/answers/0", "errin is answered, and yet could not be seen", `Remove it here, or write "not reported" there.`}}},
		"unseen of a list": {func(r *Region) { r.Gaps["topics"] = Gap{Answers: []string{"errin"}} }, []said{{problem.Contradicts, "/gaps/topics/answers", "networks are answered under memberships, not in topics", "Write it as memberships = { answers = … }, or remove it."}}},
		"one source twice": {func(r *Region) { r.Figures["population"][0].Source, r.Figures["population"][0].Second = "page", "page" }, []said{{problem.Repeated, "/figures/population/0/second_source", "both sources of this value are the same", "Write the key of the other source, or leave it out."}}},
		"no second source": {func(r *Region) { r.Figures["population"][0].Second = "pag" }, []said{{problem.UnknownWord, "/figures/population/0/second_source", `no source of this file has the key "pag"`, `Did you mean "page"?`}}},
		"gap of nothing":   {func(r *Region) { r.Gaps["organisation"] = Gap{Lost: 1} }, []said{{problem.UnknownWord, "/gaps/organisation", `"organisation" is not one of the sections`, `Did you mean "organisations"?`}}},

		"shape and point":   {func(r *Region) { r.Shape = Shape{Code: "BE2", Lon: 4, Lat: 50} }, []said{{problem.Contradicts, "/shape", "a shape is either a code or a point, not both", "Keep code, or keep lon and lat."}}},
		"off the globe":     {func(r *Region) { r.Shape = Shape{Lon: 4, Lat: 95} }, []said{{problem.OutOfBounds, "/shape", "this point is not on the globe", "Write lon (east) between -180 and 180 and lat (north) between -90 and 90."}}},
		"nowhere":           {func(r *Region) { r.Shape = Shape{Lon: math.NaN(), Lat: 50} }, []said{{problem.OutOfBounds, "/shape", "this point is not on the globe", "Write lon (east) between -180 and 180 and lat (north) between -90 and 90."}}},
		"no latitude":       {func(r *Region) { r.Shape = Shape{Lon: 4} }, []said{{problem.Missing, "/shape", "this point has no latitude", "Add lat = … (degrees north)."}}},
		"shape code":        {func(r *Region) { r.Shape = Shape{Code: "pl9"} }, []said{{problem.BadCode, "/shape/code", `"pl9" is not a NUTS code`, "Did you mean \"PL9\"? Write the code of the shape to draw, such as PL9."}}},
		"reviewed ahead":    {func(r *Region) { r.Reviewed = Date{2026, 11, 23} }, []said{{problem.Future, "/reviewed", "23 November 2026 has not come yet", "Write a day up to today."}}},
		"seen ahead":        {func(r *Region) { r.Sources[0].Seen = Date{2027, 1, 1} }, []said{{problem.Future, "/sources/0/seen", "1 January 2027 has not come yet", "Write a day up to today."}}},
		"alias of a device": {func(r *Region) { r.Aliases = []string{"Nul", "com"} }, []said{{problem.BadCode, "/aliases/0", `"Nul" cannot become a page address`, "Write another word: Windows keeps this one for a device, and a site must open there too."}}},
		"alias that is a file": {func(r *Region) {
			r.Aliases = []string{"flanders.html", "Old Flanders", "https://example.org/regions/old.html", "BE25"}
		}, []said{
			{problem.BadCode, "/aliases/0", `"flanders.html" is neither a code nor the name of a page of this site`, `Write "flanders"; it then leads from regions/flanders.html to this page.`},
			{problem.BadCode, "/aliases/1", `"Old Flanders" is neither a code nor the name of a page of this site`, `Write "old-flanders"; it then leads from regions/old-flanders.html to this page.`},
			{problem.BadCode, "/aliases/2", `"https://example.org/regions/old.html" is neither a code nor the name of a page of this site`, `Write "old"; it then leads from regions/old.html to this page.`}}},
		"alias of a folder": {func(r *Region) { r.Aliases = []string{"index", "index.html"} }, []said{
			{problem.BadCode, "/aliases/0", `"index" cannot become a page address`, "Write another word: servers show a page of this name for the folder that it lies in."},
			{problem.BadCode, "/aliases/1", `"index" cannot become a page address`, "Write another word: servers show a page of this name for the folder that it lies in."}}},
		"long alias":       {func(r *Region) { r.Aliases = []string{strings.Repeat("a", 101)} }, []said{{problem.BadCode, "/aliases/0", problem.Quote(strings.Repeat("a", 101)) + ` cannot become a page address`, "Write at most 100 letters."}}},
		"alias of letters": {func(r *Region) { r.Aliases = []string{"be25", "日本"} }, []said{{problem.BadCode, "/aliases/1", `"日本" cannot become a page address`, "Use letters a to z, digits and hyphens."}}},
		"link":             {func(r *Region) { r.Organisations[0].Link = "javascript:alert(1)" }, []said{{problem.BadLink, "/organisations/0/link", `"javascript:alert(1)" is not an address that a page may link to`, leave}}},
	} {
		r := whole()
		c.spoil(r)
		compare(t, name, Check(r, edition(), today), c.want, false)
	}
}

// Where an editor is, it may be tomorrow, next month or next year already; and no
// later than that.
func TestTomorrowHasCome(t *testing.T) {
	for _, c := range []struct{ today, written, late Date }{
		{today, Date{2026, 11, 22}, Date{2026, 11, 23}},
		{Date{2026, 11, 30}, Date{2026, 12, 1}, Date{2026, 12, 2}},
		{Date{2026, 12, 31}, Date{2027, 1, 1}, Date{2027, 1, 2}},
	} {
		r := whole()
		r.Reviewed, r.Sources[0].Seen = c.written, c.written
		r.Figures["share65"] = []Figure{number(20, c.written.Year)}
		if faults := Check(r, edition(), c.today); len(faults) > 0 {
			t.Errorf("on %v, %v is refused: %v", c.today, c.written, faults)
		}
		r.Reviewed = c.late
		if faults := Check(r, edition(), c.today); len(faults) != 1 {
			t.Errorf("on %v, %v gives %v", c.today, c.late, faults)
		}
	}
}

func TestWarnings(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*Region)
		want  []said
	}{
		"no text": {func(r *Region) { r.Body = " \n" }, []said{{problem.NoText, "", "this region has no description", "Write two to five plain sentences below the second +++ line."}}},
		"thin": {func(r *Region) {
			r.Strategy["ris3"] = Answer{Answer: NotReported}
			r.Topics, r.Codes, r.Initiatives, r.Organisations, r.Evaluation = nil, nil, nil, nil, nil
		}, []said{{problem.Thin, "", "only 2 of 14 sections report anything", "Add what the sources say; a page this short helps nobody."}}},
		"two values":   {func(r *Region) { r.Figures["share65"] = []Figure{number(20, 2019), number(21, 2019)} }, []said{{problem.Disagrees, "/figures/share65/1", "Share has two values for 2019: 20.00 and 21.00", "Remove one, or say in a remark why both stand here."}}},
		"no year":      {func(r *Region) { r.Figures["share65"] = []Figure{number(20, 0), number(21.125, 0)} }, []said{{problem.Disagrees, "/figures/share65/1", "Share has two values for an unknown year: 20.00 and 21.125", "Remove one, or say in a remark why both stand here."}}},
		"equal values": {func(r *Region) { r.Figures["share65"] = []Figure{number(20, 2019), number(20, 2019)} }, nil},
		"other years":  {func(r *Region) { r.Figures["share65"] = []Figure{number(20, 2019), number(21, 2020)} }, nil},
		"with a remark": {func(r *Region) {
			f := number(21, 2019)
			f.Remark = "x"
			r.Figures["share65"] = []Figure{number(20, 2019), f}
		}, nil},
		"other parts": {func(r *Region) {
			f := number(21, 2019)
			f.Part = "x"
			r.Figures["share65"] = []Figure{number(20, 2019), f}
		}, nil},
		"area":            {func(r *Region) { r.Figures["density"] = append(r.Figures["density"], number(60, 2020)) }, []said{{problem.Disagrees, "/figures/density", "Population density and population imply an area that changes by more than a fifth", "Compare the figures with the source: one of them may belong to another region or year."}}},
		"nearly the area": {func(r *Region) { r.Figures["density"] = append(r.Figures["density"], number(57, 2020)) }, nil},
		"areas of parts": {func(r *Region) {
			small, dense := number(10, 2019), number(5000, 2019)
			small.Part, dense.Part = "town", "town"
			r.Figures["population"] = append(r.Figures["population"], small)
			r.Figures["density"] = append(r.Figures["density"], dense)
		}, nil},
	} {
		r := whole()
		c.spoil(r)
		compare(t, name, Check(r, edition(), today), c.want, true)
	}
}

// TestSilenceNeverBecomesNo holds the rule of the house: what is not said is a
// fault or "not reported".
func TestSilenceNeverBecomesNo(t *testing.T) {
	r := whole()
	r.Memberships = nil
	Check(r, edition(), today)
	if len(r.Memberships) > 0 {
		t.Error("a check wrote answers")
	}
	for _, key := range []string{"", "nonsense", NotReported} {
		if s := StatusOf(key); s.Key != NotReported || s.Member {
			t.Errorf("StatusOf(%q) = %+v", key, s)
		}
	}
}

func TestFaultsOfTheEdition(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*Edition)
		want  []said
	}{
		"title":      {func(e *Edition) { e.Site.Title = "" }, []said{{problem.Missing, "/site/title", "title is missing", `Add it, such as title = "Atlas of Personalised Medicine" (title of the atlas).`}}},
		"site":       {func(e *Edition) { e.Site = Site{} }, []said{{problem.Missing, "/site", "site is missing", "Add site: the site as a whole."}}},
		"key twice":  {func(e *Edition) { e.Topics[1].Key = "Research" }, []said{{problem.Repeated, "/topics/1", `"Research" stands in this list twice`, "Remove one of the two, or give it another key."}}},
		"no address": {func(e *Edition) { e.Topics[1].Key = "?" }, []said{{problem.BadCode, "/topics/1", `"?" cannot become a page address`, "Use letters a to z, digits and hyphens."}}},
		"no key":     {func(e *Edition) { e.Topics[1].Key = "" }, []said{{problem.Missing, "/topics/1/key", "key is missing", `Add it, such as key = "prevention" (the word that region files use).`}}},
		"group":      {func(e *Edition) { e.Networks[0].Group = "netwrok" }, []said{{problem.UnknownWord, "/networks/0/group", `"netwrok" is not one of the network groups`, `Did you mean "network"?`}}},
		"alike class": {func(e *Edition) { e.Indicators[0].Alike = Log },
			[]said{{problem.Contradicts, "/indicators/0/alike", "Innovation is a class, and differences are taken between numbers", "Remove it."}}},
		"weight of nothing": {func(e *Edition) { e.Indicators[1].Weight = 2 },
			[]said{{problem.Contradicts, "/indicators/1/weight", "a weight without alike counts nowhere", `Add alike = "linear" or alike = "log", or remove the weight.`}}},
		"weight below nothing": {func(e *Edition) { e.Indicators[1].Weight, e.Indicators[1].Alike = -1, Log },
			[]said{{problem.OutOfBounds, "/indicators/1/weight", "nothing counts less than nothing", "Write a number from 0 on."}}},
		"need of nothing": {func(e *Edition) {
			e.Rules = []Rule{Rule{Term: Term{Key: "call", Name: "Call"}, Closes: Date{2022, 5, 31}, Source: "x", Needs: []Need{{Min: 1}}}}
		}, []said{{problem.Contradicts, "/rules/0/needs/0", "a need asks for one thing, and this one for 0", "Keep one of count, areas and class; write another need for another thing."}}},
		"need of two": {func(e *Edition) {
			e.Rules = []Rule{Rule{Term: Term{Key: "call", Name: "Call"}, Closes: Date{2022, 5, 31}, Source: "x", Needs: []Need{{Min: 1, Count: "regions", Areas: []Area{{Name: "N", Countries: []string{"BE"}}}}}}}
		}, []said{{problem.Contradicts, "/rules/0/needs/0", "a need asks for one thing, and this one for 2", "Keep one of count, areas and class; write another need for another thing."}}},
		"need of too many": {func(e *Edition) {
			e.Rules = []Rule{Rule{Term: Term{Key: "call", Name: "Call"}, Closes: Date{2022, 5, 31}, Source: "x", Needs: []Need{{Min: 2, Areas: []Area{{Name: "N", Countries: []string{"BE"}}}}}}}
		}, []said{{problem.OutOfBounds, "/rules/0/needs/0/min", "2 is no number that can be enough", "Write a number from 1 to 1."}}},
		"need of no class": {func(e *Edition) {
			e.Rules = []Rule{Rule{Term: Term{Key: "call", Name: "Call"}, Closes: Date{2022, 5, 31}, Source: "x", Needs: []Need{{Min: 1, Class: "nothing"}}}}
		}, []said{{problem.UnknownWord, "/rules/0/needs/0/class", `"nothing" is not an indicator of the kind class`, "Write the key of one, or add it to the indicators."}}},
		"groups": {func(e *Edition) { e.NetworkGroups = nil; e.Networks = e.Networks[:1] }, []said{{problem.UnknownWord, "/networks/0/group", `"network" is not one of the network groups`, "Add the word to atlas.toml first."}}},
		"kind":   {func(e *Edition) { e.Indicators[1].Kind = "sum" }, []said{{problem.UnknownWord, "/indicators/1/kind", `"sum" is not one of the indicator kinds`, "Write one of: total, ratio, share, class."}}},
		"a dash in a class": {func(e *Edition) { e.Indicators[0].Scales[0].Groups[2] = "Modest –" }, []said{{problem.UnknownWord,
			"/indicators/0/scales/0/groups/2", `the class "Modest –" has a sign that stands on few keyboards`,
			`Write "Modest -"; region files may have either.`}}},
		"view of the map":         {func(e *Edition) { e.MapViews[0].Codes[1] = "El" }, []said{{problem.BadCode, "/map_views/0/codes/1", `"El" is not a NUTS code`, "Did you mean \"EL\"? Write the code of a country or region that the view shows, such as BE."}}},
		"half a box":              {func(e *Edition) { e.Map.Box = []float64{4, 54} }, []said{{problem.OutOfBounds, "/map/box", "a box has four sides, and this one has 2 numbers", "Write four numbers in degrees: west, south, east, north, such as box = [4.0, 54.5, 32.0, 71.5]."}}},
		"box off the globe":       {func(e *Edition) { e.Map.Box = []float64{4, 54, 200, 60} }, []said{{problem.OutOfBounds, "/map/box", "the box is not on the globe", "Write four numbers in degrees: west, south, east, north, such as box = [4.0, 54.5, 32.0, 71.5]."}}},
		"box the other way round": {func(e *Edition) { e.Map.Box = []float64{54.5, 4, 71.5, 32} }, []said{{problem.OutOfBounds, "/map/box", "lon and lat are exchanged: the box lies in Europe only the other way round", "Write box = [4, 54.5, 32, 71.5] (west, south, east, north)."}}},
		"empty box":               {func(e *Edition) { e.Map.Box = []float64{32, 54.5, 4, 71.5} }, []said{{problem.OutOfBounds, "/map/box", "the box is empty: its west is not west of its east, or its south not south of its north", "Write four numbers in degrees: west, south, east, north, such as box = [4.0, 54.5, 32.0, 71.5]."}}},
		"box beyond Europe":       {func(e *Edition) { e.Map.Box = []float64{4, 54, 100, 60} }, []said{{problem.OutOfBounds, "/map/box", "the box reaches beyond Europe, which is all that the map has", "Write four numbers in degrees: west, south, east, north, such as box = [4.0, 54.5, 32.0, 71.5]."}}},
		"frame":                   {func(e *Edition) { e.Map.Frame = "world" }, []said{{problem.UnknownWord, "/map/frame", `"world" is not one of the frames`, "Write one of: regions, europe."}}},
		"empty view":              {func(e *Edition) { e.MapViews[0].Codes = nil }, []said{{problem.Missing, "/map_views/0/codes", "codes is missing", `Add it, such as codes = ["BE", "LU", "NL"] (NUTS codes of countries or regions; the view holds them all).`}}},
		"many categories": {func(e *Edition) {
			e.Networks[0].Categories = nil
			for i := range 13 {
				e.Networks[0].Categories = append(e.Networks[0].Categories, Term{Key: fmt.Sprint("k", i), Name: fmt.Sprint(i)})
			}
		}, []said{{problem.OutOfBounds, "/networks/0/categories", "a map can tell 12 categories apart, and these are 13",
			"Put some of them together; else maps show several in one colour."}}},
		"many classes": {func(e *Edition) {
			e.Indicators[0].Scales[0].Groups = nil
			for i := range 11 {
				e.Indicators[0].Scales[0].Groups = append(e.Indicators[0].Scales[0].Groups, fmt.Sprint(i), fmt.Sprint(i, " +"))
			}
		}, []said{{problem.OutOfBounds, "/indicators/0/scales/0/groups", "a map can tell 10 classes apart, and these are 11",
			"Put some of them together; else maps show several in one colour."}}},
		"no scale": {func(e *Edition) { e.Indicators[0].Scales = nil }, []said{{problem.Missing, "/indicators/0", "Innovation is a class without a scale", "Add [[indicators.scales]] with years and groups."}}},
		"max":      {func(e *Edition) { e.Indicators[1].Max = 0.5 }, []said{{problem.Contradicts, "/indicators/1/max", "the highest value is below the lowest", "Swap min and max."}}},
		"decimals": {func(e *Edition) { e.Indicators[1].Decimals = 1000 }, []said{{problem.OutOfBounds, "/indicators/1/decimals", "1000 decimals cannot be printed", "Write a number from 0 to 9."}}},
		"of":       {func(e *Edition) { e.Indicators[2].Of = "popluation" }, []said{{problem.UnknownWord, "/indicators/2/of", `"popluation" is not an indicator`, `Did you mean "population"?`}}},
		"link":     {func(e *Edition) { e.Site.Address = "example.org" }, []said{{problem.BadLink, "/site/address", `"example.org" is not an address that a page may link to`, "Write the whole address, starting with https://, http:// or mailto:."}}},
		"published by mail": {func(e *Edition) { e.Site.Address = "mailto:a@b.org" }, []said{{problem.BadLink, "/site/address",
			"a site cannot be published at an address of mail", "Write the web address of the first page, starting with https://."}}},
		"published behind a ?": {func(e *Edition) { e.Site.Address = "https://example.org/atlas/?a=b#c" }, []said{{problem.BadLink, "/site/address",
			`"https://example.org/atlas/?a=b#c" has a ? or #, and no page can lie below such an address`, `Write "https://example.org/atlas/".`}}},
		"published behind a #": {func(e *Edition) { e.Site.Address = "https://example.org/#" }, []said{{problem.BadLink, "/site/address",
			`"https://example.org/#" has a ? or #, and no page can lie below such an address`, `Write "https://example.org/".`}}},
		"language without a catalogue": {func(e *Edition) { e.Site.Lang = "fr-CA" }, []said{{problem.UnknownWord, "/site/lang",
			`nobody has words in "fr-CA": what the program says itself is English`, `Write them into words/fr-CA.toml beside this file ("atlas words fr-CA" begins it), or leave it: pages say that they are English, and that your texts are not.`}}},
		"first language is another": {func(e *Edition) { e.Site.Languages = []string{"nl", "en"} }, []said{{problem.Contradicts, "/site/languages/0",
			`the first language is not that of the atlas, "en"`, `Begin the list with "en".`}}},
		"language twice": {func(e *Edition) { e.Site.Languages = []string{"en", "nl", "nl"} }, []said{{problem.Repeated, "/site/languages/2",
			`"nl" stands in this list twice`, "Keep one of the two."}}},
		"language without words": {func(e *Edition) { e.Site.Languages = []string{"en", "nl", "fr"} }, []said{{problem.Missing, "/site/languages/2",
			`nobody has words in "fr"`, `Write them into words/fr.toml beside this file; "atlas words fr" begins it.`}}},
		"language with words of its own": {func(e *Edition) {
			e.Site.Languages, e.Words = []string{"en", "fr"}, Words{"fr": {{Key: "or", Text: " ou "}}}
		}, nil},
		"text in several languages": {func(e *Edition) {
			e.Site.Languages = []string{"en", "nl"}
			e.Translated = Translations{"/site/title": {"nl": "Atlas", "dutch": "Atlas"}}
			e.Site.Title = ""
		}, []said{
			{problem.UnknownWord, "/site/title/dutch", `"dutch" is not the tag of a language`, `Write "nl".`},
			{problem.Missing, "/site/title", `this text is missing in "en", the language of the atlas`, `Add en = "…" to it.`}}},
		"text in a language that nobody reads": {func(e *Edition) {
			e.Translated = Translations{"/site/title": {"en": "Atlas", "fr": "Atlas"}}
		}, []said{{problem.UnknownWord, "/site/title/fr", `this atlas is not published in "fr"`, "Add the language to languages in [site] of atlas.toml, or remove the line."}}},
		"English of a country": {func(e *Edition) { e.Site.Lang = "en-GB" }, nil},
		"language of no tag":   {func(e *Edition) { e.Site.Lang = "English" }, []said{{problem.UnknownWord, "/site/lang", `"English" is not the tag of a language`, `Write "en".`}}},
		"no licence": {func(e *Edition) { e.Site.Licence = Licence{} }, []said{{problem.Missing, "/site",
			"the data has no licence: data/catalog.jsonld, which data portals read, cannot be offered, and the other files say that none is named",
			`Add licence = { name = "CC-BY-4.0", link = "https://creativecommons.org/licenses/by/4.0/" } below [site], or the one that you choose; until then rights = "…" can say it in words.`}}},
		"edited behind a ?": {func(e *Edition) { e.Site.Edit = "https://example.org/edit?file={file}" }, nil},
	} {
		e := edition()
		c.spoil(e)
		compare(t, name, CheckEdition("atlas.toml", e), c.want, slices.Contains([]string{"language without a catalogue", "no licence", "many categories", "many classes", "text in a language that nobody reads"}, name))
	}
}

func TestUnknownKeysPointAtTheName(t *testing.T) {
	r := whole()
	r.Memberships["erin"] = Membership{Status: Yes}
	faults := Check(r, edition(), today)
	if len(faults) != 1 || faults[0].Part != problem.Name || faults[0].File != "BE2.md" {
		t.Errorf("%+v", faults)
	}
}

func TestHostileRegionsAreBounded(t *testing.T) {
	r := whole()
	const many = 50_000
	r.Topics = slices.Repeat([]string{"x"}, many)
	r.Figures["share65"] = slices.Repeat([]Figure{number(1, 2019), number(2, 2019)}, many)
	r.Figures["population"] = slices.Repeat([]Figure{number(600, 2019)}, many)
	r.Figures["density"] = slices.Repeat([]Figure{number(48, 2019)}, many)
	r.Gaps["topics"] = Gap{Numbers: make([]int, many)}
	faults := Check(r, edition(), today)
	fatal := 0
	for _, f := range faults {
		if !f.Warning {
			fatal++
		}
	}
	if fatal != enough || len(faults) != 2*enough {
		t.Errorf("%d faults, %d warnings", fatal, len(faults)-fatal)
	}
	more := [2]int{}
	for _, f := range faults {
		if f.Warning {
			more[1] += f.More
		} else {
			more[0] += f.More
		}
	}
	if more[0] < many-enough || more[1] < many-enough {
		t.Errorf("%d faults and %d warnings are counted besides", more[0], more[1])
	}
}

func TestTheOrderOfFaultsIsFixed(t *testing.T) {
	spoilt := func() []problem.Fault {
		r := whole()
		for _, k := range []string{"a", "b", "c", "d", "e"} {
			r.Memberships[k], r.Codes[k], r.From[k], r.Gaps[k] = Membership{}, []string{k}, []string{k}, Gap{Lost: -1}
		}
		return Check(r, edition(), today)
	}
	first := spoilt()
	for range 20 {
		if again := spoilt(); !slices.Equal(first, again) {
			t.Fatal("the order of faults changed")
		}
	}
	if len(first) < 20 || cmp.Compare(first[0].Key, "") == 0 {
		t.Errorf("%d faults", len(first))
	}
}

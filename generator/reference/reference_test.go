package reference_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/reference"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

var update = flag.Bool("update", false, "rewrite the schema of atlas.toml and the generated parts of the guide; read the difference")

const (
	richFolder = "../testdata/rich"
	guideFile  = "../../regions/README.md"
)

func edition(t *testing.T) *region.Edition {
	t.Helper()
	e, faults, err := source.Open(os.DirFS(richFolder)).Edition()
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return &e
}

func regionSchema(t *testing.T) []byte {
	t.Helper()
	text, err := reference.RegionSchema(edition(t))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func editionSchema(t *testing.T) []byte {
	t.Helper()
	text, err := reference.EditionSchema()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// facts are the facts of a region file as JSON has them: dates are texts.
func facts(t *testing.T, name, text string) any {
	t.Helper()
	raw, faults := source.Facts(name, text)
	if len(faults) > 0 {
		t.Fatalf("%s: %+v", name, faults)
	}
	data, err := json.Marshal(undated(raw))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func undated(raw any) any {
	switch raw := raw.(type) {
	case map[string]any:
		out := maps.Clone(raw)
		for k, v := range raw {
			out[k] = undated(v)
		}
		return out
	case []map[string]any:
		out := make([]any, len(raw))
		for i, v := range raw {
			out[i] = undated(v)
		}
		return out
	case []any:
		out := slices.Clone(raw)
		for i, v := range raw {
			out[i] = undated(v)
		}
		return out
	case time.Time:
		return raw.Format(time.DateOnly)
	}
	return raw
}

// Every region file that the check accepts is accepted.
func TestTheSchemaAcceptsRichFiles(t *testing.T) {
	s := compiled(t, regionSchema(t))
	folder := os.DirFS(richFolder)
	names, err := source.Open(folder).List()
	if err != nil || len(names) < 2 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(richFolder + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(facts(t, name, string(text))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	text, err := os.ReadFile(richFolder + "/" + source.EditionFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled(t, editionSchema(t)).Validate(facts(t, source.EditionFile, "+++\n"+string(text)+"\n+++\n")); err != nil {
		t.Error(err)
	}
}

// The faults that a schema can express are refused.
func TestTheSchemaRefusesFaults(t *testing.T) {
	s := compiled(t, regionSchema(t))
	data, err := os.ReadFile(richFolder + "/BE2.md")
	if err != nil {
		t.Fatal(err)
	}
	real := string(data)
	for name, c := range map[string]struct{ pattern, with string }{
		"unknown key":           {`(?m)^code = .*$`, "code = \"BE2\"\nnmae = \"x\""},
		"missing name":          {`(?m)^name = "Flanders"\n`, ""},
		"empty name":            {`(?m)^name = "Flanders"`, `name = ""`},
		"name of 201 letters":   {`(?m)^name = "Flanders"`, `name = "` + strings.Repeat("é", 201) + `"`},
		"long other name":       {`(?m)^also = \[`, `also = ["` + strings.Repeat("é", 201) + `", `},
		"country of none":       {`code = "BE2"`, `code = "XX2"`},
		"small letters":         {`code = "BE2"`, `code = "be2"`},
		"edition of none":       {`nuts_version = 2021`, `nuts_version = 2020`},
		"number in quotes":      {`nuts_version = 2021`, `nuts_version = "2021"`},
		"unknown topic":         {`"research"`, `"reserch"`},
		"topic twice":           {`"research"`, `"research", "research"`},
		"text for a list":       {`(?m)^topics = .*$`, `topics = "research"`},
		"share over 100":        {`value = 20.20`, `value = 120`},
		"no inhabitants":        {`value = 6_596_233`, `value = -1`},
		"text for a number":     {`value = 6_596_233`, `value = "many"`},
		"unknown class":         {`"Strong \+"`, `"Strongest"`},
		"year with a digit off": {`year = 2017`, `year = 217`},
		"figure without value":  {`value = 487, `, ``},
		"indicator left out":    {`(?m)^share65 = \[\n.*\n\]\n`, ``},
		"unknown answer":        {`icpermed = "no"`, `icpermed = "maybe"`},
		"network left out":      {`(?m)^errin = .*\n`, ``},
		"unknown network":       {`(?m)^errin = `, `errrin = `},
		"wrong category":        {`mountain = "non-mountain"`, `mountain = "yes"`},
		"unknown kind":          {`kind = "press-release"`, `kind = "press"`},
		"no link":               {`link = "https://`, `link = "ftp://`},
		"unknown code":          {`(?m)^nace = \[`, `nace = ["ZZ", `},
		"no sources":            {`(?s)\[\[sources\]\].*\+\+\+`, "+++"},
		"language by its name":  {`lang = "nl"`, `lang = "Dutch"`},
		"date in words":         {`reviewed = 2026-11-21`, `reviewed = "today"`},
	} {
		pattern := regexp.MustCompile(c.pattern)
		spoilt := pattern.ReplaceAllLiteralString(real, c.with)
		if spoilt == real {
			t.Errorf("%s: nothing was spoilt", name)
			continue
		}
		if s.Validate(facts(t, name, spoilt)) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// The examples of the schema are themselves of the schema.
func TestExamplesAreOfTheirField(t *testing.T) {
	seen := 0
	for _, text := range [][]byte{regionSchema(t), editionSchema(t)} {
		var root map[string]any
		if err := json.Unmarshal(text, &root); err != nil {
			t.Fatal(err)
		}
		everySchema(root, func(n map[string]any) {
			examples, _ := n["examples"].([]any)
			if len(examples) == 0 || n["enum"] != nil {
				return // the words of an atlas need not be those of the examples
			}
			if items, _ := n["items"].(map[string]any); items["enum"] != nil {
				return
			}
			seen++
			part, err := json.Marshal(n)
			if err != nil {
				t.Fatal(err)
			}
			if err := compiled(t, part).Validate(examples[0]); err != nil && !strings.Contains(string(part), "{file}") {
				t.Errorf("%s: %v", n["title"], err)
			}
		})
	}
	if seen < 50 {
		t.Errorf("only %d examples", seen)
	}
}

func everySchema(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(v)
		for _, k := range slices.Sorted(maps.Keys(v)) {
			everySchema(v[k], visit)
		}
	case []any:
		for _, item := range v {
			everySchema(item, visit)
		}
	}
}

// What is committed for editors' tools is what the program writes now.
func TestTheCommittedSchemaIsCurrent(t *testing.T) {
	const file = "../../.vscode/atlas.schema.json"
	text := editionSchema(t)
	if *update {
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(file); err != nil || !bytes.Equal(have, text) {
		t.Errorf(".vscode/atlas.schema.json is not what the schema says now (%v); run: go run ./cmd/atlas schema --of atlas --out .vscode/atlas.schema.json", err)
	}
}

// The schema of region files has the words of atlas.toml, which belongs to its
// editors: .ci/run tells when it is behind them. What it says of the fields comes
// from the program, and must be there.
func TestTheCommittedSchemaDescribesEveryField(t *testing.T) {
	committed, err := os.ReadFile("../../.vscode/region.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	folder := source.Open(os.DirFS("../testdata/good/minimal/regions"))
	minimal, faults, err := folder.Edition() // which has hardly a word of its own
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	text, err := reference.RegionSchema(&minimal)
	if err != nil {
		t.Fatal(err)
	}
	described := regexp.MustCompile(`(?m)^ *"description": ".*"`).FindAll(text, -1)
	for _, line := range described {
		if !bytes.Contains(committed, bytes.TrimSpace(line)) {
			t.Errorf(".vscode/region.schema.json lacks %s; run: go run ./cmd/atlas schema --out .vscode/region.schema.json", bytes.TrimSpace(line))
		}
	}
	if len(described) < 50 {
		t.Errorf("only %d descriptions", len(described))
	}
}

// The generated parts of the guide are current, and nothing else of it is
// touched. An atlas may do without a guide.
func TestTheGuideIsCurrent(t *testing.T) {
	data, err := os.ReadFile(guideFile)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("this atlas has no guide")
	}
	if err != nil {
		t.Fatal(err)
	}
	filled, err := reference.Guide(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(guideFile, []byte(filled), 0o644); err != nil {
			t.Fatal(err)
		}
		data = []byte(filled)
	}
	if filled != string(data) {
		t.Error("regions/README.md is not what the schema says now; run: go test ./generator/reference -update")
	}
	for _, l := range problem.Lessons() {
		if !strings.Contains(filled, string(l.Code)) {
			t.Errorf("the guide does not list %s", l.Code)
		}
	}
}

func TestGuideWantsItsMarkers(t *testing.T) {
	if _, err := reference.Guide("# A guide\n"); err == nil || !strings.Contains(err.Error(), "generated: statuses") {
		t.Errorf("%v", err)
	}
}

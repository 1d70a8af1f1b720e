package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"

	"regional-atlas/assets"
	"regional-atlas/generator/fold"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// tables are the rows of a form in which the data leaves the atlas, by table; each
// row by column, as text.
type tables map[string][]map[string]string

// The values of the region files are found in every form of the data, by key.
func TestDataIsReadBack(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]struct{ regions, assets fs.FS }{
		"rich": {richRegions(), assets.Files}, "full": {os.DirFS("testdata/good/full/regions"), tinyAssets(t)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := built(t, in.regions, in.assets)
			forms := map[string]tables{"csv": separatedTables(t, site, ".csv", ','), "eu": separatedTables(t, site, "-eu.csv", ';'),
				"xlsx": sheetTables(t, site["data/atlas.xlsx"]), "json": factTables(t, site), "one": allFactTables(t, site)}
			folder := source.Open(in.regions)
			names, err := folder.List()
			must(t, err)
			wanted := 0
			for _, file := range names {
				r, _ := folder.Region(file)
				for _, w := range wants(&r) {
					wanted++
					for form, data := range forms {
						if !data.have(w) {
							t.Errorf("%s: %s of %s lacks %v", file, w.table, form, w.row)
						}
					}
				}
			}
			if wanted < 30 {
				t.Errorf("only %d values were looked for", wanted)
			}
		})
	}
}

// want is a row that a table must have, by the columns that matter.
type want struct {
	table string
	row   map[string]string
}

func (t tables) have(w want) bool {
	return slices.ContainsFunc(t[w.table], func(row map[string]string) bool {
		for column, value := range w.row {
			if got, has := row[column]; !has || got != value {
				return false
			}
		}
		return true
	})
}

// wants are the facts of a region file, taken from what was read and not from the tables.
func wants(r *region.Region) []want {
	var list []want
	add := func(table string, columns ...string) {
		row := map[string]string{"code": r.Code}
		for i := 0; i < len(columns); i += 2 {
			row[columns[i]] = columns[i+1]
		}
		list = append(list, want{table, row})
	}
	add("regions", "region", r.Name)
	for key, series := range r.Figures {
		for _, f := range series {
			if !f.Value.Given {
				continue
			}
			columns := []string{"indicator", key, "part", f.Part, "remark", guarded(f.Remark), "class", f.Value.Word}
			if f.Value.Word == "" {
				columns = append(columns, "value", strconv.FormatFloat(f.Value.Number, 'f', -1, 64))
			}
			if f.Year != 0 {
				columns = append(columns, "year", strconv.Itoa(f.Year))
			}
			add("figures", columns...)
		}
	}
	for key, m := range r.Memberships {
		add("memberships", "network", key, "answer", m.Status, "part", m.Part, "body", m.Body, "remark", guarded(m.Remark))
	}
	for i, o := range r.Organisations {
		add("organisations", "number", strconv.Itoa(i+1), "name", guarded(o.Name), "kind", o.Kind, "link", o.Link)
	}
	for i, x := range r.Initiatives {
		add("initiatives", "number", strconv.Itoa(i+1), "title", guarded(x.Title), "kind", x.Kind, "partners", strings.Join(x.Partners, "; "))
	}
	for i, d := range r.Documents {
		add("documents", "number", strconv.Itoa(i+1), "title", guarded(d.Title), "level", d.Level, "link", d.Link)
	}
	for i, x := range r.Represented {
		add("represented", "number", strconv.Itoa(i+1), "title", guarded(x.Title), "within", x.Within)
	}
	for i, x := range r.Support {
		add("support", "number", strconv.Itoa(i+1), "title", guarded(x.Title), "amount", x.Amount)
	}
	for i, s := range r.Sources {
		add("sources", "source", s.Key, "number", strconv.Itoa(i+1), "title", guarded(s.Title), "link", s.Link)
	}
	for _, topic := range r.Topics {
		add("topics", "topic", topic, "answer", "covered")
	}
	for list, codes := range r.Codes {
		for _, code := range codes {
			add("codes", "classification", list, "entry", code)
		}
	}
	for key, a := range r.Strategy {
		add("strategy", "question", key, "answer", a.Answer)
	}
	for key, rating := range r.Evaluation {
		add("evaluation", "question", key, "rating", rating)
	}
	return list
}

// guarded holds that no fixture's text begins like a formula: such a one differs
// between the forms, see TestFormulasStayText.
func guarded(text string) string {
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		panic("a fixture's text begins like a formula: " + text)
	}
	return text
}

func separatedTables(t *testing.T, site map[string]string, ending string, comma rune) tables {
	t.Helper()
	found, decimals := tables{}, regexp.MustCompile(`^-?\d+,\d+$`)
	for address, text := range site {
		name, isTable := strings.CutSuffix(strings.TrimPrefix(address, "data/"), ending)
		if !isTable || !strings.HasPrefix(address, "data/") || ending == ".csv" && strings.HasSuffix(name, "-eu") {
			continue
		}
		text, marked := strings.CutPrefix(text, "\ufeff")
		if !marked || strings.Contains(text, "\r") {
			t.Errorf("%s has no mark of UTF-8, or other ends of lines", address)
		}
		reader := csv.NewReader(strings.NewReader(text))
		reader.Comma = comma
		rows, err := reader.ReadAll()
		must(t, err)
		for _, row := range rows[1:] {
			for i := range row {
				if comma == ';' && decimals.MatchString(row[i]) {
					row[i] = strings.Replace(row[i], ",", ".", 1)
				}
			}
		}
		found.add(name, rows)
	}
	return found
}

// add takes the rows of a table, the head first.
func (t tables) add(name string, rows [][]string) {
	for _, row := range rows[1:] {
		by := map[string]string{}
		for i, column := range rows[0] {
			if i < len(row) {
				by[column] = row[i]
			} else {
				by[column] = "" // cells at the end of a row of a sheet
			}
		}
		t[name] = append(t[name], by)
	}
}

func sheetTables(t *testing.T, book string) tables {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(book))
	must(t, err)
	found := tables{}
	for _, sheet := range f.GetSheetList()[1:] {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		must(t, err)
		found.add(sheet, rows)
	}
	return found
}

func factTables(t *testing.T, site map[string]string) tables {
	t.Helper()
	found, schema := tables{}, schemaOf(t, site["data/region.schema.json"])
	for address, text := range site {
		if strings.HasPrefix(address, "data/regions/") {
			valid(t, schema, address, text)
			var facts map[string]any
			must(t, json.Unmarshal([]byte(text), &facts))
			found.take(facts)
		}
	}
	return found
}

func allFactTables(t *testing.T, site map[string]string) tables {
	t.Helper()
	valid(t, schemaOf(t, site["data/atlas.schema.json"]), "data/atlas.json", site["data/atlas.json"])
	var all struct{ Regions []map[string]any }
	must(t, json.Unmarshal([]byte(site["data/atlas.json"]), &all))
	found := tables{}
	for _, facts := range all.Regions {
		found.take(facts)
	}
	return found
}

// take takes the facts of one region.
func (t tables) take(facts map[string]any) {
	own := map[string]string{}
	for name, value := range facts {
		switch value := value.(type) {
		case []any:
			for _, row := range value {
				t[name] = append(t[name], texts(facts["code"], row.(map[string]any)))
			}
		case map[string]any:
			t[name] = append(t[name], texts(facts["code"], value))
		default:
			own[name] = textOf(value)
		}
	}
	t["regions"] = append(t["regions"], own)
}

func texts(code any, row map[string]any) map[string]string {
	by := map[string]string{"code": textOf(code)}
	for name, value := range row {
		by[name] = textOf(value)
	}
	return by
}

func textOf(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}

func schemaOf(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	must(t, err)
	compiler := jsonschema.NewCompiler()
	must(t, compiler.AddResource("mem:///schema.json", document))
	schema, err := compiler.Compile("mem:///schema.json")
	must(t, err)
	return schema
}

func valid(t *testing.T, schema *jsonschema.Schema, address, text string) {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	must(t, err)
	if err := schema.Validate(document); err != nil {
		t.Errorf("%s: %v", address, err)
	}
}

// The whole pages that two regions are known from say nothing that their data lacks:
// every word of every fact is looked for in the page, in JSON and in the tables.
func TestDataKeepsEveryFact(t *testing.T) {
	t.Parallel()
	site := built(t, richRegions(), assets.Files)
	for _, name := range []string{"be1", "be2"} {
		code := strings.ToUpper(name)
		var rows strings.Builder
		for table, list := range separatedTables(t, site, ".csv", ',') {
			if table == "overview" {
				continue
			}
			for _, row := range list {
				if row["code"] == code || table == "vocabulary" {
					rows.WriteString(strings.Join(slices.Concat(slices.Collect(maps.Keys(row)), slices.Collect(maps.Values(row))), " ") + " ")
				}
			}
		}
		for form, text := range map[string]string{"JSON": site["data/regions/"+name+".json"] + site["data/datapackage.json"] + vocabularyOf(t, site), "CSV": rows.String()} {
			known := map[string]bool{}
			for _, word := range fold.Words(text) {
				known[word] = true
			}
			for _, f := range readFacts(t, name) {
				if lost := lostWords(f, known); len(lost) > 0 {
					t.Errorf("%s of %s lacks %q of [%s] %s", form, name, lost, f.where, f.text)
				}
			}
		}
	}
}

func vocabularyOf(t *testing.T, site map[string]string) string {
	t.Helper()
	var all struct{ Vocabulary json.RawMessage }
	must(t, json.Unmarshal([]byte(site["data/atlas.json"]), &all))
	return string(bytes.TrimSpace(all.Vocabulary))
}

// ofThePage are words with which the page says facts that data says in values.
var ofThePage = strings.Fields("entry entries is are lost source sources and the list of in initiatives not reported inhabitants")

// lostWords are the words of a fact that the data does not know.
func lostWords(f fact, known map[string]bool) []string {
	if f.where == "page" || f.where == "links" { // the frame of all pages
		return nil
	}
	var lost []string
	text := regexp.MustCompile(`(\d),(\d{3})`).ReplaceAllString(regexp.MustCompile(`(\d),(\d{3})`).ReplaceAllString(f.text, "$1$2"), "$1$2")
	for _, word := range fold.Words(text) {
		if !known[word] && !slices.Contains(ofThePage, word) {
			lost = append(lost, word)
		}
	}
	return lost
}

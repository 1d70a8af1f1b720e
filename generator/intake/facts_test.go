package intake

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// BE1.md and BE2.md were transcribed by hand from the two pages, and from other
// forms of them. What import makes of the pages must say the same, section by
// section; every difference stands here, with its reason.

const (
	otherPage  = "from another form of the page"
	knowledge  = "known to the editors, not said by the page"
	nameByHand = "chosen by the editors"
)

// accepted lists, for each file, the values of the hand-made file that the page
// alone cannot give (-) and those that import gives instead (+).
var accepted = map[string]map[string]string{
	"BE1.md": {
		"- nuts_version 2021": knowledge,
		"- names Région de Bruxelles-Capitale fr | Brussels Hoofdstedelijk Gewest nl": knowledge,
		"- also Brussels-Capital Region":                                              nameByHand, "- also Brussels": nameByHand, "- also Bruxelles": nameByHand, "- also Brussel": nameByHand,
		"- mended":                                     nameByHand,
		"- reviewed 2026-11-21":                        "nobody has compared a new file with its source",
		"- figures.innovation Leader - 2021":           otherPage,
		"- figures.density 7527 2019":                  otherPage,
		"- initiatives Biobank Brussels Health Campus": otherPage, "- initiatives Willy Gepts Collection": otherPage, "- initiatives EUNEFRON": otherPage,
		"- represented EUREKA/Eurostars/COSME": otherPage,
		"- gaps.initiatives 1":                 otherPage,
	},
	"BE2.md": {
		"- nuts_version 2021": knowledge,
		"- name Flanders":     nameByHand, "+ name Flanders Region": "the page says no shorter name",
		"- names Vlaams Gewest nl": "the page does not say which language it is; import puts the name under also",
		"+ also Vlaams Gewest":     "see names",
		"- also Flanders Region":   "see name", "- also Flemish Region": nameByHand, "- also Vlaanderen": nameByHand,
		"- mended":                           nameByHand,
		"- reviewed 2026-11-21":              "nobody has compared a new file with its source",
		"- figures.innovation Leader - 2021": otherPage, "- figures.density 493 2019": otherPage,
		"- documents.lang Vlaamse Beleidsplan Gepersonaliseerde Geneeskunde nl": knowledge, "- documents.lang Vlaanderen in transitie nl": knowledge,
		"- support Reimbursement of prenatal molecular screening tests": otherPage, "- support Dedicated programme related to personalised medicine": otherPage,
		"- initiatives emma.health": otherPage, "- initiatives HELIUM": otherPage,
		"- initiatives.kind S3P4PM network": knowledge, "- initiatives.kind SAPHIRe project": knowledge,
		"- initiatives.remark S3P4PM The region is also represented in it": "said by hand instead of naming it twice",
		"+ represented S3P4PM":                                                                                       "the page names it twice",
		"- represented EIT Health Belgium-Netherlands":                                                               "from another form of the page",
		"- initiatives Antwerpen registry of congenital anomalies":                                                   "the words after the hyphen were made a remark by hand",
		"- initiatives.kind Antwerpen registry of congenital anomalies biobank":                                      "see its title",
		"- initiatives.remark Antwerpen registry of congenital anomalies Contributes to the EUROCAT network":         "see its title",
		"+ initiatives Antwerpen registry of congenital anomalies - contributes to the EUROCAT network":              "other entries keep a hyphen in their names",
		"+ initiatives.kind Antwerpen registry of congenital anomalies - contributes to the EUROCAT network biobank": "see its title",
		"- organisations Biomedical informatics research network Antwerp":                                            "the short name is not written in capitals",
		"- organisations.short Biomedical informatics research network Antwerp Biomina":                              "see its name",
		"- organisations.kind Biomedical informatics research network Antwerp academic":                              "see its name",
		"+ organisations Biomedical informatics research network Antwerp Biomina":                                    "see its name",
		"+ organisations.kind Biomedical informatics research network Antwerp Biomina academic":                      "see its name",
		"- gaps.initiatives 3 12 28 29":                                                                              "3 and 5 were filled from another form of the page",
		"+ gaps.initiatives 5 3 5 12 28 29":                                                                          "as the page has it",
	},
}

func TestImportedFactsAreThoseOfTheFiles(t *testing.T) {
	for page, file := range map[string]string{"be1-brussels.txt": "BE1.md", "be2-flanders.txt": "BE2.md"} {
		_, got := newFile(t, page)
		want, faults := source.Open(os.DirFS(richFolder)).Region(file)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		differences := append(without("- ", factsOf(&want), factsOf(&got)), without("+ ", factsOf(&got), factsOf(&want))...)
		for _, d := range differences {
			if !isAccepted(file, d) {
				t.Errorf("%s: %s", file, d)
			}
		}
		for d := range accepted[file] {
			if !slices.Contains(differences, d) {
				t.Errorf("%s: accepted, but no difference any more: %s", file, d)
			}
		}
		if len(factsOf(&got)) < 40 {
			t.Errorf("%s: only %d facts", file, len(factsOf(&got)))
		}
	}
}

// alsoAccepted lists the beginnings of further differences, with their reasons.
var alsoAccepted = map[string]string{
	"- initiatives.link ":   "the text of a page has no addresses",
	"- initiatives.source ": otherPage,
	"- organisations.lang ": knowledge,
	"- support.":            otherPage,
	"- initiatives.kind Biobank Brussels Health Campus": otherPage, // of BE1; that of BE2 is said by its title
	"- initiatives.kind EUNEFRON":                       otherPage,
	"- initiatives.remark EUNEFRON":                     otherPage,
	"- initiatives.kind HELIUM":                         otherPage,
	"- initiatives.remark HELIUM":                       otherPage,
	"- represented.kind EUREKA":                         otherPage,
}

func isAccepted(file, difference string) bool {
	for start, reason := range alsoAccepted {
		if reason != "" && strings.HasPrefix(difference, start) && !(file == "BE2.md" && strings.Contains(difference, "Health Campus")) {
			return true
		}
	}
	return accepted[file][difference] != ""
}

func without(sign string, list, others []string) []string {
	var rest []string
	for _, f := range list {
		if !slices.Contains(others, f) {
			rest = append(rest, sign+f)
		}
	}
	return rest
}

// factsOf lists every fact of a region as one line; sources, their keys and the
// description are not facts of the page.
func factsOf(r *region.Region) []string {
	var list []string
	say := func(parts ...string) { list = append(list, strings.Join(parts, " ")) }
	say("code", r.Code)
	say("name", r.Name)
	if r.NUTSVersion != 0 {
		say("nuts_version", fmt.Sprint(r.NUTSVersion))
	}
	var names []string
	for _, n := range r.Names {
		names = append(names, n.Name+" "+n.Lang)
	}
	if len(names) > 0 {
		say("names", strings.Join(names, " | "))
	}
	for _, a := range r.Also {
		say("also", a)
	}
	if len(r.Mended) > 0 {
		say("mended")
	}
	if r.Reviewed.Known() {
		say("reviewed", r.Reviewed.ISO())
	}
	for key, series := range r.Figures {
		for _, f := range series {
			say(strings.TrimSpace("figures." + key + " " + valueText(f.Value) + yearText(f.Year) + " " + f.Status))
		}
	}
	for key, m := range r.Memberships {
		say("memberships."+key, m.Status, m.Part, m.Remark)
	}
	say("collaboration", r.Cooperation.Looking, r.Cooperation.Remark)
	for _, topic := range r.Topics {
		say("topics", topic)
	}
	for key, codes := range r.Codes {
		say("codes."+key, strings.Join(codes, " "))
	}
	for key, a := range r.Strategy {
		say("strategy."+key, a.Answer, a.Remark)
	}
	for key, rating := range r.Evaluation {
		say("evaluation."+key, rating)
	}
	for key, g := range r.Gaps {
		say(append([]string{"gaps." + key}, strings.Fields(strings.NewReplacer("(", " ", ")", " ", ",", " ").Replace(lostWords(g)))...)...)
	}
	say("image", r.Image.Title, r.Image.Author, r.Image.Licence)
	for _, section := range []string{"documents", "support", "initiatives", "represented", "organisations"} {
		for _, e := range recordsOf(r, section) {
			name := e.fields["title"] + e.fields["name"]
			say(section, name)
			for _, k := range e.keys {
				if k != "title" && k != "name" {
					say(section+"."+k, name, e.fields[k])
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf(" %d", year)
}

func valueText(v region.Value) string {
	if v.Word != "" || !v.Given {
		return v.Word
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}

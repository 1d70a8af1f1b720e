package problem

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// manyWords are the keys and words of the vocabularies of an atlas.
func manyWords(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../testdata/rich/atlas.toml")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, m := range regexp.MustCompile(`key = "([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
		words = append(words, m[1])
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func TestNearestAmongManyWords(t *testing.T) {
	known := manyWords(t)
	right, wrong := 0, []string{}
	slips := map[string]string{
		"innovaton": "innovation", "inovation": "innovation", "popluation": "population", "densitiy": "density", "share_65": "share65",
		"icpmed": "icpermed", "erapmed": "erapermed", "regions4p": "regions4pm", "s3-p4pm": "s3p4pm", "vangard": "vanguard",
		"eurehga": "euregha", "inno stars": "innostars", "medtech4europ": "medtech4europe", "adriatik": "adriatic", "batlic": "baltic",
		"alpin": "alpine", "non mountain": "non-mountain", "populaton-genomics": "population-genomics", "ehealth": "e-health",
		"genetic-counseling": "genetic-counselling", "press release": "press-release", "univeristy": "university", "academc": "academic",
		"very_high": "very-high", "infrastucture": "infrastructure", "digital-inovation-hub": "digital-innovation-hub", "litercy": "literacy",
	}
	for typed, want := range slips {
		if got := Nearest(typed, known); got == want {
			right++
		} else {
			wrong = append(wrong, typed+" -> "+got)
		}
	}
	if right*15 < len(slips)*14 {
		t.Errorf("%d of %d slips mended, want 14 of 15: %v", right, len(slips), wrong)
	}
}

// TestNearestAmongCodesSourcesAndSections holds the same for what region files
// refer to: codes of regions, keys of sources, names of sections.
func TestNearestAmongCodesSourcesAndSections(t *testing.T) {
	right, all := 0, 0
	for _, c := range []struct {
		known []string
		slips map[string]string
	}{
		{[]string{"BE1", "BE2", "BE3", "FI1C", "FI1D", "FI19", "PL71", "NL41", "DK01", "ITH5", "SK04", "UKN"}, map[string]string{
			"fi1c": "FI1C", "PL 71": "PL71", "PL17": "PL71", "NL4l": "NL41", "NL-41": "NL41", "DKO1": "DK01", "ITHS": "ITH5", "SKO4": "SK04", "DK1": "DK01", "SK004": "SK04", "ukn": "UKN", "be2": "BE2"}},
		{[]string{"be2-2019", "be2-2021", "page", "eurostat", "saphire-final"}, map[string]string{
			"be2_2019": "be2-2019", "be22019": "be2-2019", "BE2-2021": "be2-2021", "pgae": "page", "pages": "page", "eurosat": "eurostat", "eurostats": "eurostat", "saphire_final": "saphire-final", "sapphire-final": "saphire-final"}},
		{[]string{"websites", "figures", "memberships", "collaboration", "documents", "topics", "support", "codes", "strategy", "initiatives", "represented", "organisations", "evaluation", "profiles"}, map[string]string{
			"website": "websites", "figure": "figures", "membership": "memberships", "colaboration": "collaboration", "document": "documents", "topcis": "topics", "suport": "support", "code": "codes", "stratgey": "strategy",
			"initiative": "initiatives", "organizations": "organisations", "evalution": "evaluation", "profile": "profiles", "representd": "represented"}},
	} {
		for typed, want := range c.slips {
			all++
			if got := Nearest(typed, c.known); got == want {
				right++
			} else {
				t.Logf("%s -> %q, want %s", typed, got, want)
			}
		}
	}
	if right*15 < all*14 {
		t.Errorf("%d of %d slips mended, want 14 of 15", right, all)
	}
}

func TestNearestOffersNothingForUnrelatedWords(t *testing.T) {
	known := manyWords(t)
	for _, word := range []string{"budget", "hospital", "Brussels", "zzz", "q", "2019", "sustainable tourism", "wind energy", "日本語", "x1"} {
		if got := Nearest(word, known); got != "" {
			t.Errorf("Nearest(%q) = %q, want nothing", word, got)
		}
	}
}

// TestNearestKeepsASign holds that a sign is never answered with another.
func TestNearestKeepsASign(t *testing.T) {
	classes := []string{"Strong +", "Strong", "Strong -", "Moderate +", "Moderate", "Moderate -"}
	for typed, want := range map[string]string{
		"Strong –": "Strong -", "Strng −": "Strong -", "strong+": "Strong +", "Strong–": "Strong -", "Stong +": "Strong +", "Stong": "Strong",
	} {
		if got := Nearest(typed, classes); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", typed, got, want)
		}
	}
	if got := Nearest("Strong –", []string{"Strong +", "Strong"}); got != "" {
		t.Errorf("a minus is answered with %q", got)
	}
}

func TestNearestCostsNothingForAHostileWord(t *testing.T) {
	known := append(manyWords(t), strings.Repeat("b", 1000))
	for _, word := range []string{strings.Repeat("a", 1<<20), strings.Repeat("é ", 1<<19), strings.Repeat("-", 1<<20)} {
		if got := Nearest(word, known); got != "" {
			t.Errorf("%d bytes were taken for %q", len(word), got)
		}
	}
}

func TestQuoteCutsAndSpellsOut(t *testing.T) {
	for word, want := range map[string]string{
		"yes": `"yes"`, "": `""`, "Skåne": `"Skåne"`, `a"b`: `"a\"b"`, "a\u202eb": `"a\u202eb"`, "a\nb": `"a\nb"`,
		strings.Repeat("é", 60): `"` + strings.Repeat("é", 60) + `"`,
		strings.Repeat("é", 61): `"` + strings.Repeat("é", 60) + `…"`,
	} {
		if got := Quote(word); got != want {
			t.Errorf("Quote(%.20q) = %s, want %s", word, got, want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	if got := DidYouMean("topcs", []string{"topics"}); got != `Did you mean "topics"? ` {
		t.Errorf("got %q", got)
	}
	if got := DidYouMean("xyz", []string{"topics"}); got != "" {
		t.Errorf("got %q", got)
	}
}

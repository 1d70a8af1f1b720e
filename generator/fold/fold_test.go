package fold

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestCases(t *testing.T) {
	for input, want := range cases(t) {
		if got := Text(input); got != want {
			t.Errorf("%q is folded to %q, want %q", input, got, want)
		}
	}
}

// The cases have every letter that is replaced, so that the script, which is
// tested on the same, replaces it too.
func TestCasesHaveEveryLetter(t *testing.T) {
	var all strings.Builder
	for input := range cases(t) {
		all.WriteString(strings.ToLower(input))
	}
	for r := rune(0x80); r < 0x3000; r++ {
		replaced := plain.Replace(string(r)) != string(r)
		if replaced && !strings.ContainsRune(all.String(), r) {
			t.Errorf("no case has %c", r)
		}
	}
}

func cases(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for line := range strings.Lines(string(data)) {
		input, folded, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("%q is no case", line)
		}
		list[input] = folded
	}
	return list
}

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"Provence-Alpes-Côte d'Azur": {"provence", "alpes", "cote", "d", "azur"},
		"  (BE2): Vlaams Gewest, ":   {"be2", "vlaams", "gewest"},
		"m² ½":                       {"m2", "1", "2"},
		"</script>":                  {"script"},
		"":                           nil,
	} {
		if got := Words(text); !slices.Equal(got, want) {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
}

// What is folded stays as it is, has no marks, and no capitals that have a small
// form.
func FuzzText(f *testing.F) {
	for _, text := range []string{"Łódź", "İı", "\u0301a", "ΑΣ", "\xff\xfe", "ǅ ﷺ ẞ", "ϓ ᾈ", strings.Repeat("0", 103) + "\xf2Ĝ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Text(text)
		if twice := Text(once); twice != once {
			t.Errorf("%q is folded to %q, and again to %q", text, once, twice)
		}
		for _, r := range once {
			if unicode.Is(unicode.M, r) || unicode.ToLower(r) != r {
				t.Errorf("%q is folded to %q, which keeps %q", text, once, r)
			}
		}
	})
}

package words

import "testing"

// A marked text can be taken apart again, nested too, and no tag gets lost.
func TestMarks(t *testing.T) {
	text := "een " + In("en", "map of "+In("nl-BE", "Vlaanderen")+"!") + " kaart"
	if !HasMarks([]byte(text)) || HasMarks([]byte("Ünïcode − “quotes”")) {
		t.Error("marks are not known")
	}
	if got := Plain(text); got != "een map of Vlaanderen! kaart" {
		t.Errorf("plain: %q", got)
	}
	got, rest := "", text
	for {
		before, lang, after, found := Unmark(rest)
		got += before
		if !found {
			break
		}
		if lang == "" {
			lang = "/"
		}
		got, rest = got+"<"+lang+">", after
	}
	if want := "een <en>map of <nl-be>Vlaanderen</>!</> kaart"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if In("", "x") != "x" || In("en", "") != "" {
		t.Error("nothing to mark, and yet marked")
	}
}

// What a language lacks is said in English, and only the English words are marked.
func TestLanguageThatLacksWords(t *testing.T) {
	fr := New("fr", []Entry{{Key: "locale.thousands", Text: "\u202f"}, {Key: "locale.point", Text: ","},
		{Key: "locale.inside", Text: "small"}, {Key: "map.of", Text: "Carte : {country}"}, {Key: "count.regions", Text: "{n|# région|# régions}"}})
	for got, want := range map[string]string{
		fr.Say("map.of", "country", "Corse"):                      "Carte : Corse",
		fr.Say("count.regions", "n", 0):                           "0 région",
		fr.Say("count.regions", "n", 12345):                       "12\u202f345 régions",
		fr.Say("count.countries", "n", 1):                         In("en", "1 country"),
		fr.Say("pair.title", "a", "Corse", "b", "Nice"):           "Corse" + In("en", " and ") + "Nice",
		fr.Number(1234.5, 1):                                      "1\u202f234,5",
		fr.Tag():                                                  "fr",
		fr.Inside(In("en", "Population density")):                 In("en", "population density"),
		fr.Capital(In("en", "population")):                        In("en", "Population"),
		English().With([]Entry{{Key: "or", Text: "!"}}).Say("or"): "!",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Whole numbers take the plural forms of CLDR.
func TestPlurals(t *testing.T) {
	for tag, want := range map[string][]int{ // forms of 0, 1, 2, 5, 21, 100
		"en": {1, 0, 1, 1, 1, 1}, "fr": {0, 0, 1, 1, 1, 1}, "pl": {2, 0, 1, 2, 2, 2}, "lt": {2, 0, 1, 1, 0, 2},
		"sl": {3, 0, 1, 3, 3, 3}, "hu": {1, 0, 1, 1, 1, 1}, "tr": {1, 0, 1, 1, 1, 1},
	} {
		p := pluralsOf(tag)
		for i, n := range []int{0, 1, 2, 5, 21, 100} {
			if got := p.choose(n); got != want[i] {
				t.Errorf("%s: %d takes form %d, want %d", tag, n, got, want[i])
			}
		}
	}
}

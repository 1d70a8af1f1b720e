package region

import (
	"slices"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/words"
)

// A text that is not translated is marked as being in the language of the atlas, and is
// listed; one without a letter is of every language.
func TestTextsInAnotherLanguage(t *testing.T) {
	e := &Edition{Site: Site{Lang: "en", Title: "Atlas"}, Indicators: []Indicator{
		{Term: Term{Key: "a", Name: "Share"}, Unit: "%"}, {Term: Term{Key: "b", Name: "Density"}, Unit: "per km²"}},
		Countries: []Country{{Code: "AA", Name: "Aland"}}}
	indicators := problem.Key("").Field("indicators")
	e.Translated = Translations{
		indicators.Item(0).Field("name"): {"en": "Share", "nl": "Aandeel"},
	}
	in := e.In("nl")
	for got, want := range map[string]string{in.Indicators[0].Name: "Aandeel", in.Indicators[0].Unit: "%", in.Countries[0].Name: "Aland",
		in.Indicators[1].Name: words.In("en", "Density"), in.Indicators[1].Unit: words.In("en", "per km²"), in.Site.Title: words.In("en", "Atlas")} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	listed := map[string]string{}
	for _, text := range e.Texts("nl") {
		listed[text.Own] = text.In
	}
	if _, has := listed["%"]; has || listed["Share"] != "Aandeel" || len(listed) != 5 {
		t.Errorf("texts %q", listed)
	}
}

// A region is called by its name in a language; that of the atlas then stands among the
// others.
func TestRegionByItsName(t *testing.T) {
	french := NativeName{Name: "Bruxelles", Lang: "fr"}
	for name, c := range map[string]struct {
		given      map[string]string
		names      []NativeName
		also       []string
		want       string
		wantsNames []NativeName
	}{
		"none":       {nil, []NativeName{french}, []string{"Brux"}, "Brussels", []NativeName{french}},
		"its own":    {nil, []NativeName{french, {Name: "Brussel", Lang: "nl"}}, []string{"Brux"}, "Brussel", []NativeName{french, {Name: "Brussels", Lang: "en"}}},
		"translated": {map[string]string{"en": "Brussels", "nl": "Brussel"}, []NativeName{french}, []string{"Brussel", "Brux"}, "Brussel", []NativeName{french, {Name: "Brussels", Lang: "en"}}},
	} {
		r := &Region{Name: "Brussels", Names: c.names, Also: c.also, Translated: Translations{}}
		if c.given != nil {
			r.Translated[problem.Key("").Field("name")] = c.given
		}
		in := r.In("nl", "en")
		if in.Name != c.want || !slices.Equal(in.Names, c.wantsNames) || !slices.Equal(in.Also, []string{"Brux"}) || len(r.Also) != len(c.also) {
			t.Errorf("%s: %q, %v, %q", name, in.Name, in.Names, in.Also)
		}
	}
}

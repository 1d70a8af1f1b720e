package carto

import (
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/europe"
	"regional-atlas/generator/nuts"
	"regional-atlas/generator/region"
)

// aroundEurope knows a density of some regions: of one that is drawn as it was, one that
// only has another code now, one that was split, two that were joined, and of a region
// inside a country.
func aroundEurope(t *testing.T) *europe.Figures {
	t.Helper()
	figures, err := europe.Read([]byte("code,level,indicator,year,value\nAT33,2,density,2016,60\nFR24,2,density,2016,5\n" +
		"HU10,2,density,2016,35\nUKM2,2,density,2016,20\nUKM3,2,density,2016,30\nDE21,2,density,2016,50\nBE21,2,density,2016,50\nAT33,2,rain,2016,60\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := figures.ReadNames([]byte("AT33,Tirol\nFR24,Centre\n")); err != nil {
		t.Fatal(err)
	}
	changes, err := nuts.Read([]byte("from_version,to_version,level,from_code,to_code,population_share\n2013,2016,2,FR24,FRB0,1\n" +
		"2013,2016,2,HU10,HU11,0.6\n2013,2016,2,HU10,HU12,0.4\n2013,2016,2,UKM2,UKM9,0.1\n2013,2016,2,UKM3,UKM9,0.4\n"))
	if err != nil {
		t.Fatal(err)
	}
	figures.Since(changes)
	return figures
}

func TestRegionsWithoutAPageAreShaded(t *testing.T) {
	around := aroundEurope(t)
	m := europeWith(t, func(by map[string]*region.Region) {
		by["DE"].Figures["density"] = nil
	}, "BE2", "PT16", "PL22", "PL21", "PL51", "DE")
	with := New(m.atlas, m.base, around, m.words, "")
	out := with.Figure("../", 0)
	titles := map[string]string{}
	for _, s := range out.Land.Shapes {
		titles[s.Title] = s.Class
	}
	for title, class := range map[string]string{
		"Tirol (AT33): density 60 per km² (2016)": "v0c0", // above all that the atlas has
		"Centre (FR24): density 5 per km² (2016)": "v0c4",
		"HU10 (HU10): density 35 per km² (2016)":  "v0c2",
		"DE21 (DE21): density 50 per km² (2016)":  "v0c0",
		"UKM2 (UKM2): density 20 per km² (2016)":  "",
		"UKM3 (UKM3): density 30 per km² (2016)":  "",
		"BE21 (BE21): density 50 per km² (2016)":  "", // part of a region with a page
	} {
		if titles[title] != class {
			t.Errorf("%q is of class %q, want %q", title, titles[title], class)
		}
	}
	if !strings.HasPrefix(out.Views[0].Around, "Paler: 5 regions") || !strings.Contains(out.Views[0].Around, "2016") {
		t.Errorf("the legend says %q", out.Views[0].Around)
	}
	at := slices.IndexFunc(out.Places, func(p Marker) bool { return p.Code == "DE" })
	if !strings.HasSuffix(out.Places[at].Class, " o0") {
		t.Errorf("Germany hides its regions: %q", out.Places[at].Class)
	}
	for _, plain := range []*Map{m.Figure("../", 0), with.Figure("../", 1)} {
		if plain.Land != nil || plain.Views[0].Around != "" || strings.Contains(plain.Places[at].Class, " o0") {
			t.Errorf("without figures of Europe: %+v, %q", plain.Land, plain.Views[0].Around)
		}
	}
}

// All land is drawn once: also that which no view shades.
func TestShadedLandIsWhole(t *testing.T) {
	m := onEurope(t, "BE2", "PT16")
	with := New(m.atlas, m.base, aroundEurope(t), m.words, "")
	length := func(m *Maps) (n int) {
		for _, s := range m.Index().Land.Shapes {
			n += len(s.Path)
		}
		return n
	}
	if got, want := length(with), length(m); got != want {
		t.Errorf("%d bytes of paths with figures around, %d without", got, want)
	}
	if v := with.Views(); len(v.Around) != 1 {
		t.Errorf("%+v", v)
	}
}

// A strip shows where half of the regions of Europe lie that a region is placed among:
// those of its level, in the year of its value.
func TestStripsShowEurope(t *testing.T) {
	figures, err := europe.Read([]byte("code,level,indicator,year,value\nA,2,density,2019,10\nB,2,density,2019,20\nC,2,density,2019,30\nD,2,density,2019,40\nE,2,density,2019,50\n" +
		"F,2,density,2016,1\nG,2,density,2016,1\nH,2,density,2016,1\nI,2,density,2016,1\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := onEurope(t, "PT16", "PL22", "PL21", "PL51", "AT21", "BE2")
	charts := NewCharts(m.atlas, figures, m.words)
	rank := charts.Ranking("", m.atlas.Region("PL22"), 0)
	scale := charts.strips()[0].scale
	want := Band{positionOn(scale, 20), positionOn(scale, 30), positionOn(scale, 40), rank.Strip.Axis}
	if rank.Band == nil || *rank.Band != want || want.From >= want.Middle || want.Middle >= want.To {
		t.Errorf("band %+v, want %+v", rank.Band, want)
	}
	for code, indicator := range map[string]int{"BE2": 0, "PT16": 1} {
		if rank := charts.Ranking("", m.atlas.Region(code), indicator); rank.Band != nil {
			t.Errorf("%s has a band among nobody: %+v", code, rank.Band)
		}
	}
}

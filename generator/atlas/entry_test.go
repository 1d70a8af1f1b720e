package atlas

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// much is a region with something in most of its parts.
func much() *region.Region {
	return &region.Region{File: "BE2.md", Code: "BE2", Name: "Flanders", Shape: region.Shape{Code: "BE1", Remark: "as Brussels"}, Body: "A text.",
		Also: []string{"Vlaanderen"}, Aliases: []string{"be25"}, Topics: []string{"research"}, Codes: map[string][]string{"nace": {"C.21"}},
		Figures:     map[string][]region.Figure{"population": {figure(6_596_233, 2019)}},
		Memberships: map[string]region.Membership{"errin": {Status: region.Yes}},
		Sources:     []region.Source{{Key: "page", Title: "A page"}}, Reviewed: region.Date{Year: 2026, Month: 11, Day: 21}}
}

// Open fills what is wanted and the card, and nothing else.
func TestOpenFillsWhatIsWanted(t *testing.T) {
	card := func(change func(*region.Region)) *region.Region {
		r := &region.Region{File: much().File, Code: much().Code, Name: much().Name, Shape: much().Shape}
		change(r)
		return r
	}
	for name, c := range map[string]struct {
		want region.Parts
		got  *region.Region
	}{
		"nothing":    {0, card(func(*region.Region) {})},
		"the card":   {cardParts, card(func(*region.Region) {})},
		"one":        {region.PartsOf("figures"), card(func(r *region.Region) { r.Figures = much().Figures })},
		"two":        {region.PartsOf("topics", "codes"), card(func(r *region.Region) { r.Topics, r.Codes = much().Topics, much().Codes })},
		"the text":   {region.PartsOf("body"), card(func(r *region.Region) { r.Body = much().Body })},
		"not filled": {region.PartsOf("documents", "image"), card(func(*region.Region) {})},
		"everything": {^region.Parts(0), much()},
	} {
		e := packed(much())[0]
		if got := e.Open(c.want); !reflect.DeepEqual(got, c.got) {
			t.Errorf("%s: %+v, want %+v", name, got, c.got)
		}
		if got := e.Whole().Open(c.want); !reflect.DeepEqual(got, much()) {
			t.Errorf("%s of the whole: %+v", name, got)
		}
	}
}

// An entry has its card at hand and gives the region back: a new one each time,
// so that nobody changes what another reads.
func TestEntryKeepsItsRegion(t *testing.T) {
	r := much()
	r.Unread = []problem.Key{"/nuts_version"}
	e := packed(r)[0]
	if e.Card != much().Card() || e.Whole().Card != e.Card || e.Whole().Packed() != e.Packed() {
		t.Errorf("card %+v", e.Card)
	}
	r.Name, r.Topics[0] = "changed", "changed"
	first := e.Region()
	if !reflect.DeepEqual(first, much()) { // what of a file was not read is not kept
		t.Errorf("%+v", first)
	}
	first.Name, first.Topics[0], first.Figures["population"][0].Year = "changed", "changed", 1
	if second := e.Region(); !reflect.DeepEqual(second, much()) {
		t.Errorf("%+v", second)
	}
}

func TestUnpackGivesTheEntryBack(t *testing.T) {
	codec := region.NewCodec(edition())
	for _, r := range []*region.Region{much(), at("EL30"), {File: "x.md"}} {
		e := NewEntry(codec, r)
		back, err := Unpack(codec, e.Packed())
		if err != nil || !reflect.DeepEqual(back, e) || !reflect.DeepEqual(back.Region(), r) {
			t.Errorf("%s: %+v, %v", r.File, back, err)
		}
	}
}

// What did not come from Packed is an error, and no entry.
func TestUnpackOfDamagedBytes(t *testing.T) {
	codec := region.NewCodec(edition())
	whole := NewEntry(codec, much()).Packed()
	for name, bytes := range map[string]region.Packed{"none": "", "a byte less": whole[:len(whole)-1], "half": whole[:len(whole)/2], "the first": whole[:1], "a byte more": whole + "\x00",
		"noise": region.Packed(strings.Repeat("\xff", 40)), "text": "+++\ncode = \"BE2\"\n"} {
		if e, err := Unpack(codec, bytes); e != nil || err == nil {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
}

// Damage beyond the card comes to light when somebody asks, if not before, and
// loudly: it never reads as not reported.
func TestDamageIsNeverSilence(t *testing.T) {
	codec := region.NewCodec(edition())
	whole := NewEntry(codec, &region.Region{File: "BE2.md", Code: "BE2", Mended: []string{"abc"}}).Packed()
	at := strings.Index(string(whole), "abc") - 1 // the length of the text
	e, err := Unpack(codec, whole[:at]+"\x0a"+whole[at+1:])
	if err != nil {
		return // found before
	}
	defer func() {
		if said := fmt.Sprint(recover()); !strings.Contains(said, "the region BE2 was packed badly") {
			t.Errorf("said %q", said)
		}
	}()
	t.Errorf("opened: %+v", e.Region())
}

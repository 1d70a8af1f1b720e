package atlas

import (
	"errors"
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
		back, err := NewShelf(codec, nil).Unpack(e.Packed())
		if err != nil || back.Card != e.Card || back.Packed() != e.Packed() || back.Sum() != e.Sum() || !reflect.DeepEqual(back.Region(), r) {
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
		if e, err := NewShelf(codec, nil).Unpack(bytes); e != nil || err == nil {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
}

// Damage beyond the card comes to light when somebody asks, if not before: it
// never reads as not reported without the shelf saying so.
func TestDamageIsNeverSilence(t *testing.T) {
	codec := region.NewCodec(edition())
	whole := NewEntry(codec, &region.Region{File: "BE2.md", Code: "BE2", Mended: []string{"abc"}}).Packed()
	at := strings.Index(string(whole), "abc") - 1 // the length of the text
	shelf := NewShelf(codec, nil)
	e, err := shelf.Unpack(whole[:at] + "\x0a" + whole[at+1:])
	if err != nil {
		return // found before
	}
	if r := e.Region(); r.Code != "BE2" || shelf.Err() == nil || !strings.Contains(shelf.Err().Error(), "the region BE2 cannot be opened again") {
		t.Errorf("opened %+v, said %v", r, shelf.Err())
	}
}

// tape is a spool in memory that may break.
type tape struct {
	bytes  []byte
	broken error
}

func (t *tape) WriteAt(data []byte, at int64) (int, error) {
	if grown := int(at) + len(data); grown > len(t.bytes) {
		t.bytes = append(t.bytes, make([]byte, grown-len(t.bytes))...)
	}
	return copy(t.bytes[at:], data), t.broken
}

func (t *tape) ReadAt(data []byte, at int64) (int, error) {
	return copy(data, t.bytes[at:]), t.broken
}

// Beyond what a shelf holds in memory, entries lie in the spool and say the same;
// when the spool breaks, the shelf tells.
func TestManyEntriesGoToTheSpool(t *testing.T) {
	codec, spool := region.NewCodec(edition()), &tape{}
	shelf := NewShelf(codec, spool)
	shelf.held = mostHeld // as if much were there already
	var entries []*Entry
	for i := range 50 {
		r := much()
		r.Name = fmt.Sprintf("%s %d", r.Name, i)
		entries = append(entries, shelf.Put(r))
	}
	for i, e := range entries {
		want := much()
		want.Name = fmt.Sprintf("%s %d", want.Name, i)
		if e.packed != "" || e.Name != want.Name || !reflect.DeepEqual(e.Region(), NewEntry(codec, want).Region()) {
			t.Errorf("entry %d came back as %+v", i, e.Region())
		}
	}
	if len(spool.bytes) == 0 || shelf.Err() != nil {
		t.Errorf("%d bytes, %v", len(spool.bytes), shelf.Err())
	}
	spool.broken = errors.New("the disk is full")
	if entries[3].Region(); shelf.Err() == nil || !strings.Contains(shelf.Err().Error(), "the disk is full") {
		t.Errorf("a broken spool was not told: %v", shelf.Err())
	}
}

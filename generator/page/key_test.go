package page

import (
	"hash/fnv"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// made is a page with a key, made.
type made struct{ layout, key, content any }

// keyed makes the wanted pages of a planner that have a key, by address.
func keyed(p *Planner, wanted func(address string) bool) map[string]made {
	pages := map[string]made{}
	for page := range p.Pages() {
		if page.Key != nil && wanted(page.Address) {
			pages[page.Address] = made{page.Layout, page.Key(), page.Make()}
		}
	}
	return pages
}

// Every page of one region has a key, each its own.
func TestPagesOfARegionHaveKeys(t *testing.T) {
	edition, regions := published(t)
	edition.Site.Pictures = true
	var addresses []string
	for _, r := range regions {
		addresses = append(addresses, regionAddress(r.Code), figureAddress(r.Code), mapAddress("regions-"+r.Slug()), pictureAddress(r.Code))
	}
	p := plannerOf(newSetting(edition, realLand(t), ""), atlas.Entries(region.NewCodec(edition), regions))
	pages := keyed(p, func(address string) bool { return slices.Contains(addresses, address) })
	for _, address := range addresses {
		if _, has := pages[address]; !has {
			t.Errorf("%s has no key", address)
		}
	}
	for address, page := range pages {
		for other, twin := range pages {
			if address < other && page.layout == twin.layout && reflect.DeepEqual(page.key, twin.key) {
				t.Errorf("%s has the key of %s", address, other)
			}
		}
	}
}

// Whatever is changed in any region: a page whose key stays has the same
// content as before, so nothing of another region reaches a page past its key.
func TestSameKeySameContent(t *testing.T) {
	w := newWalk(t)
	for w.round = range rounds {
		w.start()
		for range 50 {
			w.step()
		}
	}
	t.Logf("%d changes, %d refused; pages of other regions: %d with another key and content, %d with another key alone, %d with neither", w.steps, w.refused, w.both, w.keyAlone, w.neither)
	if w.steps < 500 || w.both < 600 || w.neither < 1000 {
		t.Error("too little happened for the test to prove anything")
	}
	for _, i := range packedFields() {
		if name := reflect.TypeFor[region.Region]().Field(i).Name; w.own[name] == 0 && name != "Aliases" && name != "Code" { // those give pages of their own
			t.Errorf("no change of %s was seen on a page of the region itself", name)
		}
	}
	for _, name := range shared() {
		if w.others[name] < 20 {
			t.Errorf("no change of %s was seen on a page of another region", name)
		}
	}
	w.freshSettingIsTheSame()
}

// walk changes one field of one region after the other, in rounds. Each looks at
// all pages of regions, and at its share of the others.
type walk struct {
	round   int
	t       *testing.T
	chance  chance
	setting *setting
	codec   *region.Codec
	first   []*atlas.Entry
	entries []*atlas.Entry
	pages   map[string]made

	steps, refused, both, keyAlone, neither int
	own, others                             map[string]int // changes of a field that changed content
}

const rounds = 12

// looksAt holds for pages of one region, and for one in so many of the others as
// there are rounds.
func (w *walk) looksAt(address string) bool {
	for _, e := range w.entries {
		if isOf(address, e.Code) {
			return true
		}
	}
	h := fnv.New32a()
	h.Write([]byte(address))
	return int(h.Sum32()%rounds) == w.round
}

func newWalk(t *testing.T) *walk {
	edition, regions := published(t)
	edition.Site.Pictures = true
	few := []string{"BE1", "BE2", "BE3", "NL21", "NL41", "PL22", "PT16", "FI19"}
	regions = slices.DeleteFunc(regions, func(r *region.Region) bool { return !slices.Contains(few, r.Code) })
	if len(regions) != len(few) {
		t.Fatalf("only %d of %v", len(regions), few)
	}
	w := &walk{t: t, setting: newSetting(edition, realLand(t), ""), codec: region.NewCodec(edition), own: map[string]int{}, others: map[string]int{}}
	w.chance = chance{rand.New(rand.NewPCG(5, 21)), edition, append(few, "BE21", "BE10", "NL4", "DE", "DE1", "PT20", "PL9", "FI1C")}
	w.first = atlas.Entries(w.codec, regions)
	return w
}

func (w *walk) start() {
	w.entries = slices.Clone(w.first)
	w.pages = keyed(plannerOf(w.setting, w.entries), w.looksAt)
}

// step changes a region, and holds the rule between before and after.
func (w *walk) step() {
	at, field := w.chance.IntN(len(w.entries)), w.field()
	r := w.entries[at].Region()
	w.chance.setField(r, field)
	entries := slices.Clone(w.entries)
	entries[at] = atlas.NewEntry(w.codec, r)
	p := plannerOf(w.setting, entries)
	if p == nil {
		w.refused++
		return
	}
	w.steps++
	pages := keyed(p, w.looksAt)
	w.compare(pages, reflect.TypeFor[region.Region]().Field(field).Name, w.entries[at].Code, r.Code)
	w.entries, w.pages = entries, pages
}

// field is any field of a region, but every other time one that the pages of
// other regions show.
func (w *walk) field() int {
	fields := packedFields()
	if w.chance.IntN(2) == 0 {
		fields = slices.DeleteFunc(fields, func(i int) bool {
			return !slices.Contains(shared(), reflect.TypeFor[region.Region]().Field(i).Name)
		})
	}
	return fields[w.chance.IntN(len(fields))]
}

// shared are the fields that pages of other regions show: those of neighbours,
// and of all regions in the strips.
func shared() []string { return []string{"Code", "Name", "Shape", "Figures"} }

func (w *walk) compare(after map[string]made, field, code, newCode string) {
	for address, now := range after {
		before, was := w.pages[address]
		if !was {
			continue
		}
		sameKey, sameContent := reflect.DeepEqual(now.key, before.key), reflect.DeepEqual(now.content, before.content)
		if sameKey && (!sameContent || now.layout != before.layout) {
			w.t.Errorf("%s: %s of %s was changed, and the content with it, but not the key", address, field, code)
		}
		w.count(sameKey, sameContent, field, isOf(address, code) || isOf(address, newCode))
	}
}

func (w *walk) count(sameKey, sameContent bool, field string, own bool) {
	switch {
	case own && !sameContent:
		w.own[field]++
	case own:
	case !sameKey && !sameContent:
		w.both++
		w.others[field]++
	case !sameKey:
		w.keyAlone++
	default:
		w.neither++
	}
}

// isOf holds for the pages of the region with a code.
func isOf(address, code string) bool {
	name := address[:strings.LastIndex(address, ".")]
	slug := region.Slug(code)
	return strings.HasSuffix(name, "s/"+slug) && !strings.HasPrefix(name, "countries/") || strings.HasSuffix(name, "/regions-"+slug)
}

// freshSettingIsTheSame holds that no region left a trace in the setting that
// all planners of the walk shared.
func (w *walk) freshSettingIsTheSame() {
	fresh := newSetting(w.setting.edition, w.setting.land, "")
	got := keyed(plannerOf(fresh, w.entries), w.looksAt)
	for address, want := range w.pages {
		if card, is := want.content.(Card); is { // its ground is drawn anew
			want.content = card.card
			got[address] = made{got[address].layout, got[address].key, got[address].content.(Card).card}
		}
		if !reflect.DeepEqual(got[address], want) {
			w.t.Errorf("%s comes out otherwise from a new setting", address)
		}
	}
}

// Two regions so near each other that the strip looks the same whether they share
// a place or not: the words differ, and so must the key.
func TestKeyTellsSharedPlaces(t *testing.T) {
	with := func(value float64) made {
		p := europeWith(t, func(regions map[string]*region.Region) {
			for code, number := range map[string]float64{"BE1": value, "BE2": 100, "PL22": 10, "PT16": 400} {
				regions[code].Figures["density"][0].Value.Number = number
			}
		}, "BE1", "BE2", "PL22", "PT16")
		return keyed(p, func(address string) bool { return address == regionAddress("BE2") })[regionAddress("BE2")]
	}
	shared, alone := with(100), with(99.999)
	one, other := shared.content.(Region).Figures.Figures[0].Rank, alone.content.(Region).Figures.Figures[0].Rank
	if !reflect.DeepEqual(one.Strip, other.Strip) || *one.Mark != *other.Mark || one.Words == other.Words {
		t.Fatalf("%+v, %+v: the test proves nothing", one, other)
	}
	if reflect.DeepEqual(shared.key, alone.key) {
		t.Errorf("the key is the same, the words are %q and %q", one.Words, other.Words)
	}
}

// A key is made of lists that all pages share, and must not write into them.
func TestCodeKeyLeavesItsListsAlone(t *testing.T) {
	edition, regions := published(t)
	entries := atlas.Entries(region.NewCodec(edition), regions)
	before := slices.Clone(entries)
	p := plannerOf(newSetting(edition, realLand(t), ""), entries)
	p.codeKey(codeUse{direct: entries[:2], within: entries[5:9]}, nil, split("codes/a.html", 6)[0])
	if !slices.Equal(entries, before) {
		t.Error("making a key changed the list of regions")
	}
}

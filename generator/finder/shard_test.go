package finder

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regional-atlas/generator/atlas"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
	"slices"
	"strings"
	"testing"
)

func TestFileKey(t *testing.T) {
	for word, want := range map[string]string{"flanders": "flanders", "be2": "be2", "αβ": "_ce_b1_ce_b2", "z{": "z_7b", "": ""} {
		if got := fileKey(word); got != want {
			t.Errorf("%q has the key %q, want %q", word, got, want)
		}
	}
	if key := fileKey(strings.Repeat("я", 500)); len(key) > keyLength+2 {
		t.Errorf("a long word has a key of %d characters", len(key))
	}
}

// crowd makes n entries of some bytes: three words each, of which one is common
// to all, one to many, and one its own.
func crowd(n, bytes int) (words []word, sizes []int) {
	for i := range n {
		own := fmt.Sprintf("%c%c%d", 'a'+i%26, 'a'+i/26%26, i)
		for _, key := range []string{"region", fmt.Sprintf("land%d", i%7), own} {
			words = append(words, word{key, int32(i)})
		}
		sizes = append(sizes, bytes)
	}
	slices.SortFunc(words, byKey)
	return words, sizes
}

// From the first shard every word leads to a shard that holds all its entries,
// or to one of that very word that says how many there are; and no shard is
// large, however many entries there are.
func TestShardsLeadToEveryWord(t *testing.T) {
	for _, n := range []int{0, 1, 600, 5_000, 150_000} {
		words, sizes := crowd(n, 150)
		shards := map[string]shard{}
		for _, s := range shardsOf(words, sizes) {
			if _, twice := shards[s.key]; twice {
				t.Errorf("%d entries: two shards %q", n, s.key)
			}
			if len(s.at)*150 > shardBytes || len(s.next) > 37 {
				t.Errorf("%d entries: shard %q has %d entries and %d below", n, s.key, len(s.at), len(s.next))
			}
			shards[s.key] = s
		}
		for _, w := range words {
			s, whole := followed(shards, w.key)
			if _, has := slices.BinarySearch(s.at, w.at); whole && !has {
				t.Fatalf("%d entries: %q leads to %q, without its entry", n, w.key, s.key)
			}
			if !whole && (s.key != w.key || s.all <= len(s.at) || w.key != "region" && !strings.HasPrefix(w.key, "land")) {
				t.Fatalf("%d entries: %q leads to %q, which is not whole", n, w.key, s.key)
			}
		}
	}
}

// followed goes the way of the finder's script.
func followed(shards map[string]shard, word string) (last shard, whole bool) {
	key := ""
	for {
		s := shards[key]
		i := slices.IndexFunc(s.next, func(next string) bool { return strings.HasPrefix(word, key+next) })
		if i < 0 {
			return s, s.all == len(s.at)
		}
		key += s.next[i]
	}
}

// A head shows first what is called exactly as was typed.
func TestHeadOfShard(t *testing.T) {
	var words []word
	sizes := make([]int, 2000)
	for i := range sizes {
		sizes[i] = 100
		words = append(words, word{fmt.Sprintf("be%04d", i), int32(i)})
	}
	words = append(words, word{"be", 1999})
	slices.SortFunc(words, byKey)
	for _, s := range shardsOf(words, sizes) {
		if s.key == "be" && (s.at[0] != 1999 || len(s.at) != headCount || s.all != 2000) {
			t.Errorf("the head of be: %v of %d", s.at, s.all)
		}
	}
}

// A name cannot leave its place in the script, and an entry stays small.
func TestHostileEntry(t *testing.T) {
	long := `x"]);alert(1);</script><!--` + "\u2028\u2029\\" + strings.Repeat("ß<", 5000)
	one := found{address: "regions/x.html", code: "XX", name: long, detail: long}
	for range 500 {
		one.others = append(one.others, name{text: long, lang: "en"})
	}
	one = one.bounded()
	data := one.encoded()
	if len(data) > 12_000 || strings.ContainsAny(string(data), "<>&\u2028\u2029") {
		t.Errorf("%d bytes: %.200s", len(data), data)
	}
	var back []any
	if err := json.Unmarshal(data, &back); err != nil || !strings.HasPrefix(long, strings.TrimSuffix(back[2].(string), "…")) {
		t.Errorf("%v: %.80v", err, back)
	}
	if keys := one.keys(); !slices.Contains(keys, "script") || !slices.Contains(keys, "alert") {
		t.Errorf("keys %q", keys)
	}
}

// A small atlas has no index; a large one has every region and country in it,
// and each file calls the script of the site once.
func TestShardsOfAnAtlas(t *testing.T) {
	for n, large := range map[int]bool{3: false, mostWithout: false, mostWithout + 1: true, 2000: true} {
		listed, files := map[string]bool{}, 0
		for page := range names(many(t, n), words.English()) {
			files++
			var data bytes.Buffer
			err := page.Encode(&data)
			if err != nil || page.Layout != "" || data.Len() > 100_000 {
				t.Fatalf("%s: %v, layout %q, %d bytes", page.Address, err, page.Layout, data.Len())
			}
			for _, address := range entriesOf(t, page.Address, data.Bytes()) {
				listed[address] = true
			}
		}
		if large && len(listed) != n+2 || !large && files > 0 {
			t.Errorf("%d regions: %d files with %d entries", n, files, len(listed))
		}
	}
}

// entriesOf reads a shard as the browser does, and returns the addresses in it.
func entriesOf(t *testing.T, file string, data []byte) []string {
	t.Helper()
	call, ok := strings.CutPrefix(string(data), "atlasFind(")
	call, ends := strings.CutSuffix(call, ")\n")
	var arguments []json.RawMessage
	var key string
	var body struct{ E [][]any }
	err := json.Unmarshal([]byte("["+call+"]"), &arguments)
	if !ok || !ends || err != nil || len(arguments) != 2 || json.Unmarshal(arguments[0], &key) != nil || json.Unmarshal(arguments[1], &body) != nil {
		t.Fatalf("%s is no call: %v\n%.300s", file, err, data)
	}
	if shardAddress(key) != file {
		t.Errorf("%s is the shard %q", file, key)
	}
	var list []string
	for _, entry := range body.E {
		list = append(list, entry[0].(string))
	}
	return list
}

// anywhere is a map that draws every code, and on which no two touch.
type anywhere struct{}

func (anywhere) IsNear(string, float64, float64) bool    { return true }
func (anywhere) Draws(string) bool                       { return true }
func (anywhere) Nearby(string) []string                  { return nil }
func (anywhere) Neighbours([]string) map[string][]string { return nil }

// many is an atlas of n regions in two countries.
func many(t *testing.T, n int) *profile.Atlas {
	t.Helper()
	edition := &region.Edition{Countries: []region.Country{{Code: "BE", Name: "Belgium"}, {Code: "DE", Name: "Germany"}}}
	var regions []*region.Region
	for i := range n {
		code := fmt.Sprintf("%s%03d", []string{"BE", "DE"}[i%2], i/2)
		regions = append(regions, &region.Region{File: code + ".md", Code: code, Name: code})
	}
	a, faults := atlas.New(edition, regions, anywhere{})
	if a == nil {
		t.Fatal(faults[0])
	}
	return profile.New(a, func(*region.Region) prose.Text { return prose.Text{} })
}

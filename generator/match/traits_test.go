package match

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Two regions have as much in common by their sets as by the lists that pages show.
func TestExtentCountsWhatIsListed(t *testing.T) {
	source := rand.New(rand.NewPCG(1, 2))
	e := meeting()
	e.Classifications = []region.Classification{{Term: term("nace"), Labels: map[string]string{}}, {Term: term("other"), Labels: map[string]string{}}}
	codes := []string{"A", "A.1", "A.2", "A.1.1", "A.1.2", "B", "B.1", "B.11", "C", "D.1", "D.2"}
	for _, code := range codes {
		e.Classifications[0].Labels[code], e.Classifications[1].Labels[code] = "", ""
	}
	some := func(of []string) []string {
		of = slices.DeleteFunc(slices.Clone(of), func(string) bool { return source.IntN(3) > 0 })
		source.Shuffle(len(of), func(i, j int) { of[i], of[j] = of[j], of[i] })
		return of
	}
	var regions []*region.Region
	for i := range 60 {
		r := with(fmt.Sprintf("BE%02d", i))
		r.Codes = map[string][]string{"nace": some(codes), "other": some(codes)}
		r.Topics = append(r.Topics, some([]string{"research", "prevention", "data"})...)
		regions = append(regions, r)
	}
	a := resolved(t, e, regions...)
	s, met := NewShared(a), false
	for _, x := range a.Regions() {
		for _, y := range a.Regions() {
			want, o := 0, between(x, y)
			want += 2 * len(o.Topics)
			for _, c := range o.Codes {
				want += 2*len(c.Exact) + len(c.Above)
				met = met || len(c.Above) > 0
			}
			if got := s.codes.extent(&s.traits[x.Place], &s.traits[y.Place]); got != want {
				t.Fatalf("%s and %s: %d, want %d of %+v", x.Code, y.Code, got, want, o)
			}
		}
	}
	if !met {
		t.Error("no codes met one level up")
	}
}

// What is shared weighs the same, to the last bit, as counted answer by answer.
func TestBitsAreThoseOfTheAnswers(t *testing.T) {
	source := rand.New(rand.NewPCG(3, 4))
	var regions []*region.Region
	for i := range 40 {
		r := with(fmt.Sprintf("BE%02d", i))
		words := []string{"yes", "no", "part", "planned", "not reported"}
		var status []string
		for range 4 {
			status = append(status, words[source.IntN(len(words))])
		}
		for _, topic := range []string{"research", "prevention", "data"} {
			if source.IntN(2) == 0 {
				r.Topics = append(r.Topics, topic)
			}
		}
		regions = append(regions, answers(r, status...))
	}
	a := resolved(t, meeting(), regions...)
	s := NewShared(a)
	for _, x := range a.Regions() {
		for _, y := range a.Regions() {
			want := 0.0
			for n := range x.Memberships {
				if !x.Memberships[n].Network.Area && x.Memberships[n].IsMember() && y.Memberships[n].IsMember() {
					want += s.networks[n]
				}
			}
			for n := range x.Topics {
				if x.Topics[n].Listing == profile.Covered && y.Topics[n].Listing == profile.Covered {
					want += s.topics[n]
				}
			}
			if got := s.bitsOf(x, y); got != want {
				t.Fatalf("%s and %s share %v bits, want %v", x.Code, y.Code, got, want)
			}
		}
	}
}

// The best of a list are the first of it when it is sorted and equals keep their order.
func TestBestAreFirstInOrder(t *testing.T) {
	source := rand.New(rand.NewPCG(5, 6))
	type numbered struct{ value, place int }
	order := func(a, b numbered) int { return cmp.Compare(a.value, b.value) }
	for most := range 12 {
		var all []numbered
		first := best[numbered]{most: most, order: order}
		for place := range source.IntN(30) {
			x := numbered{source.IntN(6), place}
			all = append(all, x)
			first.add(x)
		}
		slices.SortStableFunc(all, order)
		if want := all[:min(most, len(all))]; !slices.Equal(first.list, want) {
			t.Errorf("%v, want %v", first.list, want)
		}
	}
}

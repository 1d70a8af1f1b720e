package changes

import (
	"slices"
	"testing"

	"regional-atlas/generator/region"
)

// Each kind of change is told as what it is: an answer that is now known is not news of
// the region, a value of the same year is a correction, a mended spelling is no loss.
func TestBetween(t *testing.T) {
	before := Snapshot{"2026-01-01", map[string]Facts{
		"AA1": {"/name": "One", "memberships/errin": "no", "memberships/cebr": "yes", "figures/share65/2019": "20.2",
			"initiatives/Genome Hub Flandres": "hub", "initiatives/ZULU": "", "topics/prevention": "covered", "strategy/s3": "yes"},
		"AA2": {"/name": "Two"}, "AA4": {"/name": "For"},
	}}
	after := Snapshot{"2026-02-01", map[string]Facts{
		"AA1": {"/name": "One", "memberships/errin": "yes", "memberships/icpermed": "yes", "figures/share65/2019": "20.4",
			"figures/share65/2021": "21", "initiatives/Genome Hub Flanders": "hub", "initiatives/Alpha": "", "strategy/s3": "yes"},
		"AA3": {"/name": "Three"}, "AA4": {"/name": "Four"},
	}}
	want := []region.Change{
		{Region: "AA1", Section: "figures", Key: "share65/2019", Kind: region.Corrected, From: "20.2", To: "20.4"},
		{Region: "AA1", Section: "figures", Key: "share65/2021", Kind: region.Answered, To: "21"},
		{Region: "AA1", Section: "memberships", Key: "cebr", Kind: region.Withdrawn, From: "yes"},
		{Region: "AA1", Section: "memberships", Key: "errin", Kind: region.Changed, From: "no", To: "yes"},
		{Region: "AA1", Section: "memberships", Key: "icpermed", Kind: region.Answered, To: "yes"},
		{Region: "AA1", Section: "topics", Key: "prevention", Kind: region.Removed, From: "covered"},
		{Region: "AA1", Section: "initiatives", Key: "Alpha", Kind: region.Added},
		{Region: "AA1", Section: "initiatives", Key: "Genome Hub Flanders", Kind: region.Renamed, From: "Genome Hub Flandres", To: "Genome Hub Flanders"},
		{Region: "AA1", Section: "initiatives", Key: "ZULU", Kind: region.Removed},
		{Region: "AA2", Kind: region.Removed, From: "Two"},
		{Region: "AA3", Kind: region.Added, To: "Three"},
		{Region: "AA4", Kind: region.Renamed, From: "For", To: "Four"},
	}
	if got := Between(before, after); !slices.Equal(got, want) {
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Fatalf("from change %d on:\n got %+v\nwant %+v", i, got[min(i, len(got)):], want[min(i, len(want)):])
			}
		}
	}
	if same := Between(after, after); same != nil {
		t.Errorf("an edition differs from itself in %v", same)
	}
}

// A snapshot is read back as it was, and what is none is told.
func TestSnapshotIsReadBack(t *testing.T) {
	s := Snapshot{"2026-01-01", map[string]Facts{"AA1": {"/name": "Øne", "documents/A \"plan\" <1>": ""}}}
	data, err := s.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Read(data)
	if err != nil || back.Date != s.Date || Between(s, back) != nil {
		t.Errorf("%v came back as %v, %v", s, back, err)
	}
	for _, text := range []string{"", "[]", "{}", `{"date":"2026-01-01"}`} {
		if _, err := Read([]byte(text)); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

package source

import (
	"os"
	"testing"

	"regional-atlas/generator/region"
)

// TestTheRichFilesHaveNoFault reads and checks the files of two whole pages.
func TestTheRichFilesHaveNoFault(t *testing.T) {
	folder := Open(os.DirFS("../testdata/rich"))
	edition, faults, err := folder.Edition()
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	for _, p := range folder.Place(region.CheckEdition(EditionFile, &edition)) {
		t.Errorf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.What)
	}
	names, err := folder.List()
	if err != nil || len(names) < 2 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		r, faults := folder.Region(name)
		faults = append(faults, region.Check(&r, &edition, region.Date{Year: 2100, Month: 1, Day: 1})...)
		for _, p := range folder.Place(faults) {
			if !p.Warning {
				t.Errorf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.What)
			}
		}
		if r.Code == "" || r.Body == "" {
			t.Errorf("%s: code %q, %d bytes of text", name, r.Code, len(r.Body))
		}
	}
}

// TestAllNetworksGoUnanswered holds that a file without answers gets
// one fault that names each of them, at its heading.
func TestAllNetworksGoUnanswered(t *testing.T) {
	edition, _, err := Open(os.DirFS("../testdata/rich")).Edition()
	if err != nil {
		t.Fatal(err)
	}
	folder := folderWith("A.md", "+++\ncode = \"BE2\"\n\n[memberships]\n\n[strategy]\nris3 = \"yes\"\npm_ris3 = \"no\"\n+++\n")
	r, faults := folder.Region("A.md")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	found := false
	for _, p := range folder.Place(region.Check(&r, &edition, region.Date{Year: 2026, Month: 11, Day: 21})) {
		if p.Key == "/memberships" {
			found = true
			if p.Line != 4 || under(p) != "[memberships]" {
				t.Errorf("%d: %q", p.Line, under(p))
			}
		}
	}
	if !found || len(r.Memberships) > 0 {
		t.Errorf("found %v, answers %v", found, r.Memberships)
	}
}

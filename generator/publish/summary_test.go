package publish

import (
	"path/filepath"
	"testing"
)

// Half of the pages may go unasked; other files are not pages.
func TestRemovesMost(t *testing.T) {
	before := map[string]string{"a.html": "", "b.html": "", "c.html": "", "d.html": "", "e.svg": "", "f.svg": "", "g.svg": ""}
	for _, c := range []struct {
		files     map[string]string
		gone      int
		mostPages bool
	}{
		{before, 0, false},
		{map[string]string{"a.html": "", "b.html": "", "new.html": ""}, 2, false},
		{map[string]string{"a.html": "", "new.html": "", "other.html": "", "e.svg": ""}, 3, true},
		{map[string]string{"e.svg": ""}, 4, true},
	} {
		out := filepath.Join(t.TempDir(), "public")
		build(t, out, before)
		s := build(t, out, c.files)
		if s.Pages != 4 || s.PagesGone != c.gone || s.RemovesMost() != c.mostPages {
			t.Errorf("%v: %d of %d pages go, most: %v", c.files, s.PagesGone, s.Pages, s.RemovesMost())
		}
	}
	if s := build(t, filepath.Join(t.TempDir(), "public"), before); s.Pages != 0 || s.RemovesMost() {
		t.Errorf("a first build removes %d of %d", s.PagesGone, s.Pages)
	}
}

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regional-atlas/generator/publish"
)

// A build that would remove more than half of the pages asks a person, and is
// refused with the remedy where nobody can answer.
func TestRemovingMostPages(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	const question = "This build would remove 3 of the 3 pages of public/. Remove them? [y/N] "
	const kept = question + "atlas: nothing was written: the pages stay as they are\n"
	for _, c := range []struct {
		name, answer, said string
		asks               bool
		flags              []string
		code               int
	}{
		{"a script", "", "atlas: this build would remove 3 of the 3 pages of public/, so nothing was written: " +
			"look whether regions is the right folder; if the pages are to go, build with --yes\n", false, nil, broken},
		{"a script with --yes", "", "", false, []string{"--yes"}, done},
		{"a person with --yes", "", "", true, []string{"--yes"}, done},
		{"a person agrees", "Yes\n", question, true, nil, done},
		{"in short", "y\n", question, true, nil, done},
		{"a person does not", "n\n", kept, true, nil, broken},
		{"a person says nothing", "", kept, true, nil, broken},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			lay(t, small, "regions")
			publishPages(t, "public", "gone/a.html", "gone/b.html", "gone/c.html")
			var out, said bytes.Buffer
			at := terminal{out: &out, err: &said, now: today, asks: c.asks, in: strings.NewReader(c.answer)}
			if code := run(at, append([]string{"build"}, c.flags...)); code != c.code || said.String() != c.said {
				t.Errorf("exit code %d and %q, want %d and %q", code, said.String(), c.code, c.said)
			}
			if _, err := os.Stat("public/gone/a.html"); (err == nil) != (c.code == broken) {
				t.Errorf("exit code %d, and the page: %v", c.code, err)
			}
		})
	}
}

// A check tells that a build would ask.
func TestCheckTellsOfManyPages(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	lay(t, small, "regions")
	publishPages(t, "public", "gone.html")
	var out, said bytes.Buffer
	code := run(terminal{out: &out, err: &said, now: today}, []string{"check"})
	const want = "note: a build would remove 1 of the 1 pages of public/, and asks first; with --yes it does not.\n"
	if code != done || said.String() != want {
		t.Errorf("exit code %d and %q", code, said.String())
	}
}

// publishPages is an earlier build of a few pages into a folder.
func publishPages(t *testing.T, out string, names ...string) {
	t.Helper()
	folder, err := publish.Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := folder.Write(name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := folder.Commit(); err != nil {
		t.Fatal(err)
	}
}

// A person is told when the site did not come into place as usual.
func TestNotesOnTheSite(t *testing.T) {
	var said bytes.Buffer
	j := buildFlags{folders: folders{out: "public"}}
	s := publish.Summary{Edited: []string{"a.html"}, Left: "/srv/.public.atlas-build", InPlace: true, Pages: 2, PagesGone: 2}
	j.tellSummary(terminal{err: &said}, buildCommand(), s)
	const want = "note: public/a.html was changed by hand; the build replaces it, since pages are made from region files.\n" +
		"note: the new site is in place, but not all of the old one could be removed: it lies in /srv/.public.atlas-build; remove that folder by hand.\n" +
		"note: public/ cannot be exchanged, as it is a mount point or part of an image: its files were replaced one by one, " +
		"and a visitor may have met old and new pages together.\n"
	if said.String() != want {
		t.Errorf("got %q", said.String())
	}
}

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// mostForPeer is up to how many regions the peer is measured.
const mostForPeer = 10_000

// bench measures programs in a folder.
type bench struct {
	folder, regions   string
	self, atlas, hugo string // programs; hugo is "" when there is none
	runs              int
}

// place is where the files of one number of regions lie in one turn. Each turn
// has folders of its own, and nothing is removed while there are turns to come:
// for a minute after many files were removed, a file system may take ten times as
// long to make new ones.
type place struct{ regions, ours, alone, floor, turn string }

func (b bench) place(n, turn int) place {
	number := filepath.Join(b.folder, strconv.Itoa(n))
	at := func(name string) string { return filepath.Join(number, "turn-"+strconv.Itoa(turn), name) }
	return place{filepath.Join(number, "regions"), at("atlas-site"), at("pages-alone"), at("floor"), at("")}
}

// site is where a peer writes.
func (at place) site(p peer) string { return filepath.Join(at.turn, filepath.Base(p.source)+"-site") }

// peer is a way to make the same site with Hugo.
type peer struct{ name, note, source string }

// peers are two: one lays out every page, maps and strips among them; the other
// gets these ready made.
func (b bench) peers(n int) []peer {
	if b.hugo == "" || n > mostForPeer {
		return nil
	}
	at := func(name string) string { return filepath.Join(b.folder, strconv.Itoa(n), name) }
	return []peer{
		{"Hugo", "drawings", at("hugo")},
		{"Hugo, drawings given", "", at("hugo-given")},
	}
}

func (b bench) describe(w io.Writer) {
	fmt.Fprintf(
		w,
		"%s/%s, %d cores, %s; %d turns, medians\n",
		runtime.GOOS,
		runtime.GOARCH,
		runtime.NumCPU(),
		runtime.Version(),
		b.runs,
	)
	if b.hugo == "" {
		fmt.Fprintln(w, "Hugo was not found and is not measured: name it by -hugo PATH.")
		return
	}
	if version, err := exec.Command(b.hugo, "version").Output(); err == nil {
		fmt.Fprintf(w, "Peer: %s\n", strings.TrimSpace(string(version)))
	}
}

// number measures one number of regions and prints its rows.
func (b bench) number(w io.Writer, n int) error {
	at, peers := b.place(n, 0), b.peers(n)
	if err := b.prepare(at, n, peers); err != nil {
		return err
	}
	t := turns{peers: make([][]cost, len(peers))}
	for turn := range b.runs {
		before := at
		at = b.place(n, turn+1)
		if err := b.turn(&t, before, at, n, peers); err != nil {
			return err
		}
	}
	t.print(w, n, peers)
	for _, p := range peers {
		words, err := exec.Command(b.self, stageWord, "compare", at.ours, at.site(p)).CombinedOutput()
		if err != nil {
			return fmt.Errorf("the sites cannot be compared: %w: %s", err, words)
		}
		fmt.Fprintf(w, "%s: %s", p.name, words)
	}
	return nil
}

// prepare makes the regions and, from a first build, the sources of the peers.
func (b bench) prepare(at place, n int, peers []peer) error {
	if err := emptied(filepath.Dir(at.regions)); err != nil {
		return err
	}
	if _, err := measured(b.folder, b.self, stageWord, "regions", b.regions, at.regions, strconv.Itoa(n)); err != nil {
		return err
	}
	if _, err := b.build(at); err != nil {
		return err
	}
	for _, p := range peers {
		if _, err := measured(b.folder, b.self, stageWord, "peer", at.regions, p.source, p.note); err != nil {
			return err
		}
		if _, err := measured(
			b.folder,
			b.self,
			stageWord,
			"given",
			at.ours,
			filepath.Join(p.source, "static"),
			p.note,
		); err != nil {
			return err
		}
	}
	return nil
}

// build is a build of the atlas: into a new place, or once more.
func (b bench) build(at place) (cost, error) {
	return measured(b.folder, b.atlas, "build", "--regions", at.regions, "--out", at.ours)
}

// turn measures each once. The build after an edit comes first, on the site of
// the turn before, so that the sites at the end are without the edit.
func (b bench) turn(t *turns, before, at place, n int, peers []peer) error {
	c, err := b.edited(before, n)
	if err != nil {
		return err
	}
	t.edited = append(t.edited, c)
	if c, err = b.build(at); err != nil {
		return err
	}
	t.ours = append(t.ours, c)
	if c, err = measured(b.folder, b.self, stageWord, "alone", at.regions, at.alone); err != nil {
		return err
	}
	t.alone = append(t.alone, c)
	for i, p := range peers {
		if c, err = b.peer(p, at.site(p)); err != nil {
			return err
		}
		t.peers[i] = append(t.peers[i], c)
	}
	c, err = measured(b.folder, b.self, stageWord, "floor", at.ours, at.floor)
	t.floor = append(t.floor, c)
	return err
}

func (b bench) peer(p peer, site string) (cost, error) {
	return measured(b.folder, b.hugo, "--source", p.source, "--destination", site, "--minify", "--noBuildLock", "--quiet")
}

// edited measures a build after a sentence was added to the region in the
// middle, and takes the sentence out of the file again.
func (b bench) edited(at place, n int) (cost, error) {
	file := filepath.Join(at.regions, codeOf(n/2)+".md")
	before, err := os.ReadFile(file)
	if err != nil {
		return cost{}, fmt.Errorf("the region to edit cannot be read: %w", err)
	}
	if err := os.WriteFile(file, append(before[:len(before):len(before)], "\nOne sentence more.\n"...), 0o644); err != nil {
		return cost{}, fmt.Errorf("the region cannot be edited: %w", err)
	}
	c, failed := b.build(at)
	if err := os.WriteFile(file, before, 0o644); err != nil {
		return cost{}, fmt.Errorf("the region cannot be edited: %w", err)
	}
	return c, failed
}

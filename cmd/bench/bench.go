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

// field is the place of one number of regions.
type place struct{ regions, peer, ours, hugo, floor string }

func (b bench) place(n int) place {
	at := func(name string) string { return filepath.Join(b.folder, strconv.Itoa(n), name) }
	return place{at("regions"), at("peer"), at("atlas-site"), at("hugo-site"), at("floor")}
}

func (b bench) describe(w io.Writer) {
	fmt.Fprintf(w, "%s/%s, %d cores, %s; %d turns, medians\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), b.runs)
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
	at := b.place(n)
	withPeer := b.hugo != "" && n <= mostForPeer
	if err := b.prepare(at, n, withPeer); err != nil {
		return err
	}
	var t turns
	for range b.runs {
		if err := b.turn(&t, at, n, withPeer); err != nil {
			return err
		}
	}
	t.print(w, n, withPeer)
	if withPeer {
		words, err := exec.Command(b.self, stageWord, "compare", at.ours, at.hugo).CombinedOutput()
		if err != nil {
			return fmt.Errorf("the sites cannot be compared: %w: %s", err, words)
		}
		fmt.Fprintf(w, "%s\n", words)
	}
	return nil
}

// prepare makes the regions and, from a first build, the site of the peer.
func (b bench) prepare(at place, n int, withPeer bool) error {
	for _, folder := range []string{at.regions, at.peer} {
		if err := emptied(folder); err != nil {
			return err
		}
	}
	if _, err := measured(b.folder, b.self, stageWord, "regions", b.regions, at.regions, strconv.Itoa(n)); err != nil {
		return err
	}
	if !withPeer {
		return nil
	}
	if _, err := b.build(at); err != nil {
		return err
	}
	if _, err := measured(b.folder, b.self, stageWord, "peer", at.regions, at.peer); err != nil {
		return err
	}
	_, err := measured(b.folder, b.self, stageWord, "drawings", at.ours, filepath.Join(at.peer, "static"))
	return err
}

// build is a build of the atlas into an empty place.
func (b bench) build(at place) (cost, error) {
	if err := emptied(at.ours); err != nil {
		return cost{}, err
	}
	return b.again(at)
}

func (b bench) again(at place) (cost, error) {
	return measured(b.folder, b.atlas, "build", "--regions", at.regions, "--out", at.ours)
}

// turn measures each once. The edited build comes before the others, which
// then see the site without the edit.
func (b bench) turn(t *turns, at place, n int, withPeer bool) error {
	c, err := b.build(at)
	if err != nil {
		return err
	}
	t.ours = append(t.ours, c)
	if withPeer {
		if c, err = b.peer(at); err != nil {
			return err
		}
		t.hugo = append(t.hugo, c)
	}
	if err := emptied(at.floor); err != nil {
		return err
	}
	if c, err = measured(b.folder, b.self, stageWord, "floor", at.ours, at.floor); err != nil {
		return err
	}
	t.floor = append(t.floor, c)
	if c, err = b.edited(at, n); err != nil {
		return err
	}
	t.edited = append(t.edited, c)
	return nil
}

func (b bench) peer(at place) (cost, error) {
	if err := emptied(at.hugo); err != nil {
		return cost{}, err
	}
	return measured(b.folder, b.hugo, "--source", at.peer, "--destination", at.hugo, "--minify", "--noBuildLock", "--quiet")
}

// edited measures a build after a sentence was added to the region in the
// middle, and takes the sentence out again.
func (b bench) edited(at place, n int) (cost, error) {
	file := filepath.Join(at.regions, codeOf(n/2)+".md")
	before, err := os.ReadFile(file)
	if err != nil {
		return cost{}, fmt.Errorf("the region to edit cannot be read: %w", err)
	}
	if err := os.WriteFile(file, append(before[:len(before):len(before)], "\nOne sentence more.\n"...), 0o644); err != nil {
		return cost{}, fmt.Errorf("the region cannot be edited: %w", err)
	}
	c, err := b.again(at)
	if err != nil {
		return cost{}, err
	}
	if err := os.WriteFile(file, before, 0o644); err != nil {
		return cost{}, fmt.Errorf("the region cannot be edited: %w", err)
	}
	_, err = b.again(at) // the site is as before, for who looks at it
	return c, err
}

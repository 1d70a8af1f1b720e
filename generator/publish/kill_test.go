//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// site is what the child of TestKill writes as its n-th build: two files in three change, names come and go.
func site(n int) map[string]string {
	files := map[string]string{"index.html": fmt.Sprint("build ", n)}
	for i := range 150 {
		files[fmt.Sprintf("d%d/f%d.html", i%5, i)] = strings.Repeat(fmt.Sprint(i, " of ", n*min(i%3, 1), " "), 200)
	}
	for i := range 50 {
		files[fmt.Sprintf("g%d/%d.html", n%3, i)] = strconv.Itoa(n)
	}
	return files
}

// TestKillChild is the program that TestKill kills: it builds site after site until it dies, keeping what did not change.
func TestKillChild(t *testing.T) {
	out := os.Getenv("ATLAS_KILL_OUT")
	if out == "" {
		t.Skip("runs only as the child of TestKill")
	}
	start, _ := strconv.Atoi(os.Getenv("ATLAS_KILL_FROM"))
	for n := start; ; n++ {
		f, err := Begin(out)
		if err != nil {
			t.Fatal(err)
		}
		switch os.Getenv("ATLAS_KILL_WAY") {
		case "two renames":
			f.stage.exchange = unsupported
		case "in place":
			f.stage.exchange = isFixed
		}
		for name, data := range site(n) {
			if err := f.Write(name, []byte(data)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := f.Commit(); err != nil {
			t.Fatal(err)
		}
	}
}

func unsupported(_, _ string) error { return errors.ErrUnsupported }

// TestKill kills a build at random moments and looks at the folder each time: it must be one whole site, with what was
// put there by hand, and while the child lives the folder must never be missing.
func TestKill(t *testing.T) {
	t.Parallel()
	kills := 4 // the check asks for more
	if n, err := strconv.Atoi(os.Getenv("ATLAS_KILLS")); err == nil {
		kills = n
	}
	for _, way := range []string{"exchange", "two renames"} {
		t.Run(way, func(t *testing.T) { killMany(t, kills, way) })
	}
	t.Run("in place", func(t *testing.T) { killInPlace(t, kills/3) })
}

// killInPlace kills builds into a folder that cannot be exchanged: there the files may be of two sites, but each is whole,
// what was put there by hand stays, and the next build makes one site of them.
func killInPlace(t *testing.T, kills int) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, site(0))
	put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	from, mixed := 1, 0
	for range kills {
		killOne(t, out, from, time.Duration(20+rand.IntN(180))*time.Millisecond, "in place")
		seen := map[string]bool{}
		for name, data := range tree(t, out) {
			words := strings.Fields(data)
			switch {
			case name == "index.html":
				seen[data] = true
			case strings.HasPrefix(name, "d") && strings.Repeat(strings.Join(words[:min(3, len(words))], " ")+" ", 200) != data:
				t.Fatalf("%s is torn: %.80q", name, data)
			case strings.HasPrefix(name, "d1/f1."):
				seen["build "+words[2]] = true
			}
		}
		if len(seen) > 1 {
			mixed++
		}
		from += 100
		fixedBuild(t, out, site(from-1))
		if got := generation(t, out); got != from-1 {
			t.Fatalf("after a kill the next build made site %d, not %d", got, from-1)
		}
	}
	t.Logf("%d kills, %d left a site of two", kills, mixed)
}

func killMany(t *testing.T, kills int, way string) {
	renames := way == "two renames"
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, site(0))
	put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	last, moved, gone, stuck := 0, 0, 0, 0
	for range kills {
		// on a slow disk the child gets more time, so that some builds are completed between the kills
		life := time.Duration(20+rand.IntN(180)+50*stuck) * time.Millisecond
		gone += killOne(t, out, last+1, life, way)
		if renames { // the next build mends a change cut in two
			begin(t, out).Abort()
		}
		now := generation(t, out)
		stuck++
		if now != last {
			moved, stuck = moved+1, 0
		}
		last = now
	}
	begin(t, out).Abort()
	alone(t, out)
	t.Logf("%d kills, the last site is number %d, %d times a newer one than the kill before", kills, last, moved)
	if moved == 0 {
		t.Error("no build was ever completed: the test proves nothing")
	}
	if gone > 0 && !renames {
		t.Errorf("the folder was missing %d times while a build ran", gone)
	}
}

// killOne runs a child for a while, kills it and returns how often the folder was missing meanwhile.
func killOne(t *testing.T, out string, from int, life time.Duration, way string) (gone int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestKillChild$")
	child.Env = append(os.Environ(), "ATLAS_KILL_OUT="+out, "ATLAS_KILL_FROM="+strconv.Itoa(from), "ATLAS_KILL_WAY="+way)
	var said strings.Builder
	child.Stdout, child.Stderr = &said, &said
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(life); time.Now().Before(end); {
		if _, err := os.Stat(filepath.Join(out, manifestName)); err != nil {
			gone++
		}
	}
	if err := child.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatalf("the child had ended by itself: %v\n%s", err, said.String())
	}
	child.Wait()
	if said.Len() > 0 {
		t.Fatalf("the child said %s", said.String())
	}
	return gone
}

// generation checks that out is one whole site and returns its number.
func generation(t *testing.T, out string) int {
	t.Helper()
	got := tree(t, out)
	n, err := strconv.Atoi(strings.TrimPrefix(got["index.html"], "build "))
	if err != nil {
		t.Fatalf("no site: index.html is %q", got["index.html"])
	}
	want := site(n)
	entries := map[string]entry{}
	for name, data := range want {
		entries[name] = entry{sum: sha256.Sum256([]byte(data))}
	}
	want[manifestName] = string(formatManifest(entries))
	want["CNAME"] = "atlas.eu"
	for name, data := range want {
		if got[name] != data {
			t.Fatalf("site %d: %s is %.40q, want %.40q", n, name, got[name], data)
		}
	}
	if len(got) != len(want) {
		t.Fatalf("site %d has %d files, want %d", n, len(got), len(want))
	}
	return n
}

// TestCrashBetweenRenames stops where the folder is missing, on a system that cannot exchange.
func TestCrashBetweenRenames(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "old"})
	f := begin(t, out)
	f.Write("a.html", []byte("new"))
	if err := os.Rename(f.stage.out, f.stage.old()); err != nil {
		t.Fatal(err)
	}
	f.stage.lock.file.Close() // as the system does for a killed process
	f.end()
	begin(t, out).Abort()
	holds(t, out, map[string]string{"a.html": "old"})
}

func TestWithoutExchange(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for n := range 3 {
		f := begin(t, out)
		f.stage.exchange = unsupported
		f.Write("a.html", []byte(strconv.Itoa(n)))
		if _, err := f.Commit(); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	}
	holds(t, out, map[string]string{"a.html": "2", "CNAME": "atlas.eu"})
}

// TestFailedExchange makes the last step fail: the old site must stay, and nothing else.
func TestFailedExchange(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "old"})
	f := begin(t, out)
	f.stage.exchange = func(_, _ string) error { return syscall.EIO }
	f.Write("a.html", []byte("new"))
	if _, err := f.Commit(); err == nil {
		t.Error("it was not told")
	}
	holds(t, out, map[string]string{"a.html": "old"})
}

func TestModes(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a/b.html": "b", "c.html": "c"})
	os.Chmod(filepath.Join(out, "c.html"), 0o600)
	build(t, out, map[string]string{"a/b.html": "B", "c.html": "c"})
	for name, want := range map[string]os.FileMode{"": 0o755, "a": 0o755, "a/b.html": 0o644, "c.html": 0o644, manifestName: 0o644} {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q has mode %v, %v", name, info.Mode(), err)
		}
	}
}

// TestLateForeignFile puts a file into the folder after the new site was completed, right before the change.
func TestLateForeignFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "old"})
	f := begin(t, out)
	f.stage.exchange = func(a, b string) error {
		put(t, filepath.Join(out, "well", "late.txt"), "late")
		return exchange(a, b)
	}
	f.Write("a.html", []byte("new"))
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	holds(t, out, map[string]string{"a.html": "new", "well/late.txt": "late"})
}

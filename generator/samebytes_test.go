package generator_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"regional-atlas/generator"
)

// surroundings are what must not matter to a build: what the environment says,
// what the program is told, and what was there before.
func surroundings() []surrounding {
	from := func(change func(t *testing.T, in *generator.Input)) func(*testing.T, generator.Input) map[string]string {
		return func(t *testing.T, in generator.Input) map[string]string {
			change(t, &in)
			return onDisk(t, in)
		}
	}
	return []surrounding{
		{name: "another time zone, locale and umask, little memory and one core", umask: "000", environment: []string{
			"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOGC=10", "GODEBUG=randautoseed=0", "GOMAXPROCS=1"}},
		{name: "a time zone on the other side of the date line", heavy: true, environment: []string{"TZ=Pacific/Kiritimati"}},
		{name: "a Turkish locale", heavy: true, environment: []string{"LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "LANGUAGE=tr"}},
		{name: "no locale", heavy: true, environment: []string{"LANG=", "LC_ALL=C"}},
		{name: "a narrow umask", heavy: true, umask: "077"},
		{name: "a wide umask", heavy: true, umask: "000"},
		{name: "another home, folder and name of the machine", heavy: true, environment: []string{"HOME=/", "PWD=/", "HOSTNAME=elsewhere", "USER=nobody"}},
		{name: "memory short, no random hashing", heavy: true, environment: []string{"GOGC=10", "GODEBUG=randautoseed=0"}},
		{name: "one core", heavy: true, environment: []string{"GOMAXPROCS=1"}},
		{name: "two cores", heavy: true, environment: []string{"GOMAXPROCS=2"}},
		{name: "eight cores", heavy: true, environment: []string{"GOMAXPROCS=8"}},
		{name: "files made and listed in another order", forty: true, build: from(func(t *testing.T, in *generator.Input) {
			in.Regions, in.Layouts, in.Assets = shuffled{backwards(t, in.Regions)}, shuffled{in.Layouts}, shuffled{in.Assets}
		})},
		{name: "folders listed in another order", heavy: true, forty: true, build: from(func(_ *testing.T, in *generator.Input) {
			in.Regions, in.Layouts, in.Assets = shuffled{in.Regions}, shuffled{in.Layouts}, shuffled{in.Assets}
		})},
		{name: "files made in another order, with other times", heavy: true, forty: true, build: from(func(t *testing.T, in *generator.Input) {
			in.Regions, in.Layouts, in.Assets = backwards(t, in.Regions), backwards(t, in.Layouts), backwards(t, in.Assets)
		})},
		{name: "layouts and assets on disk", build: from(func(_ *testing.T, in *generator.Input) {
			in.Layouts, in.Assets = os.DirFS("../layouts"), os.DirFS("../assets")
		})},
		{name: "another day and year", build: from(func(_ *testing.T, in *generator.Input) {
			in.Today.Year, in.Today.Month, in.Today.Day = in.Today.Year+3, 2, 28
		})},
		{name: "over a site of other regions", build: overOther},
		{name: "over itself, with pages edited, gone and touched", build: overEdited},
	}
}

// surrounding is one way to build: in this program, or in another under an
// environment and a umask.
type surrounding struct {
	name        string
	heavy       bool // only the check looks at it
	forty       bool // on the atlas of forty, since it is about many files
	build       func(t *testing.T, in generator.Input) map[string]string
	environment []string
	umask       string
}

// Pictures are drawn by many at once, on bases that they share: they are those
// that are drawn one after the other.
func TestSamePictures(t *testing.T) {
	t.Parallel()
	one, together := checked(t, inputOf(fortyRegions(t))).Site, checked(t, inputOf(fortyRegions(t))).Site
	want := map[string][]byte{}
	for p := range one.Files() {
		if strings.HasSuffix(p.Address, ".png") {
			data, err := one.Bytes(p)
			must(t, err)
			want[p.Address] = data
		}
	}
	var group sync.WaitGroup
	for p := range together.Files() {
		if want[p.Address] == nil {
			continue
		}
		group.Go(func() {
			if data, err := together.Bytes(p); err != nil || !bytes.Equal(data, want[p.Address]) {
				t.Errorf("%s is another when it is drawn beside others: %v", p.Address, err)
			}
		})
	}
	group.Wait()
	if len(want) != 41 { // of the regions, and one of the atlas
		t.Errorf("%d pictures", len(want))
	}
}

// The site depends on what the files say and on nothing else: every build of
// the same regions gives the same bytes. Pictures take most of a build, and are
// drawn twice above.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	few, many := sameInput(t), inputOf(withoutPictures(t, fortyRegions(t)))
	ofFew, ofMany := onDisk(t, few), onDisk(t, many)
	if len(ofFew) < 100 || len(ofMany) < 300 {
		t.Fatalf("only %d and %d files", len(ofFew), len(ofMany))
	}
	for _, s := range surroundings() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			if s.heavy {
				heavy(t)
			}
			switch {
			case s.build == nil:
				sameSite(t, s.elsewhere(t), ofFew)
			case s.forty:
				sameSite(t, s.build(t, many), ofMany)
			default:
				sameSite(t, s.build(t, few), ofFew)
			}
		})
	}
}

// sameInput is what most of the cases build, children too.
func sameInput(t *testing.T) generator.Input {
	t.Helper()
	return inputOf(withoutPictures(t, richRegions()))
}

const childOut = "ATLAS_SAME_BYTES_OUT"

// elsewhere builds in a child, as a time zone and a locale are read once, when
// a program starts.
func (s surrounding) elsewhere(t *testing.T) map[string]string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "a deep", "other folder")
	child := exec.Command(os.Args[0], "-test.run=^TestSameBytesChild$")
	if s.umask != "" {
		shell, err := exec.LookPath("sh")
		if err != nil {
			t.Skip("no shell to set a umask")
		}
		child = exec.Command(shell, "-c", "umask "+s.umask+` && exec "$0" "$@"`, os.Args[0], "-test.run=^TestSameBytesChild$")
	}
	child.Env = append(append(os.Environ(), s.environment...), childOut+"="+out)
	if said, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	sameModes(t, out)
	return filesIn(t, out)
}

// onDisk is every file of a site that a build brought into a folder.
func onDisk(t testing.TB, in generator.Input) map[string]string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	buildInto(t, in, out)
	return filesIn(t, out)
}

// TestSameBytesChild builds the same site where the environment says.
func TestSameBytesChild(t *testing.T) {
	out := os.Getenv(childOut)
	if out == "" {
		t.Skip("runs only as the child of TestSameBytes")
	}
	buildInto(t, sameInput(t), out)
}

// sameModes checks that a web server of another user may read the site.
func sameModes(t *testing.T, out string) {
	t.Helper()
	err := filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || runtime.GOOS == "windows" {
			return err
		}
		info, err := d.Info()
		if want := map[bool]fs.FileMode{true: 0o755, false: 0o644}[d.IsDir()]; err == nil && info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// overOther builds over the site of other regions.
func overOther(t *testing.T, in generator.Input) map[string]string {
	out := filepath.Join(t.TempDir(), "another name")
	older := in
	older.Regions = os.DirFS("testdata/good/full/regions")
	older.Assets = tinyAssets(t)
	buildInto(t, older, out)
	buildInto(t, in, out)
	return filesIn(t, out)
}

// overEdited builds over a site that a hand has changed.
func overEdited(t *testing.T, in generator.Input) map[string]string {
	out := filepath.Join(t.TempDir(), "public")
	buildInto(t, in, out)
	for i, name := range sortedKeys(filesIn(t, out)) {
		if name == "manifest.txt" {
			continue
		}
		file := filepath.Join(out, filepath.FromSlash(name))
		switch i % 4 {
		case 0:
			must(t, os.WriteFile(file, []byte("by hand"), 0o644))
		case 1:
			must(t, os.Remove(file))
		case 2:
			data, err := os.ReadFile(file)
			must(t, err)
			must(t, os.Remove(file))
			must(t, os.WriteFile(file, data, 0o600))
		}
	}
	buildInto(t, in, out)
	sameModes(t, out)
	return filesIn(t, out)
}

// backwards is a copy on disk whose files were made in the opposite order.
func backwards(t *testing.T, files fs.FS) fs.FS {
	dir := t.TempDir()
	var names []string
	must(t, fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	}))
	slices.Reverse(names)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		must(t, err)
		full := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(full), 0o755))
		must(t, os.WriteFile(full, data, 0o644))
	}
	return os.DirFS(dir)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sameSite(t *testing.T, got, want map[string]string) {
	t.Helper()
	if !slices.Equal(sortedKeys(got), sortedKeys(want)) {
		t.Fatalf("%d files, want %d", len(got), len(want))
	}
	var other []string
	for _, name := range sortedKeys(want) {
		if got[name] != want[name] {
			other = append(other, name)
		}
	}
	if len(other) > 0 {
		t.Errorf("%d files have other bytes: %s", len(other), strings.Join(other[:min(len(other), 10)], ", "))
	}
}

// shuffled is a file system that lists its folders in a random order.
type shuffled struct{ fs.FS }

// ReadDir lists a folder.
func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(s.FS, name)
	rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

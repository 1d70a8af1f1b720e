package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
)

// inPieces is content that comes in pieces of some bytes.
func inPieces(text string, size int) func(io.Writer) error {
	return func(to io.Writer) error {
		for rest := text; rest != ""; {
			n := min(size, len(rest))
			if _, err := io.WriteString(to, rest[:n]); err != nil {
				return errors.Join(errors.New("the content took it badly"), err)
			}
			rest = rest[n:]
		}
		return nil
	}
}

// longText is text that is not held in memory as a whole.
func longText(word string) string { return strings.Repeat(word, mostHeld) }

// A file that comes in pieces is the same to the folder as one that comes whole: what is
// there, what changed, what somebody edited, and what is in its way.
func TestStreamIsLikeWrite(t *testing.T) {
	old := longText("abc")
	for _, text := range []string{old, old[1:] + "x", "x" + old[1:], old + "x", longText("ab"), "abc"} {
		streamIsLikeWrite(t, old, text, "nothing", false)
		streamIsLikeWrite(t, old, text, "nothing", true)
	}
	for _, hand := range []string{"edited", "made the same", "gone", "a folder", "a link", "unlisted"} {
		streamIsLikeWrite(t, old, old, hand, false)
		streamIsLikeWrite(t, old, old[1:]+"x", hand, false)
	}
}

func streamIsLikeWrite(t *testing.T, old, text, hand string, rehearse bool) {
	was := map[string]string{"short.csv": "short", "long.csv": old, "n/new.csv": ""}
	files := map[string]string{"short.csv": "short", "long.csv": text, "n/new.csv": longText("new")}
	want, wantTree := streamed(t, was, files, hand, rehearse, 0)
	for _, size := range []int{4096, 1 << 22} {
		got, gotTree := streamed(t, was, files, hand, rehearse, size)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s, rehearsed %v, in pieces of %d: %+v\nwhole: %+v", hand, rehearse, size, got, want)
		}
		if !reflect.DeepEqual(gotTree, wantTree) {
			t.Errorf("%s, rehearsed %v, in pieces of %d the folder is another", hand, rehearse, size)
		}
	}
}

type ending struct {
	Summary
	failed string
	stamps map[string]bool // files that kept their time stamp
}

// streamed builds files over an older site of which somebody changed one file.
func streamed(t *testing.T, was, files map[string]string, hand string, rehearse bool, size int) (ending, map[string]string) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, was)
	past := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	long := filepath.Join(out, "long.csv")
	for name := range was {
		os.Chtimes(filepath.Join(out, filepath.FromSlash(name)), past, past)
	}
	switch hand {
	case "edited":
		put(t, long, longText("edited"))
	case "made the same":
		put(t, long, files["long.csv"])
	case "gone", "a folder", "a link":
		os.Remove(long)
	case "unlisted":
		os.WriteFile(filepath.Join(out, manifestName), formatManifest(nil), 0o644)
	}
	switch hand {
	case "a folder":
		os.Mkdir(long, 0o755)
	case "a link":
		os.Symlink("short.csv", long)
	}
	begin := Begin
	if rehearse {
		begin = Rehearse
	}
	f, err := begin(out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Abort() })
	if !rehearse {
		fine := func(string) error { return nil }
		f.stage.disk = disk{file: fine, folder: fine}
	}
	plain := strings.NewReplacer(filepath.Dir(out), "above")
	var e ending
	for _, name := range []string{"short.csv", "long.csv", "n/new.csv"} {
		err := error(nil)
		if size == 0 {
			err = f.Write(name, []byte(files[name]))
		} else {
			err = f.Stream(name, inPieces(files[name], size))
		}
		if err != nil {
			e.failed += plain.Replace(err.Error()) + "\n"
		}
	}
	e.Summary, err = f.Commit()
	if err != nil {
		e.failed += plain.Replace(err.Error())
	}
	e.stamps = map[string]bool{}
	for name := range files {
		info, err := os.Lstat(filepath.Join(out, filepath.FromSlash(name)))
		e.stamps[name] = err == nil && info.ModTime().Equal(past)
	}
	return e, tree(t, out)
}

// What the content fails with is told, long file or short, and the folder stays as it is.
func TestStreamThatFails(t *testing.T) {
	broken := errors.New("it cannot be counted")
	for _, text := range []string{"", "short", longText("long")} {
		out := filepath.Join(t.TempDir(), "public")
		build(t, out, map[string]string{"a.csv": "old"})
		f := begin(t, out)
		err := f.Stream("a.csv", func(to io.Writer) error { return errors.Join(inPieces(text, 1000)(to), broken) })
		if !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
		if _, err := f.Commit(); !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
		holds(t, out, map[string]string{"a.csv": "old"})
	}
}

// A file that cannot be written is told by its name, whatever its content makes of it.
func TestStreamThatCannotBeWritten(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	f := begin(t, out)
	put(t, f.stage.path("a.csv"), "in the way")
	err := f.Stream("a.csv", inPieces(longText("long"), 1000))
	if err == nil || !strings.HasPrefix(err.Error(), "cannot write a.csv: ") || strings.Contains(err.Error(), "badly") {
		t.Errorf("%v", err)
	}
	if _, err := f.Commit(); err == nil {
		t.Error("it was committed")
	}
}

// A name is taken once, however its file comes.
func TestStreamTakesItsName(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "public"))
	if err := f.Write("a.csv", nil); err != nil {
		t.Fatal(err)
	}
	never := func(io.Writer) error { t.Error("its content was made"); return nil }
	for _, name := range []string{"a.csv", "../b.csv", "B.csv"} {
		if err := f.Stream(name, never); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// A long file is not held in memory, new or unchanged.
func TestStreamHoldsLittle(t *testing.T) {
	const size = 64 << 20
	piece := make([]byte, 1<<15)
	content := func(to io.Writer) error {
		for range size / len(piece) {
			if _, err := to.Write(piece); err != nil {
				return err
			}
		}
		return nil
	}
	out := filepath.Join(t.TempDir(), "public")
	for range 2 {
		f := begin(t, out)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := f.Stream("long.csv", content); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > size/16 {
			t.Errorf("a file of %d bytes took %d bytes of memory", size, took)
		}
		if _, err := f.Commit(); err != nil {
			t.Fatal(err)
		}
	}
}

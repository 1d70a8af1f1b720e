package publish

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestRandomBuilds makes many builds over each other, with edits by hand between them, and compares the folder with what
// a clean build gives.
func TestRandomBuilds(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "public")
	random := rand.New(rand.NewPCG(1, 2))
	files := map[string]string{}
	unchanged := 0
	for range 100 {
		changeSome(random, files)
		tamper(random, out)
		unchanged += build(t, out, files).Unchanged
		holds(t, out, files)
	}
	if unchanged < 300 {
		t.Errorf("only %d files stayed as they were: the test proves little", unchanged)
	}
}

// changeSome gives a few of twenty names other bytes of the same length, or takes them away.
func changeSome(random *rand.Rand, files map[string]string) {
	for range random.IntN(4) {
		name := fmt.Sprintf("d%d/%d.html", random.IntN(3), random.IntN(20))
		if random.IntN(4) == 0 {
			delete(files, name)
			continue
		}
		files[name] = string(rune('a' + random.IntN(26)))
	}
	files["index.html"] = "i"
}

// tamper edits files as a hand, a checkout or a copy would.
func tamper(random *rand.Rand, out string) {
	filepath.WalkDir(out, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == manifestName || random.IntN(8) > 0 {
			return nil
		}
		data, _ := os.ReadFile(file)
		edit := func() { os.WriteFile(file, []byte(string(rune('a'+random.IntN(26)))), 0o644) }
		switch random.IntN(6) {
		case 0:
			edit()
		case 1:
			inOldTime(file, edit)
		case 2:
			os.Remove(file)
		case 3:
			os.Chtimes(file, time.Unix(1e9, 0), time.Unix(1e9, 0))
		case 4:
			os.Remove(file)
			os.WriteFile(file, data, 0o600)
		case 5:
			os.Chmod(file, 0o600)
		}
		return nil
	})
}

// inOldTime changes a file and gives it the time stamp that it had.
func inOldTime(file string, change func()) {
	info, _ := os.Stat(file)
	change()
	os.Chtimes(file, info.ModTime(), info.ModTime())
}

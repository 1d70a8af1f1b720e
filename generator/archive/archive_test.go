package archive

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
)

// The bytes hang on the files alone, in whatever order they come, and on no machine: this
// sum was taken once.
func TestSameBytesEverywhere(t *testing.T) {
	const want = "71dbc03bbebd5f3da99f2bfb84f7a6a6dbe5d56f8cfcc24fe3eb23a52db77df1"
	for range 3 {
		a := New("an-atlas", 2026, 11, 26)
		var wait sync.WaitGroup
		for i := range 50 {
			wait.Go(func() {
				name := fmt.Sprintf("site/page-%02d.html", i)
				if err := a.Write(name, []byte(strings.Repeat(name, i*100))); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		var data bytes.Buffer
		if err := a.Encode(&data); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data.Bytes())); got != want {
			t.Errorf("the sum is %s", got)
		}
	}
}

// What was put in comes out; what is compressed already is stored.
func TestFilesComeOut(t *testing.T) {
	a := New("an-atlas", 2026, 11, 26)
	files := map[string]string{"start.html": "<p>Begin", "site/a.png": strings.Repeat("\x89PNG", 50), "site/empty.txt": ""}
	for name, text := range files {
		if err := a.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	files["site/data.csv"] = "a,b\n"
	content := func(to io.Writer) error { _, err := io.WriteString(to, files["site/data.csv"]); return err }
	if err := a.Stream("site/data.csv", content); err != nil {
		t.Fatal(err)
	}
	if err := a.Write("start.html", nil); err == nil {
		t.Error("a name was written twice")
	}
	if err := a.Stream("site/data.csv", content); err == nil {
		t.Error("a name was written twice")
	}
	if err := a.Stream("site/torn.csv", func(io.Writer) error { return io.ErrUnexpectedEOF }); err != io.ErrUnexpectedEOF {
		t.Errorf("a file that cannot be made: %v", err)
	}
	var data bytes.Buffer
	if err := a.Encode(&data); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data.Bytes()), int64(data.Len()))
	if err != nil || len(z.File) != len(files) {
		t.Fatal(err, len(z.File))
	}
	for _, f := range z.File {
		name, below := strings.CutPrefix(f.Name, "an-atlas/")
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil || !below || string(text) != files[name] || f.Modified.Format("2006-01-02") != "2026-11-26" {
			t.Errorf("%s of %v holds %q, %v", f.Name, f.Modified, text, err)
		}
		if stored := f.Method == zip.Store; stored != (name == "site/a.png") {
			t.Errorf("%s is packed by method %d", name, f.Method)
		}
	}
}

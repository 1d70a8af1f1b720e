package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A whole session: the preview is started, the browser is opened, a fault is
// made and mended, and Ctrl-C ends it well.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Ctrl-C cannot be sent to another program there")
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "regions"), os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	opened := browserIn(t, dir)
	session := exec.Command("atlas", "serve", "--port", "0", "--base", "atlas", "--open")
	session.Dir = dir
	session.Env = append(os.Environ(), "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	var said bytes.Buffer
	session.Stderr = &said
	out, err := session.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := session.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = session.Process.Kill() })
	ended := make(chan error, 1)
	line, _ := bufio.NewReader(out).ReadString('\n')
	address, found := strings.CutPrefix(strings.TrimSpace(line), "Preview: ")
	if !found || !strings.HasSuffix(address, "/atlas/") {
		t.Fatalf("%q", line)
	}
	go func() { ended <- session.Wait() }()
	file := filepath.Join(dir, "regions", "BE2.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "the browser", func() bool { data, _ := os.ReadFile(opened); return strings.TrimSpace(string(data)) == address })
	eventually(t, "a page", func() bool { return strings.Contains(shownAt(address+"regions/be2.html"), "<h1") })
	save(t, file, strings.Replace(string(text), "code", "coed", 1))
	eventually(t, "the fault", func() bool {
		shown := shownAt(address + "regions/be2.html")
		return strings.Contains(shown, `no field here is called &#34;coed&#34;`) && strings.Contains(shown, "Did you mean") && strings.Contains(shown, "\n      | ^^^^\n") && strings.Contains(shown, "<h1")
	})
	save(t, file, string(text))
	eventually(t, "the mended page", func() bool { return !strings.Contains(shownAt(address+"regions/be2.html"), "coed") })
	if err := session.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil {
		t.Errorf("ended with %v after saying\n%s", err, said.String())
	}
	for _, want := range []string{"Changed: regions/BE2.md\n", "regions/BE2.md:2:1: no field here is called", "1 fault to mend. Until then the pages stay as they were.\n", "Mended: the pages are up to date.\n"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("no %q in\n%s", want, said.String())
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 3 { // regions, the browser, and what that wrote
		t.Errorf("files were written: %v", left)
	}
}

// browserIn puts a program into a folder that notes what it is asked to open.
func browserIn(t *testing.T, dir string) (opened string) {
	t.Helper()
	name := "xdg-open"
	if runtime.GOOS == "darwin" {
		name = "open"
	}
	opened = filepath.Join(dir, "opened")
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\necho \"$1\" > '"+opened+"'\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return opened
}

func save(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func shownAt(url string) string {
	response, err := http.Get(url)
	if err != nil {
		return ""
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	return string(text)
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 1000 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s never came", what)
}

func TestBasePath(t *testing.T) {
	for typed, want := range map[string]string{"": "/", "/": "/", "atlas": "/atlas/", "/atlas": "/atlas/", "/a/b-c.d/": "/a/b-c.d/",
		"/../": "", "/a//b/": "", "/a b/": "", "/a?b/": "", "/<b>/": "", "https://x.example/": "", `C:\atlas`: ""} {
		if got, err := basePath(typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
}

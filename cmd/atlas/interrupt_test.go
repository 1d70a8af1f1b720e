package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Whenever a build is interrupted, it ends by itself, says so and leaves nothing:
// at its beginning, at any page, and while it waits for an answer.
func TestInterrupted(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{1, 2, 3, 10, 40} { // looks at the clock: one at the beginning, one after each page
		t.Chdir(t.TempDir())
		lay(t, small, "regions")
		asked := make(chan struct{})
		var out, said bytes.Buffer
		terminal := terminal{out: &out, err: &said, live: true, now: clockThat(at, func() { close(asked) }),
			signals: func() (<-chan struct{}, func()) { return asked, func() {} }}
		code := run(terminal, []string{"build"})
		if code != ended || said.String() != "\natlas: interrupted: the site is as it was\n" || out.Len() > 0 {
			t.Errorf("at look %d: exit code %d, %q and %q", at, code, said.String(), out.String())
		}
		leftNothing(t)
	}
}

// clockThat does something at one of the looks at it.
func clockThat(at int, do func()) func() time.Time {
	var looks int
	var one sync.Mutex
	return func() time.Time {
		one.Lock()
		defer one.Unlock()
		if looks++; looks == at {
			do()
		}
		return today()
	}
}

// leftNothing wants the regions and no other file in this folder.
func leftNothing(t *testing.T) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestInterruptedWhileAsked(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	lay(t, small, "regions")
	publishPages(t, "public", "gone.html")
	asked := make(chan struct{})
	waiting, never := io.Pipe()
	defer never.Close()
	var said bytes.Buffer
	code := run(terminal{out: io.Discard, err: onQuestion{&said, func() { close(asked) }}, now: today, live: true, asks: true, in: waiting,
		signals: func() (<-chan struct{}, func()) { return asked, func() {} }}, []string{"build"})
	if code != ended || !strings.HasSuffix(said.String(), "[y/N] \natlas: interrupted: the site is as it was\n") {
		t.Errorf("exit code %d and %q", code, said.String())
	}
	if _, err := os.Stat("public/gone.html"); err != nil {
		t.Error(err)
	}
}

// onQuestion does something once a question is written.
type onQuestion struct {
	io.Writer
	do func()
}

func (q onQuestion) Write(text []byte) (int, error) {
	if bytes.HasSuffix(text, []byte("[y/N] ")) {
		defer q.do()
	}
	return q.Writer.Write(text)
}

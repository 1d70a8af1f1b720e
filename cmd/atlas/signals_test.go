//go:build unix

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	ossignal "os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSignalChild is a build that waits in the middle of its pages until a signal
// has come; it runs only as a child.
func TestSignalChild(t *testing.T) {
	if os.Getenv("ATLAS_SIGNAL_CHILD") == "" {
		t.Skip("runs only as the child of another test")
	}
	var asked <-chan struct{}
	waits := clockThat(20, func() {
		fmt.Println("ready")
		<-asked
	})
	os.Exit(run(terminal{out: os.Stdout, err: os.Stderr, live: true, now: waits,
		signals: func() (<-chan struct{}, func()) {
			var release func()
			asked, release = onSignals()
			return asked, release
		}}, []string{"build"}))
}

// Each of the signals by which people and systems end a program lets a build clear
// up, and exit with 130.
func TestSignals(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			if ossignal.Ignored(signal) {
				t.Skipf("whoever started this test, such as nohup, keeps %q from all programs", signal)
			}
			t.Chdir(t.TempDir())
			lay(t, small, "regions")
			limit, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			child := exec.CommandContext(limit, os.Args[0], "-test.run=^TestSignalChild$")
			child.Env = append(os.Environ(), "ATLAS_SIGNAL_CHILD=1")
			var said strings.Builder
			child.Stderr = &said
			out, err := child.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			line, _ := bufio.NewReader(out).ReadString('\n')
			if _, err := os.Stat(".public.atlas-build"); err != nil || line != "ready\n" {
				t.Errorf("%q: %v", line, err)
			}
			if err := child.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := child.Wait(); !errors.As(err, &exit) || exit.ExitCode() != ended {
				t.Errorf("it ended with %v", err)
			}
			if said.String() != "\natlas: interrupted: the site is as it was\n" {
				t.Errorf("it said %q", said.String())
			}
			leftNothing(t)
		})
	}
}

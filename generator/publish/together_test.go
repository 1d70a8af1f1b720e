package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestManyGoroutines(t *testing.T) {
	t.Parallel()
	out, each := filepath.Join(t.TempDir(), "public"), 40
	if os.Getenv("ATLAS_HEAVY") != "" {
		each = 100
	}
	for round := range 2 {
		f := begin(t, out)
		var group sync.WaitGroup
		for worker := range 8 {
			group.Go(func() {
				for i := range each {
					if err := f.Write(fmt.Sprintf("d%d/%d-%d.html", i%7, worker, i), fmt.Appendf(nil, "%d", 2*i*round/each)); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		s, err := f.Commit()
		if err != nil || s.Files != 8*each || s.Unchanged != 4*each*round {
			t.Errorf("round %d: %+v, %v", round, s, err)
		}
	}
}

// TestTwoGoroutinesOneName lets many write one name: one may, the others are told.
func TestTwoGoroutinesOneName(t *testing.T) {
	f := begin(t, filepath.Join(t.TempDir(), "public"))
	errs := make(chan error, 8)
	for range 8 {
		go func() { errs <- f.Write("a.html", []byte("a")) }()
	}
	var failed []error
	for range 8 {
		if err := <-errs; err != nil {
			failed = append(failed, err)
		}
	}
	if len(failed) != 7 || !strings.Contains(failed[0].Error(), "two pages want the address a.html") {
		t.Errorf("%d failures: %v", len(failed), errors.Join(failed...))
	}
}

// TestManyBuilds lets many builds compete: each either commits or is told to wait.
func TestManyBuilds(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "public")
	results := make(chan error, 16)
	for n := range 16 {
		go func() {
			f, err := Begin(out)
			if err == nil {
				f.Write("a.html", []byte(strconv.Itoa(n)))
				f.Write("b.html", []byte(strconv.Itoa(n)))
				_, err = f.Commit()
			}
			results <- err
		}()
	}
	done := 0
	for range 16 {
		if err := <-results; err == nil {
			done++
		} else if !strings.Contains(err.Error(), "another build") {
			t.Error(err)
		}
	}
	got := tree(t, out)
	if done == 0 || got["a.html"] != got["b.html"] || got["a.html"] == "" {
		t.Errorf("%d builds done, the folder holds %v", done, got)
	}
	alone(t, out)
}

// TestAbortWhileWriting ends a build while others still write: nothing of it stays, and the late ones are told.
func TestAbortWhileWriting(t *testing.T) {
	for range 20 {
		out := filepath.Join(t.TempDir(), "public")
		f := begin(t, out)
		var writers sync.WaitGroup
		begun := make(chan struct{}, 1000)
		for i := range 4 {
			writers.Go(func() {
				for n := range 200 {
					begun <- struct{}{}
					if f.Write(fmt.Sprintf("d%d/%d.html", i, n), []byte("page")) != nil {
						return
					}
				}
			})
		}
		for range 20 {
			<-begun
		}
		if err := f.Abort(); err != nil {
			t.Fatal(err)
		}
		writers.Wait()
		if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) > 0 {
			t.Fatalf("it left %v, %v", entries, err)
		}
		if err := f.Write("late.html", nil); err == nil || !strings.Contains(err.Error(), "comes too late") {
			t.Errorf("a late file: %v", err)
		}
	}
}

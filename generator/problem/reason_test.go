package problem

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestReason(t *testing.T) {
	inner, plain := errors.New("too many links"), errors.New("plain")
	place := &fs.PathError{Op: "open", Path: "a/b", Err: inner}
	for err, want := range map[error]error{place: inner, fmt.Errorf("around: %w", place): inner, errors.Join(nil, place): inner, plain: plain} {
		if got := Reason(err); got != want {
			t.Errorf("the reason of %v is %v, want %v", err, got, want)
		}
	}
}

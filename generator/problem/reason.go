package problem

import (
	"errors"
	"io/fs"
)

// Reason is the part of a file error that says why, without the path, which
// stands in the sentence around it.
func Reason(err error) error {
	var place *fs.PathError
	if errors.As(err, &place) {
		return place.Err
	}
	return err
}

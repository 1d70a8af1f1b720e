// Package output is what a site is made of: files, each with its address, not yet
// made. Every room that prints facts lists its files as a stream, and nothing is
// made before a worker asks for it, so memory does not grow with the number of
// files.
//
// The addresses of all files stand here, since a room links to what another
// prints. They last: a page keeps its address.
package output

import (
	"fmt"
	"io"
	"iter"
)

// File is one file of the site, not yet made.
type File struct {
	Address string     // slash path inside the site, lower case
	Layout  string     // name of the layout that places its content; "" for content that writes its own bytes
	Content func() any // makes what the layout places; safe to call from any goroutine
}

// encoder is content that writes its own bytes: a picture, an index of words, a table.
// What is long comes in pieces, so that nobody need hold it whole.
type encoder interface{ Encode(to io.Writer) error }

// Encode writes a file that has no layout.
func (f File) Encode(to io.Writer) error {
	content, ok := f.Content().(encoder)
	if !ok {
		return fmt.Errorf("%s has no layout and makes no bytes of its own", f.Address)
	}
	if err := content.Encode(to); err != nil {
		return fmt.Errorf("%s cannot be made: %w", f.Address, err)
	}
	return nil
}

// Files is a stream of files in a fixed order, each address once.
type Files = iter.Seq[File]

// List is the stream of files that are few.
func List(files ...File) Files {
	return func(yield func(File) bool) {
		for _, f := range files {
			if !yield(f) {
				return
			}
		}
	}
}

// Concat is one stream after the other.
func Concat(streams ...Files) Files {
	return func(yield func(File) bool) {
		for _, stream := range streams {
			for f := range stream {
				if !yield(f) {
					return
				}
			}
		}
	}
}

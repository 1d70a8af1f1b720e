package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"slices"
)

// mostHeld is how many bytes of a file that comes in pieces wait in memory. Most files
// end before that, and are compared and written as a whole.
const mostHeld = 1 << 18

// Stream is Write for a file that may be too long to be held whole: content writes it
// piece by piece. It returns the error of content, or that of writing what it wrote.
func (f *Folder) Stream(name string, content func(to io.Writer) error) error {
	return f.claimed(name, func() error {
		held, _ := f.held.Get().(*[]byte)
		if held == nil {
			held = new([]byte)
		}
		s := &stream{folder: f, name: name, held: (*held)[:0]}
		err := s.end(content(s))
		*held = s.held
		f.held.Put(held)
		return err
	})
}

// stream is a file that comes in pieces.
type stream struct {
	folder *Folder
	name   string
	held   []byte // its first bytes, as long as they are few
	long   *long  // where they go when they are many
	failed error
}

// Write takes one more piece.
func (s *stream) Write(piece []byte) (int, error) {
	if s.failed == nil && s.long == nil {
		if len(s.held)+len(piece) <= mostHeld {
			s.held = append(s.held, piece...)
			return len(piece), nil
		}
		if s.long, s.failed = s.folder.newLong(s.name); s.failed == nil {
			s.failed = s.long.write(s.held)
		}
	}
	if s.failed == nil {
		s.failed = s.long.write(piece)
	}
	if s.failed != nil {
		return 0, s.failed
	}
	return len(piece), nil
}

// end puts the file into the new folder, unless its content could not be made.
func (s *stream) end(err error) error {
	if s.failed != nil { // whatever the content made of it
		err = fmt.Errorf("cannot write %s: %w", s.name, s.failed)
	}
	switch {
	case s.long != nil:
		return s.folder.putLong(s.name, s.long, err)
	case err != nil:
		return err
	}
	return s.folder.put(s.name, s.held)
}

// long is a file that is written and compared piece by piece.
type long struct {
	sum  hash.Hash
	size int64
	file *os.File // in the new folder; nil in a rehearsal

	now  present
	old  *os.File // what is at the name now; nil when there is no plain file
	next []byte   // a piece of it
}

func (f *Folder) newLong(name string) (*long, error) {
	l := &long{sum: sha256.New()}
	if f.stage != nil {
		var err error
		if l.file, err = f.stage.create(name); err != nil {
			return nil, err
		}
	}
	if l.now.err = plain(f.path(name)); l.now.err == nil {
		l.old, l.now.err = os.Open(f.path(name))
	}
	l.now.same, l.now.sum = l.now.err == nil, l.oldSum
	return l, nil
}

func (l *long) write(piece []byte) error {
	l.sum.Write(piece)
	l.size += int64(len(piece))
	if l.now.same {
		l.next = slices.Grow(l.next[:0], len(piece))[:len(piece)]
		_, err := io.ReadFull(l.old, l.next)
		l.now.same = err == nil && bytes.Equal(l.next, piece)
	}
	if l.file == nil {
		return nil
	}
	_, err := l.file.Write(piece)
	return err
}

// oldSum reads the file that is there from its beginning.
func (l *long) oldSum() (sum digest, err error) {
	if _, err := l.old.Seek(0, io.SeekStart); err != nil {
		return sum, err
	}
	h := sha256.New()
	_, err = io.Copy(h, l.old)
	return digest(h.Sum(nil)), err
}

// close ends the writing, which may have failed, and tells whether the file that is there
// ended with the new one.
func (l *long) close(err error) error {
	if l.file != nil {
		err = finished(l.file, err)
	}
	if l.now.same {
		_, end := l.old.Read(make([]byte, 1))
		l.now.same = errors.Is(end, io.EOF)
	}
	return err
}

// putLong ends a file, and puts the one that is there in its place where they are the
// same.
func (f *Folder) putLong(name string, l *long, failed error) error {
	if l.old != nil {
		defer l.old.Close()
	}
	if err := l.close(failed); err != nil && failed == nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	} else if err != nil {
		return err
	}
	found, err := f.judge(name, digest(l.sum.Sum(nil)), l.now)
	if err != nil {
		return err
	}
	f.record(name, entry{sum: found.sum, size: l.size, changed: !found.same}, found.edited)
	if f.stage == nil {
		return nil
	}
	if err := f.stage.settle(name, found.same, f.path(name)); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}

package publish

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Seen is what a build knows of the files that it left in the folder, by name: a file that still bears its stamp need
// not be read to know its bytes. Whoever keeps it for the next build keeps it outside the folder. One that is lost, or
// of another folder, makes a build slower and never wrong.
type Seen map[string]Stamp

// Stamp is what the system says of a file without reading it, and what reading it had shown. Times are nanoseconds since
// 1970 by the clock of the file system. Changed (the time of the last change of the file's entry) and Inode are 0 where
// the system does not tell them.
type Stamp struct {
	Size, Modified, Changed int64
	Inode                   uint64
	Sum                     [8]byte // the beginning of the SHA-256 of the file
}

// stampOf is the stamp of a file whose bytes are known to have this sum.
func stampOf(info fs.FileInfo, sum digest) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano(), Sum: [8]byte(sum[:])}
	s.Inode, s.Changed = identity(info)
	return s
}

// telling holds where the system says more of a file than size and time stamp, which an edit may leave as they were. A
// stamp that does not tell is not trusted: the file is read.
func (s Stamp) telling() bool { return s.Inode != 0 && s.Changed != 0 }

// sameFile tells whether two stamps are of one file with the same bytes. Links made and removed by a build move Changed.
func (s Stamp) sameFile(other Stamp) bool {
	s.Changed = other.Changed
	return s == other
}

const seenHead = "atlas seen 1\n"

// AppendBinary appends the record: a heading, the number of files, and the files sorted by name, each as the length of
// the beginning that it shares with the name before, the rest of the name and the stamp. The same record gives the same
// bytes.
func (s Seen) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, seenHead...)
	b = binary.AppendUvarint(b, uint64(len(s)))
	before := ""
	for _, name := range slices.Sorted(maps.Keys(s)) {
		shared := 0
		for shared < min(len(name), len(before)) && name[shared] == before[shared] {
			shared++
		}
		b = binary.AppendUvarint(b, uint64(shared))
		b = binary.AppendUvarint(b, uint64(len(name)-shared))
		b = append(b, name[shared:]...)
		b = s[name].append(b)
		before = name
	}
	return b, nil
}

func (s Stamp) append(b []byte) []byte {
	b = binary.AppendVarint(b, s.Size)
	b = binary.AppendVarint(b, s.Modified)
	b = binary.AppendVarint(b, s.Changed)
	b = binary.AppendUvarint(b, s.Inode)
	return append(b, s.Sum[:]...)
}

// ParseSeen reads what AppendBinary made, and nothing else.
func ParseSeen(data []byte) (Seen, error) {
	rest, found := strings.CutPrefix(string(data), seenHead)
	r := reader{rest: rest, broken: !found}
	n := r.count()
	s := make(Seen, n)
	before := ""
	for range n {
		name := r.name(before)
		if name <= before {
			r.broken = true
		}
		s[name] = r.stamp()
		before = name
	}
	if r.broken || r.rest != "" {
		return nil, errors.New("the record of the files of the last build is broken")
	}
	return s, nil
}

// reader takes values from the front of rest; after a fault it gives zeros.
type reader struct {
	rest   string
	broken bool
}

func (r *reader) take(n uint64) string {
	if r.broken || n > uint64(len(r.rest)) {
		r.broken, r.rest = true, ""
		return ""
	}
	part := r.rest[:n]
	r.rest = r.rest[n:]
	return part
}

func (r *reader) uvarint() uint64 {
	value, n := binary.Uvarint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if n <= 0 {
		r.broken, n = true, 0
	}
	r.take(uint64(n))
	return value
}

func (r *reader) varint() int64 {
	value, n := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if n <= 0 {
		r.broken, n = true, 0
	}
	r.take(uint64(n))
	return value
}

// count is the number of files; a file takes more than a byte.
func (r *reader) count() int {
	n := r.uvarint()
	if r.broken || n > uint64(len(r.rest)) {
		r.broken = true
		return 0
	}
	return int(n)
}

func (r *reader) name(before string) string {
	shared := r.uvarint()
	if shared > uint64(len(before)) {
		r.broken = true
		return ""
	}
	return before[:shared] + r.take(r.uvarint())
}

func (r *reader) stamp() Stamp {
	s := Stamp{Size: r.varint(), Modified: r.varint(), Changed: r.varint(), Inode: r.uvarint()}
	copy(s.Sum[:], r.take(uint64(len(s.Sum))))
	return s
}

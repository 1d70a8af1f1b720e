package finder

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/fold"
)

// The sizes of the finder's files. A shard stays below 100 kB even before it is
// compressed, whatever the names are.
const (
	shardBytes = 96_000
	headCount  = 40  // entries shown before enough letters are typed
	keyLength  = 60  // of a word, in characters of a file name
	nameLength = 100 // of a name, in letters
	mostNames  = 12  // other names of one region
)

// found is something that the finder finds: a region or a country.
type found struct {
	address, code, name string
	detail              string // what stands behind the name
	others              []name // other names
}

// name is a name with its language, "" for that of the site.
type name struct{ text, lang string }

// bounded keeps an entry small, whatever its names are.
func (f found) bounded() found {
	f.name, f.detail = shortened(f.name), shortened(f.detail)
	f.others = slices.Clone(f.others[:min(mostNames, len(f.others))])
	for i := range f.others {
		f.others[i].text = shortened(f.others[i].text)
	}
	return f
}

func shortened(name string) string {
	if letters := []rune(name); len(letters) > nameLength {
		return string(letters[:nameLength]) + "…"
	}
	return name
}

// encoded is the entry as JSON that may stand in a script: what could end a
// script element is escaped.
func (f found) encoded() []byte {
	others := []string{}
	for _, o := range f.others {
		others = append(others, o.text, o.lang)
	}
	data, err := json.Marshal([]any{f.address, f.code, f.name, f.detail, others})
	if err != nil { // these are words only
		panic(err)
	}
	return data
}

// keys are all words of an entry, as the finder's script compares them, in the
// form of names of files, each once.
func (f found) keys() []string {
	text := []string{f.code, f.name, f.detail}
	for _, o := range f.others {
		text = append(text, o.text)
	}
	keys := fold.Words(strings.Join(text, " "))
	for i, word := range keys {
		keys[i] = fileKey(word)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// fileKey writes a word with letters a to z and digits as they are, every other
// byte as _ and two digits.
func fileKey(word string) string {
	plain := func(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' }
	if len(word) <= keyLength &&
		!strings.ContainsFunc(word, func(r rune) bool { return r > 'z' || !plain(byte(r)) }) {
		return word
	}
	var key strings.Builder
	for i := 0; i < len(word) && key.Len() < keyLength; i++ {
		if plain(word[i]) {
			key.WriteByte(word[i])
		} else {
			fmt.Fprintf(&key, "_%02x", word[i])
		}
	}
	return key.String()
}

// word is a key with the place of its entry.
type word struct {
	key string
	at  int32
}

func byKey(a, b word) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.at, b.at)) }

// shard is one file of the finder's index: whole entries, or where they would
// be too many a few of them and the beginnings that have files of their own.
type shard struct {
	key  string
	at   []int32  // places of its entries, each once
	next []string // what follows the key in the keys of further shards
	all  int      // entries that belong here; more than in at when some are left out
}

// sharder divides words among files.
type sharder struct {
	sizes  []int // bytes of each entry
	seen   []int // turn in which each entry was last seen
	turn   int
	shards []shard
}

// shardsOf divides words, sorted by key, among files; sizes are the bytes of
// the entries. Every word can be followed from the empty key to a shard that
// holds its entry, or to one that is full with the very same word.
func shardsOf(words []word, sizes []int) []shard {
	s := &sharder{sizes: sizes, seen: make([]int, len(sizes))}
	s.divide("", words)
	return s.shards
}

// divide makes the shard of the words that begin with a key, and those below.
func (s *sharder) divide(key string, words []word) {
	at, bytes := s.entries(words)
	if bytes <= shardBytes {
		s.shards = append(s.shards, shard{key: key, at: at, all: len(at)})
		return
	}
	here := 0 // words that are no longer than the key
	for here < len(words) && len(words[here].key) == len(key) {
		here++
	}
	place := len(s.shards)
	s.shards = append(s.shards, shard{key: key, at: s.head(words, here), all: len(at)})
	for rest := words[here:]; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].key[len(key)] == rest[0].key[len(key)] {
			n++
		}
		below := rest[0].key[:alike(rest[0].key, rest[n-1].key)]
		s.shards[place].next = append(s.shards[place].next, below[len(key):])
		s.divide(below, rest[:n])
		rest = rest[n:]
	}
}

// entries lists the entries of words in their order, with their bytes.
func (s *sharder) entries(words []word) (at []int32, bytes int) {
	s.turn++
	for _, w := range words {
		if s.seen[w.at] != s.turn {
			s.seen[w.at] = s.turn
			at = append(at, w.at)
			bytes += s.sizes[w.at]
		}
	}
	slices.Sort(at)
	return at, bytes
}

// head takes a few entries, first those of the words that are the key itself;
// words begin with those.
func (s *sharder) head(words []word, here int) []int32 {
	s.turn++
	var at []int32
	bytes := 0
	for i, w := range words {
		if len(at) == headCount || i >= here && i >= 20*headCount {
			break
		}
		if s.seen[w.at] != s.turn && bytes+s.sizes[w.at] <= shardBytes {
			s.seen[w.at] = s.turn
			at = append(at, w.at)
			bytes += s.sizes[w.at]
		}
	}
	return at
}

// alike is how many characters two keys begin with alike.
func alike(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

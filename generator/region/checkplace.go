package region

import (
	"fmt"
	"reflect"
	"slices"

	"regional-atlas/generator/problem"
)

// home is the table where lines belong whose names their own does not have.
type home struct {
	key   string
	names []string
}

// strangers reports the names of a table that are not of its vocabulary. Those
// that another table has most likely stand below a heading that was lost: they
// are told together, and are not missing where they belong.
func (c *checker) strangers(f Field, key problem.Key, names, words []string) {
	var homes []home
	for _, name := range names {
		at := c.homeOf(name, f)
		if at == "" {
			c.reportName(key.Field(name), problem.UnknownWord, notAmong(name, f.Keys),
				offer(name, words))
			continue
		}
		c.unread = append(c.unread, top.Field(at).Field(name))
		i := slices.IndexFunc(homes, func(h home) bool { return h.key == at })
		if i < 0 {
			i, homes = len(homes), append(homes, home{key: at})
		}
		homes[i].names = append(homes[i].names, name)
	}
	for _, h := range homes {
		what, remedy := h.words(f)
		c.reportName(key.Field(h.names[0]), problem.UnknownWord, what, remedy)
	}
}

// homeOf is the table that has a name in its vocabulary, or "". Sections are names
// of tables, and at home in two.
func (c *checker) homeOf(name string, f Field) string {
	for _, other := range TableOf(reflect.TypeFor[Region]()) {
		isElsewhere := other.Type.Kind() == reflect.Map && other.Key != f.Key &&
			other.Keys != "sections"
		if isElsewhere && slices.Contains(c.edition.Vocabulary(other.Keys), name) {
			return other.Key
		}
	}
	return ""
}

func (h home) words(f Field) (what, remedy string) {
	name, it, belong := problem.Quote(h.names[0]), "it", "belongs"
	if n := len(h.names) - 1; n > 0 {
		name, it, belong = fmt.Sprintf("%s, and %d more here,", name, n), "them", "belong"
	}
	return fmt.Sprintf("%s %s under [%s], not under [%s]", name, belong, h.key, f.Key),
		fmt.Sprintf("Write [%s] on a line above %s, or move %s below that heading.", h.key, it, it)
}

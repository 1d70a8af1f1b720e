package page

import (
	"maps"
	"slices"
	"strings"

	"regional-atlas/generator/profile"
)

// Tools is what a script needs to sort a table and to leave rows out of it. Without
// one the tools are not there, and the table is whole.
type Tools struct {
	Base      string // way up to the folder of the site
	Words     string // what the script says, as JSON
	Countries []Option
	Section   string // of the pages of regions, where more is said of a cell; "" for none
	Choice    string // what is said beside the boxes of columns, "" for no boxes
}

// Option is one of the answers that a reader can choose.
type Option struct{ Key, Name string }

// tools are those of a table of regions; noun tells its sentences from those of
// other tables.
func (s *Site) tools(root, noun string, x part, regions []*profile.Region) Tools {
	t := Tools{Base: s.up() + root, Words: asJSON(s.toolWords(noun, x)),
		Countries: countryOptions(regions)}
	if noun != "" {
		t.Choice = s.words.Say("tools.only." + noun)
	}
	return t
}

// toolWords are the sentences of the script. They are those of the page to find
// regions, where that says the same.
func (s *Site) toolWords(noun string, x part) map[string]string {
	said := sentences(s.words, "find.say.", "sort", "none", "unknown", "drop", "or")
	maps.Copy(said, sentences(s.words, "tools.", "found", "unreported", "only", "country", "countries",
		"text"))
	if x.count > 1 {
		said["found"] = s.words.Say("tools.found.page")
	}
	if noun != "" {
		maps.Copy(said, sentences(s.words, "tools.", "hint", "cell", "source", "column", "columns",
			"all-columns"))
		said["chosen"] = s.words.Say("tools.chosen." + noun)
	}
	return said
}

// countryOptions are the countries of some regions, by name; none where there is
// nothing to choose.
func countryOptions(regions []*profile.Region) []Option {
	var list []Option
	for _, r := range regions {
		if o := (Option{countryKey(r), r.Country.Name}); !slices.Contains(list, o) {
			list = append(list, o)
		}
	}
	if len(list) < 2 {
		return nil
	}
	slices.SortFunc(list, func(a, b Option) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// countryKey is a region's country in addresses.
func countryKey(r *profile.Region) string { return strings.ToLower(r.Country.Code) }

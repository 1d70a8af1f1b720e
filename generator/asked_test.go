package generator_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// An atlas without questions, codes, strategies or networks has no page, menu entry,
// column or gap for them; with a fact of them it has.
func TestOnlyWhatIsAskedIsShown(t *testing.T) {
	t.Parallel()
	site := built(t, os.DirFS("testdata/good/minimal/regions"), tinyAssets(t))
	for _, address := range []string{"memberships.html", "topics.html", "self-evaluation.html", "codes.html", "organisations.html",
		"documents.html", "initiatives.html", "support.html", "strategy.html", "programmes.html", "contacts.html", "collaboration.html",
		"data/memberships.csv", "data/topics.csv", "data/organisations.csv"} {
		if _, there := site[address]; there {
			t.Errorf("an atlas that asks for nothing has %s", address)
		}
	}
	words := regexp.MustCompile(`(?i)membership|self-evaluation|strategy|initiative|organisation|objectives|policy document`)
	for _, address := range []string{"index.html", "regions/aa11.html", "lists.html", "gaps.html", "data.html"} {
		if found := words.FindString(reads(site[address])); found != "" {
			t.Errorf("%s says %q", address, found)
		}
	}
	full := built(t, os.DirFS("testdata/good/full/regions"), tinyAssets(t))
	for _, address := range []string{"memberships.html", "topics.html", "self-evaluation.html", "codes.html", "organisations.html",
		"documents.html", "data/memberships.csv"} {
		if _, there := full[address]; !there || !strings.Contains(full["index.html"]+full["lists.html"]+full["data.html"], address) {
			t.Errorf("an atlas that asks for all has no %s, or nothing leads to it", address)
		}
	}
}

package main

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/publish"
)

// agree asks before a build removes more than half of the pages, since that is
// most often the wrong folder. Where nobody can answer it refuses.
func (j buildFlags) agree(t terminal, bar *progress, s publish.Summary) error {
	if j.yes || !s.RemovesMost() {
		return nil
	}
	bar.clear()
	if t.asks {
		fmt.Fprintf(t.err, "This build would remove %s. Remove them? [y/N] ", j.gone(s))
		return agreed(t)
	}
	return fmt.Errorf("this build would remove %s, so nothing was written: "+
		"look whether %s is the right folder; if the pages are to go, build with --yes",
		j.gone(s), j.folders.regions)
}

// agreed waits for an answer; none is no.
func agreed(t terminal) error {
	answer, _ := bufio.NewReader(t.in).ReadString('\n')
	if slices.Contains([]string{"y", "yes"}, strings.ToLower(strings.TrimSpace(answer))) {
		return nil
	}
	return errors.New("nothing was written: the pages stay as they are")
}

func (j buildFlags) gone(s publish.Summary) string {
	return fmt.Sprintf("%d of the %d pages of %s/", s.PagesGone, s.Pages, j.folders.out)
}

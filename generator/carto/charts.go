package carto

import (
	"sync"

	"regional-atlas/generator/europe"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
)

// Charts is the charts of an atlas in one language: strip plots, rows of marks and
// the sheet of the figures of a region. Any number of goroutines may use it.
type Charts struct {
	atlas  *profile.Atlas
	words  *words.Language
	europe *europe.Figures // nil knows of none
	strips func() []strip  // in the order of the indicators
}

// NewCharts prepares the charts of an atlas, whose regions have a place in all of Europe.
func NewCharts(a *profile.Atlas, in *europe.Figures, w *words.Language) *Charts {
	c := &Charts{atlas: a, europe: in, words: w}
	c.strips = sync.OnceValue(c.makeStrips)
	return c
}

// Files lists every chart that is a file of its own.
func (c *Charts) Files() output.Files { return output.Concat(c.stripFiles(), c.figureSheets()) }

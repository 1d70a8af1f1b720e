package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/profile"
)

// finding is the result of a check.
type finding struct {
	regions  string // the folder as named
	problems []problem.Problem
	changed  int            // so many, at the beginning, are of changed files
	atlas    *profile.Atlas // nil when there are faults
}

func (f finding) write(w io.Writer, format string) error {
	switch format {
	case "json":
		return writeJSON(w, f.document())
	case "sarif":
		return writeJSON(w, f.sarif())
	}
	return f.github(w, os.Getenv("GITHUB_STEP_SUMMARY"))
}

func writeJSON(w io.Writer, document any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return fmt.Errorf("the result cannot be written: %w", err)
	}
	return nil
}

// document is what --format json writes. Keys stay; new ones may come.
type document struct {
	Version  int           `json:"version"` // of this shape: 1
	Result   string        `json:"result"`  // "clean", "warnings" or "faults"
	Counts   counts        `json:"counts"`
	Problems []jsonProblem `json:"problems"` // sorted by file and line
	Coverage []coverage    `json:"coverage"` // a region each; empty while there are faults
}

type counts struct {
	Regions  int `json:"regions"` // 0 while there are faults
	Faults   int `json:"faults"`
	Warnings int `json:"warnings"`
	Untold   int `json:"untold"` // faults and warnings that are not among the problems: others of their file are
}

type jsonProblem struct {
	File     string `json:"file"`   // as on the command line: regions/BE2.md
	Line     int    `json:"line"`   // from 1
	Column   int    `json:"column"` // in characters, from 1
	Width    int    `json:"width"`  // in characters
	Key      string `json:"key"`    // JSON Pointer into the facts, "" for the whole file
	Code     string `json:"code"`
	Severity string `json:"severity"` // "fault" or "warning"
	What     string `json:"what"`
	Remedy   string `json:"remedy"`
	Text     string `json:"text"` // the line as typed
}

// coverage is how much a region reports, by section; the same numbers as on the
// page of gaps.
type coverage struct {
	Code     string            `json:"code"`
	File     string            `json:"file"`
	Sections []sectionCoverage `json:"sections"`
}

type sectionCoverage struct {
	Section  string `json:"section"`
	State    string `json:"state"` // "filled", "incomplete", "old" or "missing"
	Entries  int    `json:"entries"`
	Expected int    `json:"expected"` // 0 where a list is as long as it is
	Lost     int    `json:"lost"`
	Cut      bool   `json:"cut"`
}

func severity(p problem.Problem) string {
	if p.Warning {
		return "warning"
	}
	return "fault"
}

func (f finding) document() document {
	faults := problem.Fatal(f.problems)
	untoldFaults, _ := problem.Untold(f.problems, false)
	untoldWarnings, _ := problem.Untold(f.problems, true)
	d := document{Version: 1, Result: "clean",
		Counts: counts{Faults: faults, Warnings: len(f.problems) - faults,
			Untold: untoldFaults + untoldWarnings}, Problems: []jsonProblem{}, Coverage: []coverage{}}
	switch {
	case faults > 0:
		d.Result = "faults"
	case len(f.problems) > 0:
		d.Result = "warnings"
	}
	for _, p := range f.problems {
		d.Problems = append(
			d.Problems,
			jsonProblem{
				f.path(p),
				p.Line,
				p.Col,
				p.Width,
				string(p.Key),
				string(p.Code),
				severity(p),
				p.What,
				p.Remedy,
				p.Text,
			},
		)
	}
	if f.atlas != nil {
		d.Coverage = covered(f.regions, f.atlas)
		d.Counts.Regions = len(d.Coverage)
	}
	return d
}

func covered(folder string, a *profile.Atlas) []coverage {
	list := []coverage{}
	for _, r := range a.Regions() {
		c := coverage{Code: r.Code, File: path.Join(filepath.ToSlash(folder), r.File)}
		for _, s := range r.Coverage() {
			c.Sections = append(c.Sections,
				sectionCoverage{s.Section, s.State(), s.Entries, s.Expected, s.Lost, s.Cut})
		}
		list = append(list, c)
	}
	return list
}

func (f finding) path(p problem.Problem) string {
	return path.Join(filepath.ToSlash(f.regions), p.File)
}

// The parts of SARIF 2.1.0 that a code scanner reads.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string      `json:"id"`
		Short   sarifText   `json:"shortDescription"`
		Full    sarifText   `json:"fullDescription"`
		Help    sarifText   `json:"help"`
		Default sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndColumn   int        `json:"endColumn"` // behind the last character
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
)

func level(warning bool) string {
	if warning {
		return "warning"
	}
	return "error"
}

func (f finding) sarif() sarifLog {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "atlas"}}, ColumnKind: "unicodeCodePoints",
		Results: []sarifResult{}}
	index := map[problem.Code]int{}
	for i, l := range problem.Lessons() {
		index[l.Code] = i
		run.Tool.Driver.Rules = append(
			run.Tool.Driver.Rules,
			sarifRule{
				string(l.Code),
				sarifText{l.Title + "."},
				sarifText{l.Why},
				sarifText{l.Mend},
				sarifConfig{level(l.Warning)},
			},
		)
	}
	for _, p := range f.problems {
		place := sarifRegion{StartLine: p.Line, StartColumn: p.Col, EndColumn: p.Col +
			max(1, p.Width)}
		if p.Text != "" {
			place.Snippet = &sarifText{p.Text}
		}
		run.Results = append(
			run.Results,
			sarifResult{string(p.Code), index[p.Code], level(p.Warning),
				sarifText{p.What + ". " + p.Remedy},
				[]sarifLocation{{sarifPlace{sarifArtifact{uri(f.path(p))}, place}}}},
		)
	}
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

// uri is a path as SARIF wants it: relative, percent-encoded.
func uri(file string) string { return (&url.URL{Path: file}).String() }

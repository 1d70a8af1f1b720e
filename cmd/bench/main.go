// Command bench measures a build beside its peers, and prints one table:
//
//	cd cmd/bench && go run . [-n 300,1500,10000] [-hugo PATH] [-runs 3]
//
// It is a module of its own, beside the one that it measures: what it needs for
// its peer is no part of the atlas, and the atlas's tests do not wait for it.
//
// For each number it makes that many regions, half as rich as the richest real
// one and half as sparse as a sparse one, the same ones every time. Then it
// measures by turns, so that a busy machine is busy for all:
//
//   - the build of this atlas into an empty place, and again after one edit;
//   - its pages and drawings alone, without the tables, pictures and scripts of facts
//     that the peer is given ready made;
//   - a Hugo site of the same pages (v0.165.0, minified, without feeds and
//     sitemap), and one whose maps and strips lie ready among its static files;
//   - the bare writing of the same bytes, below which no build can come.
//
// Each is a process of its own; wall time, processor time and peak memory are
// medians, ratios are those of the same turn. Last, the sites are compared:
// which pages there are, what one can read on them, and where they lead.
//
// Hugo is spared what this atlas works out: no field is checked, and ranks,
// neighbours, lists, shapes and finished words stand in the front matter of
// each page, which is JSON; what pages have in common stands once in the data
// of the site. Its layouts are those of the atlas, and its minifier leaves
// drawings alone, as that of the atlas does. So its numbers are the least that
// such a site can take, and a site that worked out the same from the facts
// would take longer.
//
// Without Hugo the table says so. With -out FOLDER the regions are made there
// and nothing is measured; with -profile FOLDER the build is made inside this
// program, which leaves profiles for "go tool pprof" there.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// wish is what the command line asks for.
type wish struct {
	numbers string
	hugo    string
	atlas   string
	work    string
	regions string
	out     string
	profile string
	runs    int
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) > 0 && args[0] == stageWord {
		return stage(args[1:])
	}
	var w wish
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	flags.StringVar(&w.numbers, "n", "300,1500,10000", "how many regions; several numbers, separated by commas")
	flags.StringVar(&w.hugo, "hugo", "hugo", "the program of Hugo v0.165.0; measured up to 10,000 regions")
	flags.StringVar(&w.atlas, "atlas", "", "the program to measure (default: built from this source)")
	flags.IntVar(&w.runs, "runs", 3, "how often each is measured")
	flags.StringVar(&w.regions, "regions", patterns, "folder of the regions that are the patterns of those made")
	flags.StringVar(&w.work, "work", "", "folder to work in, kept afterwards (default: one for the time of the run)")
	flags.StringVar(&w.out, "out", "", "make the regions in this folder, and measure nothing")
	flags.StringVar(
		&w.profile,
		"profile",
		"",
		"build the first number in this program, leave profiles in this folder, and measure nothing",
	)
	if err := flags.Parse(args); err != nil {
		return err
	}
	numbers, err := numbersOf(w.numbers)
	if err != nil {
		return err
	}
	if w.out != "" {
		return synthetic(w.regions, w.out, numbers[0])
	}
	if w.profile != "" {
		made := filepath.Join(w.profile, "regions")
		if err := synthetic(w.regions, made, numbers[0]); err != nil {
			return err
		}
		if err := profile(made, w.profile); err != nil {
			return err
		}
		return kinds(os.Stdout, made)
	}
	return w.measure(numbers)
}

func numbersOf(list string) ([]int, error) {
	var numbers []int
	for _, word := range strings.Split(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || n < 1 || n > mostRegions {
			return nil, fmt.Errorf("%q is not a number of regions from 1 to %d", word, mostRegions)
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}

// measure makes a place to work in and measures each number there.
func (w wish) measure(numbers []int) error {
	folder, err := workFolder(w.work)
	if err != nil {
		return err
	}
	if w.work == "" {
		defer os.RemoveAll(folder)
	}
	b := bench{folder: folder, runs: max(1, w.runs)}
	if b.regions, err = filepath.Abs(w.regions); err != nil {
		return fmt.Errorf("the folder of the regions cannot be found: %w", err)
	}
	if b.atlas, err = atlasProgram(w.atlas, folder); err != nil {
		return err
	}
	if b.self, err = os.Executable(); err != nil {
		return fmt.Errorf("the program of this bench cannot be found: %w", err)
	}
	if b.hugo, err = exec.LookPath(w.hugo); err == nil {
		b.hugo, _ = filepath.Abs(b.hugo)
	}
	b.describe(os.Stdout)
	for _, n := range numbers {
		if err := b.number(os.Stdout, n); err != nil {
			return err
		}
	}
	return nil
}

func workFolder(wanted string) (string, error) {
	if wanted == "" {
		folder, err := os.MkdirTemp("", "atlas-bench-")
		if err != nil {
			return "", fmt.Errorf("there is no place to work in: %w", err)
		}
		return folder, nil
	}
	if err := os.MkdirAll(wanted, 0o755); err != nil {
		return "", fmt.Errorf("the folder to work in cannot be made: %w", err)
	}
	return filepath.Abs(wanted)
}

// atlasSource is where the module of the atlas lies, seen from this one, and
// patterns a rich region in it and a sparse one.
const (
	atlasSource = "../.."
	patterns    = atlasSource + "/generator/testdata/rich"
)

// atlasProgram is the program to measure, built if none is given.
func atlasProgram(given, folder string) (string, error) {
	if given != "" {
		return filepath.Abs(given)
	}
	program := filepath.Join(folder, "atlas")
	build := exec.Command("go", "build", "-C", atlasSource, "-trimpath", "-o", program, "./cmd/atlas")
	if words, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("the atlas cannot be built: %w: %s", err, words)
	}
	return program, nil
}

// Command atlas makes the site of a regional atlas from a folder of region
// files. Run "atlas help" for the commands.
//
// Exit codes: 0 done; 1 the region files have faults, all printed, nothing
// written; 2 anything else, told in one sentence; 130 interrupted, and cleared up.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// The exit codes.
const (
	done   = 0
	faulty = 1
	broken = 2
	ended  = 130 // as shells say of a program that was interrupted
)

// terminal is where a command reads the world and writes to it.
type terminal struct {
	out, err io.Writer
	now      func() time.Time
	live     bool // err is a terminal that a person watches

	in   io.Reader
	asks bool // a person at a terminal reads err and answers by in

	// signals gives a channel that is closed when somebody asks the program to end;
	// without it nobody does.
	signals func() (asked <-chan struct{}, release func())

	outInk, errInk paint // whether out and err show colours
}

func (t terminal) today() region.Date { return region.DateOf(t.now()) }

// command is one subcommand; run returns the exit code.
type command struct {
	name, summary, example string
	args                   string // what stands after the name, where that is not only flags
	run                    func(t terminal, args []string) int
}

func commands() []command {
	return []command{
		buildCommand(),
		checkCommand(),
		serveCommand(),
		explainCommand(),
		schemaCommand(),
		newCommand(),
		fmtCommand(),
		importCommand(),
		shapesCommand(),
		editionCommand(),
		packCommand(),
		wordsCommand(),
		initCommand(),
		completionCommand(),
	}
}

// roomy is how much memory a build may fill before it is cleared more often than every
// time it has grown fivefold. Ten thousand regions live in some 210 MB, with gaps of 130
// MB between them that only values of the same size fill; the system counts some 40 MB
// more.
const roomy = 528 << 20

// seldom is by how many percent memory grows before it is cleared: a build is short, and
// to clear it at every doubling takes a tenth of its time.
const seldom = 400

func main() {
	if os.Getenv("GOMEMLIMIT") == "" { // else somebody knows better
		debug.SetMemoryLimit(roomy)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(seldom)
	}
	t := terminal{out: os.Stdout, err: os.Stderr, in: os.Stdin, now: time.Now, signals: onSignals,
		live: isTerminal(os.Stderr), asks: isTerminal(os.Stderr) && isTerminal(os.Stdin),
		outInk: paint(wantsColour(os.Stdout)), errInk: paint(wantsColour(os.Stderr))}
	os.Exit(run(t, os.Args[1:]))
}

func run(t terminal, args []string) int {
	if len(args) == 0 {
		usage(t.err)
		return broken
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		return help(t, args[1:])
	}
	if args[0] == "version" || args[0] == "--version" {
		fmt.Fprintln(t.out, version())
		return done
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(t, args[1:])
		}
	}
	return fail(t, noCommand(args[0]))
}

func help(t terminal, args []string) int {
	if len(args) == 0 {
		usage(t.out)
		return done
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(t, []string{"-h"})
		}
	}
	return fail(t, noCommand(args[0]))
}

func noCommand(name string) error {
	var known []string
	for _, c := range commands() {
		known = append(known, c.name)
	}
	return fmt.Errorf("there is no command %q. %sRun \"atlas help\" for the list", name,
		problem.DidYouMean(name, known))
}

func usage(w io.Writer) {
	fmt.Fprint(
		w,
		"atlas makes the site of a regional atlas from a folder of region files.\n\nUsage: atlas COMMAND [FLAGS]\n\n",
	)
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.summary)
	}
	fmt.Fprint(
		w,
		"  help       explain a command\n  version    say which program this is\n\nExample: atlas build\nExit codes: 0 done, 1 the region files have faults, 2 anything else, 130 interrupted.\n",
	)
}

// fail tells a fault of ours, of the machine or of the command line.
func fail(t terminal, err error) int {
	fmt.Fprintf(t.err, "atlas: %v\n", err)
	return broken
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"regional-atlas/generator/problem"
)

// parse reads the flags of a command. It returns false, with the exit code,
// when the command must not go on.
func parse(t terminal, c command, flags *flag.FlagSet, args []string) (code int, ok bool) {
	flags.SetOutput(io.Discard)
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		explain(t.out, c, flags)
		return done, false
	case err != nil:
		return fail(t, fmt.Errorf("%s Run \"atlas help %s\" for the list", flagWords(flags, err.Error()), c.name)), false
	case flags.NArg() > 0:
		return fail(t, fmt.Errorf("%q is not understood: folders are named with flags. Run \"atlas help %s\" for the list", flags.Arg(0), c.name)), false
	}
	return done, true
}

// flagWords says in our words what package flag found.
func flagWords(flags *flag.FlagSet, found string) string {
	if name, unknown := strings.CutPrefix(found, "flag provided but not defined: -"); unknown {
		var known []string
		flags.VisitAll(func(f *flag.Flag) { known = append(known, "--"+f.Name) })
		return strings.TrimSpace(fmt.Sprintf("there is no flag --%s. %s", name, problem.DidYouMean("--"+name, known)))
	}
	if name, bare := strings.CutPrefix(found, "flag needs an argument: -"); bare {
		return fmt.Sprintf("--%s needs the name of a folder after it.", name)
	}
	return found + "."
}

// explain prints the help of a command.
func explain(w io.Writer, c command, flags *flag.FlagSet) {
	fmt.Fprintf(w, "%s\n\nUsage: atlas %s [FLAGS]\n\n", c.summary, c.name)
	flags.VisitAll(func(f *flag.Flag) {
		value, usage := "FOLDER", f.Usage
		if isSwitch(f) {
			value = ""
		}
		if f.DefValue != "" && f.DefValue != "false" {
			usage += fmt.Sprintf(" (default: %s)", f.DefValue)
		}
		fmt.Fprintf(w, "  %-18s %s\n", strings.TrimSpace("--"+f.Name+" "+value), usage)
	})
	fmt.Fprintf(w, "\nExample: %s\n", c.example)
}

// isSwitch holds for a flag that stands alone.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

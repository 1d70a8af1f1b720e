package main

import (
	"cmp"
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
	rest, code, ok := parseWith(t, c, flags, args)
	if ok && len(rest) > 0 {
		return fail(
			t,
			fmt.Errorf(
				"%q is not understood: folders are named with flags. Run \"atlas help %s\" for the list",
				rest[0],
				c.name,
			),
		), false
	}
	return code, ok
}

// parseWith is parse for a command that takes more than flags: rest is what
// stands between and behind them.
func parseWith(t terminal, c command, flags *flag.FlagSet, args []string) (
	rest []string, code int, ok bool,
) {
	flags.SetOutput(io.Discard)
	for {
		switch err := flags.Parse(args); {
		case errors.Is(err, flag.ErrHelp):
			explain(t.out, c, flags)
			return nil, done, false
		case err != nil:
			return nil, fail(
				t,
				fmt.Errorf("%s Run \"atlas help %s\" for the list", flagWords(flags, err.Error()), c.name),
			), false
		}
		if args = flags.Args(); len(args) == 0 {
			return rest, done, true
		}
		rest, args = append(rest, args[0]), args[1:]
	}
}

// flagWords says in our words what package flag found.
func flagWords(flags *flag.FlagSet, found string) string {
	if name, unknown := strings.CutPrefix(found, "flag provided but not defined: -"); unknown {
		var known []string
		flags.VisitAll(func(f *flag.Flag) { known = append(known, "--"+f.Name) })
		return strings.TrimSpace(fmt.Sprintf("there is no flag --%s. %s", name,
			problem.DidYouMean("--"+name, known)))
	}
	if name, bare := strings.CutPrefix(found, "flag needs an argument: -"); bare {
		if value, _ := valueName(flags.Lookup(name)); value != "FOLDER" {
			return fmt.Sprintf("--%s needs a %s after it.", name, strings.ToLower(value))
		}
		return fmt.Sprintf("--%s needs the name of a folder after it.", name)
	}
	if typed, name, ok := badValue(found); ok {
		value, _ := valueName(flags.Lookup(name))
		return fmt.Sprintf("--%s needs a %s, not %s.", name, strings.ToLower(value), typed)
	}
	return found + "."
}

// badValue takes the words of package flag apart: invalid value "x" for flag -port: …
func badValue(found string) (typed, name string, ok bool) {
	rest, ok := strings.CutPrefix(found, "invalid value ")
	if !ok {
		return "", "", false
	}
	typed, rest, ok = strings.Cut(rest, " for flag -")
	name, _, _ = strings.Cut(rest, ":")
	return typed, name, ok
}

// valueName is what a flag wants after it, said in back quotes in its usage;
// most flags want a folder.
func valueName(f *flag.Flag) (value, usage string) {
	switch {
	case isSwitch(f):
		return "", f.Usage
	case strings.Contains(f.Usage, "`"):
		return flag.UnquoteUsage(f)
	}
	return "FOLDER", f.Usage
}

// explain prints the help of a command.
func explain(w io.Writer, c command, flags *flag.FlagSet) {
	fmt.Fprintf(w, "%s\n\nUsage: atlas %s %s\n\n", c.summary, c.name, cmp.Or(c.args, "[FLAGS]"))
	flags.VisitAll(func(f *flag.Flag) {
		value, usage := valueName(f)
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

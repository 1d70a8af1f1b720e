package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

func completionCommand() command {
	c := command{name: "completion", args: "SHELL", example: "source <(atlas completion bash)",
		summary: "Write what makes a shell complete commands and flags: bash, zsh or fish."}
	c.run = func(t terminal, args []string) int {
		rest, code, ok := parseWith(t, c, flag.NewFlagSet(c.name, flag.ContinueOnError), args)
		if !ok {
			return code
		}
		shells := map[string]func(io.Writer, []completed){"bash": bash, "zsh": zsh, "fish": fish}
		if len(rest) != 1 {
			return fail(t, fmt.Errorf("completion needs one shell: bash, zsh or fish, such as %s",
				c.example))
		}
		write, known := shells[rest[0]]
		if !known {
			return fail(t, fmt.Errorf("there is nothing for the shell %s. %sIt is bash, zsh or fish",
				problem.Quote(rest[0]), problem.DidYouMean(rest[0],
					[]string{"bash", "zsh", "fish"})))
		}
		write(t.out, completions())
		return done
	}
	return c
}

// completed is a command with what can stand behind it.
type completed struct {
	name, summary string
	flags         []string
}

var flagLine = regexp.MustCompile(`(?m)^  (--[a-z-]+)`)

// completions are all commands with their flags, as their help lists them.
func completions() []completed {
	var list []completed
	for _, c := range commands() {
		var help bytes.Buffer
		c.run(terminal{out: &help, err: io.Discard}, []string{"-h"})
		one := completed{name: c.name, summary: strings.TrimSuffix(c.summary, ".")}
		for _, m := range flagLine.FindAllStringSubmatch(help.String(), -1) {
			one.flags = append(one.flags, m[1])
		}
		list = append(list, one)
	}
	return append(list, completed{name: "help", summary: "Explain a command"})
}

func names(list []completed) string {
	var names []string
	for _, c := range list {
		names = append(names, c.name)
	}
	return strings.Join(names, " ")
}

func bash(w io.Writer, list []completed) {
	fmt.Fprintf(w, `_atlas() {
  local word=${COMP_WORDS[COMP_CWORD]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "%s" -- "$word"))
    return
  fi
  case $word in
  -*) ;;
  *)
    COMPREPLY=($(compgen -f -- "$word"))
    return
    ;;
  esac
  case ${COMP_WORDS[1]} in
`, names(list))
	for _, c := range list {
		fmt.Fprintf(w, "  %s) COMPREPLY=($(compgen -W \"%s\" -- \"$word\")) ;;\n", c.name,
			strings.Join(c.flags, " "))
	}
	fmt.Fprint(w, "  esac\n}\ncomplete -o filenames -F _atlas atlas\n")
}

func zsh(w io.Writer, list []completed) {
	fmt.Fprint(w, "#compdef atlas\n_atlas() {\n  local -a commands\n  commands=(\n")
	for _, c := range list {
		fmt.Fprintf(w, "    %s\n", single(c.name+":"+c.summary))
	}
	fmt.Fprint(w,
		"  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n")
	for _, c := range list {
		fmt.Fprintf(w, "  %s) _arguments %s '*:file:_files' ;;\n", c.name,
			strings.Join(c.flags, " "))
	}
	fmt.Fprint(w, "  esac\n}\ncompdef _atlas atlas\n")
}

func fish(w io.Writer, list []completed) {
	for _, c := range list {
		fmt.Fprintf(w, "complete -c atlas -n __fish_use_subcommand -f -a %s -d %s\n", c.name,
			single(c.summary))
		for _, f := range slices.Sorted(slices.Values(c.flags)) {
			fmt.Fprintf(w, "complete -c atlas -n '__fish_seen_subcommand_from %s' -l %s\n", c.name,
				strings.TrimPrefix(f, "--"))
		}
	}
}

// single is a text in single quotes, as shells read it.
func single(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

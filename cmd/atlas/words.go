package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/generator/words"
)

func wordsCommand() command {
	c := command{name: "words", args: "LANGUAGE", example: "atlas words fr",
		summary: "Begin or complete the file of the words of the site in a language."}
	c.run = func(t terminal, args []string) int {
		regions := "regions"
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		flags.StringVar(&regions, "regions", regions, "folder of the region files and atlas.toml")
		rest, code, ok := parseWith(t, c, flags, args)
		if !ok {
			return code
		}
		if len(rest) != 1 {
			return fail(t, fmt.Errorf("words needs the tag of one language, such as %s", c.example))
		}
		if !region.IsLanguage(rest[0]) {
			return fail(t, fmt.Errorf("%s is not the tag of a language; write such as nl",
				problem.Quote(rest[0])))
		}
		return writeWords(t, regions, rest[0])
	}
	return c
}

// writeWords adds to the file of a language what it lacks, as remarks: nothing is said by
// the file before somebody translates a line and takes its # away.
func writeWords(t terminal, regions, tag string) int {
	name := filepath.Join(regions, filepath.FromSlash(source.WordsFile(tag)))
	old, err := os.ReadFile(name)
	isNew := errors.Is(err, fs.ErrNotExist)
	if err != nil && !isNew {
		return fail(t, fmt.Errorf("the file %q cannot be read: %w", name, cause(err)))
	}
	if _, err := os.Stat(regions); err != nil {
		return fail(t, fmt.Errorf("the folder %q cannot be read: %w", regions, cause(err)))
	}
	lacking := lackingWords(string(old), tag)
	if lacking == "" {
		fmt.Fprintf(t.out, "%s has every sentence.\n", shownPath("", name))
		return done
	}
	text := string(old) + lacking
	if isNew {
		if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
			err = create(name, wordsHead+text)
		}
	} else {
		err = rewrite(name, text)
	}
	if err != nil {
		return fail(t, err)
	}
	fmt.Fprintf(t.out, "Wrote %s: %s to translate. Translate a line and take the # before it away.\n",
		shownPath("", name), number(strings.Count(lacking, "\n"), "sentence"))
	return done
}

const wordsHead = "# The words of the site. Translate the text in quotes behind the equals sign, keep what stands in braces,\n" +
	"# and take the first # away. The text behind the second # is the English one; it tells when that has changed.\n" +
	"# {n|# region|# regions} chooses a form by a number, in the order of the plural forms of the language.\n\n"

// lackingWords are the lines that a file of words does not have, not even as remarks.
func lackingWords(old, tag string) string {
	has := map[string]bool{}
	for line := range strings.Lines(old) {
		entries, _ := words.Entries(strings.TrimLeft(line, "# \t"))
		for _, e := range entries {
			has[e.Key] = true
		}
	}
	language := words.Of(tag)
	if language == nil {
		language = words.English()
	}
	var out strings.Builder
	for _, key := range words.Keys() {
		if !has[key] {
			e := words.Entry{Key: key, Text: language.Sentence(key), Of: words.English().Sentence(key)}
			out.WriteString("# " + e.String() + "\n")
		}
	}
	return out.String()
}

// tellTranslation lists what is left to translate into a language.
func tellTranslation(t terminal, f folders, lang string, strict bool) int {
	in, err := f.input(t.today())
	if err != nil {
		return fail(t, err)
	}
	result, err := generator.Translated(in, lang)
	if err != nil {
		return fail(t, err)
	}
	missing := 0
	for _, left := range result.Left {
		place := fmt.Sprintf("%s:%d:%d", shownPath(f.regions, left.File), left.Line, left.Col)
		if left.Of == "" {
			missing++
			fmt.Fprintf(t.out, "%s: missing: %s\n", place, problem.Quote(left.Own))
			continue
		}
		fmt.Fprintf(t.out, "%s: stale: translated from %s, which is %s now\n", place,
			problem.Quote(left.Of), problem.Quote(left.Own))
	}
	fmt.Fprintf(t.out, "%s in %s: %d missing, %d stale.\n", number(result.Texts, "text"), lang,
		missing, len(result.Left)-missing)
	if strict && len(result.Left) > 0 {
		return faulty
	}
	return done
}

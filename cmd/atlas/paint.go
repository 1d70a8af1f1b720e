package main

import "os"

// paint colours words for a terminal; false leaves them plain.
type paint bool

// wantsColour tells whether a person watches the file and has not asked for
// plain words (https://no-color.org).
func wantsColour(f *os.File) bool {
	return isTerminal(f) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func (p paint) in(code, text string) string {
	if !p || text == "" {
		return text
	}
	return "\033[" + code + "m" + text + "\033[0m"
}

func (p paint) bold(text string) string   { return p.in("1", text) }
func (p paint) red(text string) string    { return p.in("1;31", text) }
func (p paint) yellow(text string) string { return p.in("1;33", text) }
func (p paint) green(text string) string  { return p.in("32", text) }
func (p paint) faint(text string) string  { return p.in("2", text) }

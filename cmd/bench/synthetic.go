package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// mostRegions is how many made-up codes there are.
const mostRegions = 200_000

// synthetic writes n made-up regions into a folder, from patterns and with their
// vocabularies: every second as rich as the richest page, the others as sparse as
// a sparse one. The same n gives the same files. Pictures for links
// are off, since a peer makes none.
func synthetic(patterns, folder string, n int) error {
	rich, err := os.ReadFile(filepath.Join(patterns, "BE2.md"))
	if err != nil {
		return fmt.Errorf("the rich pattern cannot be read: %w", err)
	}
	sparse, err := os.ReadFile(filepath.Join(patterns, "BE1.md"))
	if err != nil {
		return fmt.Errorf("the sparse pattern cannot be read: %w", err)
	}
	edition, err := os.ReadFile(filepath.Join(patterns, "atlas.toml"))
	if err != nil {
		return fmt.Errorf("the vocabularies cannot be read: %w", err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder cannot be made: %w", err)
	}
	plain := strings.Replace(string(edition), "pictures = true", "pictures = false", 1)
	if err := os.WriteFile(filepath.Join(folder, "atlas.toml"), []byte(plain), 0o644); err != nil {
		return fmt.Errorf("the vocabularies cannot be written: %w", err)
	}
	texts := []string{string(rich), string(sparse)}
	for i := range n {
		code := codeOf(i)
		if err := os.WriteFile(filepath.Join(folder, code+".md"), []byte(vary(texts[i%2], code, i)), 0o644); err != nil {
			return fmt.Errorf("the region %s cannot be written: %w", code, err)
		}
	}
	return nil
}

// shapes lists real codes, whose shapes made-up regions are drawn with.
func shapes() []string {
	return []string{
		"AT21",
		"BE3",
		"BG41",
		"CZ04",
		"DE1",
		"DK04",
		"EL30",
		"ES51",
		"FI19",
		"FRF",
		"ITH5",
		"NL41",
		"PL22",
		"PT15",
		"RO21",
		"SK04",
		"UKN",
	}
}

// codeOf is the made-up code number i: a real country and three characters.
func codeOf(i int) string {
	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	shapes := shapes()
	country := shapes[i%len(shapes)][:2]
	i = i/len(shapes) + 1
	return country + string([]byte{digits[i/36/36%36], digits[i/36%36], digits[i%36]})
}

// vary gives a pattern another code, shape and figures, and other names.
func vary(text, code string, i int) string {
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "+++\n"), "\n+++\n")
	lines := strings.Split(front, "\n")
	atTop := true
	for n, line := range lines {
		atTop = atTop && !strings.HasPrefix(line, "[")
		key, _, _ := strings.Cut(line, " = ")
		switch {
		case atTop:
			lines[n] = topLine(line, key, code, i)
		case strings.HasPrefix(line, "  { value = "):
			lines[n] = scaled(line, i)
		}
	}
	for _, old := range []string{"The Brussels Region", "Flanders"} {
		body = strings.Replace(body, old, nameOf(i), 1)
	}
	return "+++\n" + strings.Join(lines, "\n") + "\n+++\n" + body
}

// topLine varies the lines that tell which region this is.
func topLine(line, key, code string, i int) string {
	shapes := shapes()
	switch key {
	case "code":
		return fmt.Sprintf("code = %q", code)
	case "name":
		return fmt.Sprintf(
			"name = %q\nshape = { code = %q, remark = \"A made-up region.\" }",
			nameOf(i),
			shapes[i%len(shapes)],
		)
	case "  { name":
		return strings.Replace(line, "\",", fmt.Sprintf(" %d\",", i), 1)
	case "also":
		return fmt.Sprintf("also = [%q, %q]", nameOf(i)+" Region", "Region of "+nameOf(i))
	}
	return line
}

// nameOf makes a name of three syllables and a number. Names of the same syllables
// are a multiple of 1331 apart, so their numbers differ in two digits at least:
// a check for slips of the pen does not take one for the other.
func nameOf(i int) string {
	parts := []string{"Ala", "Bero", "Cori", "Dumne", "Elva", "Fista", "Gora", "Hemli", "Isko", "Jura", "Kemna"}
	return fmt.Sprintf("%s%s%s %05d", parts[i%11], strings.ToLower(parts[i/11%11]), strings.ToLower(parts[i/121%11]), i)
}

var figure = regexp.MustCompile(`value = ([0-9_.]+)`)

// scaled changes the figure of a line by up to a fifth. Whole numbers stay
// whole; words stay as they are.
func scaled(line string, i int) string {
	return figure.ReplaceAllStringFunc(line, func(pair string) string {
		number := strings.ReplaceAll(strings.TrimPrefix(pair, "value = "), "_", "")
		value, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return pair
		}
		_, decimals, _ := strings.Cut(number, ".")
		return "value = " + strconv.FormatFloat(value*(0.8+float64(i%41)/100), 'f', len(decimals), 64)
	})
}

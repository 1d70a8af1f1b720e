package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// synthetic writes n made-up regions into a folder, with the vocabularies of a
// real one: every second as rich as the richest real region, the others as
// sparse as a sparse one. The same n gives the same files.
func synthetic(real, folder string, n int) error {
	rich, err := os.ReadFile(filepath.Join(real, "BE2.md"))
	if err != nil {
		return fmt.Errorf("the rich pattern cannot be read: %w", err)
	}
	sparse, err := os.ReadFile(filepath.Join(real, "BE1.md"))
	if err != nil {
		return fmt.Errorf("the sparse pattern cannot be read: %w", err)
	}
	edition, err := os.ReadFile(filepath.Join(real, "atlas.toml"))
	if err != nil {
		return fmt.Errorf("the vocabularies cannot be read: %w", err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder cannot be made: %w", err)
	}
	plain := strings.Replace(string(edition), "pictures = true", "pictures = false", 1)
	if err := os.WriteFile(filepath.Join(folder, "atlas.toml"), []byte(plain), 0o644); err != nil {
		return err
	}
	for i := range n {
		text := string(rich)
		if i%2 == 1 {
			text = string(sparse)
		}
		code := codeOf(i)
		if err := os.WriteFile(filepath.Join(folder, code+".md"), []byte(vary(text, code, i)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// shapes are real codes that made-up regions are drawn with.
var shapes = []string{"AT21", "BE3", "BG41", "CZ04", "DE1", "DK04", "EL30", "ES51", "FI19", "FRF", "ITH5", "NL41", "PL22", "PT15", "RO21", "SK04", "UKN"}

// codeOf is the made-up code number i: a real country and three characters
// that go on from those in use.
func codeOf(i int) string {
	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	country := shapes[i%len(shapes)][:2]
	i = i/len(shapes) + 1
	return country + string([]byte{digits[i/36/36%36], digits[i/36%36], digits[i%36]})
}

// vary gives a pattern another code, name, shape and figures.
func vary(text, code string, i int) string {
	lines := strings.Split(text, "\n")
	for n, line := range lines {
		switch {
		case strings.HasPrefix(line, "code = "):
			lines[n] = fmt.Sprintf("code = %q", code)
		case strings.HasPrefix(line, "name = ") && n < 10:
			lines[n] = fmt.Sprintf("name = %q\nshape = { code = %q, remark = \"A made-up region.\" }", nameOf(i), shapes[i%len(shapes)])
		case strings.HasPrefix(line, "  { value = ") && !strings.Contains(line, "\""+"Leader"):
			lines[n] = scaled(line, i)
		}
	}
	return strings.Join(lines, "\n")
}

// nameOf makes a name of three syllables and a number.
func nameOf(i int) string {
	parts := []string{"Ala", "Bero", "Cori", "Dumne", "Elva", "Fista", "Gora", "Hemli", "Isko", "Jura", "Kemna"}
	return fmt.Sprintf("%s%s%s %d", parts[i%11], strings.ToLower(parts[i/11%11]), strings.ToLower(parts[i/121%11]), i)
}

// scaled changes the first number of a line by up to a fifth.
func scaled(line string, i int) string {
	var value float64
	head, rest, _ := strings.Cut(line, "value = ")
	number, tail, _ := strings.Cut(rest, ",")
	if _, err := fmt.Sscan(strings.ReplaceAll(number, "_", ""), &value); err != nil {
		return line
	}
	return fmt.Sprintf("%svalue = %.2f,%s", head, value*(0.8+float64(i%41)/100), tail)
}

package main

import (
	"fmt"
	"html"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// The layouts of the atlas are templates of the same kind as Hugo's, so those
// of the peer are the same text with other names: keys in small letters, parts
// as definitions of the file that uses them. A part that the atlas lays out once
// for each value is an ordinary part there, and what a page has from its head or
// from the frame of a section stands in its words directly.

var (
	action   = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	field    = regexp.MustCompile(`\.[A-Z]\w*`)
	placed   = regexp.MustCompile(`(?:template|one|each) "(\w+)"`)
	forEach  = regexp.MustCompile(`\{\{each ("\w+") ([^" }]+)(?: "([^"]*)")?\}\}`)
	within   = regexp.MustCompile(`\.(?:Head|Section)\b\.?`)
	lent     = regexp.MustCompile(`([\s({])(\$?\.(?:ground|land|strip)\b)`)
	siteWord = regexp.MustCompile(`\.site\b`)
	markup   = regexp.MustCompile(`markup \.(\w*)`)
	prose    = regexp.MustCompile(`\bprose ([.(])`)
	others   = regexp.MustCompile(`(?s)\{\{ifmixed\}\}.*?\{\{endmixed\}\}|\{\{mixed [^}]*\}\}|\{\{with language \.\}\}.*?\{\{end\}\}`)
	said     = regexp.MustCompile(`say "([^"]+)"((?: "\w+" [^ "})]+)*)`)
	constant = regexp.MustCompile(`\{\{say "([^"]+)"\}\}`)
)

// peerKind is the name of a layout at the peer, none of those that mean
// something to Hugo.
func peerKind(layout string) string { return "kind" + strings.ReplaceAll(layout, ".svg", "drawn") }

func isDrawing(layout string) bool { return strings.HasSuffix(layout, ".svg") }

// peerFile is the file of a layout at the peer.
func peerFile(layout string) string {
	if isDrawing(layout) {
		return peerKind(layout) + ".svg"
	}
	return peerKind(layout) + ".html"
}

// peerLayout is the layout of one kind of page for Hugo.
func peerLayout(files fs.FS, layout string) ([]byte, error) {
	file := layout
	if !isDrawing(layout) {
		file += ".html"
	}
	text, err := fs.ReadFile(files, file)
	if err == nil && isDrawing(layout) {
		text, err = coloured(text)
	}
	if err != nil {
		return nil, fmt.Errorf("the layout of %s cannot be read: %w", layout, err)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "{{define %q}}%s{{end}}\n", partName(layout, "page itself"), adapted(layout, string(text)))
	parts, err := partsOf(files, string(text), nil)
	if err != nil {
		return nil, err
	}
	for _, part := range parts {
		text, err := fs.ReadFile(files, "parts/"+part+".html")
		if err != nil {
			return nil, fmt.Errorf("the part %s cannot be read: %w", part, err)
		}
		fmt.Fprintf(&out, "{{define %q}}%s{{end}}\n", partName(layout, part), adapted(layout, string(text)))
	}
	return []byte(peerStart(layout) + out.String()), nil
}

// peerStart hands the words of a page to its layout.
func peerStart(layout string) string {
	return fmt.Sprintf("{{template %q .Params.v}}", partName(layout, "page itself"))
}

// partsOf adds the parts that a text places, and those that they place.
func partsOf(files fs.FS, text string, known []string) ([]string, error) {
	for _, match := range placed.FindAllStringSubmatch(text, -1) {
		if slices.Contains(known, match[1]) {
			continue
		}
		part, err := fs.ReadFile(files, "parts/"+match[1]+".html")
		if err != nil {
			return nil, fmt.Errorf("the part %s cannot be read: %w", match[1], err)
		}
		if known, err = partsOf(files, string(part), append(known, match[1])); err != nil {
			return nil, err
		}
	}
	return known, nil
}

// partName keeps apart the definitions of different layouts.
func partName(layout, part string) string { return peerKind(layout) + "_" + part }

func adapted(layout, text string) string {
	text = strings.TrimRight(text, "\r\n")   // the line break that ends a file is no part of the page
	text = others.ReplaceAllString(text, "") // texts in other languages, of which the made regions have none
	text = constant.ReplaceAllStringFunc(text, func(call string) string {
		return html.EscapeString(sentence(constant.FindStringSubmatch(call)[1]))
	})
	text = forEach.ReplaceAllStringFunc(text, plainLoop)
	return action.ReplaceAllStringFunc(text, func(a string) string {
		if strings.Contains(a, "/*") {
			return a
		}
		a = said.ReplaceAllStringFunc(a, formatted)
		a = within.ReplaceAllString(a, ".")
		a = field.ReplaceAllStringFunc(a, strings.ToLower)
		a = placed.ReplaceAllString(a, `template "`+peerKind(layout)+`_$1"`)
		if isDrawing(layout) && layout != "ground.svg" { // whose land is its own
			a = lent.ReplaceAllString(a, "$1(index hugo.Data.shared $2)")
		}
		a = siteWord.ReplaceAllString(a, "hugo.Data.shared.site")
		a = prose.ReplaceAllString(a, `(index site.RegularPages 0).RenderString (dict "display" "block") $1`)
		a = markup.ReplaceAllStringFunc(a, func(call string) string {
			return "safeHTML " + strings.Replace(call[len("markup "):]+".html", "..", ".", 1)
		})
		a = strings.ReplaceAll(a, "hash .style", ".hash")
		return strings.ReplaceAll(a, "style .style", "safeCSS .style")
	})
}

// formatted writes a sentence of the catalogue with holes as a format.
func formatted(call string) string {
	words := said.FindStringSubmatch(call)
	var holes []any
	var values []string
	for i, word := range strings.Fields(words[2]) {
		if i%2 == 0 {
			holes = append(holes, strings.Trim(word, `"`), fmt.Sprintf("%%[%d]v", i/2+1))
			continue
		}
		values = append(values, word)
	}
	format := strings.ReplaceAll(sentence(words[1], holes...), `"`, `\"`)
	return strings.TrimSpace(fmt.Sprintf(`printf "%s" %s`, format, strings.Join(values, " ")))
}

// plainLoop writes a part for each value of a list as a loop.
func plainLoop(each string) string {
	words := forEach.FindStringSubmatch(each)
	between := strings.ReplaceAll(words[3], `\n`, "\n")
	return fmt.Sprintf("{{range $i, $e := %s}}{{if $i}}%s{{end}}{{template %s $e}}{{end}}", words[2], between, words[1])
}

package generator_test

import (
	"html"
	"strings"
	"testing"
)

// element is the tag at the start of an element, or at its end.
type element struct {
	name       string // lower case; "/p" for an end
	attributes map[string]string
}

// tags reads the tags of a page as a browser does: a tag begins with < and a
// letter or /, ends with the first > outside quotes, and nothing is a tag
// inside script, style, title and textarea but their end.
func tags(text string) []element {
	var list []element
	for {
		_, rest, found := strings.Cut(text, "<")
		if !found {
			return list
		}
		text = rest
		switch {
		case strings.HasPrefix(text, "!--"):
			_, text, _ = strings.Cut(text, "-->")
			continue
		case text == "" || !isLetter(text[0]) && text[0] != '/' && text[0] != '!':
			continue
		}
		var t element
		t, text = oneTag(text)
		list = append(list, t)
		if raw := "</" + t.name; t.name == "script" || t.name == "style" || t.name == "title" || t.name == "textarea" {
			text = fromTag(text, raw)
		}
	}
}

// fromTag is a text from where a tag begins, in any case; all of it without one.
func fromTag(text, tag string) string {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], tag[:2])
		if at += i; i < 0 || len(text)-at < len(tag) {
			return text
		}
		if strings.EqualFold(text[at:at+len(tag)], tag) {
			return text[at:]
		}
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// oneTag reads what stands after a <, and returns what stands after its >.
func oneTag(text string) (element, string) {
	end := strings.IndexAny(text, " \t\n\r\f>")
	if end < 0 {
		return element{name: strings.ToLower(text)}, ""
	}
	t := element{name: strings.ToLower(strings.TrimSuffix(text[:end], "/")), attributes: map[string]string{}}
	text = text[end:]
	for {
		text = strings.TrimLeft(text, " \t\n\r\f/")
		if text == "" || text[0] == '>' {
			return t, strings.TrimPrefix(text, ">")
		}
		end := strings.IndexAny(text[1:], " \t\n\r\f/>=") + 1
		if end == 0 {
			return t, ""
		}
		name := strings.ToLower(text[:end])
		var value string
		value, text = oneValue(text[end:])
		t.attributes[name] = html.UnescapeString(value)
	}
}

func oneValue(text string) (value, rest string) {
	after, has := strings.CutPrefix(strings.TrimLeft(text, " \t\n\r\f"), "=")
	if !has {
		return "", text
	}
	after = strings.TrimLeft(after, " \t\n\r\f")
	if after != "" && (after[0] == '"' || after[0] == '\'') {
		value, rest, _ = strings.Cut(after[1:], after[:1])
		return value, rest
	}
	end := strings.IndexAny(after, " \t\n\r\f>")
	if end < 0 {
		end = len(after)
	}
	return after[:end], after[end:]
}

func TestTags(t *testing.T) {
	got := tags(`<!doctype html><title>a <b> c</title><p class=x data-y='1 > 2' Hidden>1 < 2 <!-- <i> --><a href="?a&amp;b">x</a><img src=x onerror=alert(1)/>`)
	want := []string{"!doctype html", "title", "/title", "p class=x data-y=1 > 2 hidden", "a href=?a&b", "/a", "img onerror=alert(1)/ src=x"}
	var said []string
	for _, g := range got {
		line := g.name
		for _, name := range sortedKeys(g.attributes) {
			line += " " + strings.TrimSuffix(name+"="+g.attributes[name], "=")
		}
		said = append(said, line)
	}
	if strings.Join(said, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", said, want)
	}
}

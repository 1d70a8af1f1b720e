package render

import (
	"bytes"
	"html"
	"html/template"
	"io"
	"path"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/words"
)

// A text in another language than its page's comes with marks, see words.In. Here, and only
// here, they become markup: an element with its language around the text where one may
// stand, and nothing in an attribute, a title, a drawing or a script.

// spoken is a file as it is published, without marks.
func spoken(f output.File, data []byte) []byte {
	if !words.HasMarks(data) {
		return data
	}
	switch path.Ext(f.Address) {
	case ".html":
		p := page{rest: string(data)}
		p.read()
		return p.out.Bytes()
	case ".svg", ".css", ".js", ".xml":
		return []byte(words.Plain(string(data)))
	}
	return data // bytes that are no text
}

// Encode writes a file that has no layout. What scripts read says no language.
func Encode(f output.File, to io.Writer) error {
	if path.Ext(f.Address) != ".js" {
		return f.Encode(to)
	}
	var out bytes.Buffer
	if err := f.Encode(&out); err != nil {
		return err
	}
	_, err := to.Write(spoken(f, out.Bytes()))
	return err
}

// page is a page whose marks are being resolved.
type page struct {
	rest  string
	out   bytes.Buffer
	open  []string // for each mark that has begun: how its end is written
	mixed bool     // some text of the page is in another language
	begun int      // where the last element for a language begins
	text  int      // and its text
	aside int      // where a part of the page begins that only a mixed page shows, 0 for none

	inTag  bool
	quote  byte   // that an attribute is in, 0 for none
	silent string // the end tag of an element that holds no elements, "" for none
}

// aside is the tag of a part of a page that only shows where the page is mixed.
const aside = "-"

func (p *page) read() {
	for {
		before, lang, rest, found := words.Unmark(p.rest)
		p.follow(before)
		p.out.WriteString(before)
		if !found {
			return
		}
		p.mark(lang)
		p.rest = rest
	}
}

// mark writes what a mark becomes at this place of the page.
func (p *page) mark(lang string) {
	switch {
	case lang == aside:
		p.aside = p.out.Len()
		p.open = append(p.open, aside)
	case lang != "" && (p.inTag || p.silent != ""):
		p.mixed = true
		p.open = append(p.open, "")
	case lang != "":
		p.mixed, p.begun = true, p.out.Len()
		p.out.WriteString(`<span lang=` + html.EscapeString(lang) + `>`)
		p.text = p.out.Len()
		p.open = append(p.open, "</span>")
	case len(p.open) > 0:
		end := p.open[len(p.open)-1]
		p.open = p.open[:len(p.open)-1]
		if p.text == p.out.Len() && p.text > 0 { // there is no text in it
			p.out.Truncate(p.begun)
			end = ""
		}
		if end == aside {
			if end = ""; !p.mixed {
				p.out.Truncate(p.aside)
			}
		}
		p.out.WriteString(end)
	}
}

// follow keeps track of where in the page a text ends. It leaps over what cannot change
// that.
func (p *page) follow(text string) {
	for i := 0; i < len(text); i++ {
		next := -1
		switch {
		case p.silent != "" || !p.inTag:
			next = strings.IndexByte(text[i:], '<')
		case p.quote != 0:
			next = strings.IndexByte(text[i:], p.quote)
		default:
			next = strings.IndexAny(text[i:], `"'>`)
		}
		if next < 0 {
			return
		}
		i += next
		p.turn(text, i)
	}
}

// turn notes what begins or ends with a character of a text.
func (p *page) turn(text string, i int) {
	switch c := text[i]; {
	case p.silent != "":
		if startsWith(text[i:], p.silent) {
			p.silent, p.inTag = "", true
		}
	case p.quote != 0:
		p.quote = 0
	case p.inTag && c == '>':
		p.inTag = false
	case p.inTag:
		p.quote = c
	default:
		p.inTag = true
		for _, name := range []string{"title", "script", "style", "option", "textarea", "svg"} {
			if startsWith(text[i+1:], name) && !isLetter(text, i+1+len(name)) {
				p.silent, p.inTag = "</"+name, false
			}
		}
	}
}

func startsWith(text, beginning string) bool {
	return len(text) >= len(beginning) && text[:len(beginning)] == beginning
}

func isLetter(text string, at int) bool {
	return at < len(text) && (text[at] >= 'a' && text[at] <= 'z' || text[at] >= '0' && text[at] <= '9')
}

// The functions of layouts for languages.

// languageOf is the language of a text that is not in that of its page, "" for any other.
func languageOf(text string) string {
	before, lang, _, found := words.Unmark(text)
	if !found || before != "" {
		return ""
	}
	return lang
}

// ifMixed and endMixed stand around what only a page shows that has texts in other
// languages than its own.
func ifMixed() template.HTML {
	begin, _, _ := bytes.Cut([]byte(words.In(aside, "x")), []byte("x"))
	return template.HTML(begin)
}

func endMixed() template.HTML {
	_, end, _ := bytes.Cut([]byte(words.In(aside, "x")), []byte("x"))
	return template.HTML(end)
}

// mixed tells that a page has a text in another language, which a layout marks itself.
func mixed(lang string) template.HTML {
	begin, end, _ := bytes.Cut([]byte(words.In(lang, "\x00")), []byte("\x00"))
	return template.HTML(begin) + template.HTML(end)
}

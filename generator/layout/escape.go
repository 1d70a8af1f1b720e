package layout

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// escaperPrefix is how html/template names the functions that it puts behind values.
const escaperPrefix = "_html_template_"

// content is what a text is known to be.
type content int

const (
	words content = iota // to be escaped
	markup
	address
)

var (
	stringType  = reflect.TypeFor[string]()
	markupType  = reflect.TypeFor[template.HTML]()
	addressType = reflect.TypeFor[template.URL]()
)

// writer writes values through the escapers of an action: those of addresses, then that
// of the place in the page.
func writer(escapers []*parse.CommandNode) func(to *Sheet, v reflect.Value) {
	read, write := textOf, func(to *Sheet, s string, _ content) { to.say(s) }
	var steps []func(string, content) string
	for i, c := range escapers {
		name := c.Args[0].(*parse.IdentifierNode).Ident
		switch place, step := places[name], addresses[name]; {
		case place != nil && i == len(escapers)-1:
			write = place
		case step != nil:
			steps = append(steps, step)
		case i == 0:
			read = borrowed(name)
		default:
			unknown()
		}
	}
	return func(to *Sheet, v reflect.Value) {
		s, c := read(v)
		for _, step := range steps {
			s, c = step(s, c), words
		}
		write(to, s, c)
	}
}

// borrowed is an escaper of html/template that is seldom needed, called by a template of
// its own. When html/template escapes that, it puts its own function in the place of the
// one that is declared here, and one more behind it, which goes.
func borrowed(name string) func(v reflect.Value) (string, content) {
	declared := template.FuncMap{name: fmt.Sprint}
	t, err := template.New("").Funcs(declared).Parse("{{. | " + name + "}}")
	if err != nil || t.Execute(io.Discard, nil) != nil {
		unknown()
	}
	pipe := t.Tree.Root.Nodes[0].(*parse.ActionNode).Pipe
	pipe.Cmds = pipe.Cmds[:2]
	return func(v reflect.Value) (string, content) {
		var out strings.Builder
		if t.Execute(&out, free(v)) != nil {
			unknown()
		}
		return out.String(), words
	}
}

// places are the places of a page that a text can stand in.
var places = map[string]func(to *Sheet, s string, c content){
	escaperPrefix + "htmlescaper": func(to *Sheet, s string, c content) {
		if c == markup {
			to.say(s)
		} else {
			to.escape(s, true)
		}
	},
	escaperPrefix + "rcdataescaper": func(to *Sheet, s string, c content) { to.escape(s, c != markup) },
	escaperPrefix + "attrescaper": func(to *Sheet, s string, c content) {
		if c == markup && strings.Contains(s, "<") { // tags would go
			unknown()
		}
		to.escape(s, c != markup)
	},
}

// escapes are what stands for characters that a page reads as markup.
var escapes = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;",
	'+': "&#43;", '<': "&lt;", '>': "&gt;"}

// escape writes a text as words of a page. Markup keeps its ampersands.
func (s *Sheet) escape(text string, ampersands bool) {
	if s.Len()+len(text) > s.most.Bytes {
		unknown()
	}
	from := 0
	for i := range len(text) {
		if by := escapes[text[i]]; by != "" && (ampersands || text[i] != '&') {
			s.WriteString(text[from:i])
			s.say(by)
			from = i + 1
		}
	}
	s.WriteString(text[from:])
}

// addresses are what html/template does to the address of a link.
var addresses = map[string]func(s string, c content) string{
	escaperPrefix + "urlfilter": func(s string, c content) string {
		if c == address || isSafe(s) {
			return s
		}
		return "#ZgotmplZ"
	},
	escaperPrefix + "urlnormalizer": func(s string, _ content) string { return percent(s) },
}

// isSafe holds for an address on this site, of the web, or of a mailbox.
func isSafe(url string) bool {
	scheme, _, has := strings.Cut(url, ":")
	if !has || strings.Contains(scheme, "/") {
		return true
	}
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") ||
		strings.EqualFold(scheme, "mailto")
}

// stays tells which characters of an address stay as they are.
var stays = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	for _, c := range []byte("-._~!#$&*+,/:;=?@[]") {
		table[c] = true
	}
	return table
}()

// percent writes an address with signs of percent for what may not stand in it. Those
// that it has stay.
func percent(s string) string {
	var out []byte
	from := 0
	for i, c := range []byte(s) {
		if stays[c] || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue
		}
		out = fmt.Appendf(append(out, s[from:i]...), "%%%02x", c)
		from = i + 1
	}
	if from == 0 {
		return s
	}
	return string(append(out, s[from:]...))
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// textOf is a value as it is printed, and what it is known to be.
func textOf(v reflect.Value) (string, content) {
	if v = printed(v); !v.IsValid() {
		return "", words
	}
	switch kind := v.Type(); {
	case kind == stringType:
		return v.String(), words
	case kind == markupType:
		return v.String(), markup
	case kind == addressType:
		return v.String(), address
	case kind.PkgPath() == markupType.PkgPath():
		unknown()
	case printsItself(kind):
	case v.Kind() == reflect.String:
		return v.String(), words
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), words
	}
	return fmt.Sprint(v.Interface()), words
}

// printed follows a value to what is printed of it: pointers, unless they print
// themselves.
func printed(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer && !printsItself(v.Type()) {
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return v
		}
		v = v.Elem()
	}
	return v
}

// printers remember of types whether they print themselves.
var printers sync.Map

var printing = []reflect.Type{reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[error](),
	reflect.TypeFor[fmt.Formatter]()}

func printsItself(kind reflect.Type) bool {
	if known, ok := printers.Load(kind); ok {
		return known.(bool)
	}
	does := false
	for _, p := range printing {
		does = does || kind.Implements(p)
	}
	printers.Store(kind, does)
	return does
}

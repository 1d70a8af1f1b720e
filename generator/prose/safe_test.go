package prose

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The only elements and attributes that may come out, with the values that the attributes may have.
var elements = strings.Fields("p h3 h4 h5 h6 em strong del code pre a ul ol li blockquote table thead tbody tr th td div br hr")

var attributes = map[string]*regexp.Regexp{
	"a href":         regexp.MustCompile(`^(?i:https?://[^/]|mailto:[^/]|#|[^/:\\?#]+([/?#]|$)|\?)`),
	"a rel":          regexp.MustCompile(`^noopener$`),
	"a title":        regexp.MustCompile(``),
	"ol start":       regexp.MustCompile(`^[0-9]+$`),
	"th scope":       regexp.MustCompile(`^col$`),
	"th class":       regexp.MustCompile(`^(right|center)$`),
	"td class":       regexp.MustCompile(`^(right|center)$`),
	"div class":      regexp.MustCompile(`^scroll$`),
	"div tabindex":   regexp.MustCompile(`^0$`),
	"div role":       regexp.MustCompile(`^region$`),
	"div aria-label": regexp.MustCompile(`^Table( [0-9]+)?$`),
}

var (
	tagShape  = regexp.MustCompile(`^<(/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>`)
	attrShape = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
	reference = regexp.MustCompile(`&(?:amp|lt|gt|#34|#39);`)
	control   = regexp.MustCompile(`[\x{0}-\x{8}\x{b}-\x{1f}\x{7f}-\x{9f}\x{fdd0}-\x{fdef}\x{fffe}\x{ffff}]`)
)

// checkSafe reads HTML with a scanner of its own and reports all that the package promises not to write.
func checkSafe(t *testing.T, got string) {
	t.Helper()
	if !utf8.ValidString(got) || control.MatchString(got) {
		t.Errorf("a forbidden character in %q", got)
	}
	var open []string
	for rest := got; rest != ""; {
		if rest[0] != '<' {
			text := rest[:indexOr(rest, '<')]
			checkText(t, text)
			rest = rest[len(text):]
			continue
		}
		m := tagShape.FindStringSubmatch(rest)
		if m == nil {
			t.Fatalf("not a tag: %.80q", rest)
		}
		open = checkTag(t, open, m[1] == "/", m[2], m[3])
		rest = rest[len(m[0]):]
	}
	if len(open) > 0 {
		t.Errorf("left open: %v in %.200q", open, got)
	}
}

func indexOr(s string, b byte) int {
	if i := strings.IndexByte(s, b); i >= 0 {
		return i
	}
	return len(s)
}

func checkText(t *testing.T, text string) {
	t.Helper()
	if bare := reference.ReplaceAllString(text, ""); strings.ContainsAny(bare, `<>&"'`) {
		t.Errorf("not escaped: %.80q", text)
	}
}

func checkTag(t *testing.T, open []string, closing bool, name, attrs string) []string {
	t.Helper()
	if !slices.Contains(elements, name) {
		t.Errorf("element %s", name)
	}
	for _, a := range attrShape.FindAllStringSubmatch(attrs, -1) {
		checkText(t, a[2])
		allowed, known := attributes[name+" "+a[1]]
		if !known || !allowed.MatchString(html.UnescapeString(a[2])) {
			t.Errorf("attribute %s of %s with value %q", a[1], name, a[2])
		}
	}
	switch {
	case closing:
		if len(open) == 0 || open[len(open)-1] != name || attrs != "" {
			t.Fatalf("</%s> closes %v", name, open)
		}
		return open[:len(open)-1]
	case name == "br" || name == "hr":
		return open
	case name == "a" && slices.Contains(open, "a"), name == "p" && slices.Contains(open, "p"):
		t.Errorf("%s inside %v", name, open)
	}
	if len(open) > 100 {
		t.Errorf("%d elements are open", len(open))
	}
	return append(open, name)
}

func FuzzConvert(f *testing.F) {
	for _, markdown := range worst(200) {
		f.Add(markdown)
	}
	for _, markdown := range []string{
		"# A\n\n### B", "[a](javascript:x)", "![a](https://e.eu/x.png 't')", "<a@e.eu>", "<a:b>", "[a](&#x6a;avascript:x)",
		"|a|b|\n|:-:|-:|\n|`c\\|d`|[e](f)|", "<script>x</script>", "a <img src=x onerror=y>", "[a]: b 'c'\n\n[a] ![a]",
		"~~a~~ **b *c***", "&#0;&#1;&lt;&quot;", "1. a\n   > b\n   - c", "[a](<b c> \"d\")", "a\\\nb  \nc", "[![a](b)](c)",
	} {
		f.Add(markdown)
	}
	c := New()
	f.Fuzz(func(t *testing.T, markdown string) {
		got, err := c.Convert(markdown)
		if err != nil {
			if len(markdown) <= maxBytes {
				t.Fatal(err)
			}
			return
		}
		checkSafe(t, got.HTML)
		if again, _ := c.Convert(markdown); again.HTML != got.HTML {
			t.Error("the same text came out in two ways")
		}
		lines := strings.Split(clean(markdown), "\n")
		for _, l := range got.Links {
			if l.Line < 1 || l.Line > len(lines) || l.Col < 1 || l.Col > utf8.RuneCountInString(lines[l.Line-1]) {
				t.Errorf("%v lies outside the text", l)
			}
		}
	})
}

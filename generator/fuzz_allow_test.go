package generator_test

import (
	"strings"
	"testing"
)

// allowance is what pages may hold.
type allowance struct {
	names      map[string]bool // of elements
	attributes map[string]bool
	sources    map[string]bool // what pages load
}

// prosaic are the elements of Markdown.
const prosaic = "p br em strong del a ul ol li blockquote pre code h1 h2 h3 h4 h5 h6 hr table thead tbody tr th td span div"

func allowedIn(pages map[string]string) allowance {
	a := allowance{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, name := range strings.Fields(prosaic) {
		a.names[name] = true
	}
	for _, name := range []string{"href", "start", "rel", "lang", "id", "title", "class", "align"} {
		a.attributes[name] = true
	}
	for _, text := range pages {
		for _, tag := range tags(text) {
			a.names[tag.name] = true
			for name, value := range tag.attributes {
				a.attributes[name] = true
				a.sources[value] = a.sources[value] || loads(tag, name)
			}
		}
	}
	return a
}

// loads tells whether a browser fetches what an attribute names without being
// asked.
func loads(tag element, attribute string) bool {
	switch attribute {
	case "src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping":
		return true
	case "href", "xlink:href":
		return tag.name == "link" || tag.name == "use" || tag.name == "image" || tag.name == "base"
	}
	return false
}

// faults is what a page holds that a text may not bring into it.
func (a allowance) faults(text string) (list []string) {
	var open []string
	for _, tag := range tags(text) {
		end, isEnd := strings.CutPrefix(tag.name, "/")
		switch {
		case isEnd && (len(open) == 0 || open[len(open)-1] != end):
			return append(list, "</"+end+"> ends nothing, open are "+strings.Join(open, " "))
		case isEnd:
			open = open[:len(open)-1]
			continue
		case !void[tag.name] && !strings.HasPrefix(tag.name, "!"):
			open = append(open, tag.name)
		}
		if !a.names[tag.name] {
			list = append(list, "an element <"+tag.name+">")
		}
		for name, value := range tag.attributes {
			switch {
			case !a.attributes[name] || strings.HasPrefix(name, "on"):
				list = append(list, "<"+tag.name+" "+name+"="+value+">")
			case loads(tag, name) && !a.sources[value]:
				list = append(list, "<"+tag.name+"> loads "+value)
			case (name == "href" || name == "xlink:href") && !isSafe(value):
				list = append(list, "a link to "+value)
			}
		}
	}
	if len(open) > 0 {
		list = append(list, "never ended: "+strings.Join(open, " "))
	}
	return list
}

// void are the elements without an end, and those that stand in a drawing and
// end themselves.
var void = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "link": true, "meta": true,
	"path": true, "circle": true, "use": true, "rect": true, "line": true}

// The look at the pages must see what it looks for.
func TestAllowance(t *testing.T) {
	a := allowedIn(newPress(t).pages(t, "Words.", "South"))
	if wrong := a.faults("<div><p>a <a href='https://a.example' title='<b>'>b</a><br></p></div>"); len(wrong) > 0 {
		t.Error(wrong)
	}
	for _, bad := range []string{"<img src=https://e.example>", "<p onclick=x>a</p>", "<a href=javascript:x>a</a>", "</div>", "<p>", "<b>x</b>",
		"<link href=https://e.example>", "<script src=https://e.example></script>", "<iframe></iframe>", "<a ping=https://e.example>a</a>", "<p style='x'>a</p>"} {
		if len(a.faults("<div>"+bad+"</div>")) == 0 {
			t.Errorf("%s was not seen", bad)
		}
	}
	if scripts("<title><script></title><script>x</script>") != 1 {
		t.Error("scripts are not counted")
	}
}

package preview

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// bare is the page where there is no other.
const bare = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Faults to mend</title>
<link rel="icon" href="data:,">
</head>
<body>
<main><p>The page will appear here when the faults are mended.</p></main>
</body>
</html>
`

var (
	policy  = regexp.MustCompile(`(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")`)
	endHead = regexp.MustCompile(`</head>`)
	body    = regexp.MustCompile(`<body[^>]*>`)
)

// live makes a page follow its files: a script that waits for news, the strip
// with the faults, and a policy that allows these two, in this copy only.
func (p *Preview) live(s *state, address string, page []byte, faults string) []byte {
	if published := s.published(); address == missingPage &&
		published != "" { // its links are absolute: it is shown at any depth
		page = bytes.ReplaceAll(
			page,
			[]byte(`href="`+strings.TrimSuffix(html.EscapeString(published), "/")+"/"),
			[]byte(`href="`+p.config.Base),
		)
	}
	page = policy.ReplaceAllFunc(page, func(tag []byte) []byte {
		part := policy.FindSubmatch(tag)
		return fmt.Appendf(nil, "%s%s%s", part[1],
			html.EscapeString(allow(html.UnescapeString(string(part[2])))), part[3])
	})
	head := fmt.Sprintf(
		`<link rel="stylesheet" href="%[1]s%[2]s"><script src="%[1]s%[3]s" data-events="%[1]s%[4]s" data-version="%[5]s" defer></script>`,
		p.config.Base,
		sheetAddress,
		scriptAddress,
		eventsAddress,
		s.version,
	)
	page = insert(page, endHead, 0, head)
	if faults == "" {
		return page
	}
	return insert(
		page,
		body,
		1,
		`<section id="preview-faults" role="alert" aria-label="Faults"><pre>`+"\n"+html.EscapeString(
			faults,
		)+`</pre></section>`,
	)
}

// insert puts text before (side 0) or after (side 1) the first match, or at the
// end of a page that has none.
func insert(page []byte, where *regexp.Regexp, side int, text string) []byte {
	at := len(page)
	if found := where.FindIndex(page); found != nil {
		at = found[side]
	}
	return append(append(append(make([]byte, 0, len(page)+len(text)), page[:at]...), text...),
		page[at:]...)
}

// allow adds to a content security policy what the preview needs: its script,
// its style sheet, and the connection that brings news, all of this origin.
func allow(policy string) string {
	directives := map[string][]string{}
	var names []string
	for _, directive := range strings.Split(policy, ";") {
		if words := strings.Fields(directive); len(words) > 0 && !slices.Contains(names, words[0]) {
			names, directives[words[0]] = append(names, words[0]), words[1:]
		}
	}
	for _, name := range []string{"script-src", "style-src", "connect-src"} {
		sources, said := directives[name]
		if !said {
			names, sources = append(names, name), directives["default-src"]
		}
		directives[name] = withSelf(sources)
	}
	for i, name := range names {
		names[i] = strings.Join(append([]string{name}, directives[name]...), " ")
	}
	return strings.Join(names, "; ")
}

// withSelf adds the word for our own origin to the sources of a directive.
func withSelf(sources []string) []string {
	var words []string
	for _, word := range sources {
		if word != "'none'" && word != "'self'" {
			words = append(words, word)
		}
	}
	return append(words, "'self'")
}

// events tells a page of every new state, by server-sent events: the number of
// the state at once, and again when it changes.
func (p *Preview) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	stream := http.NewResponseController(w)
	for {
		s := p.state.Load()
		if _, err := fmt.Fprintf(
			w,
			"retry: 500\ndata: %s\n\n",
			s.version,
		); err != nil || stream.Flush() != nil ||
			r.Method == http.MethodHead {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-s.next:
		}
	}
}

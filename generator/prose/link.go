package prose

import (
	"net/url"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// found is a link with its place as a byte offset into the cleaned source.
type found struct {
	target string
	offset int
}

// target is the address that the editor meant: backslash escapes and character references resolved, nothing else.
func target(raw []byte) string {
	raw = util.UnescapePunctuations(raw)
	raw = util.ResolveNumericReferences(raw)
	return strings.Map(allowed, string(util.ResolveEntityNames(raw)))
}

// address returns what may stand in an href for a target, and whether anything may.
func address(target string) (href string, ok bool) {
	if strings.ContainsFunc(target, devious) {
		return "", false
	}
	href = string(util.URLEscape([]byte(target), false))
	if href == "" || strings.ContainsFunc(href, unfit) {
		return "", false
	}
	if scheme, has := schemeOf(href); has {
		return href, permitted(scheme, href)
	}
	return href, href[0] != '/' // from the root, or //host: neither is a path inside the folder
}

// devious finds what a browser drops or bends before it reads a URL: no honest address holds it.
func devious(r rune) bool {
	return r < ' ' || r == '\\' || r == utf8.RuneError
}

// unfit finds what must not be left in an address once it is percent-encoded, should the encoder ever leave it.
func unfit(r rune) bool {
	return r <= ' ' || r >= 0x7F || strings.ContainsRune("\\\"<>^`{|}", r)
}

// schemeOf returns the part before the first colon, when the colon comes before any slash, question mark or hash.
func schemeOf(href string) (string, bool) {
	if i := strings.IndexAny(href, ":/?#"); i >= 0 && href[i] == ':' {
		return strings.ToLower(href[:i]), true
	}
	return "", false
}

func permitted(scheme, href string) bool {
	u, err := url.Parse(href)
	if err != nil || strings.ToLower(u.Scheme) != scheme {
		return false
	}
	switch scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return strings.Contains(u.Opaque, "@")
	}
	return false
}

// external tells whether an href leaves the folder by http or https.
func external(href string) bool {
	scheme, has := schemeOf(href)
	return has && scheme != "mailto"
}

// locate turns byte offsets into lines and columns in one pass over the source.
func locate(source []byte, links []found) []Link {
	sort.SliceStable(links, func(i, j int) bool { return links[i].offset < links[j].offset })
	var out []Link
	line, col, at := 1, 1, 0
	for _, l := range links {
		for at < min(max(l.offset, 0), len(source)) {
			r, size := utf8.DecodeRune(source[at:])
			at += size
			col++
			if r == '\n' {
				line, col = line+1, 1
			}
		}
		out = append(out, Link{Target: l.target, Line: line, Col: col})
	}
	return out
}

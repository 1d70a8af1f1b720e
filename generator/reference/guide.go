package reference

import (
	"fmt"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// codes is the list of the codes of faults as Markdown: a heading, the words
// and two examples each.
func codes() string {
	var out strings.Builder
	for _, l := range problem.Lessons() {
		kind := ""
		if l.Warning {
			kind = " (warning)"
		}
		fmt.Fprintf(&out, "### %s%s: %s\n\n%s %s\n\n", l.Code, kind, l.Title, l.Why, l.Mend)
		fmt.Fprintf(&out, "Wrong:\n\n%s\nRight:\n\n%s\n", block(l.Wrong), block(l.Right))
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// block sets lines apart as code; what nobody can see stands as �.
func block(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\u202e' {
			return '�'
		}
		return r
	}, strings.ToValidUTF8(text, "�"))
	return "```toml\n" + strings.TrimRight(text, "\n") + "\n```\n"
}

// statuses is the table of membership statuses and of how firm figures are, as
// Markdown.
func statuses() string {
	w := words.English()
	var out strings.Builder
	out.WriteString("| Written | Shown as | What it means | Counts as a membership |\n")
	out.WriteString("|---|---|---|---|\n")
	for _, s := range region.Statuses() {
		counts := "no"
		if s.Member {
			counts = "yes"
		}
		fmt.Fprintf(
			&out,
			"| `%q` | %s | %s | %s |\n",
			s.Key,
			w.Say("status."+s.Key),
			w.Say("status."+s.Key+".means"),
			counts,
		)
	}
	return out.String()
}

// Guide puts each generated part of a guide between its two markers, which are
// comments of HTML:
//
//	<!-- generated: fields -->
//	…
//	<!-- end: fields -->
//
// It fails when a marker is missing or a name unknown.
func Guide(guide string) (string, error) {
	parts := map[string]string{
		"fields": fields(), "atlas": editionFields(), "codes": codes(), "statuses": statuses(),
	}
	for _, name := range []string{"statuses", "fields", "atlas", "codes"} {
		opening, closing := "<!-- generated: "+name+" -->\n", "<!-- end: "+name+" -->\n"
		before, rest, found := strings.Cut(guide, opening)
		_, after, ended := strings.Cut(rest, closing)
		if !found || !ended {
			return "", fmt.Errorf("the guide has no part between %q and %q",
				strings.TrimSpace(opening), strings.TrimSpace(closing))
		}
		guide = before + opening + "\n" + parts[name] + "\n" + closing + after
	}
	return guide, nil
}

package main

import (
	"regexp"
	"strings"

	"regional-atlas/generator/problem"
)

// form is a kind of remedy, and what an editor does who reads it.
type form struct {
	says   *regexp.Regexp
	follow func(g *page, p problem.Problem, m []string)
}

// forms are the kinds of all remedies that a test has met, the more special ones
// first. A remedy of a new kind is added here by what it says.
func forms() []form {
	var all []form
	for _, list := range [][]form{ofForm(), ofLines(), ofWords(), ofSense(), ofDoubt()} {
		all = append(all, list...)
	}
	return all
}

func says(pattern string, follow func(g *page, p problem.Problem, m []string)) form {
	return form{regexp.MustCompile(`^` + pattern), follow}
}

// ofForm are remedies for what is not TOML.
func ofForm() []form {
	return []form{
		says(`Write straight quotes: (".*?")\.`, func(g *page, p problem.Problem, m []string) {
			inner := strings.Trim(m[1], `"`)
			token := regexp.MustCompile(`[“”"]` + regexp.QuoteMeta(inner) + `[“”"]?`)
			line := []rune(g.lines[p.Line-1])
			before, rest := string(line[:p.Col-1]), string(line[p.Col-1:])
			at := token.FindStringIndex(rest)
			g.lines[p.Line-1] = before + rest[:at[0]] + m[1] + rest[at[1]:]
		}),
		says(`Put a comma between entries, and \] after the last`, func(g *page, p problem.Problem, m []string) {
			last := p.Line - 1
			for strings.TrimSpace(g.lines[last-1]) == "" {
				last--
			}
			text, comment, isCommented := strings.Cut(g.lines[last-1], " #")
			if text = strings.TrimRight(text, " ") + "]"; isCommented {
				text += " #" + comment
			}
			g.lines[last-1] = text
		}),
		says(`Write (\[.*\])\.$`, func(g *page, p problem.Problem, m []string) {
			switch line := g.lines[p.Line-1]; {
			case strings.Contains(p.What, "heading"):
				g.lines[p.Line-1] = m[1]
			case strings.Contains(p.What, "round brackets"):
				g.lines[p.Line-1] = string([]rune(line)[:p.Col-1]) + m[1]
			default:
				g.write(p, m[1])
			}
		}),
		says(`Write [a-z0-9]+ = (.*) under \[([a-z]+)\], and so for each`, func(g *page, p problem.Problem, m []string) {
			at := g.find(1, "["+m[2]+"]")
			if at > len(g.lines) {
				at = g.find(2, "+++")
				g.above(at, "["+m[2]+"]")
			}
			_, names, _ := strings.Cut(p.What, " for ")
			for _, name := range strings.Split(names, ", ") {
				g.above(at+1, name+" = "+m[1])
			}
		}),
		says(`Write (status = "not reported") instead of (value = .*)\.$`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = strings.Replace(g.lines[p.Line-1], m[2], m[1], 1)
		}),
		says(`Write ("?[a-z_]+"? = .*)\.$`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = m[1]
		}),
		says(`Close it on the same line`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] += `"`
		}),
		says(`Write \+\+\+ alone on the first line`, func(g *page, p problem.Problem, m []string) {
			g.above(1, "+++")
			if g.find(2, "+++") > len(g.lines) {
				g.lines = append(g.lines, "+++", "")
			}
		}),
		says(`Write a second line \+\+\+ between the facts and the description`, func(g *page, p problem.Problem, m []string) {
			last := 0
			for i, line := range g.lines {
				if strings.Contains(line, " = ") {
					last = i + 1
				}
			}
			g.above(last+1, "+++")
		}),
		says(`Save the file as UTF-8, and check its accented letters`, func(g *page, p problem.Problem, m []string) {
			for i, line := range g.lines {
				var letters []rune
				for _, b := range []byte(line) {
					letters = append(letters, rune(b))
				}
				g.lines[i] = string(letters)
			}
		}),
		says(`Keep one of the two, and remove the lines that begin with <<<<<<<`, func(g *page, p problem.Problem, m []string) {
			middle, end := g.find(p.Line, "======="), g.find(p.Line, ">>>>>>>")
			g.without(middle, end)
			g.without(p.Line, p.Line)
		}),
		says(`Remove one of the two copies`, func(g *page, p problem.Problem, m []string) {
			g.lines = append(g.lines[:p.Line-1], "")
		}),
	}
}

// ofLines are remedies that move, add and remove lines.
func ofLines() []form {
	return []form{
		says(`Move (?:it|them) above the first heading, .* on line ([0-9]+)\.`, func(g *page, p problem.Problem, m []string) {
			last := p.Line
			for regexp.MustCompile(`^(name|topics|reviewed|mended) =`).MatchString(g.lines[last]) {
				last++
			}
			moved := append([]string{}, g.lines[p.Line-1:last]...)
			g.without(p.Line, last)
			for i := len(moved) - 1; i >= 0; i-- {
				g.above(atoi(m[1]), moved[i])
			}
		}),
		says(`Write (\[+[a-z]+\]+)(?: or \[+[a-z]+\]+)* on a line above (?:this|it)`, func(g *page, p problem.Problem, m []string) {
			g.above(p.Line, m[1])
		}),
		says(`Write (\[\[[a-z._]+\]\]) with two brackets at each side above every entry`, func(g *page, p problem.Problem, m []string) {
			for i, line := range g.lines {
				if line == strings.Trim(strings.Replace(m[1], "[[", "[", 1), "]")+"]" {
					g.lines[i] = m[1]
				}
			}
		}),
		says(`Keep one of the two, with all that belongs to it`, func(g *page, p problem.Problem, m []string) {
			if strings.HasPrefix(g.lines[p.Line-1], "[") {
				g.without(g.entry(p.Line))
			} else {
				g.without(p.Line, p.Line)
			}
		}),
		says(`Give one of the two files another code, or remove one`, func(g *page, p problem.Problem, m []string) { g.lines = nil }),
		says(`Remove the alias here, or the other claim there`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = regexp.MustCompile(`\["[^"]*"\]`).ReplaceAllString(g.lines[p.Line-1], "[]")
		}),
		says(`Remove one of the two`, func(g *page, p problem.Problem, m []string) {
			if strings.HasPrefix(g.lines[p.Line-1], "name =") {
				g.without(g.entry(p.Line))
				return
			}
			g.write(p, "")
			g.lines[p.Line-1] = regexp.MustCompile(`,\s*,|,\s*\]`).ReplaceAllStringFunc(g.lines[p.Line-1], func(s string) string { return s[1:] })
		}),
		says(`Remove it, or write (one of:|a whole)`, func(g *page, p problem.Problem, m []string) {
			if m[1] == "one of:" {
				g.without(p.Line, p.Line)
				return
			}
			field := regexp.MustCompile(`,\s*[a-z]+ = ` + regexp.QuoteMeta(g.under(p)))
			g.lines[p.Line-1] = field.ReplaceAllString(g.lines[p.Line-1], "")
		}),
		says(`Remove it`, func(g *page, p problem.Problem, m []string) { g.write(p, "") }),
		says(`Remove the value, or the status`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = strings.Replace(g.lines[p.Line-1], `, status = "not reported"`, "", 1)
		}),
		says(`Add year = … \(([0-9]+)`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = strings.Replace(g.lines[p.Line-1], " }", ", year = "+m[1]+" }", 1)
		}),
		says(`Add (?:it, such as )?([a-z]+) = (.*?)(?: \(.*\)\.|, or status.*|\.)$`, func(g *page, p problem.Problem, m []string) {
			m[2] = regexp.MustCompile(`^… \(([0-9]+).*$`).ReplaceAllString(m[2], "$1")
			switch line := g.lines[p.Line-1]; {
			case strings.HasPrefix(line, "[") || strings.HasPrefix(line, "+++"):
				g.above(p.Line+1, m[1]+" = "+m[2])
			default:
				g.lines[p.Line-1] = strings.Replace(line, " }", ", "+m[1]+" = "+m[2]+" }", 1)
			}
		}),
		says(`Add sources: where the facts come from`, func(g *page, p problem.Problem, m []string) {
			last := g.find(2, "+++")
			g.above(last, "title = \"The region's own page\"")
			g.above(last, "key = \"page\"")
			g.above(last, "[[sources]]")
		}),
	}
}

// ofWords are remedies that say which word to write.
func ofWords() []form {
	return []form{
		says(`Did you mean "([^"]*)"\?`, func(g *page, p problem.Problem, m []string) { g.word(p, m[1]) }),
		says(`Write it, such as [a-z]+ = (.*?) \(`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Write one of:? ([^,.]+)`, func(g *page, p problem.Problem, m []string) { g.word(p, m[1]) }),
		says(`Write (?:a|the) .*?such as (.*?)\.$`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Write (-?[0-9][0-9_.-]*|"[^"]*"|true|false)(?:, or .*)?\.$`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Put it into square brackets`, func(g *page, p problem.Problem, m []string) { g.write(p, "["+g.under(p)+"]") }),
		says(`Write (\{ lon = .* \}) \(lon is east`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Write ("[a-z0-9-]+"); it then leads from`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Write another word: `, func(g *page, p problem.Problem, m []string) { g.write(p, `"another-word"`) }),
		says(`Write the code (?:alone, |of one, such as )(\([A-Z0-9]+\)), `, func(g *page, p problem.Problem, m []string) {
			line := []rune(g.lines[p.Line-1])
			target := regexp.MustCompile(`\([^()]*\)`)
			g.lines[p.Line-1] = string(line[:p.Col-1]) + replaceFirst(target, string(line[p.Col-1:]), m[1])
		}),
		says(`Write the words of the note into the text`, func(g *page, p problem.Problem, m []string) {
			mark := regexp.MustCompile(`^\[\^[^\]]*\]`).FindString(string([]rune(g.lines[p.Line-1])[p.Col-1:]))
			at := g.find(p.Line, mark+": ")
			words := strings.TrimPrefix(g.lines[at-1], mark+": ")
			g.without(at, at)
			g.lines[p.Line-1] = strings.Replace(g.lines[p.Line-1], mark, " ("+words+")", 1)
		}),
		says(`Write the whole address`, func(g *page, p problem.Problem, m []string) {
			address := strings.Trim(g.under(p), `"`)
			if address = strings.TrimPrefix(address, "ftp://"); strings.Contains(address, ":") || address == "[" {
				address = "example.org"
			}
			if strings.HasPrefix(g.under(p), `"`) {
				g.write(p, `"https://`+address+`"`)
				return
			}
			line := []rune(g.lines[p.Line-1])
			target := regexp.MustCompile(`\]\([^ ]*?\)+`)
			g.lines[p.Line-1] = string(line[:p.Col-1]) + replaceFirst(target, string(line[p.Col-1:]), "](https://example.org)")
		}),
	}
}

// ofSense are remedies that leave it to the editor what to write.
func ofSense() []form {
	return []form{
		says(`Write a number of at (?:most|least) ([0-9]+)\.`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Write at most ([0-9,]+) characters\.`, func(g *page, p problem.Problem, m []string) {
			g.write(p, string([]rune(g.under(p))[:atoi(strings.ReplaceAll(m[1], ",", ""))/2])+`"`)
		}),
		says(`Write a day up to today`, func(g *page, p problem.Problem, m []string) { g.write(p, "2020-02-02") }),
		says(`Write a year up to ([0-9]+)`, func(g *page, p problem.Problem, m []string) { g.write(p, m[1]) }),
		says(`Write two capital letters for the country`, func(g *page, p problem.Problem, m []string) { g.write(p, `"BE2"`) }),
		says(`Write the code of the shape to draw, such as`, func(g *page, p problem.Problem, m []string) { g.write(p, `"BE2"`) }),
		says(`Check the first two letters \(Greece is EL`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = strings.Replace(g.lines[p.Line-1], `"GR30"`, `"NL3"`, 1)
		}),
		says(`Check the code, or add (shape = "CODE"|.*lon = )`, func(g *page, p problem.Problem, m []string) {
			point := `shape = { lon = 4.4, lat = 50.8 }`
			if old := g.find(1, "shape ="); old <= len(g.lines) {
				g.lines[old-1] = point
				return
			}
			g.above(p.Line+1, point)
		}),
	}
}

func replaceFirst(pattern *regexp.Regexp, text, by string) string {
	if at := pattern.FindStringIndex(text); at != nil {
		return text[:at[0]] + by + text[at[1]:]
	}
	return text
}

func atoi(digits string) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

package page

import (
	"fmt"
	"strconv"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// count writes a number with its noun: "1 region", "32 regions".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return region.Grouped(float64(n), 0) + " " + many
}

// series joins words with commas and a closing "and".
func series(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

func first(text string) string {
	if text == "" {
		return ""
	}
	r := []rune(text)
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// answerWord writes yes, no and not reported with a capital.
func answerWord(answer string) string {
	if answer == "" {
		answer = region.NotReported
	}
	return first(answer)
}

// levelWords says what a code of a level stands for.
func levelWords(level int) string {
	if level == 0 {
		return "Country profile"
	}
	return "NUTS " + strconv.Itoa(level) + " region"
}

// opening is the first sentence of a region page, made from the data alone.
func (p *setting) opening(r *region.Region) string {
	text := fmt.Sprintf("%s is a region of %s at NUTS level %d", r.Name, p.countryInText(r.Country()), r.Level())
	if r.Level() == 0 {
		text = r.Name + " is described here as a whole country"
	}
	if total := p.headline(r, region.Total); total != "" {
		text += ", with " + total
	}
	text += ". "
	if class := p.headline(r, region.Class); class != "" {
		text += class + ". "
	}
	member, answered := atlas.MembershipCount(p.edition, r)
	if answered == 0 {
		return text + "Its memberships are not reported."
	}
	return text + fmt.Sprintf("It is itself a member of %d of the %s it answered for.", member, count(answered, "network", "networks"))
}

// countryInText is the name of a country as it reads inside a sentence.
func (p *setting) countryInText(code string) string {
	for _, c := range p.edition.Countries {
		if c.Code == code && c.InText != "" {
			return c.InText
		}
	}
	return p.edition.CountryNamed(code)
}

// headline words the newest value of the first indicator of a kind.
func (p *setting) headline(r *region.Region, kind string) string {
	for _, i := range p.edition.Indicators {
		latest := atlas.Latest(r, i.Key)
		if i.Kind != kind || len(latest) == 0 {
			continue
		}
		if kind == region.Class {
			return "Its " + lowerFirst(i.Name) + " is " + classWords(latest)
		}
		value := latest[0].Value.Format(i.Decimals) + " " + i.Unit
		return "a " + lowerFirst(i.Name) + " of " + strings.TrimSpace(value) + inYear(latest[0].Year)
	}
	return ""
}

func classWords(figures []region.Figure) string {
	var words []string
	for _, f := range figures {
		word := f.Value.Word
		if f.Part != "" {
			word += " in " + f.Part
		}
		words = append(words, word)
	}
	return series(words) + inYearBrackets(figures[0].Year)
}

func inYear(year int) string {
	if year == 0 {
		return ""
	}
	return " in " + strconv.Itoa(year)
}

func inYearBrackets(year int) string {
	if year == 0 {
		return ""
	}
	return " (" + strconv.Itoa(year) + ")"
}

// lowerFirst lowers the first letter, unless the word is an abbreviation.
func lowerFirst(text string) string {
	r := []rune(text)
	if len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) {
		return text
	}
	return strings.ToLower(string(r[:min(1, len(r))])) + string(r[min(1, len(r)):])
}

// gapWords says how a list falls short of its source.
func gapWords(g region.Gap, noun string) string {
	var parts []string
	if g.Lost > 0 {
		parts = append(parts, first(count(g.Lost, "entry is", "entries are"))+" lost in the source.")
	}
	if g.Cut {
		parts = append(parts, "The "+noun+" is incomplete: the source breaks off.")
	}
	if g.Remark != "" {
		parts = append(parts, g.Remark)
	}
	return strings.Join(parts, " ")
}

package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/format"
	"regional-atlas/generator/region"
)

// buttons are the names of social media whose marks end each page.
var buttons = tokens("LinkedIn Facebook Twitter X YouTube Instagram Bluesky Mastodon")

// button finds a mark of social media, which is the same on every page.
func (p *page) button(s spot) bool {
	words := tokens(s.text)
	isButton := len(words) == 1 && slices.Contains(buttons, words[0]) &&
		p.section != "" && !entry.MatchString(s.text)
	if isButton {
		p.report.add(s.line, Shared, s.text, "atlas.toml: site.social")
	}
	return isButton
}

// block takes a line of the blocks that have no numbers: websites near the top of a
// page, and the health profile of a country. A paragraph ends the websites.
func (p *page) block(s spot) bool {
	switch {
	case p.section == "websites" && isProse(s.text):
		p.section = ""
		return false
	case p.section == "websites", p.section == "profiles":
		text := s.text
		if m := entry.FindStringSubmatch(text); m != nil {
			text = m[2]
		}
		p.item(s, 0, text)
		return true
	}
	return false
}

var address = regexp.MustCompile(`https?://[^\s()<>]+`)

// cutAddress parts a text from the address in it.
func cutAddress(text string) (name, link string) {
	link = strings.TrimRight(address.FindString(text), ".,;")
	if link == "" {
		return text, ""
	}
	name = strings.Trim(strings.Replace(text, link, "", 1), " -–:,;()")
	return name, link
}

// website reads the name of a body, with the address of its site perhaps.
func (p *page) website(s spot, text string) {
	for _, part := range strings.Split(text, ";") {
		title, link := cutAddress(strings.TrimSpace(part))
		if title == "" {
			title = strings.TrimPrefix(strings.TrimPrefix(link, "https://"), "http://")
		}
		if title == "" {
			continue
		}
		p.at[top.Field("websites").Item(len(p.Websites))] = s
		p.Websites = append(p.Websites, region.Website{Title: title, Link: link})
	}
}

// profile reads the health profile of a country: a paragraph, and links to where it
// is published.
func (p *page) profile(s spot, text string) {
	title, link := cutAddress(text)
	profile := region.Profile{Title: "Health profile", Link: link}
	switch {
	case title == "" && link == "":
		return
	case isProse(title):
		profile.Text = title
	case title != "":
		profile.Title = title
	}
	if p.goesOn(s, profile) {
		return
	}
	p.at[top.Field("profiles").Item(len(p.Profiles))] = s
	p.Profiles = append(p.Profiles, profile)
	if profile.Text != "" && !slices.Contains(p.Rewrite, "profiles") {
		p.Rewrite = append(p.Rewrite, "profiles")
	}
}

// goesOn adds a further paragraph, or the address alone, to the profile before it.
func (p *page) goesOn(s spot, more region.Profile) bool {
	if len(p.Profiles) == 0 || p.Profiles[len(p.Profiles)-1].Title != more.Title {
		return false
	}
	last := &p.Profiles[len(p.Profiles)-1]
	switch {
	case more.Text != "" && last.Text != "":
		last.Text += " " + more.Text
	case more.Text == "" && last.Link == "":
		last.Link = more.Link
	default:
		return false
	}
	p.report.add(s.line, Written, s.text, "profiles, as the line before")
	return true
}

// listed reads a membership from a list of those that the region has: the name of
// the network alone, or with another answer behind it.
func (p *page) listed(s spot, text string) {
	key, answer := p.networkIn(text)
	switch {
	case key == "":
		p.report.add(s.line, LeftOver, s.text,
			"names no network of atlas.toml. %sAdd it there, or its words under also",
			p.words["networks"].hint(text))
	case answer == "" && len(p.networkNamed(key).Categories) > 0:
		p.report.add(s.line, LeftOver, s.text,
			"memberships.%s: it is not said which category; write it by hand", key)
	case answer == "":
		p.membership(s, key, region.Yes)
	default:
		p.membership(s, key, answer)
	}
}

// networkIn is the network that a text names, and what stands behind it.
func (d *desk) networkIn(text string) (key, answer string) {
	if key = d.networkOf(text); key != "" {
		return key, ""
	}
	for i, r := range text {
		if strings.ContainsRune(":?-–—(", r) {
			if key = d.networkOf(text[:i]); key != "" {
				return key, strings.Trim(text[i:], " :?-–—()")
			}
		}
	}
	return "", ""
}

// part is what to write for the name of a place in the answer for a network, or "".
func part(answer string) string {
	if first, _ := utf8.DecodeRuneInString(answer); !unicode.IsUpper(first) {
		return ""
	}
	return "; if it is the part that is a member, write { status = \"part\", part = " +
		format.Text(answer) + " }"
}

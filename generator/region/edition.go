package region

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// Edition is atlas.toml: what one atlas is about, its vocabularies and its
// credits. Another subject is another Edition, never other Go code.
type Edition struct {
	Unread []problem.Key `toml:"-"` // keys that stand in the file and could not be read

	Translated Translations `toml:"-"` // texts that the file gives in several languages

	Words    Words    `toml:"-"` // of the site, that the atlas brings itself
	Releases Releases `toml:"-"` // what changes.toml says
	Pages    []Page   `toml:"-"` // that the editors wrote themselves, by the name of their files

	Site        Site                  `toml:"site" need:"yes" doc:"the site as a whole"`
	Countries   []Country             `toml:"countries" need:"yes" doc:"countries by the first two letters of a region code"`
	RegionNames map[string]NativeName `toml:"region_names" doc:"names of regions in their own language, by code, that a new file starts with in place of those of NUTS"`

	Map               MapDesign        `toml:"map" doc:"the maps of all regions"`
	Outermost         []Term           `toml:"outermost" words:"outermost" doc:"names of places that the map shows in boxes of their own, by code"`
	MapViews          []MapView        `toml:"map_views" words:"map-views" doc:"parts of the map of Europe that readers can bring near"`
	Indicators        []Indicator      `toml:"indicators" words:"indicators" doc:"what is counted or classed in every region"`
	NetworkGroups     []Term           `toml:"network_groups" words:"network-groups" doc:"groups of networks"`
	Networks          []Network        `toml:"networks" words:"networks" doc:"what a region can be a member of"`
	Topics            []Term           `toml:"topics" words:"topics" doc:"topics that policies cover"`
	Levels            []Term           `toml:"levels" words:"levels" doc:"levels of government"`
	WebsiteKinds      []Term           `toml:"website_kinds" words:"website-kinds" doc:"kinds of answering bodies"`
	DocumentKinds     []Term           `toml:"document_kinds" words:"document-kinds" doc:"kinds of policy documents"`
	SupportKinds      []Term           `toml:"support_kinds" words:"support-kinds" doc:"kinds of support measures"`
	InitiativeKinds   []Term           `toml:"initiative_kinds" words:"initiative-kinds" doc:"kinds of initiatives"`
	RepresentedKinds  []Term           `toml:"represented_kinds" words:"represented-kinds" doc:"kinds of representation"`
	OrganisationKinds []Term           `toml:"organisation_kinds" words:"organisation-kinds" doc:"kinds of organisations"`
	Strategies        []Term           `toml:"strategies" words:"strategies" doc:"questions on strategy, answered yes or no"`
	Questions         []Question       `toml:"questions" words:"questions" doc:"questions of the self-evaluation"`
	Ratings           []Term           `toml:"ratings" words:"ratings" doc:"the scale of the self-evaluation, lowest first"`
	Classifications   []Classification `toml:"classifications" words:"classifications" doc:"lists of codes with their labels"`
	Rules             []Rule           `toml:"rules" words:"rules" doc:"what a group of regions must be to answer a call"`
}

// Site is the title page of an atlas.
type Site struct {
	Title     string   `toml:"title" spoken:"yes" need:"yes" long:"title" doc:"title of the atlas" eg:"\"Atlas of Personalised Medicine\""`
	Short     string   `toml:"short" spoken:"yes" long:"name" doc:"short title for page heads" eg:"\"PM Atlas\""`
	Tagline   string   `toml:"tagline" spoken:"yes" need:"yes" long:"title" doc:"what this atlas is, in one sentence"`
	Subject   string   `toml:"subject" spoken:"yes" need:"yes" long:"name" doc:"the subject in a few words, as it reads inside a sentence" eg:"\"personalised medicine\""`
	About     string   `toml:"about" spoken:"yes" long:"prose" doc:"about this atlas, Markdown"`
	Method    string   `toml:"method" spoken:"yes" long:"prose" doc:"how the facts were gathered, Markdown"`
	Lang      string   `toml:"lang" need:"yes" lang:"tag" long:"name" doc:"language of the site as a BCP 47 tag" eg:"\"en\""`
	Languages []string `toml:"languages" lang:"tag" long:"name" doc:"languages that the site is published in, that of the atlas first; left out where it is the only one" eg:"[\"en\", \"nl\"]"`
	Address   string   `toml:"address" link:"web" doc:"address where the site is published, ending in a slash" eg:"\"https://example.org/atlas/\""`
	Edit      string   `toml:"edit" link:"web" doc:"address of the editing form; {file} stands for the region's file" eg:"\"https://example.org/edit/regions/{file}\""`
	Menu      []string `toml:"menu" one:"menu-entries" doc:"the entries of the menu that come first, in this order; the others follow" eg:"[\"regions\", \"topics\"]"`
	Sections  []string `toml:"sections" one:"page-sections" doc:"the sections of a region's page that come first, in this order; the others follow" eg:"[\"collaboration\", \"figures\"]"`
	Columns   []string `toml:"columns" one:"columns" doc:"the columns of tables of regions, in this order: keys of indicators, and memberships, which is always the last; left out, they are the main indicators and the memberships" eg:"[\"density\", \"memberships\"]"`

	Logo        Logo     `toml:"logo" doc:"sign beside the name of the site: a picture in the folder assets"`
	Accent      string   `toml:"accent" long:"name" doc:"colour of links, marks and buttons, in six digits; it needs a contrast of 4.5 to 1 to the page" eg:"\"#0e5a66\""`
	AccentDark  string   `toml:"accent_dark" long:"name" doc:"the same on dark screens; left out, it is made of the other" eg:"\"#7fc9d3\""`
	Palette     []string `toml:"palette" long:"name" doc:"colours of the five classes of maps, the darkest first" eg:"[\"#0b3f4a\", \"#1f6672\", \"#438d95\", \"#74b0b2\", \"#a3cdc9\"]"`
	PaletteDark []string `toml:"palette_dark" long:"name" doc:"the same on dark screens, the lightest first; left out, it is palette turned round" eg:"[\"#b9e6e3\", \"#7cc4c6\", \"#459aa0\", \"#276a72\", \"#24565e\"]"`

	Pictures  bool     `toml:"pictures" doc:"draw a picture for each region that other sites show beside a link to its page" eg:"true"`
	Join      Link     `toml:"join" doc:"where a region can join or answer the survey"`
	Publisher Body     `toml:"publisher" doc:"who publishes the atlas"`
	Funding   []string `toml:"funding" spoken:"yes" doc:"funding notices, one paragraph each"`
	Social    []Link   `toml:"social" doc:"social media of the project"`
	Credits   []Credit `toml:"credits" doc:"makers of what the site shows: maps, data"`

	Licence     Licence `toml:"licence" doc:"licence of the data"`
	Rights      string  `toml:"rights" spoken:"yes" doc:"what may be done with the data, where no licence says it or one says not all" eg:"\"Ask the publisher before you use the data.\""`
	Attribution string  `toml:"attribution" spoken:"yes" doc:"how to name the source where the data is used" eg:"\"Atlas of Personalised Medicine, EWI\""`
	Contact     Link    `toml:"contact" doc:"whom to ask about the data"`
	Citation    string  `toml:"citation" spoken:"yes" doc:"how to cite the atlas" eg:"\"EWI (2026): Atlas of Personalised Medicine in European Regions.\""`
}

// Name is the short title of the site, or its title.
func (s Site) Name() string { return cmp.Or(s.Short, s.Title) }

// Published lists the languages that the site is published in, that of the atlas first.
func (s Site) Published() []string {
	if len(s.Languages) == 0 {
		return []string{s.Lang}
	}
	return s.Languages
}

// At is a path of the site as a whole address, "" when nobody knows where it is published.
func (s Site) At(path string) string {
	if s.Address == "" {
		return ""
	}
	return strings.TrimSuffix(s.Address, "/") + "/" + path
}

// PublishedBy is who publishes the site: the publisher, or the atlas itself.
func (s Site) PublishedBy() string { return cmp.Or(s.Publisher.Name, s.Title) }

// Logo is the sign of an atlas.
type Logo struct {
	File string `toml:"file" need:"yes" long:"name" doc:"name of the picture in the folder assets" eg:"\"logo.svg\""`
	Alt  string `toml:"alt" spoken:"yes" need:"yes" long:"name" doc:"what it shows, for those who do not see it" eg:"\"Coat of arms of Flanders\""`
}

// Licence is what the data may be used under.
type Licence struct {
	Name  string `toml:"name" need:"yes" long:"name" doc:"short name, as SPDX lists it where it does" eg:"\"CC-BY-4.0\""`
	Title string `toml:"title" spoken:"yes" long:"title" doc:"name in full" eg:"\"Creative Commons Attribution 4.0 International\""`
	Link  string `toml:"link" need:"yes" link:"web" doc:"address of its text" eg:"\"https://creativecommons.org/licenses/by/4.0/\""`
}

// Label is the name of the licence for readers.
func (l Licence) Label() string { return cmp.Or(l.Title, l.Name) }

// Given reports whether the data has a licence.
func (l Licence) Given() bool { return l.Name != "" }

// Body is an organisation with its postal address.
type Body struct {
	Name    string `toml:"name" spoken:"yes" long:"name" doc:"name" eg:"\"Department Economy, Science and Innovation\""`
	Address string `toml:"address" spoken:"yes" doc:"postal address" eg:"\"Koning Albert II-laan 35, 1030 Brussels, Belgium\""`
	Link    string `toml:"link" link:"web" doc:"address of the website"`
}

// Link is a titled address.
type Link struct {
	Title string `toml:"title" spoken:"yes" long:"title" doc:"what a reader sees" eg:"\"Project website\""`
	Link  string `toml:"link" link:"web" doc:"address" eg:"\"https://www.saphire-eu.eu/\""`
}

// Country is a country that regions of the atlas can lie in.
type Country struct {
	Code   string `toml:"code" need:"yes" long:"name" doc:"NUTS country code" eg:"\"EL\""`
	Name   string `toml:"name" spoken:"name" need:"yes" long:"name" doc:"English name" eg:"\"Greece\""`
	Lang   string `toml:"lang" lang:"tag" long:"name" doc:"main language as a BCP 47 tag" eg:"\"el\""`
	InText string `toml:"in_text" spoken:"name" long:"name" doc:"the name as it reads inside a sentence, where that differs" eg:"\"the Netherlands\""`
}

// Term is a word of a vocabulary with its label.
type Term struct {
	Key   string   `toml:"key" need:"yes" long:"name" doc:"the word that region files use" eg:"\"prevention\""`
	Name  string   `toml:"name" spoken:"yes" need:"yes" long:"name" doc:"label" eg:"\"Prediction and prevention\""`
	Short string   `toml:"short" spoken:"yes" long:"name" doc:"short label for table heads" eg:"\"Prevention\""`
	Also  []string `toml:"also" long:"name" doc:"other words for it in source pages and tables, by which import knows it" eg:"[\"Prediction\"]"`
	About string   `toml:"about" spoken:"yes" doc:"one line of explanation"`
	Link  string   `toml:"link" link:"web" doc:"address with more"`
}

// Label is the short label, or the name where there is none.
func (t Term) Label() string {
	if t.Short != "" {
		return t.Short
	}
	return t.Name
}

// inherited marks a line that takes a field of the embedded Term over into a
// table: it gives its place there, and words that Term cannot know.
type inherited struct{}

// MapView is a part of the map of Europe that readers can bring near.
type MapView struct {
	Term
	_     inherited `toml:"key" doc:"its name in addresses" eg:"\"benelux\""`
	_     inherited `toml:"name" doc:"what its button says" eg:"\"Benelux\""`
	Codes []string  `toml:"codes" need:"yes" doc:"NUTS codes of countries or regions; the view holds them all" eg:"[\"BE\", \"LU\", \"NL\"]"`
}

// Question is a question of the self-evaluation: of a level that is reached, or
// of a need that is seen.
type Question struct {
	Term
	_    inherited `toml:"key" eg:"\"need\""`
	_    inherited `toml:"name" doc:"the question" eg:"\"Need for personalised medicine\""`
	_    inherited `toml:"short" eg:"\"Need\""`
	_    inherited `toml:"also" eg:"[\"Need for PM\"]"`
	Kind string    `toml:"kind" need:"yes" one:"question-kinds" doc:"level or need" eg:"\"need\""`
}

// Indicator is what is counted or classed in every region.
type Indicator struct {
	Term
	_        inherited `toml:"key" eg:"\"density\""`
	_        inherited `toml:"name" eg:"\"Population density\""`
	_        inherited `toml:"short" eg:"\"Density\""`
	_        inherited `toml:"also" eg:"[\"Population per km²\"]"`
	Kind     string    `toml:"kind" need:"yes" one:"indicator-kinds" doc:"total, ratio, share or class" eg:"\"ratio\""`
	Unit     string    `toml:"unit" spoken:"yes" long:"name" doc:"unit, as it follows a number" eg:"\"inhabitants per km²\""`
	Units    []string  `toml:"units" long:"name" doc:"other words and codes for the unit in tables, by which import knows it" eg:"[\"PER_KM2\"]"`
	Decimals int       `toml:"decimals" doc:"decimals to print at least" eg:"0"`
	Min      float64   `toml:"min" doc:"no value may be lower" eg:"0"`
	Max      float64   `toml:"max" doc:"no value may be higher; 0 means no bound, a share never exceeds 100" eg:"30_000"`
	Main     bool      `toml:"main" doc:"lists, maps and cards show it; where no indicator is main, they show all" eg:"true"`
	Alike    string    `toml:"alike" one:"alike-scales" doc:"how regions that are alike are told by it: linear, or log where values differ by factors" eg:"\"log\""`
	Weight   float64   `toml:"weight" doc:"how much it counts in that; 1 where nothing is written" eg:"1"`
	Of       string    `toml:"of" doc:"for a ratio per area: the total that is divided" eg:"\"population\""`
	_        inherited `toml:"about"`
	_        inherited `toml:"link"`
	Scales   []Scale   `toml:"scales" doc:"for a class: its scales, one for each edition"`
}

// MainIndicators are the places of the indicators that lists, maps and cards show:
// those that are called main, or all where none is. A region's page has the others
// in a table of their own.
func (e *Edition) MainIndicators() []int {
	isMain := func(i Indicator) bool { return i.Main }
	all := !slices.ContainsFunc(e.Indicators, isMain)
	var places []int
	for n, i := range e.Indicators {
		if all || i.Main {
			places = append(places, n)
		}
	}
	return places
}

// Columns are the places of the indicators that tables of regions show: those that the
// atlas chose, or the main ones.
func (e *Edition) Columns() []int {
	if len(e.Site.Columns) == 0 {
		return e.MainIndicators()
	}
	var places []int
	for _, key := range e.Site.Columns {
		at := slices.IndexFunc(e.Indicators, func(i Indicator) bool { return i.Key == key })
		if at >= 0 && !slices.Contains(places, at) {
			places = append(places, at)
		}
	}
	return places
}

// MembershipColumn reports whether tables of regions count memberships.
func (s Site) MembershipColumn() bool {
	return len(s.Columns) == 0 || slices.Contains(s.Columns, "memberships")
}

// FirstOf puts what an atlas wants first at the beginning of a list; the others follow in
// their order.
func FirstOf[T any](list []T, first []string, key func(T) string) []T {
	rank := func(x T) int {
		if at := slices.Index(first, key(x)); at >= 0 {
			return at
		}
		return len(first)
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(rank(a), rank(b)) })
	return list
}

// Bounds are the lowest and the highest value that the indicator can have; the
// highest is infinite without a bound.
func (i Indicator) Bounds() (lowest, highest float64) {
	highest = i.Max
	if highest == 0 {
		highest = math.Inf(1)
	}
	if i.Kind == Share {
		highest = min(highest, 100)
	}
	return i.Min, highest
}

// IsCounted holds for what can only be a whole number, such as inhabitants.
func (i Indicator) IsCounted() bool { return i.Kind == Total && i.Decimals == 0 }

// Scale is the ordered list of classes of one edition of an indicator.
type Scale struct {
	Years  []int    `toml:"years" need:"yes" doc:"the years it holds for" eg:"[2019]"`
	Groups []string `toml:"groups" need:"yes" doc:"its classes, best first" eg:"[\"Leader\", \"Strong\"]"`
	About  string   `toml:"about" spoken:"yes" doc:"one line of explanation"`
}

// ScaleOf is the scale that holds for the year, or nil.
func (i Indicator) ScaleOf(year int) *Scale {
	for s := range i.Scales {
		if slices.Contains(i.Scales[s].Years, year) {
			return &i.Scales[s]
		}
	}
	return nil
}

// Network is what a region can be a member of, or a category it falls in.
type Network struct {
	Term
	_          inherited `toml:"key" eg:"\"errin\""`
	_          inherited `toml:"name" doc:"full name" eg:"\"European Regions Research and Innovation Network\""`
	_          inherited `toml:"short" doc:"short label" eg:"\"ERRIN\""`
	_          inherited `toml:"also" eg:"[\"ERRIN network\"]"`
	Group      string    `toml:"group" need:"yes" one:"network-groups" doc:"group of networks" eg:"\"networks\""`
	_          inherited `toml:"link" doc:"address"`
	_          inherited `toml:"about"`
	Area       bool      `toml:"area" doc:"true where a region is in it by its place, as in a macro-region, rather than by joining" eg:"true"`
	Categories []Term    `toml:"categories" doc:"for a category rather than a membership: the words that may stand instead of yes or no"`
}

// Classification is a list of codes. A code's parent is the longest other code
// that it begins with: C for C.21.
type Classification struct {
	Term
	_      inherited         `toml:"key" eg:"\"nace\""`
	_      inherited         `toml:"name" eg:"\"NACE Rev. 2\""`
	_      inherited         `toml:"short" doc:"short label" eg:"\"NACE\""`
	_      inherited         `toml:"also" eg:"[\"NACE Rev. 2\"]"`
	_      inherited         `toml:"about"`
	_      inherited         `toml:"link"`
	Labels map[string]string `toml:"labels" spoken:"yes" long:"title" doc:"label of each code"`
}

// Codes lists the codes in the order of their tree.
func (c Classification) Codes() []string { return sortedKeys(c.Labels) }

// Parent is the longest other code of the list that code begins with, or "".
func (c Classification) Parent(code string) string {
	for n := len(code) - 1; n > 0; n-- {
		if _, known := c.Labels[code[:n]]; known {
			return code[:n]
		}
	}
	return ""
}

// CountryNamed is the English name of a country code, or the code itself.
func (e *Edition) CountryNamed(code string) string {
	for _, c := range e.Countries {
		if c.Code == code {
			return c.Name
		}
	}
	return code
}

// Slug turns a word or code into its part of an address: lower case letters,
// digits and single hyphens.
func Slug(word string) string {
	if isOneWord(word) { // as most are: codes, and keys of one word
		return strings.ToLower(word)
	}
	dashed := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return ' '
	}, word)
	return strings.Join(strings.Fields(dashed), "-")
}

func isOneWord(word string) bool {
	for i := range len(word) {
		c := word[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			return false
		}
	}
	return true
}

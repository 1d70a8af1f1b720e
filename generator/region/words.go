package region

// NotReported is the answer where nothing is known. It never means no.
const NotReported = "not reported"

// The answers to a yes or no question.
const (
	Yes = "yes"
	No  = "no"
)

// The statuses of a membership beyond yes, no and not reported.
const (
	CountryMember   = "country-level member"
	CountryObserver = "country-level observer"
	Planned         = "planned"
	Part            = "part"
	NotApplicable   = "not applicable"
)

// Status explains one word of the closed list of membership statuses.
type Status struct {
	Key    string // the word in a region file
	Name   string // what a reader sees
	Short  string // the same in a matrix cell
	Means  string // one sentence
	Member bool   // counts as a membership of the region itself
}

// Statuses is the closed list, in the order in which pages show them. It is
// code, not data, because counting and colouring depend on what each means.
func Statuses() []Status {
	all := statuses()
	return all[:]
}

// statuses is an array, so that looking one up, which large pages do by the ten
// thousand, asks for no memory.
func statuses() [8]Status {
	return [...]Status{
		{Yes, "Yes", "yes", "The region itself is a member.", true},
		{Part, "Part of the region", "part", "A part of the region is a member.", true},
		{CountryMember, "Country-level member", "country", "The country is a member, not the region by itself.", false},
		{CountryObserver, "Country-level observer", "observer", "The country is an observer.", false},
		{Planned, "Planned", "planned", "Not yet a member, but membership is planned.", false},
		{No, "No", "no", "The source says that the region is not a member.", false},
		{NotApplicable, "Not applicable", "n/a", "The question does not apply to this region.", false},
		{NotReported, "Not reported", "n.r.", "The sources do not say.", false},
	}
}

// StatusOf is the status with the key; an unknown word is not reported.
func StatusOf(key string) Status {
	all := statuses()
	for i := range all {
		if all[i].Key == key {
			return all[i]
		}
	}
	return all[len(all)-1]
}

// Vocabulary lists the words that a `one` or `keys` tag allows.
func (e *Edition) Vocabulary(name string) []string {
	switch name {
	case "answers":
		return []string{Yes, No, NotReported}
	case "conditions":
		return []string{"reported", "estimated", "provisional", NotReported}
	case "indicator-kinds":
		return []string{Total, Ratio, Share, Class}
	case "sections":
		return append(Sections(), e.Vocabulary("classifications")...)
	case "ratings":
		return append(keysOf(e.Ratings), NotReported)
	case "indicators":
		return keysBy(e.Indicators, func(i Indicator) string { return i.Key })
	case "questions":
		return keysBy(e.Questions, func(q Question) string { return q.Key })
	case "question-kinds":
		return []string{LevelReached, NeedSeen}
	case "networks":
		return keysBy(e.Networks, func(n Network) string { return n.Key })
	case "classifications":
		return keysBy(e.Classifications, func(c Classification) string { return c.Key })
	}
	return keysOf(e.terms(name))
}

// The kinds of questions.
const (
	LevelReached = "level"
	NeedSeen     = "need"
)

// The kinds of indicators: a choropleth may shade every one but a total.
const (
	Total = "total"
	Ratio = "ratio"
	Share = "share"
	Class = "class"
)

func (e *Edition) terms(name string) []Term {
	switch name {
	case "topics":
		return e.Topics
	case "levels":
		return e.Levels
	case "network-groups":
		return e.NetworkGroups
	case "website-kinds":
		return e.WebsiteKinds
	case "document-kinds":
		return e.DocumentKinds
	case "support-kinds":
		return e.SupportKinds
	case "initiative-kinds":
		return e.InitiativeKinds
	case "represented-kinds":
		return e.RepresentedKinds
	case "organisation-kinds":
		return e.OrganisationKinds
	case "strategies":
		return e.Strategies
	}
	panic("region: no vocabulary is called " + name) // a slip in a tag, caught by the first test
}

// Term is the term of a vocabulary with the key; its name is the key itself
// where the vocabulary does not have it.
func (e *Edition) Term(vocabulary, key string) Term {
	terms := e.Ratings
	if vocabulary != "ratings" {
		terms = e.terms(vocabulary)
	}
	for _, t := range terms {
		if t.Key == key {
			return t
		}
	}
	return Term{Key: key, Name: key}
}

// Sections are the parts of a region file that can be incomplete and that cite
// sources: its lists and tables of facts.
func Sections() []string {
	return []string{"websites", "figures", "memberships", "collaboration", "documents", "topics", "support",
		"codes", "strategy", "initiatives", "represented", "organisations", "evaluation", "profiles"}
}

func keysOf(terms []Term) []string { return keysBy(terms, func(t Term) string { return t.Key }) }

func keysBy[T any](list []T, key func(T) string) []string {
	keys := make([]string, len(list))
	for i, item := range list {
		keys[i] = key(item)
	}
	return keys
}

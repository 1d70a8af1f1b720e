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

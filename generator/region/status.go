package region

import "cmp"

// NotReported is the answer where nothing is known. It never means no.
const NotReported = "not reported"

// OrNotReported is an answer, or that there is none.
func OrNotReported(answer string) string { return cmp.Or(answer, NotReported) }

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

// Status is one word of the closed list of membership statuses. What a reader
// sees of it is a matter of words.
type Status struct {
	Key    string // the word in a region file
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
		{Yes, true}, {Part, true}, {CountryMember, false}, {CountryObserver, false},
		{Planned, false}, {No, false}, {NotApplicable, false}, {NotReported, false},
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

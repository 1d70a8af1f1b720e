package problem

// Code is the lasting short name of a kind of fault.
type Code string

// Faults of form are found while reading one file.
const (
	Syntax     Code = "A001" // the text is not TOML, or the +++ lines are missing
	WrongType  Code = "A002" // a number where a text is needed, or the like
	UnknownKey Code = "A003" // a key the schema does not have
	Unreadable Code = "A004" // a file that cannot be read as text
	Hidden     Code = "A005" // a character that nobody can see, or that turns the text around
)

// Faults of sense are found in one region by itself.
const (
	UnknownWord Code = "A010" // a word that is not in its vocabulary
	Missing     Code = "A011" // a required field that is not there
	OutOfBounds Code = "A012" // a number beyond what its unit allows
	Future      Code = "A013" // a year or date that has not come yet
	BadCode     Code = "A014" // a code that is not of the form of its standard
	BadLink     Code = "A015" // a link that is not http, https or mailto
	Repeated    Code = "A016" // the same entry twice in one list
	Contradicts Code = "A017" // two statements of one file that cannot both hold
	TooLong     Code = "A018" // a text that no page can show
)

// Faults of relation are found between files.
const (
	CodeTwice    Code = "A020" // one region code in two files
	AddressTwice Code = "A021" // two files claim one page address
	NoShape      Code = "A022" // a code that the map cannot draw
	FileName     Code = "A023" // a file whose name is not its region's code
)

// Warnings let a site be made all the same.
const (
	Thin      Code = "A030" // hardly anything is reported
	NoText    Code = "A031" // no description
	Stale     Code = "A032" // a figure much older than the newest of its indicator
	Disagrees Code = "A033" // figures of one region that do not fit together
	NearNames Code = "A034" // two names so alike that one may be a slip
	Borrowed  Code = "A035" // a text that is still worded as its source has it
	Unmeant   Code = "A036" // Markdown that becomes something else than it looks like

	Superseded Code = "A037" // a code that the edition of NUTS does not have any more
)

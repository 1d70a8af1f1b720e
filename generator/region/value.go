package region

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"regional-atlas/generator/slip"
)

// Value is a number in its indicator's unit, or a word of its scale. The zero
// Value holds neither: not reported.
type Value struct {
	Number float64
	Word   string
	Given  bool // true when a number or a word was written
}

// Take accepts what a file holds; it reports false, with the words for what
// was wanted, when that is neither a number nor a text.
func (v *Value) Take(raw any) (want string, ok bool) {
	switch raw := raw.(type) {
	case int64:
		*v = Value{Number: float64(raw), Given: true}
	case float64:
		*v = Value{Number: raw, Given: true}
	case string: // a class such as "Strong –" has the sign that its source prints
		*v = Value{Word: strings.Clone(slip.Signs(raw)), Given: raw != ""}
	}
	if !v.Given { // an empty text is no answer, and surely not 0
		return "a number or a word in quotes", false
	}
	return "", true
}

// Date is a day of the calendar; the zero Date is not reported.
type Date struct{ Year, Month, Day int }

// Take accepts a TOML date, with or without a time of day.
func (d *Date) Take(raw any) (want string, ok bool) {
	t, isTime := raw.(time.Time)
	if !isTime || t.Year() == 0 {
		return "a date without quotes, such as 2026-11-21", false
	}
	*d = Date{t.Year(), int(t.Month()), t.Day()}
	return "", true
}

// Known reports whether a date was given.
func (d Date) Known() bool { return d != Date{} }

// After reports whether d is later than e.
func (d Date) After(e Date) bool {
	month, day := cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day)
	return cmp.Or(cmp.Compare(d.Year, e.Year), month, day) > 0
}

// ISO writes the date as 2026-11-21, an unknown one as "".
func (d Date) ISO() string {
	if !d.Known() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// DateOf is the calendar day of a moment.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

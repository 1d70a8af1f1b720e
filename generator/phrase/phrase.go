// Package phrase says resolved facts in a language: a value with its unit, a
// figure with its year, an answer with what is known beyond it. Maps, pages and
// pictures say the same fact in the same words because they ask here.
package phrase

import (
	"strconv"
	"strings"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// Value says one value of an indicator: "6,596,233", "Strong +".
func Value(w *words.Language, i *region.Indicator, v profile.Value) string {
	if v.Class != "" {
		return Class(v.Class)
	}
	return w.Number(v.Number, i.Decimals)
}

// Class says a class of a scale: the sign behind its word is a sign, not a hyphen,
// and does not leave it at the end of a line.
func Class(class string) string {
	word, sign, signed := strings.Cut(class, " ")
	switch {
	case signed && (sign == "-" || sign == "–" || sign == "−"):
		return word + "\u00a0−"
	case signed && sign == "+":
		return word + "\u00a0+"
	}
	return class
}

// Standing says how a region differs from what its code and its shape stand for,
// "" when it does not.
func Standing(w *words.Language, r *profile.Region) string {
	switch {
	case r.Shape.Larger:
		return w.Say("region.part-of", "code", r.Code)
	case r.IsBorrowed():
		return w.Say("region.drawn-as", "code", r.Shape.Code)
	}
	return ""
}

// Values says the newest value of a figure, or that of each part; "" when none is
// reported.
func Values(w *words.Language, f *profile.Figure) string {
	var list []string
	for _, v := range f.Latest {
		word := Value(w, f.Indicator, v)
		if v.Part != "" {
			word = w.Say("value.part", "value", word, "part", v.Part)
		}
		list = append(list, word)
	}
	return strings.Join(list, ", ")
}

// Figure says the newest value of a figure with its unit and year: "6,596,233
// inhabitants (2019)".
func Figure(w *words.Language, f *profile.Figure) string {
	if !f.IsReported() {
		return w.Say("not-reported")
	}
	text := Values(w, f)
	if f.Indicator.Unit != "" {
		text += " " + f.Indicator.Unit
	}
	if year := f.Latest[0].Year; year != 0 {
		text = w.Say("value.year", "value", text, "year", strconv.Itoa(year))
	}
	return text
}

// Day says a day of the calendar, or that it is not reported.
func Day(w *words.Language, d region.Date) string {
	if !d.Known() {
		return w.Say("not-reported")
	}
	return w.Day(d.Year, d.Month, d.Day)
}

// Detail says what is known of a fact beyond its word, "" for nothing: of an answer
// for a network who is the member, since when, and what was remarked.
func Detail(w *words.Language, c profile.Cell) string {
	var parts []string
	if c.Part != "" {
		parts = append(parts, c.Part)
	}
	if c.Body != "" {
		parts = append(parts, w.Say("membership.body", "body", c.Body))
	}
	if c.Year != 0 {
		parts = append(parts, strconv.Itoa(c.Year))
	}
	if c.Note != "" {
		parts = append(parts, c.Note)
	}
	return strings.Join(parts, "; ")
}

// Answer says yes, no or not reported, with a capital.
func Answer(w *words.Language, answer string) string {
	if answer == "" {
		answer = region.NotReported
	}
	return w.Capital(w.Say("answer." + answer))
}

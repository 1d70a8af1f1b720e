package format

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"regional-atlas/generator/region"
)

// Text writes a text as a TOML string on one line.
func Text(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\t':
			out.WriteString(`\t`)
		case r < ' ' || r >= 0x7f && r < 0xa0:
			fmt.Fprintf(&out, `\u%04X`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// Whole writes a whole number, with underscores between thousands from five
// digits on.
func Whole(n int) string { return grouped(strconv.Itoa(n)) }

// digits writes a number without an exponent, grouped like Whole.
func digits(n float64) string {
	text := strconv.FormatFloat(n, 'f', -1, 64)
	switch text {
	case "NaN":
		return "nan"
	case "+Inf", "-Inf":
		return strings.ToLower(text)
	}
	if whole, _, isDecimal := strings.Cut(text, "."); !isDecimal &&
		len(whole) > len("9007199254740992") {
		return text + ".0" // beyond what a whole number of TOML holds
	}
	return grouped(text)
}

// Day writes a date; it must be known.
func Day(d region.Date) string { return d.ISO() }

// Truth writes true or false.
func Truth(b bool) string { return strconv.FormatBool(b) }

// Value writes the value of a figure; it must be given.
func Value(v region.Value) string {
	if v.Word != "" {
		return Text(v.Word)
	}
	return digits(v.Number)
}

// List writes a list of values that are TOML already.
func List(values ...string) string { return "[" + strings.Join(values, ", ") + "]" }

// Field is a key of an inline table with its value as TOML; a field without a
// value is left out.
type Field struct{ Key, Value string }

// Table writes an inline table in the order of the fields.
func Table(fields ...Field) string {
	var list []string
	for _, f := range fields {
		if f.Value != "" {
			list = append(list, keyText(f.Key)+" = "+f.Value)
		}
	}
	if len(list) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(list, ", ") + " }"
}

var (
	bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	decimal = regexp.MustCompile(`^([+-]?)([0-9]+(?:_[0-9]+)*)((?:\.[0-9]+(?:_[0-9]+)*)?)$`)
)

// keyText writes the name of a key, in quotes where TOML wants them.
func keyText(name string) string {
	if bareKey.MatchString(name) {
		return name
	}
	return Text(name)
}

// grouped puts underscores between the thousands of a decimal number from five
// digits on; whatever else it is given stays as it is.
func grouped(raw string) string {
	m := decimal.FindStringSubmatch(raw)
	if m == nil {
		return raw
	}
	digits := strings.ReplaceAll(m[2], "_", "")
	if len(digits) > 4 {
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + "_" + digits[i:]
		}
	}
	return m[1] + digits + m[3]
}

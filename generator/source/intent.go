package source

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"regional-atlas/generator/region"
	"regional-atlas/generator/slip"
)

// plainly is the value that a text was meant to be where no text belongs, as a
// remedy, or "" when nobody can know.
func plainly(raw any, wanted form) string {
	text, isText := raw.(string)
	if !isText {
		return ""
	}
	if wanted == aDay {
		day, ok := slip.Day(text)
		if _, err := time.Parse(time.DateOnly, text); err == nil {
			day, ok = slip.Meant{Write: text}, true
		}
		if ok {
			return day.Remedy()
		}
		return ""
	}
	if number, ok := numberFor(text, wanted); ok && (wanted == aWhole || wanted == aDecimal) {
		return number.Remedy()
	}
	return ""
}

// entryOf writes a value as the one field of an inline table that it may have
// been meant for, with the fields that the table needs besides; "" when no field
// takes it.
func entryOf(raw any, t reflect.Type) string {
	table := region.TableOf(t)
	i := slices.IndexFunc(table, func(f region.Field) bool { return f.Link && isAddress(raw) })
	if i < 0 {
		i = slices.IndexFunc(table, func(f region.Field) bool { return takes(f.Type, raw) })
	}
	if i < 0 {
		return ""
	}
	fields := []string{table[i].Key + " = " + asToml(raw)}
	for n, f := range table {
		if f.Need && n != i {
			fields = append(fields, f.Key+" = "+f.Example)
		}
	}
	return "{ " + strings.Join(fields, ", ") + " }"
}

func isAddress(raw any) bool {
	text, isText := raw.(string)
	return isText && region.IsWebLink(text)
}

// takes holds for a type of single values that a value is of.
func takes(t reflect.Type, raw any) bool {
	switch raw.(type) {
	case string:
		return formOf(t) == aText || formOf(t) == aNumber
	case int64:
		return slices.Contains([]form{aNumber, aWhole, aDecimal}, formOf(t))
	case float64:
		return formOf(t) == aNumber || formOf(t) == aDecimal
	case bool:
		return formOf(t) == aTruth
	}
	return false
}

// asToml writes a single value.
func asToml(raw any) string {
	switch raw := raw.(type) {
	case string:
		return quoted(raw)
	case int64:
		return slip.Grouped(strconv.FormatInt(raw, 10))
	case float64:
		return strconv.FormatFloat(raw, 'f', -1, 64)
	}
	return fmt.Sprint(raw)
}

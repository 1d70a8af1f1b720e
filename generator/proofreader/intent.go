package proofreader

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/slip"
)

// Plainly is the value that a text was meant to be where no text belongs, as a
// remedy, or "" when nobody can know.
func Plainly(raw any, of reflect.Type) string {
	wanted := formOf(of)
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

// ListRemedy tells an editor who wrote one thing how to write a list of it.
func ListRemedy(raw any, of reflect.Type, key problem.Key) string {
	if entry := entryOf(raw, of); entry != "" {
		return fmt.Sprintf("Write [%s].", entry)
	}
	if _, isTable := raw.(map[string]any); isTable {
		return fmt.Sprintf("Write [[%s]] with two brackets at each side above every entry, "+
			"or put { … } into square brackets.", dotted(key))
	}
	return "Put it into square brackets, even when it is the only one."
}

// dotted is a key as a heading has it, without the numbers of entries.
func dotted(key problem.Key) string {
	names := slices.DeleteFunc(key.Steps(), func(step string) bool {
		return strings.Trim(step, "0123456789") == ""
	})
	return strings.Join(names, ".")
}

// TableRemedy tells an editor who wrote something else what a table looks like.
func TableRemedy(raw any, t reflect.Type) string {
	if reflect.TypeOf(raw).Kind() == reflect.Slice {
		return "Write one table: its name in single brackets [ ] above its fields, " +
			"or { … } without brackets around it."
	}
	if entry := entryOf(raw, t); entry != "" {
		return fmt.Sprintf("Put it into curly brackets with its name, such as %s.", entry)
	}
	return "Write its name in single brackets [ ] on a line, and its fields below."
}

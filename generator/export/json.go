package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"strconv"
	"unicode/utf8"
)

// object is a JSON object whose members keep their order. It encodes itself.
type object []member

type member struct {
	name  string
	value any
}

// Encode writes the object as a file.
func (o object) Encode() ([]byte, error) {
	text, err := o.written(nil)
	return append(text, '\n'), err
}

// written adds the members one after the other. Every region has a file of its own, so
// values that are plain are written here, as encoding/json would write them: it looks at
// each text once more for every object around it.
func (o object) written(out []byte) (_ []byte, err error) {
	out = append(out, '{')
	for i, m := range o {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = compact(out, m.name); err != nil {
			return nil, err
		}
		if out, err = compact(append(out, ':'), m.value); err != nil {
			return nil, fmt.Errorf("%s cannot be written: %w", m.name, err)
		}
	}
	return append(out, '}'), nil
}

// compact adds a value; < and > stay as they are, since the file is no page.
func compact(out []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case nil:
		return append(out, "null"...), nil
	case bool:
		return strconv.AppendBool(out, v), nil
	case int:
		return strconv.AppendInt(out, int64(v), 10), nil
	case string:
		if isPlain(v) {
			return append(append(append(out, '"'), v...), '"'), nil
		}
	case float64:
		if size := math.Abs(v); size == 0 || size >= 1e-6 && size < 1e21 {
			return strconv.AppendFloat(out, v, 'f', -1, 64), nil
		}
	case object:
		return v.written(out)
	case []object:
		return list(out, v)
	case iter.Seq[object]:
		return stream(out, v)
	case [][][][2]float64:
		return list(out, v)
	case [][][2]float64:
		return list(out, v)
	case [][2]float64:
		return list(out, v)
	case [2]float64:
		return list(out, v[:])
	}
	return encoded(out, v)
}

// list adds values between square brackets.
func list[T any](out []byte, values []T) (_ []byte, err error) {
	out = append(out, '[')
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = compact(out, v); err != nil {
			return nil, err
		}
	}
	return append(out, ']'), nil
}

// stream adds objects that are made one after the other.
func stream(out []byte, objects iter.Seq[object]) (_ []byte, err error) {
	out = append(out, '[')
	isFirst := true
	for o := range objects {
		if !isFirst {
			out = append(out, ',')
		}
		if out, err = o.written(out); err != nil {
			return nil, err
		}
		isFirst = false
	}
	return append(out, ']'), nil
}

// isPlain holds for a text that needs no escapes.
func isPlain(text string) bool {
	for _, r := range text {
		if r < ' ' || r == '"' || r == '\\' || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return false
		}
	}
	return true
}

// encoded adds what encoding/json makes of a value, without the line that it ends with.
func encoded(out []byte, v any) ([]byte, error) {
	var buffer bytes.Buffer
	e := json.NewEncoder(&buffer)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return append(out, buffer.Bytes()[:buffer.Len()-1]...), nil
}

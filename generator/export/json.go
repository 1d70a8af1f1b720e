package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
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
func (o object) Encode(to io.Writer) error {
	out := bufio.NewWriter(to)
	if err := o.written(out); err != nil {
		return err
	}
	out.WriteByte('\n')
	return out.Flush()
}

// written adds the members one after the other. Every region has a file of its own, so
// values that are plain are written here, as encoding/json would write them: it looks at
// each text once more for every object around it. Errors of the writer come when it is
// flushed; the error here is that of a value.
func (o object) written(out *bufio.Writer) error {
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := compact(out, m.name); err != nil {
			return err
		}
		out.WriteByte(':')
		if err := compact(out, m.value); err != nil {
			return fmt.Errorf("%s cannot be written: %w", m.name, err)
		}
	}
	return out.WriteByte('}')
}

// compact adds a value; < and > stay as they are, since the file is no page.
func compact(out *bufio.Writer, v any) error {
	switch v := v.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		out.Write(strconv.AppendBool(out.AvailableBuffer(), v))
	case int:
		out.Write(strconv.AppendInt(out.AvailableBuffer(), int64(v), 10))
	case string:
		return quoted(out, v)
	case float64:
		return decimal(out, v)
	case object:
		return v.written(out)
	case []object:
		return list(out, slices.Values(v))
	case iter.Seq[object]:
		return list(out, v)
	case [][][][2]float64:
		return list(out, slices.Values(v))
	case [][][2]float64:
		return list(out, slices.Values(v))
	case [][2]float64:
		return list(out, slices.Values(v))
	case [2]float64:
		return list(out, slices.Values(v[:]))
	default:
		return encoded(out, v)
	}
	return nil
}

// list adds values between square brackets, each made when its turn comes.
func list[T any](out *bufio.Writer, values iter.Seq[T]) error {
	out.WriteByte('[')
	isFirst := true
	for v := range values {
		if !isFirst {
			out.WriteByte(',')
		}
		if err := compact(out, v); err != nil {
			return err
		}
		isFirst = false
	}
	return out.WriteByte(']')
}

// decimal adds a number without an exponent, unless that would be long.
func decimal(out *bufio.Writer, v float64) error {
	if size := math.Abs(v); size != 0 && size < 1e-6 || !(size < 1e21) {
		return encoded(out, v)
	}
	_, err := out.Write(strconv.AppendFloat(out.AvailableBuffer(), v, 'f', -1, 64))
	return err
}

// quoted adds a text, one that needs no escapes as it is.
func quoted(out *bufio.Writer, text string) error {
	for _, r := range text {
		if r < ' ' || r == '"' || r == '\\' || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return encoded(out, text)
		}
	}
	out.WriteByte('"')
	out.WriteString(text)
	return out.WriteByte('"')
}

// encoded adds what encoding/json makes of a value, without the line that it ends with.
func encoded(out *bufio.Writer, v any) error {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := out.Write(bytes.TrimSuffix(text.Bytes(), []byte{'\n'}))
	return err
}

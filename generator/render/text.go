package render

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// mostText is how long a text may be that a layout puts together. A text that is put
// together of itself, again and again, doubles; one call may name a text, or ask for a
// width, a hundred thousand times. What would get too long is refused before it is made.
const mostText = 1 << 20

var errTooLong = errors.New("a text that the layout puts together grows beyond 1 MB")

// bounded is a function of layouts that puts texts together.
func bounded(join func(values ...any) string) func(values ...any) (string, error) {
	return func(values ...any) (string, error) {
		length := 0
		for _, v := range values {
			length += lengthOf(v)
		}
		if length > mostText {
			return "", errTooLong
		}
		return short(join(values...))
	}
}

func short(text string) (string, error) {
	if len(text) > mostText {
		return "", errTooLong
	}
	return text, nil
}

// sprintf puts texts together by a format.
func sprintf(format string, values ...any) (string, error) {
	const room = 16 * mostText // a verb may take none of what it could
	longest, widest := 0, 0
	for _, v := range values {
		longest = max(longest, lengthOf(v))
		if number := reflect.ValueOf(v); number.IsValid() && number.CanInt() {
			widest = max(widest, within(number.Int()))
		}
	}
	verbs, stars := int64(strings.Count(format, "%")), int64(strings.Count(format, "*"))
	length := int64(len(format)) + verbs*int64(longest) + stars*int64(widest) + widthsOf(format)
	if length > room {
		return "", errTooLong
	}
	return short(fmt.Sprintf(format, values...))
}

// lengthOf is how long a value is as a text; of what is no text it is a guess, since a
// layout cannot make it longer.
func lengthOf(value any) int {
	if v := reflect.ValueOf(value); v.IsValid() && v.Kind() == reflect.String {
		return v.Len()
	}
	return 0
}

// widthsOf adds up the numbers in a format, each of which may be the width of a verb or
// its precision.
func widthsOf(format string) int64 {
	sum, number := int64(0), int64(0)
	for _, c := range []byte(format + " ") {
		if c >= '0' && c <= '9' {
			number = min(number*10+int64(c-'0'), mostText)
			continue
		}
		sum, number = sum+number, 0
	}
	return sum
}

// within is the size of a number, as far as it matters here.
func within(n int64) int {
	if n < -mostText || n > mostText {
		return mostText
	}
	return int(max(n, -n))
}

package export

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// What is written here is what encoding/json writes.
func TestValuesAreAsEncodingJSONWritesThem(t *testing.T) {
	values := []any{nil, true, false, 0, -7, 1 << 30, "", "a", "Łódź <b> & 'c'", "a\"b\\c", "line\nend\t\x00\x7f", "\u2028\u2029", "a\xffb", "\ufffd",
		0.0, math.Copysign(0, -1), 1.5, -2.25, 1e-6, 9.9e-7, 1e20, 1e21, 123456789.123, math.SmallestNonzeroFloat64, math.MaxFloat64,
		[]string{"a", "b\n"}, []string(nil), [][2]float64{{1, 2.5}, {-3, 0}}, [][][][2]float64{{{{1, 2}}}}, [2]float64{1, 1e-9}}
	source := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		values = append(values, math.Float64frombits(source.Uint64()), string([]rune{rune(source.IntN(0x3000)), rune(source.IntN(0x110000))}))
	}
	for _, v := range values {
		var out bytes.Buffer
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		wrong := e.Encode(v)
		got, err := written(object{{"", v}})
		if (err == nil) != (wrong == nil) || err == nil && got != `{"":`+strings.TrimSuffix(out.String(), "\n")+"}\n" {
			t.Errorf("%#v is written as %s (%v), want %s (%v)", v, got, err, out.String(), wrong)
		}
	}
}

func written(o object) (string, error) {
	var out strings.Builder
	err := o.Encode(&out)
	return out.String(), err
}

func TestObjectsKeepTheirOrder(t *testing.T) {
	var none []object
	o := object{{"b", 1}, {"a \"x\"", object{{"c", nil}}}, {"list", []object{{}, {{"d", "e"}}}}, {"none", none}}
	got, err := written(o)
	if want := `{"b":1,"a \"x\"":{"c":null},"list":[{},{"d":"e"}],"none":[]}` + "\n"; err != nil || got != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
	if _, err := written(object{{"a", object{{"b", math.NaN()}}}}); err == nil || err.Error() != "a cannot be written: b cannot be written: json: unsupported value: NaN" {
		t.Errorf("%v", err)
	}
}

package format

import (
	"math"
	"testing"

	"regional-atlas/generator/region"
)

func TestLiteralsSayWhatTheyAreGiven(t *testing.T) {
	for _, text := range []string{"", "a", `"`, `\`, `a\n`, "a\nb\tc\r\x00\x7f\u0085", "+++\n+++", "Skåne — 日本語 😀", "'''", "\u202e", "#"} {
		if got, ok := literal(Text(text)); !ok || got != text {
			t.Errorf("Text(%q) = %s, which says %q", text, Text(text), got)
		}
	}
	if got, ok := literal(Text("a\xffb")); !ok || got != "a\ufffdb" {
		t.Errorf("bytes that are no text become %q", got)
	}
	for _, n := range []float64{0, 1, -1, 1234, 12345, -6596233, 20.2, 0.1, 1234567.125, 1e15, 1e21, -1e300, 5e-324, math.Inf(1)} {
		got, ok := literal(digits(n))
		if whole, isWhole := got.(int64); isWhole {
			got = float64(whole)
		}
		if !ok || got != n {
			t.Errorf("digits(%v) = %s, which says %v", n, digits(n), got)
		}
	}
}

func TestLiteralsAreWrittenAsInRegionFiles(t *testing.T) {
	for got, want := range map[string]string{
		Whole(7422): "7422", Whole(12345): "12_345", Whole(-6596233): "-6_596_233", digits(20.2): "20.2", digits(1215290): "1_215_290",
		digits(12345.5): "12_345.5", Day(region.Date{Year: 2026, Month: 1, Day: 2}): "2026-01-02", Truth(true): "true",
		Value(region.Value{Word: "Leader -", Given: true}): `"Leader -"`, Value(region.Value{Number: 13.06, Given: true}): "13.06",
		List(): "[]", List(Text("a"), Whole(1)): `["a", 1]`, Table(): "{}",
		Table(Field{"value", "1"}, Field{"year", ""}, Field{"a b", `"c"`}): `{ value = 1, "a b" = "c" }`,
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

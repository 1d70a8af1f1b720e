package geometry

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// What the scanner takes, the reader of JSON takes too, and for the same points; all else
// it leaves.
func TestScannerReadsAsJSON(t *testing.T) {
	for text, isUsual := range map[string]bool{
		`[[[1,2],[3,4]]]`: true, `[]`: true, " [\n[ [ -1 , 2 ] ,\t[3,\r-4]], [[0,0],[0,0],[1,1]] ] ": true,
		`[[[2147483647,-2147483647],[-1,1]]]`: true, `[[[-0,0],[10,0]]]`: true,
		`[[[2147483647,0],[1,0]]]`: false, `[[[2147483648,0],[1,0]]]`: false, `[[[99999999999999999999,0],[1,0]]]`: false,
		`[[[1,2]]]`: false, `[[]]`: false, `[[[1,2],[]]]`: false, `[[[1,2],[3]]]`: false, `[[[1,2],[3,4,5]]]`: false,
		`[[[1.0,2],[3,4]]]`: false, `[[[1e2,2],[3,4]]]`: false, `[[[1,2],null]]`: false, `null`: false, `{}`: false,
		`[[["1",2],[3,4]]]`: false, `[[[1,2],[3,4]],null]`: false, `[[[[1],2],[3,4]]]`: false, `5`: false,
		`[` + strings.Repeat(`[[1,2],[3,4]],`, 9000) + `[[5,6],[7,8]]]`: true,
	} {
		s := scanner{text: []byte(text)}
		got := s.lines()
		if s.isOdd == isUsual {
			t.Errorf("%.60s is odd: %v", text, s.isOdd)
		}
		var all [][][]int32
		if s.isOdd {
			continue
		}
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			t.Errorf("%.60s: %v", text, err)
		}
		var want [][][2]int32
		for _, steps := range all {
			line, err := undiffer(steps)
			if err != nil {
				t.Errorf("%.60s: %v", text, err)
			}
			want = append(want, line)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%.60s:\n got %v\nwant %v", text, got, want)
		}
	}
}

package main

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestMiddle(t *testing.T) {
	got := middle([]cost{{3 * time.Second, 10, 5}, {time.Second, 30, 1}, {2 * time.Second, 20, 9}})
	if got != (cost{2 * time.Second, 20, 5}) {
		t.Errorf("the medians are %+v", got)
	}
	if got := middle([]cost{{wall: 1}, {wall: 4}}).wall; got != 2 {
		t.Errorf("the median of two is %d", got)
	}
	if got := middle(nil); got != (cost{}) {
		t.Errorf("the median of nothing is %+v", got)
	}
}

func TestRatiosAreOfTheSameTurn(t *testing.T) {
	got := ratios([]cost{{wall: 10}, {wall: 30}}, []cost{{wall: 10}, {wall: 60}})
	if len(got) != 2 || got[0] != 0.5 || got[1] != 1 {
		t.Errorf("the ratios are %v", got)
	}
}

func TestMeasured(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c, err := measured(t.TempDir(), self, "-test.run", "^$")
	if err != nil || c.wall <= 0 || c.cpu <= 0 {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := measured(t.TempDir(), self, "-no-such-flag"); err == nil || !strings.Contains(err.Error(), "no-such-flag") {
		t.Errorf("a program that fails gives %v", err)
	}
}

func TestTableSaysThatThereIsNoPeer(t *testing.T) {
	var out strings.Builder
	turns{ours: []cost{{2 * time.Second, time.Second, 70e6}}}.print(&out, 300, nil)
	for _, want := range []string{"300 regions", "not measured", "atlas build  ", "2.00", "1.00", "70"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
}

func TestNumbersOf(t *testing.T) {
	if got, err := numbersOf("300, 1500"); err != nil || len(got) != 2 || got[1] != 1500 {
		t.Errorf("%v, %v", got, err)
	}
	for _, wrong := range []string{"", "0", "-1", "many", "999999999", "1,,2"} {
		if got, err := numbersOf(wrong); err == nil {
			t.Errorf("%q is taken as %v", wrong, got)
		}
	}
}

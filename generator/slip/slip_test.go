package slip

import "testing"

func TestNumber(t *testing.T) {
	for text, want := range map[string]Meant{
		"6,596,233":     {What: noCommas, Write: "6_596_233"},
		"1,234,567.5":   {What: noCommas, Write: "1_234_567.5"},
		"6,596":         {noCommas, "6_596", "6.596", "the comma stands before decimals"},
		"20,20":         {What: notAComma, Write: "20.20"},
		"6.596,20":      {What: notAComma, Write: "6_596.20"},
		"6.596.233":     {What: noPoints, Write: "6_596_233"},
		"6 596 233":     {What: noSpaces, Write: "6_596_233"},
		"6\u00a0596":    {What: noSpaces, Write: "6_596"},
		"6’596’233":     {What: noSpaces, Write: "6_596_233"},
		"6 596,5":       {What: noSpaces, Write: "6_596.5"},
		"–8.4":          {What: aMinus, Write: "-8.4"},
		"−155":          {What: aMinus, Write: "-155"},
		"\u2011 155":    {What: aMinus, Write: "-155"},
		"—1,5":          {What: notAComma, Write: "-1.5"},
		"−6,596":        {noCommas, "-6_596", "-6.596", "the comma stands before decimals"},
		"- 5":           {What: aMinus, Write: "-5"},
		"20.2%":         {What: noUnit, Write: "20.2"},
		"20,2 %":        {What: noUnit, Write: "20.2"},
		"20 per cent":   {What: noUnit, Write: "20"},
		"6.6 million":   {What: noWords, Write: "6_600_000"},
		"6,596233 Mio.": {What: noWords, Write: "6_596_233"},
		"1.2345678 mn":  {What: noWords, Write: "1_234_567.8"},
		"11 thousand":   {What: noWords, Write: "11_000"},
		"1.5 billion":   {What: noWords, Write: "1_500_000_000"},
		"2 Mrd":         {What: noWords, Write: "2_000_000_000"},
		"0.5 million":   {What: noWords, Write: "500_000"},
		"~20":           {What: noAbout, Write: "20"},
		"ca. 6,596,233": {What: noAbout, Write: "6_596_233"},
	} {
		if got, ok := Number(text); got != want || !ok {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{
		"", "20.2", "-8.4", "6_596_233", "12 34", "1,2,3", "Strong", "5 km", "~x", ">5", "about", "%", "million",
		"1.2.3", "Strong –", "6 m", "2019/20", "1e5", "–",
	} {
		if got, ok := Number(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestWhole(t *testing.T) {
	for text, want := range map[string]string{"6,596": "6_596", "1,0": "1", "−2.000,00": "-2_000", "2 019": "2_019"} {
		if got, ok := Whole(text); got.Write != want || !ok || got.Or != "" {
			t.Errorf("%q is %+v, want %s", text, got, want)
		}
	}
	for _, text := range []string{"1,5", "20.2%", "2019", "x"} {
		if got, ok := Whole(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestDay(t *testing.T) {
	const first = "the month stands first"
	for text, want := range map[string]Meant{
		"2026/11/21": {What: notADay, Write: "2026-11-21"}, "2026.1.2": {What: notADay, Write: "2026-01-02"},
		"21.11.2026": {What: notADay, Write: "2026-11-21"}, "1.2.2026": {What: notADay, Write: "2026-02-01"},
		"11/21/2026": {What: notADay, Write: "2026-11-21"}, "21/11/2026": {What: notADay, Write: "2026-11-21"},
		"11/10/2026": {notADay, "2026-10-11", "2026-11-10", first}, "5/5/2026": {What: notADay, Write: "2026-05-05"},
		"21 November 2026":  {What: notADay, Write: "2026-11-21"},
		"1st Dec. 2026":     {What: notADay, Write: "2026-12-01"},
		"November 21, 2026": {What: notADay, Write: "2026-11-21"},
		"2026-1-2":          {What: notADay, Write: "2026-01-02"},
	} {
		if got, ok := Day(text); got != want || !ok {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{"", "2026-13-45", "31.2.2026", "2026", "11/2026", "21 Brumaire 2026", "2026/2027"} {
		if got, ok := Day(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestSignsAndAbsence(t *testing.T) {
	for _, sign := range []string{"-", "‐", "‑", "‒", "–", "—", "―", "−", "﹣", "－"} {
		if got := Signs("Strong " + sign); got != "Strong -" {
			t.Errorf("Strong %s is %q", sign, got)
		}
		if !IsAbsence(sign) || IsAbsence("Strong "+sign) {
			t.Errorf("%q alone is an absence, and behind a word none", sign)
		}
	}
	for _, text := range []string{"unknown", "N/A", "..", ":", "Not Reported", "…", "n.a."} {
		if !IsAbsence(text) {
			t.Errorf("%q says nothing", text)
		}
	}
	for _, text := range []string{"", "Strong", "no", "0", "|", "a|b", "x|:"} {
		if IsAbsence(text) {
			t.Errorf("%q says something", text)
		}
	}
}

func TestRemedy(t *testing.T) {
	for want, m := range map[string]Meant{
		"Write 5.":             {Write: "5"},
		"Write 5, or 6 if so.": {Write: "5", Or: "6", If: "so"},
	} {
		if got := m.Remedy(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

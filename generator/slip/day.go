package slip

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	yearFirst = regexp.MustCompile(`^([0-9]{4})[./\-– ]([0-9]{1,2})[./\-– ]([0-9]{1,2})\.?$`)
	yearLast  = regexp.MustCompile(`^([0-9]{1,2})([./\-– ])([0-9]{1,2})[./\-– ]([0-9]{4})$`)
	inWords   = regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th|\.)? +([A-Za-z]{3,9})\.?,? +([0-9]{4})$`)
	american  = regexp.MustCompile(`^([A-Za-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})$`)
)

const notADay = "a day is written as year, month and day with hyphens"

// Day recognises a day that is written as people write it: 2026/11/21 and
// 21.11.2026 and 21 November 2026.
func Day(text string) (Meant, bool) {
	text = strings.TrimSpace(text)
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := inWords.FindStringSubmatch(text); m != nil {
		return day(m[3], month(m[2]), m[1])
	}
	if m := american.FindStringSubmatch(text); m != nil {
		return day(m[3], month(m[1]), m[2])
	}
	m := yearLast.FindStringSubmatch(text)
	if m == nil {
		return Meant{}, false
	}
	meant, isDay := day(m[4], m[3], m[1])
	other, isOther := day(m[4], m[1], m[3])
	switch {
	case !isDay:
		return other, isOther
	case isOther && other.Write != meant.Write && m[2] == "/": // as in America
		meant.Or, meant.If = other.Write, "the month stands first"
	}
	return meant, true
}

func day(year, month, day string) (Meant, bool) {
	if len(month) < 2 {
		month = "0" + month
	}
	if len(day) < 2 {
		day = "0" + day
	}
	iso := fmt.Sprintf("%s-%s-%s", year, month, day)
	_, err := time.Parse(time.DateOnly, iso)
	return Meant{What: notADay, Write: iso}, err == nil
}

// month is the number of a month by its English name or the beginning of it, ""
// for any other word.
func month(name string) string {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), strings.ToLower(name)) {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}

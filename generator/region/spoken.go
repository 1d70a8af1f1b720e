package region

import "regional-atlas/generator/words"

// What an editor reads in a fault is English, whatever the language of the site.

func spokenNumber(number float64, decimals int) string {
	return words.English().Number(number, decimals)
}

func spokenValue(v Value, decimals int) string {
	if v.Word != "" || !v.Given {
		return v.Word
	}
	return spokenNumber(v.Number, decimals)
}

func spokenDay(d Date) string { return words.English().Day(d.Year, d.Month, d.Day) }

func spokenWhole(n int) string { return words.English().Whole(n) }

package words

import (
	_ "embed"
	"sync"
)

//go:embed english.toml
var englishCatalogue string

// English is the language of the program: its catalogue is complete.
var English = sync.OnceValue(func() *Language {
	return newLanguage(locale{
		tag: "en", thousands: ",", point: ".", and: "and", lowersNoun: true, capital: "Europe",
		dayFormat: "{day} {month} {year}",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August",
			"September", "October", "November", "December"},
		plural: func(n int) int {
			if n == 1 {
				return 0
			}
			return 1
		},
	}, englishCatalogue)
})

//go:build race

package source

// underRace is whether the race detector watches the test.
const underRace = true

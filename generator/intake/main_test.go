package intake

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain clears memory seldom, as a build does.
func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	os.Exit(m.Run())
}

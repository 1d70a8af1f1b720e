package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version says which program this is: its release, else the commit it was built from,
// and the Go that built it.
func version() string {
	const name = "atlas"
	info, known := debug.ReadBuildInfo()
	if !known {
		return name + " of an unknown version"
	}
	of := info.Main.Version
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	if of == "" || of == "(devel)" {
		of = "built from source"
	}
	if revision := settings["vcs.revision"]; len(revision) >= 12 {
		of += ", commit " + revision[:12]
		if settings["vcs.modified"] == "true" {
			of += " with changes"
		}
	}
	return fmt.Sprintf("%s %s, %s, %s/%s", name, of, runtime.Version(), runtime.GOOS,
		runtime.GOARCH)
}

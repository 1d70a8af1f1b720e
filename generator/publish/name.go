package publish

import (
	"fmt"
	"strings"
)

// manifestName is the file in the folder that lists what is ours.
const manifestName = "manifest.txt"

// checkName tells whether a name may stand in the folder: a slash path of lower-case
// ASCII letters, digits and - _ . that means the same file on every file system and every
// web server.
func checkName(name string) error {
	switch {
	case name == noJekyll:
		return nil
	case name == manifestName:
		return fmt.Errorf("the name %q is kept for the list of written files", name)
	case len(name) > 1000:
		return fmt.Errorf("the name %.40q… is longer than 1000 bytes", name)
	}
	for part := range strings.SplitSeq(name, "/") {
		if err := checkPart(part); err != nil {
			return fmt.Errorf("the name %q cannot be written: %w", name, err)
		}
	}
	return nil
}

func checkPart(part string) error {
	switch {
	case part == "":
		return fmt.Errorf("it has an empty part")
	case len(part) > 200:
		return fmt.Errorf("a part of it is longer than 200 bytes")
	case part[0] == '.' || part[len(part)-1] == '.':
		return fmt.Errorf("a part of it begins or ends with a dot")
	case strings.ContainsFunc(part, foreign):
		return fmt.Errorf("only a to z, 0 to 9, '-', '_', '.' and '/' are allowed")
	case device(part):
		return fmt.Errorf("%q is the name of a device on Windows", part)
	}
	return nil
}

func foreign(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("-_.", r)
}

// device tells whether Windows takes the part for a device, whatever its extension.
func device(part string) bool {
	stem, _, _ := strings.Cut(part, ".")
	switch stem {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(stem) == 4 && (stem[:3] == "com" || stem[:3] == "lpt") && stem[3] >= '0' &&
		stem[3] <= '9'
}

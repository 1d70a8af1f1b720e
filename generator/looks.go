package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"regional-atlas/generator/palette"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// coloursOf are the colours that an atlas chooses itself.
func coloursOf(s region.Site) palette.Own {
	return palette.Own{Accent: s.Accent, AccentDark: s.AccentDark, Palette: s.Palette,
		PaletteDark: s.PaletteDark}
}

// sameColours reports whether two atlases choose the same.
func sameColours(a, b palette.Own) bool {
	return a.Accent == b.Accent && a.AccentDark == b.AccentDark &&
		slices.Equal(a.Palette, b.Palette) &&
		slices.Equal(a.PaletteDark, b.PaletteDark)
}

// looks finds what is wrong with the looks that an atlas chooses: colours that cannot be
// seen, and a sign that is not among the assets; and names the assets that no page uses.
func looks(assets fs.FS, e *region.Edition) []problem.Fault {
	var faults []problem.Fault
	if colours, err := readColours(assets); err == nil { // else there is no site, and that is told
		for _, lack := range colours.Lacks(coloursOf(e.Site)) {
			faults = append(faults, problem.Fault{File: source.EditionFile,
				Key: problem.Key("/site/" + lack.Key), Code: problem.OutOfBounds, What: lack.What,
				Remedy: lack.Remedy})
		}
	}
	if file := e.Site.Logo.File; file != "" {
		if what, remedy := unshown(assets, file); what != "" {
			faults = append(faults, problem.Fault{File: source.EditionFile, Key: "/site/logo/file",
				Code: problem.Missing, What: what, Remedy: remedy})
		}
	}
	return append(faults, unused(assets)...)
}

// unshown says why a page cannot show a file of the assets, "" when it can.
func unshown(assets fs.FS, file string) (what, remedy string) {
	const put = "Put the file into the folder assets, and write its name from there, such as \"logo.svg\"."
	if !fs.ValidPath(file) {
		return problem.Quote(file) + " is not the name of a file in assets", put
	}
	if !isPicture(file) {
		return problem.Quote(file) + " is not a picture that browsers show",
			"Save it as " + strings.Join(pictureEndings(), ", ") + "."
	}
	if _, err := fs.Stat(assets, file); err != nil {
		return fmt.Sprintf("there is no file %s in assets", problem.Quote(file)), put
	}
	return "", ""
}

func pictureEndings() []string {
	return []string{".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}
}

func isPicture(file string) bool { return slices.Contains(pictureEndings(), path.Ext(file)) }

// unused warns of files of the assets that no page may use: whoever put them there
// expects them on the site.
func unused(assets fs.FS) []problem.Fault {
	var names []string
	err := fs.WalkDir(assets, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains(dataFolders(), name):
			return fs.SkipDir
		case entry.IsDir() || isLoaded(name) || isKept(name):
			return nil
		}
		names = append(names, name)
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) || len(names) == 0 {
		return nil // what cannot be read is told where it is read
	}
	const few = 5
	list := strings.Join(names[:min(few, len(names))], ", ")
	if more := len(names) - few; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return []problem.Fault{{File: source.EditionFile, Key: "/site", Code: problem.FileName,
		Warning: true, What: "files of assets that no page can use are not part of the site: " + list,
		Remedy: "Save pictures as .svg, .png, .jpg, .webp or .avif, and fonts as .woff2, with endings in small letters; remove what is " +
			"not for readers, or begin its name with an underscore."}}
}

// isKept holds for files beside the assets that are for those who make them.
func isKept(name string) bool {
	return strings.ContainsAny(path.Base(name)[:1], "._") ||
		slices.Contains([]string{".md", ".go", ".txt"}, path.Ext(name))
}

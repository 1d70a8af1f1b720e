package generator

import (
	"fmt"
	"io"
	"io/fs"
	"path"

	"regional-atlas/generator/output"
	"regional-atlas/generator/photo"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// PhotosFolder holds the photographs, beside the region files.
const PhotosFolder = "photos"

// measure notes how large the photographs of a region are, and finds those that a page
// cannot show.
func measure(files fs.FS, r *region.Region) []problem.Fault {
	var faults []problem.Fault
	for i := range r.Photos {
		p := &r.Photos[i]
		if p.File == "" {
			continue // missing, which is told
		}
		what, remedy := look(files, p)
		if what != "" {
			faults = append(faults, problem.Fault{File: r.File,
				Key: problem.Key("/photos").Item(i).Field("file"), Code: problem.Missing, What: what,
				Remedy: remedy})
		}
	}
	return faults
}

// look measures one of them, and says why a page cannot show it.
func look(files fs.FS, p *region.Photo) (what, remedy string) {
	const most = 30 << 20
	name := path.Join(PhotosFolder, p.File)
	put := fmt.Sprintf("Put the file into the folder %s beside the region files, and write its name there, such as \"bruges.jpg\".", PhotosFolder)
	if !fs.ValidPath(p.File) {
		return problem.Quote(p.File) + " is not the name of a file in " + PhotosFolder, put
	}
	info, err := fs.Stat(files, name)
	switch {
	case err != nil || info.IsDir():
		return fmt.Sprintf("there is no file %s in the folder %s", problem.Quote(p.File),
			PhotosFolder), put
	case info.Size() > most:
		return fmt.Sprintf("%s has %d MB, and at most %d can be opened", problem.Quote(p.File),
			info.Size()>>20, most>>20), "Save it smaller; 2,000 pixels across are enough."
	}
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return problem.Quote(p.File) + " cannot be read", put
	}
	size, err := photo.SizeOf(data)
	if err != nil {
		return fmt.Sprintf("%s %v", problem.Quote(p.File),
			err), "Save the photograph as .jpg, some 2,000 pixels across."
	}
	if least := output.PhotoWidths()[0]; size.Width < least {
		return fmt.Sprintf("%s is %d pixels wide, and a page shows %d", problem.Quote(p.File), size.Width,
			least), "Take a larger one."
	}
	p.Width, p.Height = size.Width, size.Height
	return "", ""
}

// photos lists the photographs of all regions in the sizes that pages want.
func photos(files fs.FS, regions []*profile.Region) output.Files {
	return func(yield func(output.File) bool) {
		for _, r := range regions {
			for i, p := range r.Photos {
				for _, width := range output.PhotoWidths() {
					if width > p.Width {
						continue
					}
					f := output.File{Address: output.Photo(r.Code, i+1, width),
						Content: func() any { return scaled{files, p.File, width} }}
					if !yield(f) {
						return
					}
				}
			}
		}
	}
}

// scaled is a photograph of a width.
type scaled struct {
	files fs.FS
	name  string
	width int
}

// Encode scales it.
func (s scaled) Encode(to io.Writer) error {
	data, err := fs.ReadFile(s.files, path.Join(PhotosFolder, s.name))
	if err != nil {
		return err
	}
	return photo.Scale(to, data, s.width)
}

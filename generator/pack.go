package generator

import (
	"io"
	"time"

	"regional-atlas/generator/archive"
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

// Pack writes the whole site as one zip, to be kept and read without a network: a page to
// start from, and the site in a folder beside it. The same site makes the same bytes on
// every machine.
func (s *Site) Pack(to io.Writer) error {
	day := s.day
	if !day.Known() {
		day = region.Date{Year: 2000, Month: 1, Day: 1} // no day of its own; zip needs one
	}
	a := archive.New(s.name(), day.Year, time.Month(day.Month), day.Day)
	if err := s.write(below{a}, func() {}); err != nil {
		return err
	}
	if err := s.languages[0].renderer.Lend(s.start,
		func(data []byte) error { return a.Write(s.start.Address, data) }); err != nil {
		return err
	}
	return a.Encode(to)
}

// name is what the folder of the packed site is called.
func (s *Site) name() string {
	for _, title := range []string{s.data.Short, s.data.Title} {
		if name := region.Slug(title); name != "" {
			return name
		}
	}
	return "atlas"
}

// below is the folder of the pages in an archive.
type below struct{ *archive.Archive }

// Write puts a file of the site beside the page to start from.
func (b below) Write(name string, data []byte) error {
	return b.Archive.Write(output.PackedFolder+name, data)
}

// Stream is Write for a file that writes itself.
func (b below) Stream(name string, content func(to io.Writer) error) error {
	return b.Archive.Stream(output.PackedFolder+name, content)
}

// whole lists the site as one file: it holds all but itself.
func (s *Site) whole(m *model) output.Files {
	plain := *s.frame
	plain.pack = false
	return output.List(output.File{Address: output.WholeSite,
		Content: func() any { return packed{func() (*Site, error) { return plain.site(m) }} }})
}

// packed encodes itself as the site in one file.
type packed struct{ site func() (*Site, error) }

// Encode packs the site.
func (p packed) Encode(to io.Writer) error {
	site, err := p.site()
	if err != nil {
		return err
	}
	return site.Pack(to)
}

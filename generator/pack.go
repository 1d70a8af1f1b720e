package generator

import (
	"time"

	"regional-atlas/generator/archive"
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

// Pack is the whole site as one zip, to be kept and read without a network: a page to
// start from, and the site in a folder beside it. The same site makes the same bytes on
// every machine.
func (s *Site) Pack() ([]byte, error) {
	day := s.day
	if !day.Known() {
		day = region.Date{Year: 2000, Month: 1, Day: 1} // no day of its own; zip needs one
	}
	a := archive.New(s.name(), day.Year, time.Month(day.Month), day.Day)
	if err := s.write(below{a}, func() {}); err != nil {
		return nil, err
	}
	start, err := s.Bytes(s.start)
	if err != nil {
		return nil, err
	}
	if err := a.Write(s.start.Address, start); err != nil {
		return nil, err
	}
	return a.Encode()
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

// whole lists the site as one file: it holds all but itself.
func (s *Site) whole(m *model) output.Files {
	plain := *s.frame
	plain.pack = false
	return output.List(output.File{Address: output.WholeSite, Content: func() any { return packed{func() (*Site, error) { return plain.site(m) }} }})
}

// packed encodes itself as the site in one file.
type packed struct{ site func() (*Site, error) }

// Encode packs the site.
func (p packed) Encode() ([]byte, error) {
	site, err := p.site()
	if err != nil {
		return nil, err
	}
	return site.Pack()
}

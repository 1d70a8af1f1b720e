package generator

import (
	"slices"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// leadingFrom takes Markdown apart for a page at an address: a code leads to its region.
func leadingFrom(address string) *prose.Converter {
	return prose.NewLeading(func(target string) (href string, ok bool) {
		return output.Root(address) + output.Region(strings.ToLower(target)), region.IsCode(target)
	})
}

// readPages reads the pages that the editors wrote themselves, and the links in them to
// regions.
func (d *draft) readPages() error {
	names, err := d.folder.Pages()
	if err != nil {
		return err
	}
	converter := leadingFrom(output.Own("x"))
	for _, name := range names {
		p, form := d.folder.Page(name)
		d.faults = append(d.faults, form...)
		if isUnread(p.Unread) {
			continue
		}
		p = *p.Spoken(d.edition.Site.Lang)
		text, faults, leads := d.taken(converter, p.File, p.Body)
		p.Text = text
		if slices.ContainsFunc(form, isFatal) {
			faults = slices.DeleteFunc(faults, func(f problem.Fault) bool { return f.Warning })
		}
		d.faults = append(d.faults, faults...)
		if d.useable {
			d.faults = append(d.faults, region.CheckPage(&p, d.edition)...)
		}
		d.leads = append(d.leads, leads...)
		d.edition.Pages = append(d.edition.Pages, p)
	}
	return nil
}

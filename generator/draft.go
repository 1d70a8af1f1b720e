package generator

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/nuts"
	"regional-atlas/generator/output"
	"regional-atlas/generator/parallel"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/generator/words"
)

// draft is what the files say, not yet checked against each other.
type draft struct {
	folder  *source.Folder
	prose   *prose.Converter // one for all workers: making one is not safe beside another
	edition *region.Edition  // of its own: profiles hold it, and must not hold the draft
	useable bool             // the vocabularies could be read, so that words can be judged by them
	today   region.Date
	beside  fs.FS              // the folder of the regions, with their photographs
	files   map[string]reading // by name
	regions []*region.Region
	faults  []problem.Fault
	leads   []lead // from pages of the editors' own to regions

	translated map[string]reading // texts in other languages, by the file that holds them
}

// reading is what one file says, and how it was judged by the vocabularies. It
// never changes once it is made.
type reading struct {
	region *region.Region // nil when nothing of the file is known
	text   prose.Text     // the description
	form   []problem.Fault
	prose  []problem.Fault // in the description
	leads  []lead          // from the description to other regions
	faults []problem.Fault // of form, sense and links
	placed bool            // it can stand among the others
}

// read reads and checks every region file by itself, many at a time. What before
// knows of the files for which changed is false is taken from it; before itself
// stays as it was, and is nil for a first look.
func read(in Input, before *draft, changed func(name string) bool) (*draft, error) {
	d := &draft{folder: source.Open(in.Regions), prose: prose.NewLeading(pageOf), today: in.Today,
		beside: in.Regions}
	if err := d.readEdition(in); err != nil {
		return nil, err
	}
	if err := d.readPages(); err != nil {
		return nil, err
	}
	names, err := d.folder.List()
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		d.faults = append(d.faults, source.NoRegions())
	}
	d.faults = append(d.faults, d.folder.Strays()...)
	d.readTranslations(names, before, changed)
	sameWords := before != nil && before.today == in.Today && !changed(source.EditionFile)
	d.readRegions(names, func(name string) reading {
		known, found := before.reading(name)
		switch {
		case !found || changed(name) || known.shows(changed):
			return d.read(name)
		case !sameWords && known.region != nil:
			return d.judge(known)
		}
		return known
	})
	return d, nil
}

// readTranslations reads the texts of regions and pages in the other languages of the site.
func (d *draft) readTranslations(regions []string, before *draft, changed func(name string) bool) {
	d.translated = map[string]reading{}
	if before != nil && !slices.Equal(before.edition.Site.Published(), d.edition.Site.Published()) {
		before = nil // it has not looked for these
	}
	known := slices.Clone(regions)
	for _, p := range d.edition.Pages {
		known = append(known, p.File)
	}
	fromPages := leadingFrom(output.Own("x"))
	for _, lang := range d.edition.Site.Published()[1:] {
		d.faults = append(d.faults, d.folder.UnknownProse(lang, known)...)
		for _, p := range d.edition.Pages {
			d.readTranslation(source.ProseFile(lang, p.File), fromPages, before, changed)
		}
		for _, name := range regions {
			d.readTranslation(source.ProseFile(lang, name), d.prose, before, changed)
		}
	}
}

func (d *draft) readTranslation(file string, converter *prose.Converter, before *draft,
	changed func(name string) bool) {
	if before != nil && !changed(file) {
		if known, found := before.translated[file]; found {
			d.addTranslation(file, known)
		}
		return
	}
	body, exists, fault := d.folder.Prose(file)
	if !exists {
		return
	}
	var known reading
	if fault != nil {
		known.prose = []problem.Fault{*fault}
	} else {
		known.text, known.prose, known.leads = d.taken(converter, file, body)
	}
	d.addTranslation(file, known)
}

func (d *draft) addTranslation(file string, known reading) {
	d.translated[file] = known
	d.faults = append(d.faults, known.prose...)
	d.leads = append(d.leads, known.leads...)
}

func (d *draft) reading(name string) (known reading, found bool) {
	if d != nil {
		known, found = d.files[name]
	}
	return known, found
}

// shows reports whether the page of a region shows a photograph that has changed.
func (r reading) shows(changed func(name string) bool) bool {
	return r.region != nil && slices.ContainsFunc(r.region.Photos, func(p region.Photo) bool {
		return changed(path.Join(PhotosFolder, p.File))
	})
}

// readEdition reads the vocabularies, by whose words all files are judged.
func (d *draft) readEdition(in Input) error {
	edition, faults, err := d.folder.Edition()
	if err != nil {
		return err
	}
	own, odd, err := d.folder.Words()
	if err != nil {
		return err
	}
	edition.Words = own
	edition.Site.Address = cmp.Or(in.Address, edition.Site.Address)
	edition.Site.Edit = cmp.Or(in.Edit, edition.Site.Edit)
	d.edition, d.faults, d.useable = &edition, faults, !slices.ContainsFunc(faults, isFatal)
	d.faults = append(d.faults, odd...)
	for _, tag := range slices.Sorted(maps.Keys(own)) {
		d.faults = append(d.faults, region.CheckWords(source.WordsFile(tag), tag, own[tag])...)
	}
	if !isUnread(edition.Unread) {
		d.faults = append(d.faults, region.CheckEdition(source.EditionFile, d.edition)...)
		d.faults = append(d.faults, looks(in.Assets, d.edition)...)
	}
	releases, faults := d.folder.Releases()
	d.faults = append(d.faults, faults...)
	if d.useable && !isUnread(releases.Unread) {
		d.faults = append(d.faults, region.CheckReleases(source.ReleasesFile, &releases, d.edition,
			d.today)...)
	}
	d.edition.Releases = releases
	return nil
}

// readRegions keeps the order of names, whichever worker is done first.
func (d *draft) readRegions(names []string, read func(name string) reading) {
	readings := make([]reading, len(names))
	parallel.For(len(names), func(i int) { readings[i] = read(names[i]) })
	d.files = make(map[string]reading, len(names))
	for i, r := range readings {
		d.files[names[i]] = r
		d.faults = append(d.faults, r.faults...)
		if r.placed {
			d.regions = append(d.regions, r.region)
		}
	}
}

// read returns what a file says by itself, judged.
func (d *draft) read(name string) reading {
	r, form := d.folder.Region(name)
	if isUnread(r.Unread) {
		return reading{form: form, faults: form}
	}
	known := reading{region: &r, form: append(form, measure(d.beside, &r)...)}
	known.text, known.prose, known.leads = d.describe(&r)
	return d.judge(known)
}

// judge adds the faults of sense. A region has no place when it cannot be told
// from the others.
func (d *draft) judge(known reading) reading {
	known.region = known.region.Spoken(d.edition.Site.Lang)
	known.faults, known.placed = known.form, false
	if !d.useable {
		return known
	}
	sense := append(region.Check(known.region, d.edition, d.today), known.prose...)
	if slices.ContainsFunc(known.form, isFatal) {
		// A page looks thin because a section stands under a misspelt name.
		sense = slices.DeleteFunc(sense, func(f problem.Fault) bool { return f.Warning })
	}
	known.faults = slices.Concat(known.form, sense)
	known.placed = region.IsCode(known.region.Code)
	return known
}

// isUnread holds for a file of which nothing is known.
func isUnread(keys []problem.Key) bool { return slices.Contains(keys, "") }

// model is a checked atlas with its profiles, and the base map that it is drawn on.
type model struct {
	profiles *profile.Atlas
	base     *carto.Basemap
	checked  *atlas.Atlas
	text     func(*region.Region) prose.Text
	texts    map[string]reading // in other languages, by the file that holds them
}

// in is the atlas as pages in a language show it.
func (m *model) in(w *words.Language) *profile.Atlas {
	if m.profiles.Edition().Site.IsIn(w) {
		return m.profiles
	}
	own := m.profiles.Edition().Site.Lang
	in := func(file string, text prose.Text) prose.Text {
		if translated, found := m.texts[source.ProseFile(w.Tag(), file)]; found {
			return translated.text
		}
		text.Lang = own
		return text
	}
	a := m.checked.In(w.Tag())
	for i := range a.Edition().Pages {
		p := &a.Edition().Pages[i]
		p.Text = in(p.File, p.Text)
	}
	return profile.New(a, func(r *region.Region) prose.Text { return in(r.File, m.text(r)) })
}

// check brings the regions together on the base map of the assets. It returns the
// problems of all stages, placed and sorted, and no model when one of them is
// fatal; strict makes every warning fatal.
func (d *draft) check(base *carto.Basemap, changes *nuts.Changes, strict bool) (
	*model, []problem.Problem,
) {
	a, faults := atlas.New(d.edition, d.regions, base)
	faults = atlas.Superseded(d.regions, changes, faults)
	own := slices.Concat(d.faults, d.astray())
	if a == nil || slices.ContainsFunc(own, isFatal) {
		// A wrong year or code makes other files look odd: warn when it is mended.
		faults = slices.DeleteFunc(faults, func(f problem.Fault) bool { return f.Warning })
	}
	problems := problem.Sort(d.folder.Place(append(faults, own...)))
	if strict {
		problems = problem.Strict(problems)
	}
	if problem.Fatal(problems) > 0 {
		return nil, problems
	}
	profiles := profile.New(a, d.text)
	return &model{profiles, base.For(profiles), a, d.text, d.translated}, problems
}

// text is the description of a region.
func (d *draft) text(r *region.Region) prose.Text { return d.files[r.File].text }

func isFatal(f problem.Fault) bool { return !f.Warning }

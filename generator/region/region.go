// Package region says what a region is: the schema of a region file, the
// vocabularies of an atlas, and the checks of sense on both. It is the one
// home of the schema: reading, the sample file, the field reference and the
// hints for misspelt keys all derive from the struct tags of this package.
//
// Tags of a field:
//
//	toml:"key"     the key in the file; toml:"key,short" also lets the whole
//	               table be written as this one value: errin = "yes"
//	doc:"…"        one line for the field reference
//	eg:"…"         an example, written as TOML
//	need:"yes"     required; a list or table must then not be empty
//	one:"levels"   the text must be a word of that vocabulary
//	keys:"topics"  the keys of the table must be words of that vocabulary
//	words:"topics" the list, in atlas.toml, is the vocabulary of that name
//	link:"web"     the text must be an http, https or mailto address
//	lang:"tag"     the text must be the tag of a language
//	spoken:"yes"   readers see the text, so that it may be given in several languages;
//	               spoken:"name" for a name, which needs no language beside it
//	long:"name"    how long the text may be, see Length: a name, a title or prose;
//	               without the tag it is a remark
//
// Unknown is never "no": where nothing is known the words are "not reported".
package region

import (
	"strings"

	"regional-atlas/generator/problem"
)

// Region is one region file: facts, their sources, and a description.
type Region struct {
	File string `toml:"-"` // slash path inside the regions folder, "BE2.md"
	Body string `toml:"-"` // the description, Markdown

	// Unread lists keys that stand in the file and could not be read: nobody may
	// call them missing. The empty key stands for the whole file.
	Unread []problem.Key `toml:"-"`

	Translated Translations `toml:"-"` // texts that the file gives in several languages

	Code        string       `toml:"code" need:"yes" long:"name" doc:"NUTS code, level 0 to 3, or a code of own boundaries; it also gives the country and the page address" eg:"\"BE2\""`
	NUTSVersion int          `toml:"nuts_version" doc:"edition of NUTS that the code belongs to" eg:"2021"`
	Name        string       `toml:"name" spoken:"name" need:"yes" long:"name" doc:"English name" eg:"\"Flanders\""`
	Names       []NativeName `toml:"names" doc:"names in the languages of the region"`
	Also        []string     `toml:"also" long:"name" doc:"other names that people search for" eg:"[\"Vlaanderen\"]"`
	Aliases     []string     `toml:"aliases" long:"name" doc:"codes or addresses that this page had before" eg:"[\"be25\"]"`
	Shape       Shape        `toml:"shape" doc:"what the map draws, where it is not the code itself"`
	Websites    []Website    `toml:"websites" doc:"websites of the region and the bodies that answered"`

	Figures       map[string][]Figure   `toml:"figures" keys:"indicators" doc:"a series of values for each indicator"`
	Memberships   map[string]Membership `toml:"memberships" keys:"networks" doc:"an answer for each network"`
	Cooperation   Cooperation           `toml:"collaboration" doc:"whether the region is looking for partners"`
	Documents     []Document            `toml:"documents" doc:"policy documents"`
	Topics        []string              `toml:"topics" one:"topics" doc:"topics that the policies cover" eg:"[\"prevention\"]"`
	Support       []Support             `toml:"support" doc:"funding programmes and other support measures"`
	Codes         map[string][]string   `toml:"codes" keys:"classifications" doc:"codes of research and innovation objectives, by classification"`
	Strategy      map[string]Answer     `toml:"strategy" keys:"strategies" doc:"answers on the smart specialisation strategy"`
	Initiatives   []Initiative          `toml:"initiatives" doc:"major initiatives, in the order of the source"`
	Represented   []Representation      `toml:"represented" doc:"programmes and projects in which the region is represented"`
	Organisations []Organisation        `toml:"organisations" doc:"organisations active in the field"`
	Evaluation    map[string]string     `toml:"evaluation" keys:"questions" one:"ratings" doc:"the region's own rating for each question"`
	Profiles      []Profile             `toml:"profiles" doc:"health profiles published by others"`

	Gaps     map[string]Gap      `toml:"gaps" keys:"sections" doc:"lists that are known to be incomplete" eg:"{ memberships = { cut = true } }"`
	From     map[string][]string `toml:"from" keys:"sections" doc:"keys of the sources behind each section" eg:"{ documents = [\"page\"] }"`
	Sources  []Source            `toml:"sources" need:"yes" doc:"where the facts come from"`
	Image    Credit              `toml:"image" doc:"credit for the picture that the source page showed"`
	Photos   []Photo             `toml:"photos" doc:"photographs of the region, in the folder photos beside the region files"`
	Mended   []string            `toml:"mended" spoken:"yes" doc:"errors of a source that were put right here, one sentence each"`
	Rewrite  []string            `toml:"rewrite" one:"texts" doc:"texts that are still worded as their source has them, to be written anew" eg:"[\"description\"]"`
	Reviewed Date                `toml:"reviewed" doc:"the day when somebody last compared this file with its sources" eg:"2026-11-21"`
}

// NativeName is a name with its language.
type NativeName struct {
	Name string `toml:"name" need:"yes" long:"name" doc:"the name" eg:"\"Vlaams Gewest\""`
	Lang string `toml:"lang" need:"yes" lang:"tag" long:"name" doc:"language as a BCP 47 tag" eg:"\"nl\""`
}

// Shape is what the map draws for a region: the shape of a code, or a point.
type Shape struct {
	Code   string  `toml:"code,short" long:"name" doc:"code of the shape to draw" eg:"\"PL9\""`
	Lon    float64 `toml:"lon" doc:"degrees east of Greenwich, for a point" eg:"-8.4"`
	Lat    float64 `toml:"lat" doc:"degrees north, for a point" eg:"40.2"`
	Larger bool    `toml:"larger" doc:"true where the shape is larger than the region, as when a part of it answered" eg:"true"`
	Remark string  `toml:"remark" spoken:"yes" doc:"why the shape is only approximate; printed under the map" eg:"\"Drawn with Masovia as a whole.\""`
}

// Website is an address with the body behind it.
type Website struct {
	Title string `toml:"title" spoken:"yes" need:"yes" long:"title" doc:"name of the site or of the answering body" eg:"\"Province of Noord-Brabant\""`
	Kind  string `toml:"kind" one:"website-kinds" doc:"whose site it is" eg:"\"ministry\""`
	Link  string `toml:"link" link:"web" doc:"address" eg:"\"https://www.brabant.nl\""`
}

// Figure is one value of an indicator.
type Figure struct {
	Value  Value  `toml:"value" doc:"a number in the indicator's unit, or a word of its scale" eg:"6_596_233"`
	Year   int    `toml:"year" doc:"the year the value is for; left out where the source gives none" eg:"2019"`
	Source string `toml:"source" long:"name" doc:"key of the source" eg:"\"page\""`
	Second string `toml:"second_source" long:"name" doc:"key of another source that gives the same value" eg:"\"letter\""`
	Status string `toml:"status" one:"conditions" doc:"how firm the value is" eg:"\"provisional\""`
	Part   string `toml:"part" spoken:"yes" long:"name" doc:"the part of the region that the value is for" eg:"\"Dresden\""`
	Remark string `toml:"remark" spoken:"yes" doc:"anything a reader must know" eg:"\"The source page gives no year.\""`
}

// Membership is the answer for one network.
type Membership struct {
	Status string `toml:"status,short" need:"yes" doc:"the answer, a membership status or a category of the network" eg:"\"yes\""`
	Part   string `toml:"part" spoken:"yes" long:"name" doc:"the part that is a member, with the status \"part\"" eg:"\"Skåne län\""`
	Body   string `toml:"body" spoken:"yes" long:"name" doc:"the body that holds the membership" eg:"\"Research Council of Norway\""`
	Year   int    `toml:"year" doc:"member since, or planned for" eg:"2019"`
	Source string `toml:"source" long:"name" doc:"key of the source, where it differs from the section's" eg:"\"page\""`
	Remark string `toml:"remark" spoken:"yes" doc:"anything a reader must know" eg:"\"Left blank in the source.\""`
}

// Cooperation says whether a region looks for partners.
type Cooperation struct {
	Looking  string   `toml:"looking,short" one:"answers" doc:"whether the region is looking for collaboration" eg:"\"yes\""`
	Remark   string   `toml:"remark" spoken:"yes" doc:"in which fields or programmes" eg:"\"S3 partnerships\""`
	Partners []string `toml:"partners" spoken:"yes" long:"name" doc:"countries or regions wanted as partners" eg:"[\"Germany\"]"`
	Link     string   `toml:"link" link:"web" doc:"address with more" eg:"\"https://proyectomedea.es\""`
}

// Document is a policy document.
type Document struct {
	Title  string `toml:"title" spoken:"yes" need:"yes" long:"title" doc:"title as published" eg:"\"Vlaanderen in transitie\""`
	Lang   string `toml:"lang" lang:"tag" long:"name" doc:"language of the title as a BCP 47 tag" eg:"\"nl\""`
	Level  string `toml:"level" one:"levels" doc:"who adopted it" eg:"\"regional\""`
	Kind   string `toml:"kind" one:"document-kinds" doc:"what it is" eg:"\"press-release\""`
	Link   string `toml:"link" link:"web" doc:"address" eg:"\"https://example.org/plan.pdf\""`
	Remark string `toml:"remark" spoken:"yes" doc:"anything a reader must know"`
}

// Support is a funding programme or another support measure.
type Support struct {
	Title  string `toml:"title" spoken:"yes" long:"title" doc:"what is supported, where the kind does not say it" eg:"\"Dedicated programme\""`
	Kind   string `toml:"kind" one:"support-kinds" doc:"what is done" eg:"\"e-health\""`
	Level  string `toml:"level" one:"levels" doc:"who pays or decides" eg:"\"national\""`
	Amount string `toml:"amount" spoken:"yes" long:"name" doc:"amount as the source gives it" eg:"\"about 11.25 million euro\""`
	Link   string `toml:"link" link:"web" doc:"address"`
}

// Answer is yes or no with a remark.
type Answer struct {
	Answer string `toml:"answer,short" need:"yes" one:"answers" doc:"the answer" eg:"\"yes\""`
	Remark string `toml:"remark" spoken:"yes" doc:"title or fields" eg:"\"health and food\""`
	Link   string `toml:"link" link:"web" doc:"address of the strategy"`
}

// Initiative is a project, programme, infrastructure or hub.
type Initiative struct {
	Title    string   `toml:"title,short" spoken:"yes" need:"yes" long:"title" doc:"name of the initiative" eg:"\"HELIUM\""`
	Kind     string   `toml:"kind" one:"initiative-kinds" doc:"what it is; left out where the source does not say" eg:"\"biobank\""`
	Partners []string `toml:"partners" spoken:"yes" long:"name" doc:"partners named by the source" eg:"[\"Slovenia\"]"`
	Link     string   `toml:"link" link:"web" doc:"address" eg:"\"https://www.interregeurope.eu/helium\""`
	Remark   string   `toml:"remark" spoken:"yes" doc:"programme or purpose" eg:"\"Interreg Europe\""`
	Source   string   `toml:"source" long:"name" doc:"key of the source, where it differs from the section's" eg:"\"page\""`
}

// Representation is a programme or project in which a region takes part.
type Representation struct {
	Title  string `toml:"title,short" spoken:"yes" need:"yes" long:"title" doc:"name of the programme or project" eg:"\"BIONIC\""`
	Within string `toml:"within" spoken:"yes" long:"title" doc:"the programme that the project belongs to" eg:"\"Horizon 2020\""`
	Kind   string `toml:"kind" one:"represented-kinds" doc:"what it is" eg:"\"project\""`
	Link   string `toml:"link" link:"web" doc:"address"`
}

// Organisation is a body active in the field of the atlas.
type Organisation struct {
	Name   string `toml:"name" spoken:"yes" need:"yes" long:"name" doc:"name as the organisation writes it" eg:"\"Flanders Health\""`
	Lang   string `toml:"lang" lang:"tag" long:"name" doc:"language of the name as a BCP 47 tag" eg:"\"nl\""`
	Short  string `toml:"short" long:"name" doc:"short name" eg:"\"VITO\""`
	Kind   string `toml:"kind" one:"organisation-kinds" doc:"what it does" eg:"\"academic\""`
	Link   string `toml:"link" link:"web" doc:"address"`
	Remark string `toml:"remark" spoken:"yes" doc:"anything a reader must know"`
}

// Profile is a health profile published by another body.
type Profile struct {
	Title     string `toml:"title" spoken:"yes" need:"yes" long:"title" doc:"title of the profile" eg:"\"Country Health Profile\""`
	Publisher string `toml:"publisher" spoken:"yes" long:"title" doc:"who published it" eg:"\"OECD\""`
	Text      string `toml:"text" spoken:"yes" doc:"what it says, in our own words"`
	Link      string `toml:"link" link:"web" doc:"address"`
}

// Gap says how a list of this file falls short of the original.
type Gap struct {
	Lost    int      `toml:"lost,short" doc:"how many entries were lost" eg:"2"`
	Numbers []int    `toml:"numbers" doc:"the numbers those entries had in the source's list" eg:"[12, 28]"`
	Cut     bool     `toml:"cut" doc:"true when the list breaks off, so that nobody knows how many are missing" eg:"true"`
	Answers []string `toml:"answers" one:"networks" doc:"of the memberships: networks whose answers could not be seen; each is \"not reported\"" eg:"[\"errin\"]"`
	Remark  string   `toml:"remark" spoken:"yes" doc:"what else is known" eg:"\"The names of the hubs are lost.\""`
}

// Source is where facts come from.
type Source struct {
	Key    string `toml:"key" need:"yes" long:"name" doc:"short key to cite this source by" eg:"\"page\""`
	Title  string `toml:"title" spoken:"yes" need:"yes" long:"title" doc:"title" eg:"\"SAPHIRe Observatory: BE2\""`
	Link   string `toml:"link" link:"web" doc:"address" eg:"\"https://www.saphire-eu.eu/observatory/Flanders-(BE2)\""`
	Seen   Date   `toml:"seen" doc:"the day when it was read for this file" eg:"2026-11-21"`
	Remark string `toml:"remark" spoken:"yes" doc:"what to know about it" eg:"\"Archived copy, breaks off early.\""`
}

// Photo is a photograph on a region's page.
type Photo struct {
	File    string `toml:"file" need:"yes" long:"name" doc:"name of the JPEG or PNG file in the folder photos, at least 720 pixels wide" eg:"\"bruges.jpg\""`
	Alt     string `toml:"alt" spoken:"yes" need:"yes" long:"title" doc:"what it shows, for those who do not see it" eg:"\"A canal between brick houses\""`
	Title   string `toml:"title" spoken:"yes" long:"title" doc:"a line below it" eg:"\"Bruges in spring\""`
	Author  string `toml:"author" need:"yes" long:"name" doc:"who took it" eg:"\"A. Photographer\""`
	Licence string `toml:"licence" long:"name" doc:"licence, short name" eg:"\"CC BY-SA 4.0\""`
	Link    string `toml:"link" link:"web" doc:"address of the original" eg:"\"https://commons.wikimedia.org/wiki/File:Bruges.jpg\""`

	Width, Height int `toml:"-"` // of the file, in pixels
}

// Credit names the maker of a picture.
type Credit struct {
	Title   string `toml:"title" spoken:"yes" long:"title" doc:"title of the picture"`
	Author  string `toml:"author" long:"title" doc:"who made it"`
	Licence string `toml:"licence" long:"name" doc:"licence, short name" eg:"\"CC BY-SA 3.0\""`
	Link    string `toml:"link" link:"web" doc:"address of the picture"`
}

// Country is the first two letters of the code: the NUTS country code, with
// EL for Greece and UK for the United Kingdom.
func (r *Region) Country() string { return r.Code[:min(2, len(r.Code))] }

// Level is the NUTS level of the code, 0 for a country, OwnLevel for a code that is not
// of NUTS.
func (r *Region) Level() int {
	if IsOwn(r.Code) {
		return OwnLevel
	}
	return len(r.Code) - 2
}

// Slug is the region's part of its page address: the code in lower case.
func (r *Region) Slug() string { return strings.ToLower(r.Code) }

// ShapeCode is the code of the shape that the map draws: the region's own
// unless it names another.
func (r *Region) ShapeCode() string {
	if r.Shape.Code != "" {
		return r.Shape.Code
	}
	return r.Code
}

// IsPoint reports whether the region is drawn as a point.
func (r *Region) IsPoint() bool { return r.Shape.Lon != 0 || r.Shape.Lat != 0 }

// SourceNamed is the source with the key, or nil.
func (r *Region) SourceNamed(key string) *Source {
	for i := range r.Sources {
		if r.Sources[i].Key == key {
			return &r.Sources[i]
		}
	}
	return nil
}

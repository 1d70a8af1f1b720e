package export

import (
	"strings"

	"regional-atlas/generator/dataset"
	"regional-atlas/generator/output"
)

// catalogue describes the data for portals: DCAT-AP 3.0.1 as JSON-LD
// (https://semiceu.github.io/DCAT-AP/releases/3.0.1/).
func (x *Export) catalogue() output.Files {
	if !dataset.HasCatalogue(x.site) {
		return output.List()
	}
	return output.List(output.File{Address: output.Catalogue,
		Content: func() any { return x.catalogueOf() }})
}

// The lists of words of the Publications Office of the European Union.
const (
	languages = "http://publications.europa.eu/resource/authority/language/"
	fileTypes = "http://publications.europa.eu/resource/authority/file-type/"
)

func (x *Export) catalogueOf() object {
	publisher := object{{"@id", x.site.At("#publisher")}, {"@type", "foaf:Agent"},
		{"foaf:name", x.text(x.site.PublishedBy())}}
	set := object{{"@id", x.site.At("data.html#dataset")}, {"@type", "dcat:Dataset"},
		{"dct:title", x.text(x.site.Title)}, {"dct:description", x.text(x.site.Tagline)},
		{"dct:publisher", reference(x.site.At("#publisher"))},
		{"dcat:landingPage", reference(x.site.At(output.DataPage))}}
	set = append(set, x.languageOf()...)
	if newest := x.atlas.Edition().Releases.Newest(); newest.Known() {
		set = append(set, member{"dct:modified", object{{"@value", newest.ISO()}, {"@type", "xsd:date"}}})
	}
	if c := x.site.Contact; c.Link != "" {
		about := "vcard:hasURL"
		if strings.HasPrefix(c.Link, "mailto:") {
			about = "vcard:hasEmail"
		}
		set = append(set, member{"dcat:contactPoint",
			object{{"@type", "vcard:Kind"}, {"vcard:fn", c.Title}, {about, reference(c.Link)}}})
	}
	set = append(set, member{"dcat:distribution", x.distributions()})
	return object{{"@context", prefixes()}, {"@id", x.site.At("#catalogue")},
		{"@type", "dcat:Catalog"}, {"dct:title", x.text(x.site.Title)},
		{"dct:description", x.text(x.site.Tagline)}, {"dct:publisher", publisher},
		{"foaf:homepage", reference(x.site.Address)}, {"dct:license", reference(x.site.Licence.Link)},
		{"dcat:dataset", []object{set}}}
}

// distributions are the files that a portal can point to.
func (x *Export) distributions() []object {
	var list []object
	add := func(address, title, kind, media string) {
		list = append(list, object{{"@id", x.site.At(address)}, {"@type", "dcat:Distribution"},
			{"dct:title", x.text(title)}, {"dcat:accessURL", reference(x.site.At(address))},
			{"dcat:downloadURL", reference(x.site.At(address))},
			{"dct:license", reference(x.site.Licence.Link)}, {"dct:format", reference(fileTypes + kind)},
			{"dcat:mediaType", reference("https://www.iana.org/assignments/media-types/" + media)}})
	}
	for _, t := range x.tables {
		add(output.Table(t.Name, false), t.Title(x.words), "CSV", "text/csv")
	}
	for _, f := range x.others() {
		add(f.address, x.words.Say("data.file."+f.name), strings.ToUpper(f.format), f.media)
	}
	return list
}

// languageOf is the language of the texts, where the lists of the Union have a word for it.
func (x *Export) languageOf() object {
	tag, _, _ := strings.Cut(x.site.Lang, "-")
	for pair := range strings.FieldsSeq("bg=BUL cs=CES da=DAN de=DEU el=ELL en=ENG es=SPA et=EST fi=FIN fr=FRA ga=GLE " +
		"hr=HRV hu=HUN it=ITA lt=LIT lv=LAV mt=MLT nl=NLD pl=POL pt=POR ro=RON sk=SLK sl=SLV sv=SWE") {
		if two, three, _ := strings.Cut(pair, "="); two == strings.ToLower(tag) {
			return object{{"dct:language", reference(languages + three)}}
		}
	}
	return nil
}

func prefixes() object {
	return object{{"dcat", "http://www.w3.org/ns/dcat#"}, {"dct", "http://purl.org/dc/terms/"},
		{"foaf", "http://xmlns.com/foaf/0.1/"}, {"vcard", "http://www.w3.org/2006/vcard/ns#"},
		{"xsd", "http://www.w3.org/2001/XMLSchema#"}}
}

func reference(address string) object { return object{{"@id", address}} }

// text is a text with the language of the site.
func (x *Export) text(s string) object { return object{{"@value", s}, {"@language", x.site.Lang}} }

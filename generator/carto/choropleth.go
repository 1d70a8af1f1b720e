package carto

import (
	"math"
	"slices"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/europe"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// view is one way to colour a map: a class for every place, or for a total a
// circle whose area stands for the value. Dark is more, or better.
type view struct {
	key      string // part of addresses and ids
	name     string
	group    string             // of views, in the list of choices
	note     string             // unit or years
	classes  []string           // labels, darkest first
	shades   []string           // of the classes, where they are no ranks; else nil
	median   string             // of the numbers, "" where there are none
	middle   int                // the class that it is in
	readings map[string]reading // by the code of a place
	totals   bool               // circles, not classes
	largest  float64            // of the totals, whatever their sign
	below    bool               // some totals are below zero
	counts   bool               // of regions in each country

	quantiles geometry.Classes     // of the numbers
	around    map[string]neighbour // by the code of a shape, of regions without a page
}

// reading is what a view shows of one place.
type reading struct {
	class int     // index into the classes, or one of those below
	words string  // the value as a reader hears it
	total float64 // for a circle
}

// What a class can be besides an index.
const (
	missing = -1 // not reported
	mixed   = -2 // the parts of the region differ
	apart   = -3 // a country beside regions, which are measured without it
)

// evaluationView is how the keys of views of the self-evaluation begin.
const evaluationView = "evaluation-"

// mostClasses is how many shades a reader can tell apart.
const mostClasses = 5

// viewer makes the views of scenes.
type viewer struct {
	atlas  *profile.Atlas
	words  *words.Language
	europe *europe.Figures // of regions without a page; nil knows of none
	shapes []string        // codes of all shapes
	up     string          // way from the folder of the pages up to that of the site
}

// viewsOf lists every way to colour the regions of a scene: classes, ratios and
// shares of the atlas, the number of memberships, totals, and each question of
// the self-evaluation.
func (m viewer) viewsOf(s *scene) []view {
	var shaded, sized []view
	edition := m.atlas.Edition()
	for _, n := range edition.MainIndicators() {
		if v := m.figureView(s, n); v.totals {
			sized = append(sized, v)
		} else {
			shaded = append(shaded, v)
		}
	}
	list := shaded
	if countMemberships(edition) > 0 {
		list = append(list, m.membershipView(s))
	}
	list = append(list, sized...)
	for n := range edition.Questions {
		list = append(list, m.ratingView(s, n))
	}
	if len(list) == 0 {
		list = append(list, m.presenceView(s))
	}
	if first := region.Slug(edition.Map.View); first != "" {
		return region.FirstOf(list, []string{first, evaluationView + first},
			func(v view) string { return v.key })
	}
	return list
}

// figureView shows the newest values of the indicator with a number.
func (m viewer) figureView(s *scene, indicator int) view {
	switch m.atlas.Edition().Indicators[indicator].Kind {
	case region.Class:
		return m.classView(s, indicator)
	case region.Total:
		return m.totalView(s, indicator)
	}
	return m.numberView(s, indicator)
}

// presenceView shows which regions there are, in an atlas that asks for nothing a
// map could show.
func (m viewer) presenceView(s *scene) view {
	v := view{key: "regions", name: m.words.Say("view.regions"),
		classes: []string{m.words.Say("view.presence")}}
	v.read(s, func(*profile.Region) reading { return reading{words: v.classes[0]} })
	return v
}

// countMemberships counts what a region can be a member of: categories are none.
func countMemberships(e *region.Edition) int {
	n := 0
	for i := range e.Networks {
		if len(e.Networks[i].Categories) == 0 {
			n++
		}
	}
	return n
}

// read fills the readings of a view from the profile of every region.
func (v *view) read(s *scene, of func(r *profile.Region) reading) {
	v.readings = make(map[string]reading, len(s.places))
	for _, p := range s.places {
		v.readings[p.code] = of(p.region)
	}
}

func (m viewer) classView(s *scene, indicator int) view {
	i := &m.atlas.Edition().Indicators[indicator]
	v := view{key: region.Slug(i.Key), name: i.Name, note: m.words.Say("view.newest-edition"),
		classes: groupLabels(m.words, i)}
	v.read(s, func(r *profile.Region) reading {
		f := &r.Figures[indicator]
		out := reading{class: mixed, words: phrase.Figure(m.words, f)}
		if group := f.Group(); !f.IsReported() {
			out.class = missing
		} else if r.IsCountry() {
			out.class = apart
		} else if group != "" {
			out.class = slices.Index(groupsOf(i.ScaleOf(f.Latest[0].Year)), group)
		}
		return out
	})
	return v
}

// groupLabels joins the scales of all editions, place by place: the lowest
// group of one edition and that of another are one class of the map.
func groupLabels(w *words.Language, i *region.Indicator) []string {
	var names [][]string
	for s := range i.Scales {
		for place, group := range groupsOf(&i.Scales[s]) {
			if place == len(names) {
				names = append(names, nil)
			}
			if !slices.Contains(names[place], group) {
				names[place] = append(names[place], group)
			}
		}
	}
	labels := make([]string, len(names))
	for place, list := range names {
		labels[place] = strings.Join(list, w.Say("or"))
	}
	return labels
}

// groupsOf lists the groups of a scale without plus and minus, best first.
func groupsOf(s *region.Scale) []string {
	if s == nil {
		return nil
	}
	var groups []string
	for _, word := range s.Groups {
		if g := atlas.Group(word); !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}

func (m viewer) numberView(s *scene, indicator int) view {
	i := &m.atlas.Edition().Indicators[indicator]
	v := view{key: region.Slug(i.Key), name: i.Name, note: i.Unit}
	m.bin(&v, s, i.Decimals, false,
		func(p *place) float64 { return p.region.Figures[indicator].Number() },
		func(p *place) string { return phrase.Figure(m.words, &p.region.Figures[indicator]) })
	m.surround(&v, i)
	return v
}

func (m viewer) membershipView(s *scene) view {
	v := view{key: "memberships", name: m.words.Say("view.memberships"),
		note: m.words.Say("view.memberships.note")}
	m.bin(&v, s, 0, true, func(p *place) float64 {
		if p.region.Answered == 0 {
			return math.NaN()
		}
		return float64(p.region.Members)
	}, func(p *place) string {
		if p.region.Answered == 0 {
			return m.words.Say("memberships.not-reported")
		}
		return m.words.Say("count.memberships", "n", p.region.Members)
	})
	return v
}

// bin divides the numbers of what the map shows into quantiles with round limits,
// the highest first, and marks the median; whole numbers are counts.
func (m viewer) bin(v *view, s *scene, decimals int, whole bool, number func(*place) float64,
	words func(*place) string) {
	values := make([]float64, len(s.places))
	for i, p := range s.places {
		values[i] = number(p)
		if p.isApart() {
			values[i] = math.NaN()
		}
	}
	classes := geometry.Quantiles(values, mostClasses)
	n := len(classes.Counts)
	v.quantiles = classes
	v.classes = make([]string, n)
	for i := range n {
		v.classes[n-1-i] = m.limits(classes, i, whole, decimals)
	}
	if median, ok := medianOf(values); ok {
		v.median = m.words.Say("legend.median", "value", m.limit(rounded(median, decimals), decimals))
		v.middle = n - 1 - classes.Class(median)
	}
	v.readings = make(map[string]reading, len(s.places))
	for i, p := range s.places {
		out := reading{class: missing, words: words(p)}
		if p.isApart() && !math.IsNaN(number(p)) {
			out.class = apart
		} else if c := classes.Class(values[i]); c >= 0 {
			out.class = n - 1 - c
		}
		v.readings[p.code] = out
	}
}

// limits says what the class with a number holds, from the lowest. The lowest and the
// highest are open at their ends, so that all limits are round; of counts every class
// says its first and last.
func (m viewer) limits(c geometry.Classes, i int, whole bool, decimals int) string {
	low, high, last := c.Limits[i], c.Limits[i+1], i == len(c.Counts)-1
	if whole && !last {
		high-- // the limit is the first of the next class
	}
	key := "class.open"
	switch {
	case low == high:
		return m.limit(low, decimals)
	case whole || len(c.Counts) == 1:
		key = "class.closed"
	case i == 0:
		key = "class.lowest"
	case last:
		key = "class.highest"
	}
	return m.words.Say(key, "low", m.limit(low, decimals), "high", m.limit(high, decimals))
}

// limit writes a number of a legend. Those that were rounded need no more decimals than
// they have.
func (m viewer) limit(x float64, decimals int) string {
	if x == math.Trunc(x) {
		return m.words.Number(x, 0)
	}
	return m.words.Number(x, min(decimals, 1))
}

// rounded is a number with so many decimals.
func rounded(x float64, decimals int) float64 {
	power := math.Pow10(max(decimals, 1))
	return math.Round(x*power) / power
}

// medianOf is the value in the middle of those that are numbers, of an even count the
// mean of the two.
func medianOf(values []float64) (median float64, ok bool) {
	v := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	slices.Sort(v)
	n := len(v)
	if n == 0 {
		return 0, false
	}
	return (v[(n-1)/2] + v[n/2]) / 2, true
}

func (m viewer) totalView(s *scene, indicator int) view {
	i := &m.atlas.Edition().Indicators[indicator]
	v := view{key: region.Slug(i.Key), name: i.Name, note: m.words.Say("view.total", "unit", i.Unit),
		totals: true}
	v.read(s, func(r *profile.Region) reading {
		f := &r.Figures[indicator]
		out := reading{words: phrase.Figure(m.words, f), total: f.Number()}
		if math.IsNaN(out.total) {
			out.class = missing
		} else if r.IsCountry() {
			out.class, out.total = apart, 0
		}
		return out
	})
	for _, r := range v.readings {
		if size := math.Abs(r.total); size > v.largest { // never NaN
			v.largest = size
		}
		v.below = v.below || r.total < 0
	}
	return v
}

func (m viewer) ratingView(s *scene, question int) view {
	edition := m.atlas.Edition()
	q := &edition.Questions[question]
	note := m.words.Say("self-evaluation.note")
	v := view{key: evaluationView + region.Slug(q.Key), name: q.Label(),
		group: m.words.Say("self-evaluation"), note: note}
	for _, step := range slices.Backward(edition.Ratings) {
		v.classes = append(v.classes, step.Name)
	}
	v.read(s, func(r *profile.Region) reading {
		step := r.Evaluation[question].Step
		if step < 0 {
			return reading{class: missing, words: m.words.Say("not-reported")}
		}
		said := m.words.Say("rating.of", "question", q.Label(), "rating", edition.Ratings[step].Name)
		if r.IsCountry() {
			return reading{class: apart, words: said}
		}
		return reading{class: len(edition.Ratings) - 1 - step, words: said}
	})
	return v
}

// answerView colours the answers to the network with a number.
func (m viewer) answerView(s *scene, network int) view {
	n := &m.atlas.Edition().Networks[network]
	if s.aggregated {
		return m.countView(s, "answer", m.words.Say("view.members", "network", n.Label()),
			m.atlas.Members(n.Key))
	}
	v, class := m.answerClasses(n)
	v.read(s, func(r *profile.Region) reading {
		if i, known := class[r.Memberships[network].Status]; known {
			return reading{class: i, words: v.classes[i]}
		}
		return reading{class: missing, words: m.words.Say("not-reported")}
	})
	return v
}

// answerClasses are the classes of the answers to a network, with their shades, and where
// each answer stands among them.
func (m viewer) answerClasses(n *region.Network) (v view, class map[string]int) {
	v, class = view{key: "answer", name: n.Label()}, map[string]int{}
	for _, c := range n.Categories {
		v.shades = append(v.shades, hues()[len(v.classes)%len(hues())])
		class[c.Key] = len(v.classes)
		v.classes = append(v.classes, c.Label())
	}
	for _, status := range region.Statuses() {
		if len(m.atlas.Answering(n.Key, status.Key)) > 0 && status.Key != region.NotReported {
			class[status.Key] = len(v.classes)
			v.shades = append(v.shades, statusShade(status.Key))
			v.classes = append(v.classes, m.words.Say("status."+status.Key))
		}
	}
	return v, class
}

// statusShade is the shade of an answer: members are dark, what the country does has
// a hue of its own, and no is pale.
func statusShade(status string) string {
	switch status {
	case region.Yes:
		return "c0"
	case region.Part:
		return "c2"
	case region.CountryMember:
		return "k0"
	case region.CountryObserver:
		return "k1"
	case region.Planned:
		return "k2"
	case region.NotApplicable:
		return "m"
	}
	return "c4"
}

// topicView colours the regions whose policies cover the topic with a number.
func (m viewer) topicView(s *scene, topic int) view {
	t := &m.atlas.Edition().Topics[topic]
	if s.aggregated {
		return m.countView(s, "topic", t.Label(), m.atlas.Covering(t.Key))
	}
	v := view{
		key:     "topic",
		name:    t.Label(),
		classes: []string{m.words.Say("listing.covered"), m.words.Say("listing.absent")},
	}
	v.read(s, func(r *profile.Region) reading {
		switch r.Topics[topic].Listing {
		case profile.Covered:
			return reading{class: 0, words: v.classes[0]}
		case profile.Absent:
			return reading{class: 1, words: v.classes[1]}
		}
		return reading{class: missing, words: m.words.Say("not-reported")}
	})
	return v
}

// countView counts regions in each country.
func (m viewer) countView(s *scene, key, name string, regions []*profile.Region) view {
	counts := map[string]int{}
	for _, r := range regions {
		counts[r.Country.Code]++
	}
	v := view{key: key, name: name, note: m.words.Say("view.regions.note"), counts: true}
	m.bin(&v, s, 0, true, func(p *place) float64 { return float64(counts[p.code]) },
		func(p *place) string { return m.words.Say("count.regions", "n", counts[p.code]) })
	return v
}

// shade names the fill of a class: c0 is the darkest.
func (v *view) shade(class int) string {
	switch {
	case class >= 0 && v.shades != nil:
		return v.shades[class]
	case class == missing:
		return "n"
	case class == mixed:
		return "m"
	case class == apart:
		return "a"
	case v.totals:
		return "t"
	}
	return rankShade(class, len(v.classes))
}

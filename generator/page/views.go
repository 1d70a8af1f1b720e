package page

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// view is one way to colour a map: a class for every region, or for a total a
// circle whose area stands for the value. Dark is more, or better.
type view struct {
	key     string // part of addresses and ids
	name    string
	group   string                         // of views, in the list of choices
	note    string                         // unit or years
	classes []string                       // labels, darkest first
	class   func(r *region.Region) int     // index into classes, or one of the two below
	words   func(r *region.Region) string  // the value as a reader hears it
	total   func(r *region.Region) float64 // for circles; nil for classes
	largest float64                        // of the totals
	crowd   bool                           // it shows countries, not regions
}

// What a class can be besides an index.
const (
	missing = -1 // not reported
	mixed   = -2 // the parts of the region differ
)

// mostClasses is how many shades a reader can tell apart.
const mostClasses = 5

// makeViews lists every way to colour the map of regions: classes, ratios and
// shares of the atlas, the number of memberships, totals, and each question of
// the self-evaluation.
func (p *Planner) makeViews() []view {
	if p.crowded {
		return []view{p.crowdView("regions", "Regions in this atlas", p.atlas.Regions())}
	}
	var shaded, sized []view
	for _, i := range p.edition.Indicators {
		switch i.Kind {
		case region.Class:
			shaded = append(shaded, p.classView(i))
		case region.Total:
			sized = append(sized, p.totalView(i))
		default:
			shaded = append(shaded, p.numberView(i))
		}
	}
	list := append(shaded, p.membershipView())
	list = append(list, sized...)
	for _, q := range p.edition.Questions {
		list = append(list, p.ratingView(q))
	}
	return list
}

// latestWords words the newest value of an indicator.
func latestWords(i region.Indicator, r *region.Region) string {
	cell := valueCell(i, atlas.Latest(r, i.Key))
	text := cell.Text
	if i.Unit != "" && !cell.None {
		text += " " + i.Unit
	}
	if cell.Note != "" {
		text += " (" + cell.Note + ")"
	}
	return text
}

func (p *Planner) classView(i region.Indicator) view {
	labels := groupLabels(i)
	return view{key: region.Slug(i.Key), name: i.Name, note: "newest edition reported", classes: labels,
		words: func(r *region.Region) string { return latestWords(i, r) },
		class: func(r *region.Region) int {
			latest := atlas.Latest(r, i.Key)
			if len(latest) == 0 {
				return missing
			}
			if group := atlas.CommonGroup(r, i.Key); group != "" {
				return slices.Index(groupsOf(i.ScaleOf(latest[0].Year)), group)
			}
			return mixed
		}}
}

// groupLabels joins the scales of all editions, place by place: the lowest
// group of one edition and that of another are one class of the map.
func groupLabels(i region.Indicator) []string {
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
		labels[place] = strings.Join(list, " or ")
	}
	return labels
}

// groupsOf lists the groups of a scale without plus and minus, best first.
func groupsOf(s *region.Scale) []string {
	var groups []string
	if s == nil {
		return nil
	}
	for _, word := range s.Groups {
		if g := atlas.Group(word); !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}

// numberOf is the newest value of a numeric indicator, NaN when none or several.
func numberOf(r *region.Region, indicator string) float64 {
	latest := atlas.Latest(r, indicator)
	if len(latest) != 1 || latest[0].Value.Word != "" {
		return math.NaN()
	}
	return latest[0].Value.Number
}

func (p *Planner) numberView(i region.Indicator) view {
	v := p.binned(region.Slug(i.Key), i.Name, i.Unit, i.Decimals, func(r *region.Region) float64 { return numberOf(r, i.Key) })
	v.words = func(r *region.Region) string { return latestWords(i, r) }
	return v
}

func (p *Planner) membershipView() view {
	value := func(r *region.Region) float64 {
		member, answered := atlas.MembershipCount(p.edition, r)
		if answered == 0 {
			return math.NaN()
		}
		return float64(member)
	}
	v := p.binned("memberships", "Number of memberships", "held by the region itself", 0, value)
	v.words = func(r *region.Region) string {
		if member, answered := atlas.MembershipCount(p.edition, r); answered > 0 {
			return count(member, "membership", "memberships")
		}
		return "memberships " + region.NotReported
	}
	return v
}

// binned divides the numbers of what the map shows into quantiles with round limits, the highest first.
func (p *Planner) binned(key, name, unit string, decimals int, value func(*region.Region) float64) view {
	var values []float64
	for _, r := range p.drawn {
		values = append(values, value(r))
	}
	classes := figure.Quantiles(values, mostClasses)
	n := len(classes.Counts)
	labels := make([]string, n)
	for i := range labels {
		labels[n-1-i] = limitWords(classes.Limits[i], classes.Limits[i+1], i == n-1, decimals)
	}
	return view{key: key, name: name, note: unit, classes: labels, class: func(r *region.Region) int {
		if c := classes.Class(value(r)); c >= 0 {
			return n - 1 - c
		}
		return missing
	}}
}

// limitWords says what a class holds. Limits that were rounded need no more
// decimals than they have.
func limitWords(low, high float64, last bool, decimals int) string {
	write := func(x float64) string {
		if x == math.Trunc(x) {
			return region.Grouped(x, 0)
		}
		return region.Grouped(x, min(decimals, 1))
	}
	if low == high || !last && decimals == 0 && high == low+1 {
		return write(low)
	}
	if last {
		return write(low) + " to " + write(high)
	}
	return write(low) + " to under " + write(high)
}

func (p *Planner) totalView(i region.Indicator) view {
	v := view{key: region.Slug(i.Key), name: i.Name, note: i.Unit + ", as the area of a circle",
		words: func(r *region.Region) string { return latestWords(i, r) },
		class: func(r *region.Region) int {
			if math.IsNaN(numberOf(r, i.Key)) {
				return missing
			}
			return 0
		},
		total: func(r *region.Region) float64 { return numberOf(r, i.Key) }}
	for _, r := range p.drawn {
		if x := v.total(r); x > v.largest {
			v.largest = x
		}
	}
	return v
}

func (p *Planner) ratingView(q region.Question) view {
	scale := p.edition.Ratings
	v := view{key: "evaluation-" + region.Slug(q.Key), name: q.Label(), group: "Self-evaluation", note: "self-evaluation"}
	for _, step := range slices.Backward(scale) {
		v.classes = append(v.classes, step.Name)
	}
	place := func(r *region.Region) int {
		return slices.IndexFunc(scale, func(s region.Term) bool { return s.Key == r.Evaluation[q.Key] })
	}
	v.class = func(r *region.Region) int {
		if i := place(r); i >= 0 {
			return len(scale) - 1 - i
		}
		return missing
	}
	v.words = func(r *region.Region) string {
		if i := place(r); i >= 0 {
			return scale[i].Name
		}
		return region.NotReported
	}
	return v
}

// answerView colours the answers to one network.
func (p *Planner) answerView(n region.Network) view {
	if p.crowded {
		return p.memberView(n)
	}
	v := view{key: "answer", name: n.Label(), note: ""}
	keys := map[string]int{}
	for _, c := range n.Categories {
		keys[c.Key] = len(v.classes)
		v.classes = append(v.classes, c.Label())
	}
	for _, s := range region.Statuses() {
		if len(p.atlas.Answering(n.Key, s.Key)) > 0 && s.Key != region.NotReported {
			keys[s.Key] = len(v.classes)
			v.classes = append(v.classes, s.Name)
		}
	}
	v.class = func(r *region.Region) int {
		if i, known := keys[atlas.Answer(r, n.Key).Status]; known {
			return i
		}
		return missing
	}
	v.words = func(r *region.Region) string {
		if i := v.class(r); i >= 0 {
			return v.classes[i]
		}
		return region.NotReported
	}
	return v
}

// topicView colours the regions whose policies cover a topic.
func (p *Planner) topicView(t region.Term) view {
	if p.crowded {
		return p.crowdView("topic", t.Label(), p.atlas.Covering(t.Key))
	}
	labels := []string{"Covered", "Not listed"}
	class := func(r *region.Region) int {
		switch topicCell(r, t.Key).Class {
		case "yes":
			return 0
		case "no":
			return 1
		}
		return missing
	}
	return view{key: "topic", name: t.Label(), classes: labels, class: class, words: func(r *region.Region) string {
		if i := class(r); i >= 0 {
			return labels[i]
		}
		return region.NotReported
	}}
}

// shade names the fill of a class: c0 is the darkest. Few classes are spread
// over all shades, so that they differ most.
func (w view) shade(class int) string {
	switch n := len(w.classes); {
	case class == missing:
		return "n"
	case class == mixed:
		return "m"
	case w.total != nil:
		return "t"
	case n > 1 && n < mostClasses:
		class = class * (mostClasses - 1) / (n - 1)
	}
	return fmt.Sprintf("c%d", min(class, mostClasses-1))
}

// legend counts the regions of every class; those that are missing always have
// their box, those that are mixed only when there are any.
func (w view) legend(regions []*region.Region) []LegendEntry {
	counts := map[int]int{}
	for _, r := range regions {
		counts[w.class(r)]++
	}
	one, many := "region", "regions"
	if w.crowd {
		one, many = "country", "countries"
	}
	entry := func(class int, label string) LegendEntry {
		return LegendEntry{w.shade(class), label, count(counts[class], one, many)}
	}
	var list []LegendEntry
	for i, label := range w.classes {
		list = append(list, entry(i, label))
	}
	if counts[mixed] > 0 {
		list = append(list, entry(mixed, "Differs between parts"))
	}
	if w.crowd { // every country has a number
		return list
	}
	return append(list, entry(missing, first(region.NotReported)))
}

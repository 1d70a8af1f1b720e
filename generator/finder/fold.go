package finder

import (
	"slices"
	"strings"
	"unicode"
)

// plainLetters are the letters that readers may type without their marks, by
// what they type instead. Greek and Cyrillic stay what they are. The finder's
// script gets the same table, so that both sides fold alike.
var plainLetters = [...][2]string{
	{"ss", "ßẞ"},
	{"a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"},
	{"ae", "æǣǽ"},
	{"c", "çćĉċčḉ"},
	{"e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệə"},
	{"i", "ìíîïĩīĭįİıǐȉȋḭḯỉịɨ"},
	{"d", "ðďđḋḍḏḑḓ"},
	{"n", "ñńņňŉŋǹṅṇṉṋ"},
	{"o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"},
	{"u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
	{"y", "ýÿŷȳẏẙỳỵỷỹ"},
	{"th", "þ"},
	{"g", "ĝğġģǥǧǵḡ"},
	{"h", "ĥħȟḣḥḧḩḫẖ"},
	{"ij", "ĳ"},
	{"j", "ĵǰ"},
	{"k", "ķĸǩḱḳḵ"},
	{"l", "ĺļľŀłḷḹḻḽ"},
	{"oe", "œ"},
	{"r", "ŕŗřȑȓṙṛṝṟ"},
	{"s", "śŝşšſșṡṣṥṧṩẛ"},
	{"t", "ţťŧțṫṭṯṱẗ"},
	{"w", "ŵẁẃẅẇẉẘ"},
	{"z", "źżžƶẑẓẕ"},
	{"b", "ƀḃḅḇ"},
	{"dz", "ǆǳ"},
	{"lj", "ǉ"},
	{"nj", "ǌ"},
	{"f", "ḟ"},
	{"m", "ḿṁṃ"},
	{"p", "ṕṗ"},
	{"v", "ṽṿ"},
	{"x", "ẋẍ"},
	{"ι", "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"},
	{"α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"},
	{"ε", "έϵἐἑἒἓἔἕὲέ"},
	{"η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"},
	{"υ", "ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"},
	{"σ", "ςϲ"},
	{"ο", "όὀὁὂὃὄὅὸό"},
	{"ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"},
	{"β", "ϐ"},
	{"θ", "ϑ"},
	{"φ", "ϕ"},
	{"π", "ϖ"},
	{"κ", "ϰ"},
	{"ρ", "ϱῤῥ"},
	{"и", "йѝӣӥ"},
	{"е", "ѐёӗ"},
	{"г", "ѓ"},
	{"і", "ї"},
	{"к", "ќ"},
	{"у", "ўӯӱӳ"},
	{"ѵ", "ѷ"},
	{"ж", "ӂӝ"},
	{"а", "ӑӓ"},
	{"ә", "ӛ"},
	{"з", "ӟ"},
	{"о", "ӧ"},
	{"ө", "ӫ"},
	{"э", "ӭ"},
	{"ч", "ӵ"},
	{"ы", "ӹ"},
}

// folding maps each letter of plainLetters to what is typed for it.
func folding() map[rune]string {
	plain := map[rune]string{}
	for _, group := range plainLetters {
		for _, letter := range group[1] {
			plain[letter] = group[0]
		}
	}
	return plain
}

// foldedWords lists the words of a text in small letters without marks, each
// once, in the order of the alphabet.
func foldedWords(plain map[rune]string, text string) []string {
	var folded strings.Builder
	for _, r := range text {
		if r < unicode.MaxASCII {
			folded.WriteRune(unicode.ToLower(r))
			continue
		}
		small, known := plain[r]
		if !known {
			small, known = plain[unicode.ToLower(r)]
		}
		switch {
		case known:
			folded.WriteString(small)
		case !unicode.Is(unicode.M, r):
			folded.WriteRune(unicode.ToLower(r))
		}
	}
	words := strings.FieldsFunc(folded.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	slices.Sort(words)
	return slices.Compact(words)
}

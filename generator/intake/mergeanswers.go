package intake

import (
	"fmt"
	"strings"

	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// memberships brings the answers for the networks.
func (m *merger) memberships() {
	for _, n := range m.Edition.Networks {
		key := top.Field("memberships").Field(n.Key)
		want, ok := m.s.Memberships[n.Key]
		have, there := m.have.Memberships[n.Key]
		before := len(m.edits)
		switch where := m.s.at[key]; {
		case !ok:
		case there:
			m.word(where, key, key.Field("status"), have.Status, want.Status)
			if source := m.own("memberships"); source != "" && len(m.edits) > before {
				m.edit(key.Field("source"), format.Text(source))
			}
		default:
			m.edit(key, m.answerTable(want))
			m.say(where, Written, key, " = %q%s", want.Status, remarkNote(want.Remark))
		}
	}
}

func remarkNote(remark string) string {
	if remark == "" {
		return ""
	}
	return fmt.Sprintf(", %q", remark)
}

// answerTable is an answer as it stands in a file: one word, where there is no more
// to say.
func (m *merger) answerTable(answer region.Membership) string {
	fields := []format.Field{{Key: "status", Value: format.Text(answer.Status)}}
	for _, text := range [][2]string{{"source", m.own("memberships")}, {"remark", answer.Remark}} {
		if text[1] != "" {
			fields = append(fields, format.Field{Key: text[0], Value: format.Text(text[1])})
		}
	}
	if len(fields) == 1 {
		return fields[0].Value
	}
	return format.Table(fields...)
}

// answers brings what is answered with one word, and a remark perhaps.
func (m *merger) answers() {
	if where, ok := m.s.at["/collaboration"]; ok {
		have, want := m.have.Cooperation, m.s.Cooperation
		m.answer(where, "/collaboration", "looking",
			region.Answer{Answer: have.Looking, Remark: have.Remark, Link: have.Link},
			region.Answer{Answer: want.Looking, Remark: want.Remark, Link: want.Link})
	}
	for _, term := range m.Edition.Strategies {
		key := top.Field("strategy").Field(term.Key)
		if where, ok := m.s.at[key]; ok {
			m.answer(where, key, "answer", m.have.Strategy[term.Key], m.s.Strategy[term.Key])
		}
	}
	for _, q := range m.Edition.Questions {
		key := top.Field("evaluation").Field(q.Key)
		if where, ok := m.s.at[key]; ok {
			m.word(where, key, key, m.have.Evaluation[q.Key], m.s.Evaluation[q.Key])
		}
	}
}

// fullAnswer is an answer as a table with its remark and its address.
func fullAnswer(field string, answer region.Answer) string {
	fields := []format.Field{{Key: field, Value: format.Text(answer.Answer)}}
	for _, text := range [][2]string{{"remark", answer.Remark}, {"link", answer.Link}} {
		if text[1] != "" {
			fields = append(fields, format.Field{Key: text[0], Value: format.Text(text[1])})
		}
	}
	return format.Table(fields...)
}

// answer brings an answer to its key, a table in which it is the given field.
func (m *merger) answer(where spot, key problem.Key, field string, have, want region.Answer) {
	switch {
	case have.Answer == "" && want.Remark+want.Link != "":
		m.edit(key, fullAnswer(field, want))
		m.say(where, Written, key, " = %q, %q", want.Answer,
			strings.TrimSpace(want.Remark+" "+want.Link))
		return
	case have.Answer == "":
		m.word(where, key, key, have.Answer, want.Answer)
		return
	}
	m.word(where, key, key.Field(field), have.Answer, want.Answer)
	if want.Remark != "" && (have.Answer == want.Answer || have.Answer == region.NotReported) {
		m.word(where, key.Field("remark"), key.Field("remark"), have.Remark, want.Remark)
	}
	if want.Link != "" {
		m.word(where, key.Field("link"), key.Field("link"), have.Link, want.Link)
	}
}

package reference

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// node is one schema inside a JSON Schema. It keeps to words that drafts 4 to 7
// share, since editors' tools differ in how new a draft they read.
type node struct {
	Schema      string  `json:"$schema,omitempty"`
	Title       string  `json:"title,omitempty"`
	Description string  `json:"description,omitempty"`
	Type        string  `json:"type,omitempty"`
	Enum        []any   `json:"enum,omitempty"`
	Pattern     string  `json:"pattern,omitempty"`
	MinLength   int     `json:"minLength,omitempty"`
	MaxLength   int     `json:"maxLength,omitempty"`
	Minimum     *number `json:"minimum,omitempty"`
	Maximum     *number `json:"maximum,omitempty"`
	MinItems    int     `json:"minItems,omitempty"`
	UniqueItems bool    `json:"uniqueItems,omitempty"`
	Items       *node   `json:"items,omitempty"`

	Properties *members `json:"properties,omitempty"`
	Additional *bool    `json:"additionalProperties,omitempty"`
	Values     *node    `json:"-"` // additionalProperties as a schema
	Required   []string `json:"required,omitempty"`
	AnyOf      []*node  `json:"anyOf,omitempty"`
	Examples   []any    `json:"examples,omitempty"`
	Taplo      *taplo   `json:"x-taplo,omitempty"`
}

// taplo carries what the words of an enumeration mean, for the editor's list.
type taplo struct {
	Docs struct {
		EnumValues []string `json:"enumValues"`
	} `json:"docs"`
}

type number float64

// members are the properties of a table in the order of the schema.
type members struct {
	names []string
	nodes map[string]*node
}

func (m *members) add(name string, n *node) {
	if m.nodes == nil {
		m.nodes = map[string]*node{}
	}
	m.names = append(m.names, name)
	m.nodes[name] = n
}

// MarshalJSON keeps the order.
func (m *members) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, name := range m.names {
		if i > 0 {
			out.WriteByte(',')
		}
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(m.nodes[name])
		if err != nil {
			return nil, err
		}
		out.Write(key)
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func plainJSON(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}

// MarshalJSON puts a schema for all other keys in the place of a plain yes or no.
func (n *node) MarshalJSON() ([]byte, error) {
	type plain node
	if n.Values == nil {
		return plainJSON((*plain)(n))
	}
	return plainJSON(struct {
		*plain
		Additional *node `json:"additionalProperties"`
	}{(*plain)(n), n.Values})
}

func (n *node) bytes() ([]byte, error) {
	text, err := plainJSON(n)
	if err != nil {
		return nil, fmt.Errorf("the schema cannot be written: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		return nil, fmt.Errorf("the schema cannot be written: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

package bind

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Member is one value of a choice, and its name in Python.
type Member[T any] struct {
	Value T
	Name  string
}

// Choice is the type of an enum or a literal: a Go type with a constant for each
// value.
type Choice[T comparable] struct {
	Type[T]
	what    string
	members []Member[T]
	text    func(T) string // in JSON
}

// StrChoice is a choice of strings: the values of an enum, its names, or the texts of
// a literal. what is the name of the enum, and adapter what converts its members;
// both are empty for a literal.
func StrChoice[T ~string](what, adapter string, members ...Member[T]) *Choice[T] {
	c := &Choice[T]{what: what, members: members, text: func(v T) string { return string(v) }}
	c.Type = c.checked(Str.Program, adapter,
		func(e *wire.Encoder, v T) { e.String(string(v)) },
		func(d *wire.Decoder) T { return T(d.String()) })
	engine.Register(&c.Type)
	return c
}

// IntChoice is a choice of ints: the values of an enum, the numbers of a literal, or
// the places of what a literal has.
func IntChoice[T ~int](what, adapter string, members ...Member[T]) *Choice[T] {
	c := &Choice[T]{what: what, members: members}
	c.text = c.Name
	c.Type = c.checked(Int.Program, adapter,
		func(e *wire.Encoder, v T) { e.Int(int(v)) },
		func(d *wire.Decoder) T { return T(d.Int()) })
	engine.Register(&c.Type)
	return c
}

// Flags is a set of bits: the members of a Flag, and what they make together. Which
// bits there may be is for Python to say.
func Flags[T ~int](what, adapter string, members ...Member[T]) *Choice[T] {
	c := &Choice[T]{what: what, members: members}
	c.Type = Type[T]{
		Program: append(wire.Program{}.Adapted(adapter), Int.Program...),
		Put:     func(e *wire.Encoder, v T) { e.Int(int(v)) },
		Get:     func(d *wire.Decoder) T { return T(d.Int()) },
	}
	engine.Register(&c.Type)
	return c
}

// checked is the type of the members alone, in both directions.
func (c *Choice[T]) checked(program wire.Program, adapter string, put func(*wire.Encoder, T), get func(*wire.Decoder) T) Type[T] {
	if adapter != "" {
		program = append(wire.Program{}.Adapted(adapter), program...)
	}
	t := Type[T]{
		Program: program,
		Put: func(e *wire.Encoder, v T) {
			if !c.has(v) {
				e.Fail(c.refusal(v))
				return
			}
			put(e, v)
		},
		Get: func(d *wire.Decoder) T {
			v := get(d)
			if d.Err() == nil && !c.has(v) {
				d.Fail(c.refusal(v))
			}
			return v
		},
	}
	return t
}

func (c *Choice[T]) has(v T) bool {
	for i := range c.members {
		if c.members[i].Value == v {
			return true
		}
	}
	return false
}

const namesShown = 12

func (c *Choice[T]) refusal(v T) *wire.Refusal {
	names := make([]string, 0, namesShown)
	for i, m := range c.members {
		if i == namesShown {
			names = append(names, "…")
			break
		}
		names = append(names, m.Name)
	}
	expected := "one of " + strings.Join(names, ", ")
	if c.what != "" {
		expected = c.what + ", " + expected
	}
	return &wire.Refusal{Expected: expected, Got: fmt.Sprintf("%#v", v)}
}

// Name returns the name of a member; a value that is none is its own text.
func (c *Choice[T]) Name(v T) string {
	for i := range c.members {
		if c.members[i].Value == v {
			return c.members[i].Name
		}
	}
	return fmt.Sprintf("%#v", v)
}

// FlagNames returns the names of the bits that are set, with | between them, and what
// no name is for as a number.
func FlagNames[T ~int](c *Choice[T], v T) string {
	for i := range c.members {
		if c.members[i].Value == v {
			return c.members[i].Name
		}
	}
	var names []string
	rest := v
	for _, m := range c.members {
		if single := m.Value != 0 && m.Value&(m.Value-1) == 0; single && rest&m.Value != 0 {
			names = append(names, m.Name)
			rest &^= m.Value
		}
	}
	if rest != 0 || len(names) == 0 {
		names = append(names, strconv.Itoa(int(rest)))
	}
	return strings.Join(names, "|")
}

// MarshalText is the method of that name for the Go type.
func (c *Choice[T]) MarshalText(v T) ([]byte, error) {
	if !c.has(v) {
		return nil, fmt.Errorf("gophersnake: write as text: %w", c.refusal(v))
	}
	return []byte(c.text(v)), nil
}

// UnmarshalText is the method of that name for the Go type.
func (c *Choice[T]) UnmarshalText(into *T, text []byte) error {
	for i := range c.members {
		if c.text(c.members[i].Value) == string(text) {
			*into = c.members[i].Value
			return nil
		}
	}
	return fmt.Errorf("gophersnake: read from text: %w", &wire.Refusal{Expected: c.refusal(*into).Expected, Got: strconv.Quote(string(text))})
}

package python

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Error is an exception that Python raised.
//
// Formatted with %v it is one line; with %+v it is the traceback as Python
// prints it, with causes and contexts. errors.Is and errors.As see its cause (or,
// where Python would show it, its context) and the members of a group. A Go error
// that a callback returned is among them: the very same error.
type Error struct {
	// Function is the Python function that Go called, or what else was tried.
	Function string
	// Module and Type are of the exception's class; Type is the qualified name.
	Module, Type string
	// Message is str() of the exception.
	Message string
	// Frames are the traceback, outermost first.
	Frames []Frame
	// Notes were added with add_note (PEP 678).
	Notes []string
	// Cause is what it was raised from; Context what was being handled.
	Cause, Context *Error
	// SuppressContext says that Python would not show the context.
	SuppressContext bool
	// Members are the exceptions of an exception group (PEP 654).
	Members []*Error
	// Value is the exception itself.
	Value *Object `json:"-"`

	classes   []string
	traceback string
	linked    []error // for Unwrap
	carried   error   // the Go error that it is
}

// Frame is one entry of a traceback.
type Frame struct {
	// File is as Python names it; of modules that the binary carries it begins
	// with "<embedded>".
	File string
	// Line counts from 1.
	Line int
	// Function is its name, qualified on Python 3.11 and later.
	Function string
	// Source is the line of source, without the space around it, if known.
	Source string
}

// Error returns the exception in one line.
func (e *Error) Error() string {
	text := e.Type
	switch e.Module {
	case "builtins":
	case "gophersnake.host.binding": // its messages need no class
		return e.Function + ": " + e.Message
	default:
		text = e.Module + "." + e.Type
	}
	if e.Function != "" {
		text = e.Function + ": " + text
	}
	if e.Message != "" {
		text += ": " + strings.ReplaceAll(strings.TrimSpace(e.Message), "\n", "; ")
	}
	return text
}

// Format writes the exception in one line, or with %+v Python's own traceback.
func (e *Error) Format(s fmt.State, verb rune) {
	switch {
	case verb == 'v' && s.Flag('+') && e.traceback != "":
		fmt.Fprint(s, strings.TrimRight(e.traceback, "\n"))
	case verb == 'q':
		fmt.Fprintf(s, "%q", e.Error())
	default:
		fmt.Fprint(s, e.Error())
	}
}

// Unwrap returns what the exception came from, and a group's members.
func (e *Error) Unwrap() []error { return e.linked }

// Is makes errors.Is find an exception by its class: see [Exception].
func (e *Error) Is(target error) bool {
	class, ok := target.(Exception)
	return ok && e.isA(string(class))
}

func (e *Error) isA(class string) bool {
	if !strings.Contains(class, ".") {
		class = "builtins." + class
	}
	return slices.Contains(e.classes, class)
}

// Exception is an exception class by its qualified name, "builtins.LookupError"
// or, of builtins, just "LookupError". As the target of errors.Is it matches
// exceptions of that class and of those derived from it, also where they are the
// cause of another.
type Exception string

func (e Exception) Error() string { return string(e) }

// IsException reports whether err is an exception of this class, or of one
// derived from it, as an `except` clause would: of the exception that was raised,
// not of those that caused it. The class is named as in [Exception].
func IsException(err error, class string) bool {
	var raised *Error
	return errors.As(err, &raised) && raised.isA(class)
}

// ConversionError is a value that could not cross between the languages: a
// result that is not of the type its function declares, an int with no room in
// Go's, a text that is not UTF-8.
type ConversionError struct {
	// Function is the Python function that Go called.
	Function string
	// Path leads to the value: `result[3]`, `argument data["k"]`.
	Path string
	// Expected and Got are types or values in words.
	Expected, Got string

	cause error
}

func (e *ConversionError) Error() string {
	refusal := wire.Refusal{Path: e.Path, Expected: e.Expected, Got: e.Got, Cause: e.cause}
	return e.Function + ": " + refusal.Error()
}

// Unwrap returns the error behind it, if there is one: [ErrClosed], for one.
func (e *ConversionError) Unwrap() error { return e.cause }

func init() {
	engine.Hooks.Exception = func(function string, raised []wire.Exception) error {
		return newErrors(function, raised)
	}
	engine.Hooks.Raise = raise
	engine.Hooks.Item = func(err error, from, to string) error {
		if refused, ok := err.(*ConversionError); ok && strings.HasPrefix(refused.Path, from) {
			refused.Path = to + strings.TrimPrefix(refused.Path, from)
		}
		return err
	}
	engine.Hooks.Panic = func(value any, stack []byte) error { return &PanicError{value, stack} }
	engine.Hooks.Refusal = func(function string, r *wire.Refusal) error {
		return &ConversionError{function, r.Path, r.Expected, r.Got, r.Cause}
	}
}

// carriedError returns the Go error that was lent under this number.
func carriedError(number int) error {
	err, _ := engine.Lending(uint64(number)).(error)
	return err
}

// newErrors makes the errors of linked exceptions and returns the first.
func newErrors(function string, raised []wire.Exception) *Error {
	made := make([]*Error, len(raised))
	for i, r := range raised {
		made[i] = &Error{
			Function: function, Module: r.Module, Type: r.Name, Message: r.Message,
			Notes: r.Notes, SuppressContext: r.Suppress, Value: newObject(r.Handle),
			classes: r.MRO, traceback: r.Text, carried: carriedError(r.Carried),
		}
		for _, f := range r.Frames {
			made[i].Frames = append(made[i].Frames, Frame(f))
		}
	}
	at := func(place int) *Error {
		if place < 0 {
			return nil
		}
		return made[place]
	}
	for i, r := range raised {
		made[i].Cause, made[i].Context = at(r.Cause), at(r.Context)
		for _, place := range r.Members {
			made[i].Members = append(made[i].Members, at(place))
		}
	}
	link(made[0], map[*Error]bool{made[0]: true})
	return made[0]
}

// link makes errors.Is and errors.As go from an exception to all that Python
// shows with it. Python's links may lead round in circles; here each exception
// is reached once.
func link(e *Error, seen map[*Error]bool) {
	shown := append([]*Error{e.Cause}, e.Members...)
	if e.Cause == nil && !e.SuppressContext {
		shown[0] = e.Context
	}
	if e.carried != nil {
		e.linked = append(e.linked, e.carried)
	}
	for _, other := range shown {
		if other != nil && !seen[other] {
			seen[other] = true
			e.linked = append(e.linked, other)
			link(other, seen)
		}
	}
}

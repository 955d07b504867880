package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"time"

	"github.com/gophersnake/gophersnake/python"
)

// answer is what a call returned, or what it failed with.
type answer struct {
	Call  string `json:"call"`
	Value any    `json:"value"`
	Error string `json:"error"`
}

// answers prints one line of JSON for each call.
type answers struct{ out *json.Encoder }

func newAnswers() *answers { return &answers{json.NewEncoder(os.Stdout)} }

// of takes the results of a call, the error last: of("f(1)")(f(ctx, 1)).
func (a *answers) of(call string) func(results ...any) {
	return func(results ...any) {
		values, last := results[:len(results)-1], results[len(results)-1]
		said := answer{Call: call}
		if err, failed := last.(error); failed {
			said.Error = text(err)
		} else if len(values) == 1 {
			said.Value = plain(reflect.ValueOf(values[0]))
		} else {
			said.Value = plain(reflect.ValueOf(values))
		}
		if err := a.out.Encode(said); err != nil {
			panic(fmt.Errorf("%s: %w", call, err))
		}
	}
}

// text is an exception as Python ends a traceback with it.
func text(err error) string {
	var raised *python.Error
	if !errors.As(err, &raised) {
		return "not from Python: " + err.Error()
	}
	name := raised.Type
	if raised.Module != "builtins" {
		name = raised.Module + "." + name
	}
	return name + ": " + raised.Message
}

// plain is what JSON knows: a complex number is two numbers, a tuple and an
// iterator are lists.
func plain(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	if moment, ok := v.Interface().(time.Time); ok {
		return moment.Format(time.RFC3339Nano)
	}
	switch v.Kind() {
	case reflect.Complex128:
		c := v.Complex()
		return [2]float64{real(c), imag(c)}
	case reflect.Func:
		items := []any{}
		for item, err := range v.Seq2() {
			if !err.IsNil() {
				panic(err.Interface())
			}
			items = append(items, plain(item))
		}
		return items
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return v.Interface()
		}
		items := []any{}
		for _, item := range v.Seq2() {
			items = append(items, plain(item))
		}
		return items
	case reflect.Interface:
		return plain(v.Elem())
	default:
		return v.Interface()
	}
}

// then goes on with the result of a call: then(f(ctx))(func(v V) (any, error) { … }).
func then[T any](value T, err error) func(func(T) (any, error)) (any, error) {
	return func(next func(T) (any, error)) (any, error) {
		if err != nil {
			return nil, err
		}
		return next(value)
	}
}

// some is the address of a value.
func some[T any](value T) *T { return &value }

package wire

import (
	"reflect"
)

// anyReflect appends a value of `any` whose type Any does not list: a named
// type, a sized number, a slice or map of such, or a pointer.
func (e *Encoder) anyReflect(v any) {
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Bool:
		e.Any(r.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.anyInt(int(r.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.anyUint(r.Uint())
	case reflect.Float32, reflect.Float64:
		e.anyFloat(r.Float())
	case reflect.Complex64, reflect.Complex128:
		e.Any(r.Complex())
	case reflect.String:
		e.anyString(r.String())
	case reflect.Slice, reflect.Array:
		e.reflectList(r)
	case reflect.Map:
		e.reflectMap(r)
	case reflect.Pointer:
		e.reflectPointer(r)
	default:
		e.refuseType(v)
	}
}

func (e *Encoder) reflectList(list reflect.Value) {
	if list.Kind() == reflect.Slice && list.Type().Elem().Kind() == reflect.Uint8 {
		e.Any(list.Bytes())
		return
	}
	e.Kind(KindList)
	if !e.enter() {
		return
	}
	e.Count(list.Len())
	for i := range list.Len() {
		e.Any(list.Index(i).Interface())
		if e.err != nil {
			e.FailedAt(indexStep(i))
			return
		}
	}
	e.depth--
}

// reflectMap appends a map as a dict, and one of empty structs as a set.
func (e *Encoder) reflectMap(entries reflect.Value) {
	isSet := entries.Type().Elem() == reflect.TypeFor[struct{}]()
	if isSet {
		e.Kind(KindSet)
	} else {
		e.Kind(KindDict)
	}
	if !e.enter() {
		return
	}
	e.Count(entries.Len())
	for entry := entries.MapRange(); entry.Next(); {
		e.Any(entry.Key().Interface())
		if !isSet {
			e.Any(entry.Value().Interface())
		}
		if e.err != nil {
			e.FailedAt(keyStep(entry.Key().Interface()))
			return
		}
	}
	e.depth--
}

// reflectPointer appends what a pointer points to. It counts as a level, since
// pointers may go round in circles.
func (e *Encoder) reflectPointer(pointer reflect.Value) {
	if pointer.IsNil() {
		e.Any(nil)
		return
	}
	if e.depth >= LimitDepth {
		e.refuse(tooDeep, "more")
		return
	}
	e.depth++
	e.Any(pointer.Elem().Interface())
	e.depth--
}

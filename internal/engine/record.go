package engine

import (
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// RecordType is the type of a Python class whose instances cross as their fields.
// It is made in two steps, so that a record can hold itself: once it is made it
// can be used in other types, and its fields are given before the first call.
type RecordType[T any] struct {
	Type[T]
	adapter string
	fields  []Field[T]
	moves   []move[T]
	plain   bool      // all fields are moved without their functions
	texts   bool      // so many fields are texts that sharing pays
	spares  sync.Pool // of *T, where a record lies while its fields' functions have its address

	given    chan struct{} // of a generic record: closed when it has its fields
	complete atomic.Bool   // likewise, for who asks at each value
}

// Field is a field of a record that is a T in Go.
type Field[T any] struct {
	// Name is Python's name of the field.
	Name string
	// MayBeMissing says that Put and Get write and read whether it is there.
	MayBeMissing bool
	// Program is the program of the field's type.
	Program wire.Program
	// Put appends the field of a record.
	Put func(*wire.Encoder, *T)
	// Get reads the field into a record.
	Get func(*wire.Decoder, *T)

	place place // of a field that is written and read without Put and Get
}

// NewRecord makes the type of a record that this adapter converts, and registers
// it for T.
func NewRecord[T any](adapter string) *RecordType[T] {
	r := &RecordType[T]{adapter: adapter}
	return r.register()
}

func (r *RecordType[T]) register() *RecordType[T] {
	r.Program = wire.Program{}.Named(define(r.definition))
	r.Put, r.Get, r.GetInto = r.put, r.get, r.getInto
	if r.given != nil {
		r.Put = func(e *wire.Encoder, record T) { r.wait(); r.put(e, record) }
		r.Get = func(d *wire.Decoder) T { r.wait(); return r.get(d) }
		r.GetInto = func(d *wire.Decoder, record *T) { r.wait(); r.getInto(d, record) }
	}
	Register(&r.Type)
	records.Store(reflect.TypeFor[T](), struct{}{})
	return r
}

// wait waits until a generic record has its fields.
func (r *RecordType[T]) wait() {
	if !r.complete.Load() {
		<-r.given
	}
}

// NewGenericRecord makes the type of a record that is made when a type argument of
// its class is first used: who finds it meanwhile waits for its fields.
func NewGenericRecord[T any](adapter string) *RecordType[T] {
	r := &RecordType[T]{adapter: adapter, given: make(chan struct{})}
	return r.register()
}

// Fields gives the record its fields, in the order of the adapter's.
func (r *RecordType[T]) Fields(fields ...Field[T]) {
	texts := 0
	for _, f := range fields {
		if f.Program.Is(wire.KindStr) {
			texts++
		}
	}
	r.fields, r.texts = fields, texts > 2
	r.moves, r.plain = movesOf(fields)
	if r.given != nil {
		r.complete.Store(true)
		close(r.given)
	}
}

// spare returns a record that is given back with [RecordType.done]. The fields' functions
// are not known to the compiler, so one on the stack would be allocated each time.
func (r *RecordType[T]) spare() *T {
	if record, ok := r.spares.Get().(*T); ok {
		return record
	}
	return new(T)
}

func (r *RecordType[T]) done(record *T) {
	var none T
	*record = none
	r.spares.Put(record)
}

func (r *RecordType[T]) definition() (wire.Program, error) {
	if r.given != nil {
		<-r.given
	}
	program := wire.Program{}.Record(r.adapter, len(r.fields))
	for _, f := range r.fields {
		program = append(program.Field(f.Name, f.MayBeMissing), f.Program...)
	}
	return program, nil
}

func (r *RecordType[T]) put(e *wire.Encoder, record T) {
	if !e.Enter() {
		return
	}
	if len(r.fields) == 0 {
		e.None()
	}
	if r.plain {
		putPlain(e, &record, r.moves)
	} else {
		at := r.spare()
		*at = record
		putFields(e, at, r.moves)
		r.done(at)
	}
	e.Leave()
}

func (r *RecordType[T]) get(d *wire.Decoder) T {
	shares := r.texts && d.Share()
	var record T
	if !r.plain {
		at := r.spare()
		r.getInto(d, at)
		record = *at
		r.done(at)
	} else if r.enter(d) {
		getPlain(d, &record, r.moves)
		d.Leave()
	}
	if shares {
		d.Unshare()
	}
	return record
}

func (r *RecordType[T]) getInto(d *wire.Decoder, record *T) {
	if !r.enter(d) {
		return
	}
	if r.plain {
		getPlain(d, record, r.moves)
	} else {
		getFields(d, record, r.moves)
	}
	d.Leave()
}

// enter begins to read a record. One without fields is a cell all the same.
func (r *RecordType[T]) enter(d *wire.Decoder) bool {
	if !d.Enter() {
		return false
	}
	if len(r.fields) == 0 {
		d.None()
	}
	return true
}

// RecordField is a field at a place of the struct.
func RecordField[T, F any](name string, typ *Type[F], at func(*T) *F) Field[T] {
	return Field[T]{
		Name:    name,
		Program: typ.Program,
		Put:     func(e *wire.Encoder, record *T) { typ.Put(e, *at(record)) },
		Get:     func(d *wire.Decoder, record *T) { *at(record) = typ.Get(d) },
		place:   placeOf(typ, at),
	}
}

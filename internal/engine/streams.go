package engine

import (
	"context"
	"io"
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

var (
	writeParam   = NewParam(wire.ParamPositionalOnly, "data", Bytes.Program)
	streamsType  = Dict(wire.KindDict, Str, GoFunc(NoResult, writeParam))
	streamsParam = NewParam(wire.ParamPositionalOnly, "streams", streamsType.Program)
)

// streamsOf returns what writes Python's standard streams, by their names in sys.
func streamsOf(config Config) map[string]Handler {
	streams := map[string]Handler{}
	for name, writer := range map[string]io.Writer{"stdout": config.Stdout, "stderr": config.Stderr} {
		if writer != nil {
			streams[name] = (&output{writer: writer}).handle
		}
	}
	return streams
}

// output writes what Python prints, one Write after the other. Who prints while a
// Write is under way leaves its bytes to that one and goes on: so a Write may call
// Python, which may print, and nothing waits for itself.
type output struct {
	writer io.Writer

	mu      sync.Mutex
	waiting [][]byte
	writing bool
}

func (o *output) handle(_ context.Context, args *wire.Decoder, result *wire.Encoder) error {
	data := Argument(args, Bytes, writeParam)
	if err := args.End(); err != nil {
		return err
	}
	result.None()
	return o.write(data)
}

// write returns the first error of what it wrote.
func (o *output) write(data []byte) (err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.waiting = append(o.waiting, data)
	if o.writing {
		return nil
	}
	o.writing = true
	defer func() { o.writing = false }()
	for len(o.waiting) != 0 {
		next := o.waiting[0]
		o.waiting = o.waiting[1:]
		if problem := o.writeOut(next); err == nil {
			err = problem
		}
	}
	return err
}

// writeOut writes while others may leave their bytes.
func (o *output) writeOut(data []byte) error {
	o.mu.Unlock()
	defer o.mu.Lock()
	_, err := o.writer.Write(data)
	return err
}

// sameWriter reports whether two settings name the same writer.
func sameWriter(a, b io.Writer) bool {
	if a == nil || b == nil || !reflect.TypeOf(a).Comparable() || !reflect.TypeOf(b).Comparable() {
		return reflect.DeepEqual(a, b)
	}
	return a == b
}

package python

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// fileAnswer is what a step of a file returns: bytes and a number, of which each action
// uses its own (gophersnake.host.adapters.files).
type fileAnswer = struct {
	First  []byte
	Second int
}

var (
	fileAnswerType = engine.Pair(engine.Bytes, engine.Int)
	fileSignature  = engine.NewSignature(0, fileAnswerType.Program,
		engine.NewParam(wire.ParamPositionalOnly, "action", engine.Str.Program),
		engine.NewParam(wire.ParamPositionalOnly, "data", engine.Bytes.Program),
		engine.NewParam(wire.ParamPositionalOnly, "number", engine.Int.Program),
		engine.NewParam(wire.ParamPositionalOnly, "whence", engine.Int.Program)).Called("a Python file")
)

// FileType is the type of files of the kind that the adapter says. It is for the runtime.
func FileType(adapter string) *engine.Type[*File] {
	t := engine.Steps(adapter, fileSignature, func(callee *engine.Callee) *File {
		return &File{callee: callee}
	}, func(f *File) *engine.Callee {
		if f == nil {
			return nil
		}
		return f.callee
	})
	put, get := t.Put, t.Get
	t.Put = func(e *wire.Encoder, f *File) {
		switch lent := f.ofGo(); {
		case lent == nil:
			put(e, f)
		case lent.value == nil:
			e.Fail(&wire.Refusal{Expected: "file", Got: "one made of nil"})
		default:
			engine.LendFunction(e, lent.step, lent.value)
		}
	}
	t.Get = func(d *wire.Decoder) *File {
		f := get(d)
		if f != nil {
			f.ctx = *d.Context
		}
		return f
	}
	return t
}

// lentFile is a file of Go's, as Python uses it.
type lentFile struct {
	value  any // what it was made of
	reader io.Reader
	writer io.Writer
	seeker io.Seeker
	text   bool

	reading sync.Mutex
	failed  error // how the last read ended, which still gave something
}

func lend(value any, r io.Reader, w io.Writer) *File {
	seeker, _ := value.(io.Seeker)
	return &File{lent: &lentFile{value: value, reader: r, writer: w, seeker: seeker}}
}

// step does what Python asks for.
func (f *lentFile) step(_ context.Context, args *wire.Decoder, result *wire.Encoder) error {
	action, data, number, whence := args.String(), args.Bytes(), args.Int(), args.Int()
	if err := args.End(); err != nil {
		return err
	}
	var answer fileAnswer
	var err error
	switch action {
	case "can":
		answer.First = f.abilities()
	case "read":
		answer.First, err = f.readSome(number)
	case "write":
		answer.Second, err = f.write(data)
	case "seek":
		var place int64
		place, err = f.seek(int64(number), whence)
		answer.Second = int(place)
	default:
		err = fmt.Errorf("gophersnake: %s a file of Go's: it cannot be done", action)
	}
	if err != nil {
		return err
	}
	fileAnswerType.Put(result, answer)
	return nil
}

// abilities are the letters of what can be done with it.
func (f *lentFile) abilities() []byte {
	var letters []byte
	add := func(letter byte, is bool) {
		if is {
			letters = append(letters, letter)
		}
	}
	add('r', f.reader != nil)
	add('w', f.writer != nil)
	add('s', f.seeker != nil)
	add('t', f.text)
	return letters
}

// readAtMost bounds what is allocated for one read.
const readAtMost = 1 << 20

// readSome reads up to that many bytes; none at the end.
func (f *lentFile) readSome(number int) ([]byte, error) {
	f.reading.Lock()
	defer f.reading.Unlock()
	if err := f.failed; err != nil {
		f.failed = nil
		return nil, ended(err)
	}
	buffer := make([]byte, min(number, readAtMost))
	const tries = 100 // as package bufio has it
	for range tries {
		n, err := f.read(buffer)
		if n > 0 {
			f.failed = err
			return buffer[:n], nil
		}
		if err != nil || len(buffer) == 0 {
			return nil, ended(err)
		}
	}
	return nil, io.ErrNoProgress
}

// ended is what of the error of a reader is one in Python.
func ended(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

func (f *lentFile) read(p []byte) (int, error) {
	if f.reader == nil {
		return 0, f.cannot("read")
	}
	return f.reader.Read(p)
}

func (f *lentFile) write(p []byte) (int, error) {
	if f.writer == nil {
		return 0, f.cannot("write")
	}
	n, err := f.writer.Write(p)
	if err == nil && n < len(p) {
		err = io.ErrShortWrite
	}
	return n, err
}

func (f *lentFile) seek(offset int64, whence int) (int64, error) {
	if f.seeker == nil {
		return 0, f.cannot("seek")
	}
	return f.seeker.Seek(offset, whence)
}

func (f *lentFile) cannot(action string) error {
	return fmt.Errorf("gophersnake: %s a file made of a %T: %w", action, f.value, errors.ErrUnsupported)
}

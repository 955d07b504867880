package python

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// File is a file as Python's typing has it: IO, TextIO or BinaryIO. One that comes from
// Python is read, written and closed in Go with its methods, which are those of package
// io; passed back to Python it is the same file. One that goes to Python is made by
// [NewReader], [NewWriter] or [NewFile].
//
// The bytes of a text file are its text in UTF-8, with the line ends that it has. Each
// step of a file of Python's is a call, under the context of the call that the file came
// from, so package bufio is of use where steps are small. Such a file is held, and open,
// until Close or until the garbage collector finds it unused. It may be used by several
// goroutines at once as far as Python's may be by several threads.
type File struct {
	callee *engine.Callee  // of a file of Python's
	ctx    context.Context // of the call that it came from
	closed bool

	lent *lentFile // of one of Go's

	reading sync.Mutex // guards the following
	rest    []byte     // of a text: a part of a character that was read
}

var _ io.ReadWriteSeeker = (*File)(nil)

// NewReader returns a file from which Python reads what r gives it. If r is an
// [io.Seeker] as well, Python may seek.
//
// Python reads ahead: what r has lost is more than what Python's code has made use of.
// What Python does not do is to close r; whoever opened it does that. An error of r is
// raised in Python as that of a callback is. Python reads on one thread at a time, and
// the interpreter is free meanwhile.
func NewReader(r io.Reader) *File { return lend(r, r, nil) }

// NewWriter returns a file that Python writes to w, each write at once and on whatever
// thread; a [bufio.Writer] makes few large writes of many small ones. If w is an
// [io.Seeker] as well, Python may seek. Python does not close w. An error of w is raised
// in Python as that of a callback is.
func NewWriter(w io.Writer) *File { return lend(w, nil, w) }

// NewFile returns a file that Python both reads and writes, as those of [NewReader] and
// [NewWriter].
func NewFile(f io.ReadWriter) *File { return lend(f, f, f) }

// Text makes a file for Python a text file also where Python's annotation leaves that
// open: of `IO`, or of no annotation. There it is a binary one otherwise. It returns the
// file.
func (f *File) Text() *File {
	if f != nil && f.lent != nil {
		f.lent.text = true
	}
	return f
}

// Read reads up to len(p) bytes, as [io.Reader] has it.
func (f *File) Read(p []byte) (int, error) {
	if lent := f.ofGo(); lent != nil {
		return lent.read(p)
	}
	if len(p) == 0 {
		return 0, nil
	}
	f.reading.Lock()
	defer f.reading.Unlock()
	if len(f.rest) == 0 {
		answer, err := f.step("read", nil, len(p), 0)
		if err != nil {
			return 0, err
		}
		if len(answer.First) == 0 {
			return 0, io.EOF
		}
		f.rest = answer.First
	}
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

// Write writes p, as [io.Writer] has it. Of a text file p may end within a character,
// which then waits for the rest of it.
func (f *File) Write(p []byte) (int, error) {
	if lent := f.ofGo(); lent != nil {
		return lent.write(p)
	}
	answer, err := f.step("write", p, 0, 0)
	return answer.Second, err
}

// Seek goes to another place in the file, as [io.Seeker] has it. In a text file only its
// start, its end, and the places that Seek has returned can be gone to.
func (f *File) Seek(offset int64, whence int) (int64, error) {
	if lent := f.ofGo(); lent != nil {
		return lent.seek(offset, whence)
	}
	f.reading.Lock()
	defer f.reading.Unlock()
	answer, err := f.step("seek", nil, int(offset), whence)
	if err != nil {
		return 0, err
	}
	f.rest = nil
	return int64(answer.Second), nil
}

// Close closes a file of Python's, also if the context that it goes by has ended; closing
// it again does nothing. One of Go's is closed if what it was made of can be.
func (f *File) Close() error {
	if lent := f.ofGo(); lent != nil {
		if closer, ok := lent.value.(io.Closer); ok {
			return closer.Close()
		}
		return nil
	}
	if f == nil || f.closed {
		return nil
	}
	f.ctx, f.closed = context.WithoutCancel(f.ctx), true
	_, err := f.step("close", nil, 0, 0)
	f.callee.Close()
	return err
}

func (f *File) ofGo() *lentFile {
	if f == nil {
		return nil
	}
	return f.lent
}

func (f *File) step(action string, data []byte, number, whence int) (fileAnswer, error) {
	if f == nil || f.callee == nil {
		return fileAnswer{}, errors.New("gophersnake: " + action + " a Python file: it is nil")
	}
	call := f.callee.Begin(f.ctx)
	engine.Put(call, engine.Str, action)
	engine.Put(call, engine.Bytes, data)
	engine.Put(call, engine.Int, number)
	engine.Put(call, engine.Int, whence)
	return engine.Result(call, fileAnswerType)
}

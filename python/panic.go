package python

import (
	"errors"
	"fmt"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// PanicError is a panic in a Go function that Python called. Python sees it as a
// gophersnake.GoPanic; where that comes back to Go, errors.As finds the PanicError.
type PanicError struct {
	// Value is what the function panicked with.
	Value any
	// Stack is the goroutine's stack at that moment, as debug.Stack formats it.
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Unwrap returns the value, if it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// raise returns the exception that err is or came from, and keeps it for the frame.
func raise(e *wire.Encoder, err error) (handle uint64, same bool) {
	var exception *Error
	if !errors.As(err, &exception) || exception.Value == nil {
		return 0, false
	}
	handle = exception.Value.ref.Handle()
	e.Keep(exception.Value)
	return handle, handle != 0 && isItself(err, exception)
}

// isItself says whether err is the exception, be it in the struct of its class, and
// not another error that came from it.
func isItself(err error, exception *Error) bool {
	var own *Error
	as, ok := err.(interface{ As(any) bool })
	return ok && as.As(&own) && own == exception
}

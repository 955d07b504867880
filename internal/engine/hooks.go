package engine

import (
	"fmt"
	"strings"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Hooks make the errors that users see, whose types are python's.
var Hooks struct {
	// Exception makes the error of exceptions that Python raised in a call of
	// function: the first, and those it is linked to. It owns their handles.
	Exception func(function string, raised []wire.Exception) error
	// Refusal makes the error of a value that could not cross.
	Refusal func(function string, refusal *wire.Refusal) error
	// Raise returns the handle of the exception that err is, or came from, which it
	// keeps with e until the frame is read; 0 if there is none. same says that err is
	// that exception.
	Raise func(e *wire.Encoder, err error) (handle uint64, same bool)
	// Item gives the path of a value that could not cross another beginning, where err
	// is about one.
	Item func(err error, from, to string) error
	// Panic makes the error of a panic in a Go function that Python called.
	Panic func(value any, stack []byte) error
	// Foreign makes the objects and arrays that stand inside `any`.
	Foreign wire.Foreign
}

// exception reads the frame of an exception. The call began when Python had been stopped
// that often.
func exception(function string, stopped uint32, d *wire.Decoder) error {
	raised := d.Exceptions()
	if err := d.End(); err != nil {
		return ownError(function, err)
	}
	err := Hooks.Exception(function, raised)
	if stopped != stops.Load() && endsForStop(raised) {
		err = &interruptedError{ownError(function, ErrStopped), err}
	}
	return err
}

// refused makes an error of the wire the user's.
func refused(function string, err error) error {
	if refusal, ok := err.(*wire.Refusal); ok {
		return Hooks.Refusal(function, refusal)
	}
	return ownError(function, err)
}

// ownError makes an error of a call one of this project's, which binding calls itself.
func ownError(function string, err error) error {
	return fmt.Errorf("gophersnake: %s: %w", strings.TrimPrefix(function, "gophersnake: "), err)
}

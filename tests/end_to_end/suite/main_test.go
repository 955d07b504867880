// Package suite is what gophersnake promises, as a user's program sees it: the
// test binary is compiled once for each gate and then run, unchanged, with every
// Python there is. GOPHERSNAKE_PYTHON names the one to use.
package suite

import (
	"context"
	"errors"
	"os"
	"reflect"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
)

var ctx = context.Background()

func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		runChild(name)
	}
	os.Exit(m.Run())
}

// ok returns the value of a call that must not fail.
func ok[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatalf("%+v", err)
		}
		return v
	}
}

// withoutGIL says whether the Python is a free-threaded build.
var withoutGIL = sync.OnceValue(func() bool {
	object, err := python.Eval(ctx, "__import__('sysconfig').get_config_var('Py_GIL_DISABLED') == 1")
	if err != nil {
		return false
	}
	defer object.Close()
	is, err := python.To[bool](ctx, object)
	return err == nil && is
})

// done is for a call that must not fail and returns nothing else.
func done(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%+v", err)
	}
}

// wantEqual compares a value with what it must be.
func wantEqual[T any](t testing.TB, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
}

// wantText fails unless the text of err is exactly want.
func wantText(t testing.TB, err error, want string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want: %s", want)
	}
	if err.Error() != want {
		t.Errorf("the error is\n  %s\nand should be\n  %s", err, want)
	}
}

// wantRefused fails unless err is a value that could not cross, in these words.
func wantRefused(t testing.TB, err error, want string) {
	t.Helper()
	wantText(t, err, want)
	var refused *python.ConversionError
	if !errors.As(err, &refused) {
		t.Errorf("%T is no *python.ConversionError", err)
	}
}

// raised returns the exception that err must be.
func raised(t testing.TB, err error) *python.Error {
	t.Helper()
	var e *python.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v (%T) is no *python.Error", err, err)
	}
	return e
}

// eval returns the value of an expression.
func eval(t testing.TB, expression string) *python.Object {
	t.Helper()
	return ok[*python.Object](t)(python.Eval(ctx, expression))
}

// pythonIs reports whether the Python that runs is this version or a newer one.
func pythonIs(t testing.TB, atLeast string) bool {
	t.Helper()
	newer := ok[*python.Object](t)(python.Eval(ctx, "tuple(map(int, '"+atLeast+"'.split('.'))) <= __import__('sys').version_info"))
	return ok[bool](t)(newer.Truth(ctx))
}

// eventually runs the garbage collectors until the condition holds. Nobody promises
// when that is; the limit is only there so that a failure is told.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for limit := time.Now().Add(2 * time.Minute); !holds(); {
		if time.Now().After(limit) {
			t.Fatalf("it never came that %s", what)
		}
		runtime.GC()
	}
}

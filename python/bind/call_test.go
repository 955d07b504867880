package bind_test

import (
	"reflect"
	"testing"

	"github.com/gophersnake/gophersnake/python/bind"
)

// A package with thousands of functions was not to be compiled when the
// descriptions of their parameters lay on the stack of its initialization.
func TestParameter_TakesNoPlaceOnTheStack(t *testing.T) {
	if got := reflect.TypeFor[bind.Parameter]().Kind(); got != reflect.Pointer {
		t.Errorf("a parameter is a %s, want a pointer", got)
	}
}

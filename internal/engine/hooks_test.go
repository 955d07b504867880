package engine

import (
	"errors"
	"testing"
)

func TestErrorsOfBinding_SayOnceWhoseTheyAre(t *testing.T) {
	cause := errors.New("the batch has ended")
	for doing, want := range map[string]string{
		"shop.find":                   "gophersnake: shop.find: the batch has ended",
		"gophersnake: bind shop.find": "gophersnake: bind shop.find: the batch has ended",
	} {
		if err := refused(doing, cause); err.Error() != want || !errors.Is(err, cause) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

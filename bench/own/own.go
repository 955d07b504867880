// Package own is where gophersnake itself enters the benchmark: it starts the runtime and
// lists the rows done with the generated package of benchmod.
package own

import (
	"context"
	"errors"

	"github.com/gophersnake/gophersnake/bench/internal/sample"
	"github.com/gophersnake/gophersnake/bench/internal/way"
)

// ErrAbsent says that the runtime is not part of this build. The worker then starts an
// interpreter by the floor's own means, so that the floor and the peers run all the same.
var ErrAbsent = errors.New("own: start: the runtime is not part of this build")

// Start starts the runtime with the Python that GOPHERSNAKE_PYTHON names, and imports benchmod,
// so that the floor and the peers, which come after, share our copy of it and its values.
func Start(context.Context) error {
	return ErrAbsent
}

// Rows returns the rows done by calls of the generated package. The runtime is started.
func Rows(context.Context, *sample.Data) ([]way.Row, error) {
	return nil, nil
}

// FirstAnswer starts the runtime and returns what detect finds in benchmod's test data: all
// that the start row does.
func FirstAnswer(context.Context) ([]int, error) {
	return nil, ErrAbsent
}

//go:build cgo

package peers

// #include <stdlib.h>
// #include "glue.h"
import "C"

import (
	"errors"
	"fmt"
	"unsafe"

	"github.com/gophersnake/gophersnake/bench/internal/sample"
	"github.com/gophersnake/gophersnake/bench/internal/way"
)

var errGlue = errors.New("peers: glue: a wrong answer, or the Python exception printed above")

// Glue returns the rows done by hand-written C functions, one crossing a call.
func Glue(data *sample.Data) ([]way.Row, error) {
	worker := newThread()
	// In C memory, because C keeps pointers of its own in it.
	glue := (*C.glue)(C.calloc(1, C.sizeof_glue))
	err := worker.do(func() error {
		glue.state = worker.state
		if C.glue_open(glue) != 0 {
			return errGlue
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	arrayIn := func(values []float64) func() error {
		return func() error {
			if C.glue_array_in(glue, (*C.double)(&values[0]), C.Py_ssize_t(len(values))) != 0 {
				return errGlue
			}
			return nil
		}
	}
	return []way.Row{
		worker.row("array_in_1k", arrayIn(data.Array1k)),
		worker.row("array_in_10m", arrayIn(data.Array10m)),
		worker.row("array_out_10m", func() error {
			array, err := arrayOut(glue)
			if err != nil {
				return err
			}
			return sample.CheckLarge(array)
		}),
		worker.row("detect_array_1k", func() error {
			indices, err := detectArray(glue, data.Detect1k)
			if err == nil && !sample.IsOutliers(indices) {
				err = fmt.Errorf("peers: call \"detect_array\": got %v", indices)
			}
			return err
		}),
	}, nil
}

// arrayOut returns a view that is valid until the next call.
func arrayOut(glue *C.glue) ([]float64, error) {
	if C.glue_array_out(glue) != 0 {
		return nil, errGlue
	}
	return unsafe.Slice((*float64)(glue.data), glue.length), nil
}

func detectArray(glue *C.glue, values []float64) ([]int, error) {
	if C.glue_detect_array(glue, (*C.double)(&values[0]), C.Py_ssize_t(len(values))) != 0 {
		return nil, errGlue
	}
	indices := make([]int, glue.count)
	for i, index := range unsafe.Slice((*int64)(glue.indices), glue.count) {
		indices[i] = int(index)
	}
	return indices, nil
}

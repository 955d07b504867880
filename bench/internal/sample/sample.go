// Package sample holds the Go values that the in rows send to Python and that the answers
// of the out rows are compared with.
package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Sizes of the arrays.
const (
	Small = 1_000
	Large = 10_000_000
)

// Data is one set of values, shared by every way and changed by none.
type Data struct {
	// Floats1k, Floats1m, Strings1k and Counts100 are what list_float_out, list_str_out and
	// dict_str_int_out of benchmod return for these sizes.
	Floats1k, Floats1m []float64
	Strings1k          []string
	Counts100          map[string]int

	// Array1k and Array10m are ascending numbers from 0, as array_out of benchmod returns.
	Array1k, Array10m []float64

	// Detect1k and Detect1m are random but for the Outliers.
	Detect1k, Detect1m []float64
}

// Fill makes the values that do not come from Python.
func (data *Data) Fill() {
	data.Array10m = ascending(Large)
	data.Array1k = ascending(Small)
	data.Detect1k = withOutliers(1_000)
	data.Detect1m = withOutliers(1_000_000)
}

// Outliers returns the indices that detect finds in Detect1k and Detect1m.
func Outliers() []int {
	return []int{7, 113, 835}
}

// IsOutliers tells whether detect's answer is right.
func IsOutliers(indices []int) bool {
	return slices.Equal(indices, Outliers())
}

// CheckLarge tells in constant time whether an array is Array10m.
func CheckLarge(array []float64) error {
	if len(array) != Large || array[Large-1] != Large-1 {
		return fmt.Errorf("sample: check array: not the %d numbers from 0", Large)
	}
	return nil
}

func ascending(n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(i)
	}
	return values
}

// withOutliers is benchmod.gen_testdata, with the same numbers in every run.
func withOutliers(n int) []float64 {
	random := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, n)
	for i := range values {
		values[i] = 2*random.Float64() - 1
	}
	for _, index := range Outliers() {
		values[index] = 5
	}
	return values
}

// Outliers calls one Python function in three ways: over lists, over an array
// that both languages share, and through the dynamic API.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"slices"

	"github.com/gophersnake/gophersnake/examples/outliers/pyoutliers"
	"github.com/gophersnake/gophersnake/python"
)

func main() {
	loop := flag.Int("loop", 0, "repeat the three ways `N` times, then print resident memory before and after")
	flag.Parse()
	ctx := context.Background()

	indices, err := threeWays(ctx)
	if err != nil {
		log.Fatalf("%+v", err)
	}
	if *loop > 0 {
		if err := repeat(ctx, *loop); err != nil {
			log.Fatalf("%+v", err)
		}
	}
	fmt.Println(indices)
}

// threeWays returns the outliers of new test data, which are the same each way.
func threeWays(ctx context.Context) ([]int, error) {
	data, err := pyoutliers.GenTestdata(ctx)
	if err != nil {
		return nil, err
	}
	byList, err := pyoutliers.Detect(ctx, data)
	if err != nil {
		return nil, err
	}
	byArray, err := pyoutliers.DetectArray(ctx, python.NewArray(data))
	if err != nil {
		return nil, err
	}
	byObject, err := dynamically(ctx, data)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(byList, byArray) || !slices.Equal(byList, byObject) {
		return nil, fmt.Errorf("three ways, three answers: %v, %v, %v", byList, byArray, byObject)
	}
	return byList, nil
}

// dynamically calls the function as Python would, with nothing generated.
func dynamically(ctx context.Context, data []float64) ([]int, error) {
	module, err := python.Import(ctx, "pyoutliers")
	if err != nil {
		return nil, err
	}
	defer module.Close()
	found, err := module.CallMethod(ctx, "detect", data, python.Kwargs{"sigmas": 2})
	if err != nil {
		return nil, err
	}
	defer found.Close()
	return python.To[[]int](ctx, found)
}

//go:build !cgo

// Package peers is empty without cgo, which every one of the peers needs.
package peers

import (
	"github.com/gophersnake/gophersnake/bench/internal/sample"
	"github.com/gophersnake/gophersnake/bench/internal/way"
)

// PerElement returns nothing without cgo.
func PerElement(*sample.Data) ([]way.Row, error) { return nil, nil }

// Glue returns nothing without cgo.
func Glue(*sample.Data) ([]way.Row, error) { return nil, nil }

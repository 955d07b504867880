//go:build cgo

package main

const gate = "cgo"

// Package gatetest is the conformance suite of the gate. Run it with
// CGO_ENABLED=1 and with CGO_ENABLED=0: the same tests then hold both
// implementations to the same behaviour. It needs no C compiler of its own: the
// C functions it calls are those of the C library.
package gatetest

//go:build !cgo

#include "textflag.h"

GLOBL code<>(SB), NOPTR, $8

// uintptr_t entry(uintptr_t arg), in C's calling convention.
TEXT entry<>(SB), NOSPLIT|NOFRAME, $0
	SUBQ $24, SP // a crossing; and the stack is a multiple of 16 again
	MOVQ DI, 0(SP)
	MOVQ code<>(SB), DI
	MOVQ SP, SI
	XORL DX, DX
	XORL CX, CX // no context for tracebacks
	CALL crosscall2(SB)
	MOVQ 8(SP), AX
	ADDQ $24, SP
	RET

// func entryTo(code uintptr) uintptr
TEXT ·entryTo(SB), NOSPLIT, $0-16
	MOVQ code+0(FP), AX
	MOVQ AX, code<>(SB)
	LEAQ entry<>(SB), AX
	MOVQ AX, ret+8(FP)
	RET

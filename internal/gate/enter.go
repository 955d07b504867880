//go:build darwin || freebsd || linux || netbsd

package gate

import _ "unsafe" // for linkname

// cgocall calls the C function fn with arg on the thread's system stack. It is what both
// cgo and purego call through: the one after a wrapper in C that unpacks arguments, the
// other after filling a block of 73 words for whatever signature there may be. A status
// and an address need none of that. The runtime keeps its name and signature for purego's
// sake (go.dev/issue/67401).
//
//go:linkname cgocall runtime.cgocall
func cgocall(fn, arg uintptr) int32

func enter(fn, arg uintptr) int32 { return cgocall(fn, arg) }

//go:build !cgo && (darwin || freebsd || linux || netbsd) && !(linux && amd64)

package gate

import "github.com/ebitengine/purego"

func callbackAddress() uintptr {
	return purego.NewCallback(dispatcher.call)
}

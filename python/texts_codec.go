package python

import (
	"fmt"
	"net/netip"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

var uuidType = engine.Adapted("uuid", engine.Bytes,
	func(u UUID) ([]byte, error) { return u[:], nil },
	func(bytes []byte) (u UUID, err error) {
		if copy(u[:], bytes) != len(u) {
			err = fmt.Errorf("gophersnake: a UUID of %d bytes", len(bytes))
		}
		return u, err
	})

// addressType is the type of addresses of a class of module ipaddress, or of either
// version.
func addressType(adapter string) *engine.Type[netip.Addr] {
	in := func(a netip.Addr) (string, error) {
		if !a.IsValid() {
			return "", &wire.Refusal{Expected: "an IP address", Got: "the zero netip.Addr"}
		}
		return a.String(), nil
	}
	return engine.Adapted(adapter, engine.Str, in, netip.ParseAddr)
}

// prefixType is the type of networks or interfaces, likewise.
func prefixType(adapter string) *engine.Type[netip.Prefix] {
	in := func(p netip.Prefix) (string, error) {
		if !p.IsValid() {
			return "", &wire.Refusal{Expected: "an IP network", Got: "the zero netip.Prefix"}
		}
		return p.String(), nil
	}
	return engine.Adapted(adapter, engine.Str, in, netip.ParsePrefix)
}

// patternItem is a regular expression as it crosses.
var patternItem = &engine.Type[Pattern]{
	Program: tupleProgram(engine.Str.Program, engine.Int.Program),
	Put: func(e *wire.Encoder, p Pattern) {
		e.String(p.Source)
		e.Int(int(p.Flags))
	},
	Get: func(d *wire.Decoder) Pattern { return Pattern{d.String(), PatternFlags(d.Int())} },
}

var patternType = engine.Adapted("pattern", patternItem,
	func(p Pattern) (Pattern, error) { return p, nil },
	func(p Pattern) (Pattern, error) { return p, nil })

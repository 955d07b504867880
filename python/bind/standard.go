package bind

import (
	"math/big"
	"net/netip"
	"time"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Numbers of a size; what does not fit is refused in both directions.
var (
	Int8      = engine.Int8
	Int16     = engine.Int16
	Int32     = engine.Int32
	Int64     = engine.Int64
	Uint8     = engine.Uint8
	Uint16    = engine.Uint16
	Uint32    = engine.Uint32
	Uint64    = engine.Uint64
	Float32   = engine.Float32
	Complex64 = engine.Complex64
	BigInt    = engine.BigInt
)

// Float16 crosses as a float, rounded to the nearest on the way out.
var Float16 = &Type[python.Float16]{
	Program: Float.Program,
	Put:     func(e *wire.Encoder, f python.Float16) { e.Float(f.Float64()) },
	Get:     func(d *wire.Decoder) python.Float16 { return python.NewFloat16(float32(d.Float())) },
}

// Types of the standard library.
var (
	Datetime  = engine.Registered[time.Time]()
	Date      = engine.Registered[python.Date]()
	TimeOfDay = engine.Registered[python.TimeOfDay]()
	Duration  = engine.Registered[time.Duration]()
	Decimal   = engine.Registered[python.Decimal]()
	Fraction  = engine.Registered[*big.Rat]()
	UUID      = engine.Registered[python.UUID]()
	Pattern   = engine.Registered[python.Pattern]()
)

// DatetimeAs is a datetime that an adapter lets through: "datetime:aware",
// "datetime:naive".
func DatetimeAs(adapter string) *Type[time.Time] {
	return engine.RegisteredAdapted[time.Time](adapter)
}

// Zone is a time zone: "tzinfo", "timezone", "zoneinfo".
func Zone(adapter string) *Type[*time.Location] {
	return engine.RegisteredAdapted[*time.Location](adapter)
}

// Path is a path of the file system: "path:Path", "path:PathLike" and so on.
func Path(adapter string) *Type[string] { return As(Str, adapter) }

// Address is an IP address: "ip:IPv4Address", "ip:IPv6Address", "ip:address".
func Address(adapter string) *Type[netip.Addr] {
	return engine.RegisteredAdapted[netip.Addr](adapter)
}

// Prefix is an IP network or interface: "ip:IPv4Network", "ip:interface" and so on.
func Prefix(adapter string) *Type[netip.Prefix] {
	return engine.RegisteredAdapted[netip.Prefix](adapter)
}

// As is what an adapter makes of a type whose Go type stays the same: a deque of a
// list, numpy's int32 of an int.
func As[T any](item *Type[T], adapter string) *Type[T] {
	same := func(v T) (T, error) { return v, nil }
	return engine.Adapted(adapter, item, same, same)
}

package python

import (
	"fmt"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

func init() {
	engine.Hooks.Foreign = foreign{}
	engine.Register(objectType)
	engine.Register(byteStringType)
	engine.Register(valueType)
	registerStandard()
	engine.Register(FileType("file"))
	registerArray[bool]()
	registerArray[int8]()
	registerArray[int16]()
	registerArray[int32]()
	registerArray[int64]()
	registerArray[uint8]()
	registerArray[uint16]()
	registerArray[uint32]()
	registerArray[uint64]()
	registerArray[Float16]()
	registerArray[float32]()
	registerArray[float64]()
	registerArray[complex64]()
	registerArray[complex128]()
	registerArray[DateTime64]()
	registerArray[TimeDelta64]()
}

// registerStandard registers the types of the standard library.
func registerStandard() {
	engine.Register(timeType("datetime"))
	engine.Register(dateType)
	engine.Register(timeOfDayType)
	engine.Register(durationType)
	engine.Register(locationType("tzinfo"))
	engine.Register(decimalType)
	engine.Register(ratType)
	engine.Register(uuidType)
	engine.Register(addressType("ip:address"))
	engine.Register(prefixType("ip:interface"))
	engine.Register(patternType)
	engine.RegisterAdapted(timeType)
	engine.RegisterAdapted(locationType)
	engine.RegisterAdapted(addressType)
	engine.RegisterAdapted(prefixType)
}

func registerArray[T Element]() { engine.RegisterArray(arrayType[T]) }

// foreign makes the values of `any` that are this package's.
type foreign struct{}

func (foreign) Object(handle uint64) (any, error) { return newObject(handle), nil }

func (foreign) Held(handle, number uint64) (any, error) { return takeValue(handle, number), nil }

func (foreign) Array(a wire.Array) (any, error) {
	return nil, fmt.Errorf("an array of %v arrives as an object", a.DType)
}

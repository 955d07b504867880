package python

import (
	"fmt"
	"math/big"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// decimalType crosses as the number's text, which both sides read the same way.
var decimalType = engine.Adapted("decimal", engine.Str,
	func(d Decimal) (string, error) { return d.String(), nil },
	func(text string) (Decimal, error) { return Decimal{text}.normal(), nil })

// fraction is a number as it crosses.
type fraction struct{ numerator, denominator *big.Int }

var fractionItem = &engine.Type[fraction]{
	Program: tupleProgram(engine.BigInt.Program, engine.BigInt.Program),
	Put: func(e *wire.Encoder, f fraction) {
		e.BigInt(f.numerator)
		e.BigInt(f.denominator)
	},
	Get: func(d *wire.Decoder) fraction { return fraction{d.BigInt(), d.BigInt()} },
}

var ratType = engine.Adapted("fraction", fractionItem,
	func(r *big.Rat) (fraction, error) {
		if r == nil {
			return fraction{}, &wire.Refusal{Expected: "fraction", Got: "nil *big.Rat"}
		}
		return fraction{r.Num(), r.Denom()}, nil
	},
	func(f fraction) (*big.Rat, error) {
		if f.denominator.Sign() <= 0 {
			return nil, fmt.Errorf("gophersnake: a fraction whose denominator is %v", f.denominator)
		}
		return new(big.Rat).SetFrac(f.numerator, f.denominator), nil
	})

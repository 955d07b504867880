package suite

import (
	"math"
	"math/big"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/numeric"
)

func decimal(t *testing.T, text string) python.Decimal {
	t.Helper()
	return ok[python.Decimal](t)(python.ParseDecimal(text))
}

func TestNumeric_Decimal(t *testing.T) {
	for _, text := range []string{
		"0", "-0", "1.10", "-1.10", "1E+3", "0E+3", "0.000001", "1E-7", "0E-7", "0.00", "12345678901234567890.12345678901234567890",
		"1.5E-999999", "Infinity", "-Infinity", "NaN", "-NaN", "sNaN", "NaN123",
	} {
		there(t, numeric.OfDecimal, decimal(t, text), "Decimal('"+text+"')")
	}
	one := decimal(t, "1.0")
	decimals := map[python.Decimal]*python.Decimal{one: nil}
	there(t, numeric.OfDecimals, decimals, "{Decimal('1.0'): None}")
	_, err := numeric.ADecimal(ctx, "float")
	wantRefused(t, err, "numeric.a_decimal: result: expected decimal.Decimal, got float")
	_, _, err = numeric.OfDecimal(ctx, decimal(t, "1E+999999999999999999"))
	done(t, err)
}

func TestNumeric_DecimalThatIsNoNumber(t *testing.T) {
	seen, nan, err := numeric.OfDecimal(ctx, decimal(t, "NaN"))
	done(t, err)
	wantEqual(t, seen, "Decimal('NaN')")
	if !nan.IsNaN() || !math.IsNaN(nan.Float64()) {
		t.Errorf("%v is a number", nan)
	}
	_, err = nan.Rat()
	wantText(t, err, "gophersnake: the decimal NaN is not a finite number")
}

func TestNumeric_Fraction(t *testing.T) {
	there(t, numeric.OfFraction, big.NewRat(-1, 3), "Fraction(-1, 3)")
	huge := new(big.Rat).SetFrac(new(big.Int).Lsh(big.NewInt(1), 100), big.NewInt(3))
	there(t, numeric.OfFraction, huge, "Fraction(1267650600228229401496703205376, 3)")
	pairs := python.OrderedMap[*big.Rat, *big.Rat]{{Key: big.NewRat(1, 2), Value: nil}, {Key: big.NewRat(1, 3), Value: big.NewRat(2, 1)}}
	there(t, numeric.OfFractions, pairs, "{Fraction(1, 2): None, Fraction(1, 3): Fraction(2, 1)}")
	_, _, err := numeric.OfFraction(ctx, nil)
	wantRefused(t, err, "numeric.of_fraction: argument v: expected fraction, got nil *big.Rat")
	_, err = numeric.AFraction(ctx, "int")
	wantRefused(t, err, "numeric.a_fraction: result: expected fractions.Fraction, got int")
}

func TestNumeric_BigInt(t *testing.T) {
	huge := new(big.Int).Neg(new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil))
	there(t, numeric.OfBig, huge, huge.String())
	there(t, numeric.OfBig, big.NewInt(7), "7")
	there(t, numeric.OfOptionalBig, huge, huge.String())
	there(t, numeric.OfOptionalBig, nil, "None")
}

func TestNumeric_Sized(t *testing.T) {
	there(t, numeric.OfInt8, int8(-128), "-128")
	there(t, numeric.OfInt32, int32(math.MaxInt32), "2147483647")
	there(t, numeric.OfUint64, uint64(math.MaxUint64), "18446744073709551615")
	there(t, numeric.OfFloat32, float32(0.1), "0.10000000149011612")
	bytes, singles, wide := make([]byte, 1000), make([]float32, 1000), []uint64{0, math.MaxUint64}
	for i := range bytes {
		bytes[i], singles[i] = byte(i), float32(i)/3
	}
	_, gotBytes, gotSingles, gotWide, err := numeric.OfLists(ctx, bytes, singles, wide)
	done(t, err)
	wantEqual(t, gotBytes, bytes)
	wantEqual(t, gotSingles, singles)
	wantEqual(t, gotWide, wide)
	for want, call := range map[string]func() error{
		"numeric.a_byte: result: expected uint8, got -1":                                                 func() error { _, err := numeric.AByte(ctx, "minus one"); return err },
		"numeric.a_byte: result: expected uint8, got 300":                                                func() error { _, err := numeric.AByte(ctx, "300"); return err },
		"numeric.a_byte: result: expected an int that fits 64 bits, got 1000000000000000000000000000000": func() error { _, err := numeric.AByte(ctx, "huge"); return err },
		"numeric.a_wide: result: expected uint64, got -1":                                                func() error { _, err := numeric.AWide(ctx, "minus one"); return err },
		"numeric.a_wide: result: expected uint64, got 1000000000000000000000000000000":                   func() error { _, err := numeric.AWide(ctx, "huge"); return err },
		"numeric.a_single: result: expected a float that fits float32, got 1e+300":                       func() error { _, err := numeric.ASingle(ctx, "1e300"); return err },
		"numeric.bytes_of: result[2]: expected uint8, got 256":                                           func() error { _, err := numeric.BytesOf(ctx, "bytes"); return err },
		"numeric.singles_of: result[1]: expected a float that fits float32, got 1e+300":                  func() error { _, err := numeric.SinglesOf(ctx, "singles"); return err },
	} {
		wantRefused(t, call(), want)
	}
}

func TestNumeric_NumpyScalars(t *testing.T) {
	there(t, numeric.OfNpBool, true, pythonBoolName(t)+" True")
	there(t, numeric.OfNpInt32, int32(-5), "int32 -5")
	there(t, numeric.OfNpUint64, uint64(math.MaxUint64), "uint64 18446744073709551615")
	there(t, numeric.OfNpFloat16, python.NewFloat16(0.5), "float16 0.5")
	there(t, numeric.OfNpFloat32, float32(0.1), "float32 0.1")
	there(t, numeric.OfNpFloat64, 0.1, "float64 0.1")
	there(t, numeric.OfNpComplex64, complex64(1-2i), "complex64 (1-2j)")
	there(t, numeric.OfNpKeys, map[int32]float32{1: 0.5, 2: 1.5}, "int32 1 int32 2")
	_, err := numeric.AnNpInt32(ctx, "int")
	wantRefused(t, err, "numeric.an_np_int32: result: expected numpy.int32, got int")
	_, err = numeric.AnNpInt32(ctx, "np int64")
	wantRefused(t, err, "numeric.an_np_int32: result: expected numpy.int32, got numpy.int64")
	_, err = numeric.AnNpFloat32(ctx, "np float64")
	wantRefused(t, err, "numeric.an_np_float32: result: expected numpy.float32, got numpy.float64")
}

// pythonBoolName is what numpy calls its bool: another name since version 2.
func pythonBoolName(t *testing.T) string {
	t.Helper()
	return ok[string](t)(eval(t, "__import__('numpy').bool_.__name__").Str(ctx))
}

func TestNumeric_ItemsOfATupleWithNames(t *testing.T) {
	quotient, remainder, err := numeric.Divide(ctx, 17, 5)
	done(t, err)
	wantEqual(t, quotient, 3)
	wantEqual(t, remainder, 2)
}

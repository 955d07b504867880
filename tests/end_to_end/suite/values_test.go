package suite

import (
	"context"
	"math"
	"math/cmplx"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/values"
)

// there sends a value to Python and back: Python must see wantSeen, and what
// comes back must be the same.
func there[T any](t *testing.T, call func(context.Context, T) (string, T, error), v T, wantSeen string) {
	t.Helper()
	comes(t, call, v, wantSeen, v)
}

// comes is there for a value that comes back as another.
func comes[T any](t *testing.T, call func(context.Context, T) (string, T, error), v T, wantSeen string, want T) {
	t.Helper()
	seen, back, err := call(ctx, v)
	done(t, err)
	if wantSeen != seen {
		t.Errorf("Python saw %s, want %s", seen, wantSeen)
	}
	wantEqual(t, back, want)
}

func TestValues_Bool(t *testing.T) {
	there(t, values.OfBool, true, "bool True")
	there(t, values.OfBool, false, "bool False")
}

func TestValues_Int(t *testing.T) {
	there(t, values.OfInt, 0, "int 0")
	there(t, values.OfInt, -1, "int -1")
	there(t, values.OfInt, 1<<30, "int 1073741824")
	there(t, values.OfInt, math.MaxInt64, "int 9223372036854775807")
	there(t, values.OfInt, math.MinInt64, "int -9223372036854775808")
}

func TestValues_Float(t *testing.T) {
	there(t, values.OfFloat, 0.1, "float 0.1")
	there(t, values.OfFloat, math.Inf(1), "float inf")
	there(t, values.OfFloat, math.Inf(-1), "float -inf")
	there(t, values.OfFloat, math.MaxFloat64, "float 1.7976931348623157e+308")
	there(t, values.OfFloat, math.SmallestNonzeroFloat64, "float 5e-324")
}

func TestValues_FloatBits(t *testing.T) {
	for _, v := range []float64{math.Copysign(0, -1), math.NaN(), math.Float64frombits(0xfff8deadbeef0001)} {
		_, back, err := values.OfFloat(ctx, v)
		done(t, err)
		wantEqual(t, math.Float64bits(back), math.Float64bits(v))
	}
}

func TestValues_Complex(t *testing.T) {
	there(t, values.OfComplex, 1.5-2i, "complex (1.5-2j)")
	there(t, values.OfComplex, cmplx.Inf(), "complex (inf+infj)")
	_, back, err := values.OfComplex(ctx, complex(math.NaN(), math.Copysign(0, -1)))
	done(t, err)
	if !math.IsNaN(real(back)) || !math.Signbit(imag(back)) || imag(back) != 0 {
		t.Errorf("NaN-0i came back as %v", back)
	}
}

func TestValues_None(t *testing.T) {
	done(t, values.OfNone(ctx, struct{}{}))
}

func TestValues_Str(t *testing.T) {
	for v, seen := range map[string]string{
		"":                       "str ''",
		"ascii":                  "str 'ascii'",
		"größer als 3 €":         "str 'größer als 3 €'",
		"🐍→🦫 \U0001d53e":         "str '🐍→🦫 \U0001d53e'",
		"\U0010fffd":             `str '\U0010fffd'`,
		"a\x00b\x00":             `str 'a\x00b\x00'`,
		"\x00":                   `str '\x00'`,
		"\ufeffe\u0301":          `str '\ufeffe` + "\u0301'",
		strings.Repeat("ä", 130): "str '" + strings.Repeat("ä", 130) + "'",
	} {
		there(t, values.OfStr, v, seen)
	}
}

func TestValues_StrOfEveryLengthAroundTheFrame(t *testing.T) {
	long := strings.Repeat("0123456789abcdé", 40)
	for n := range len(long) {
		if part := long[:n]; strings.ToValidUTF8(part, "") == part {
			there(t, values.OfStr, part, "str '"+part+"'")
		}
	}
}

func TestValues_StrOf100MB(t *testing.T) {
	for _, letter := range []string{"x", "🐍"} {
		n := 100 << 20 / len(letter)
		v := strings.Repeat(letter, n)
		seen, back, err := values.BigStr(ctx, v)
		done(t, err)
		if seen != n || back != v {
			t.Errorf("100 MB of %q: Python saw %d letters, and %d bytes came back", letter, seen, len(back))
		}
	}
}

func TestValues_Bytes(t *testing.T) {
	there(t, values.OfBytes, []byte{}, `bytes b''`)
	there(t, values.OfBytes, []byte("\x00\xff\x80 z"), `bytes b'\x00\xff\x80 z'`)
	comes(t, values.OfBytes, nil, `bytes b''`, []byte{})
	there(t, values.OfBytearray, []byte("\x00\xff"), `bytearray bytearray(b'\x00\xff')`)
	comes(t, values.OfBytearray, nil, `bytearray bytearray(b'')`, []byte{})
	there(t, values.OfMemoryview, []byte("\x00\xff"), `memoryview b'\x00\xff' True`)
	comes(t, values.OfMemoryview, nil, `memoryview b'' True`, []byte{})
}

func TestValues_BytesOf100MB(t *testing.T) {
	v := []byte(strings.Repeat("\x00\x80", 50<<20))
	for _, call := range []func(context.Context, []byte) (int, []byte, error){
		values.BigBytes, values.BigMemoryview,
	} {
		seen, back, err := call(ctx, v)
		done(t, err)
		if seen != len(v) || string(back) != string(v) {
			t.Errorf("100 MB: Python saw %d bytes, and %d came back", seen, len(back))
		}
	}
}

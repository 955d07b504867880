package python

import (
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// Decimal is a decimal number as Python's decimal.Decimal has it: exact, with its
// trailing zeros, and possibly infinite or no number at all. Its text, also in JSON
// (where it is a string), is the one that Python gives it: 1.10, 1E+3, Infinity.
//
// It can be compared with ==, which tells 1.0 and 1.00 apart; [Decimal.Cmp] does not.
// There is no arithmetic: that is for Python, or for [Decimal.Rat]. The zero value
// is 0.
type Decimal struct {
	text string // empty: 0
}

var decimalText = regexp.MustCompile(`^([+-]?)(?:([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,18}))?|(?i:(inf|infinity)|(nan|snan)([0-9]*)))$`)

// ParseDecimal returns the number that a text means, in the form that Python reads
// too: -1.10, 1E+3, Infinity, NaN.
func ParseDecimal(text string) (Decimal, error) {
	parts := decimalText.FindStringSubmatch(text)
	if parts == nil || parts[5]+parts[6] == "" && parts[2]+parts[3] == "" {
		return Decimal{}, fmt.Errorf("gophersnake: parse decimal %q: not a number as in 1.10 or 1E+3", text)
	}
	sign := strings.TrimPrefix(parts[1], "+")
	switch {
	case parts[5] != "":
		return Decimal{sign + "Infinity"}, nil
	case parts[6] != "":
		name := map[string]string{"nan": "NaN", "snan": "sNaN"}[strings.ToLower(parts[6])]
		return Decimal{sign + name + strings.TrimLeft(parts[7], "0")}, nil
	}
	exponent, _ := strconv.Atoi(parts[4])
	return decimalOf(sign, parts[2]+parts[3], exponent-len(parts[3])), nil
}

// NewDecimal returns coefficient × 10^exponent, with as many digits as coefficient
// has: NewDecimal(big.NewInt(110), -2) is 1.10.
func NewDecimal(coefficient *big.Int, exponent int) Decimal {
	sign, digits := "", coefficient.String()
	if coefficient.Sign() < 0 {
		sign, digits = "-", digits[1:]
	}
	return decimalOf(sign, digits, exponent)
}

// decimalOf writes a number as the to-scientific-string of the General Decimal
// Arithmetic Specification, which Python follows.
func decimalOf(sign, digits string, exponent int) Decimal {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		digits = "0"
	}
	point := len(digits) + exponent // of the digits before the point
	switch {
	case exponent <= 0 && point > -6 && point > 0:
		if exponent < 0 {
			digits = digits[:point] + "." + digits[point:]
		}
	case exponent <= 0 && point > -6:
		digits = "0." + strings.Repeat("0", -point) + digits
	default:
		if len(digits) > 1 {
			digits = digits[:1] + "." + digits[1:]
		}
		digits += fmt.Sprintf("E%+d", point-1)
	}
	return Decimal{sign + digits}.normal()
}

// normal makes every form of 0 the zero value.
func (d Decimal) normal() Decimal {
	if d.text == "0" {
		return Decimal{}
	}
	return d
}

// String returns the number as Python's str does.
func (d Decimal) String() string {
	if d.text == "" {
		return "0"
	}
	return d.text
}

// IsNaN reports whether d is no number: NaN or sNaN.
func (d Decimal) IsNaN() bool { return strings.Contains(d.text, "NaN") }

// IsInf reports whether d is infinite.
func (d Decimal) IsInf() bool { return strings.HasSuffix(d.text, "Infinity") }

// Parts returns the number as coefficient × 10^exponent: 1.10 is 110 and -2. It is an
// error for NaN and infinities. The sign of a zero is not in it.
func (d Decimal) Parts() (coefficient *big.Int, exponent int, err error) {
	if d.IsNaN() || d.IsInf() {
		return nil, 0, fmt.Errorf("gophersnake: the decimal %v is not a finite number", d)
	}
	digits, power, _ := strings.Cut(d.String(), "E")
	exponent, _ = strconv.Atoi(power)
	if whole, fraction, pointed := strings.Cut(digits, "."); pointed {
		digits = whole + fraction
		exponent -= len(fraction)
	}
	coefficient, _ = new(big.Int).SetString(digits, 10)
	return coefficient, exponent, nil
}

// maxRatExponent bounds the memory that a few letters can ask for.
const maxRatExponent = 100_000

// Rat returns the exact value. It is an error for NaN and infinities, and for numbers
// whose exponent is beyond ±100,000.
func (d Decimal) Rat() (*big.Rat, error) {
	coefficient, exponent, err := d.Parts()
	if err != nil {
		return nil, err
	}
	if exponent > maxRatExponent || exponent < -maxRatExponent {
		return nil, fmt.Errorf("gophersnake: the decimal %v has too large an exponent for a big.Rat", d)
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exponent, -exponent))), nil)
	if exponent < 0 {
		return new(big.Rat).SetFrac(coefficient, power), nil
	}
	return new(big.Rat).SetInt(coefficient.Mul(coefficient, power)), nil
}

// Float64 returns the nearest float64: an infinity for what is too large, and NaN.
func (d Decimal) Float64() float64 {
	if d.IsNaN() {
		return math.NaN()
	}
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

// Cmp returns -1, 0 or +1 if d is less than, equal to or greater than other. It
// panics for NaN, which has no order, and for exponents that Rat refuses.
func (d Decimal) Cmp(other Decimal) int {
	if !d.IsNaN() && !other.IsNaN() && (d.IsInf() || other.IsInf()) {
		return d.infinite() - other.infinite()
	}
	a, err := d.Rat()
	if err != nil {
		panic(err)
	}
	b, err := other.Rat()
	if err != nil {
		panic(err)
	}
	return a.Cmp(b)
}

func (d Decimal) infinite() int {
	switch d.text {
	case "Infinity":
		return 1
	case "-Infinity":
		return -1
	}
	return 0
}

// MarshalText returns the text of String.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDecimal reads.
func (d *Decimal) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDecimal(string(text))
	return err
}

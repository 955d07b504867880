package python

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"
)

func TestDecimal_TextIsPythons(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "-0", "+1.50": "1.50", "001.10": "1.10", ".5": "0.5", "5.": "5", "1e3": "1E+3", "0e3": "0E+3",
		"1e-6": "0.000001", "1e-7": "1E-7", "123e-9": "1.23E-7", "0.00": "0.00", "0e-7": "0E-7", "12.5E+10": "1.25E+11",
		"inf": "Infinity", "-Infinity": "-Infinity", "nan": "NaN", "-sNaN12": "-sNaN12", "NaN000": "NaN",
	} {
		d, err := ParseDecimal(text)
		if err != nil || d.String() != want {
			t.Errorf("%s is %s, %v, want %s", text, d, err, want)
		}
	}
	for _, text := range []string{"", ".", "e5", "1e", "1_000", "0x10", "1 ", "--1", "infinit"} {
		if d, err := ParseDecimal(text); err == nil {
			t.Errorf("%q is %s", text, d)
		}
	}
}

func TestDecimal_ZeroValueIsZero(t *testing.T) {
	zero, err := ParseDecimal("0")
	if err != nil || zero != (Decimal{}) || (Decimal{}).String() != "0" {
		t.Errorf("%v, %v", zero, err)
	}
}

func TestDecimal_Parts(t *testing.T) {
	for text, want := range map[string]struct {
		coefficient int64
		exponent    int
	}{"1.10": {110, -2}, "-1.25E+11": {-125, 9}, "0E-7": {0, -7}, "7": {7, 0}} {
		d, _ := ParseDecimal(text)
		coefficient, exponent, err := d.Parts()
		if err != nil || coefficient.Int64() != want.coefficient || exponent != want.exponent {
			t.Errorf("%s is %v × 10^%d, %v", text, coefficient, exponent, err)
		}
		if again := NewDecimal(coefficient, exponent); again != d {
			t.Errorf("%s came back as %s", d, again)
		}
	}
}

func TestDecimal_AsOtherNumbers(t *testing.T) {
	d, _ := ParseDecimal("-1.250")
	if r, err := d.Rat(); err != nil || r.Cmp(big.NewRat(-5, 4)) != 0 {
		t.Errorf("%v, %v", r, err)
	}
	if f := d.Float64(); f != -1.25 {
		t.Error(f)
	}
	huge, _ := ParseDecimal("1E+999999")
	if _, err := huge.Rat(); err == nil {
		t.Error("a big.Rat of a million digits")
	}
	if f := huge.Float64(); !math.IsInf(f, 1) {
		t.Error(f)
	}
}

func TestDecimal_Cmp(t *testing.T) {
	inOrder := []string{"-Infinity", "-1E+3", "-0.5", "0", "0.10", "1", "Infinity"}
	for i, a := range inOrder {
		for j, b := range inOrder {
			x, _ := ParseDecimal(a)
			y, _ := ParseDecimal(b)
			if got := x.Cmp(y); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%s compared with %s is %d", a, b, got)
			}
		}
	}
	x, _ := ParseDecimal("1.0")
	y, _ := ParseDecimal("1.00")
	if x.Cmp(y) != 0 || x == y {
		t.Error("1.0 and 1.00")
	}
}

func TestDecimal_JSON(t *testing.T) {
	d, _ := ParseDecimal("1.10")
	text, err := json.Marshal(map[string]Decimal{"price": d})
	if err != nil || string(text) != `{"price":"1.10"}` {
		t.Errorf("%s, %v", text, err)
	}
	var back map[string]Decimal
	if err := json.Unmarshal(text, &back); err != nil || back["price"] != d {
		t.Errorf("%v, %v", back, err)
	}
}

package python

import "testing"

func TestArray_String(t *testing.T) {
	zeros := make([]float32, 1200)
	zeros[1], zeros[1199] = 1.5, -2
	for _, each := range []struct {
		array interface{ String() string }
		want  string
	}{
		{NewArray([]int64{1, 2, 3}), "[1 2 3] int64"},
		{NewArray([]float64{1, 2.5, 3, 4}, 2, 2), "[[1 2.5] [3 4]] float64 (2, 2)"},
		{NewArray([]float64{1, 2, 3, 4}, 2, 2).T(), "[[1 3] [2 4]] float64 (2, 2)"},
		{NewArray([]bool{}), "[] bool"},
		{NewArray([]uint8{}, 0, 3), "[] uint8 (0, 3)"},
		{NewArray(zeros), "[0 1.5 0 ... 0 0 -2] float32"},
		{NewArray(zeros, 2, 600), "[[0 1.5 0 ... 0 0 0] [0 0 0 ... 0 0 -2]] float32 (2, 600)"},
		{(*Array[int8])(nil), "<nil>"},
	} {
		if got := each.array.String(); got != each.want {
			t.Errorf("%s, want %s", got, each.want)
		}
	}
}

package python

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"testing"
)

func TestArrayJSON_ThereAndBack(t *testing.T) {
	type point struct{ X, Y float32 }
	both(t, NewArray([]float64{1, 2.5, -3, 4, 5, 6}, 2, 3), `[[1,2.5,-3],[4,5,6]]`)
	both(t, NewArray([]float64{1, 2, 3, 4}, 2, 2).T(), `[[1,3],[2,4]]`)
	both(t, NewArray([]int64{math.MaxInt64}), `[9223372036854775807]`)
	both(t, NewArray([]uint8{1, 2}), `[1,2]`)
	both(t, NewArray([]bool{true, false}, 1, 2), `[[true,false]]`)
	both(t, NewArray([]Float16{NewFloat16(0.5)}), `[0.5]`)
	both(t, NewArray([]point{{1, 2}}), `[{"X":1,"Y":2}]`)
	both(t, NewArray([]float32{}), `[]`)
	both(t, NewArray([]float32{7}).Row(0), `7`)
}

func both[T Element](t *testing.T, a *Array[T], want string) {
	t.Helper()
	text, err := json.Marshal(struct{ A *Array[T] }{a})
	if err != nil || string(text) != `{"A":`+want+`}` {
		t.Fatalf("got %s, %v, want %s", text, err, want)
	}
	var back struct{ A *Array[T] }
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(back.A.Shape(), a.Shape()) || !slices.Equal(back.A.Copy(), a.Copy()) {
		t.Errorf("%s came back as %v %v", want, back.A.Shape(), back.A.Copy())
	}
}

func TestArrayJSON_WhatHasNone(t *testing.T) {
	for _, a := range []any{NewArray([]complex128{1}), NewArray([]DateTime64{1}), NewArray([][2]byte{{1}})} {
		_, err := json.Marshal(a)
		if unsupported := new(json.UnsupportedTypeError); !errors.As(err, &unsupported) {
			t.Errorf("%T: %v", a, err)
		}
	}
	if _, err := json.Marshal(NewArray([]float64{math.NaN()})); err == nil {
		t.Error("NaN has no JSON")
	}
	for text, want := range map[string]string{
		`[[1,2],[3]]`: "gophersnake: the JSON of an array: [1]: expected an item of shape [2], got one of shape [1]",
		`[1,[2]]`:     "gophersnake: the JSON of an array: [1]: expected an item of shape [], got one of shape [1]",
		`[1,"2"]`:     "gophersnake: the JSON of an array: [1]: json: cannot unmarshal string into Go value of type int32",
		`[1.5]`:       "gophersnake: the JSON of an array: [0]: json: cannot unmarshal number 1.5 into Go value of type int32",
	} {
		var a *Array[int32]
		if err := json.Unmarshal([]byte(text), &a); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

package wire

import (
	"bytes"
	"strings"
	"testing"
)

func TestProgram_IsWrittenInPrefixOrder(t *testing.T) {
	got := NewProgram(2).
		Param(ParamPositionalOnly, "x").Kind(KindDict).Kind(KindStr).Tuple(2).Kind(KindInt).Array(DTypeFloat32, RankAny).
		Param(ParamKeywordOnly|ParamDefaulted, "é").Kind(KindOptional).Kind(KindBool).
		Kind(KindNone)
	want := []byte{
		1, 2, 0,
		0, 1, 0, 'x', 21, 6, 23, 2, 3, 25, 11, 255,
		3 | 128, 2, 0, 0xc3, 0xa9, 24, 2,
		1,
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", []byte(got), want)
	}
}

func TestProgram_PanicsForWhatItHasNoRoomFor(t *testing.T) {
	for name, build := range map[string]func(){
		"parameters": func() { NewProgram(1 << 16) },
		"a name":     func() { NewProgram(1).Param(0, strings.Repeat("n", 1<<16)) },
		"a tuple":    func() { Program{}.Tuple(256) },
		"a rank":     func() { Program{}.Array(DTypeInt8, -1) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was written", name)
				}
			}()
			build()
		}()
	}
}

func TestNames_OfNumbersThatAreNone(t *testing.T) {
	for got, want := range map[string]string{
		KindTupleOf.String(): "tuple_of", Kind(13).String(): "type 13", Kind(200).String(): "type 200",
		DTypeComplex64.String(): "complex64", DType(0).String(): "dtype 0", DType(99).String(): "dtype 99",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

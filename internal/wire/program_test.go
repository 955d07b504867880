package wire

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestProgram_IsWrittenInPrefixOrder(t *testing.T) {
	got := NewProgram(2).
		Param(ParamPositionalOnly, "x").Kind(KindDict).Kind(KindStr).Tuple(2).Kind(KindInt).Array(DTypeFloat32, RankAny).
		Param(ParamKeywordOnly|ParamDefaulted, "é").Kind(KindOptional).Kind(KindBool).
		Kind(KindNone)
	want := []byte{
		1, 0, 0, 2, 0,
		0, 1, 0, 'x', 21, 6, 23, 2, 3, 25, 11, 255,
		3 | 128, 2, 0, 0xc3, 0xa9, 24, 2,
		1,
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", []byte(got), want)
	}
}

func TestProgram_DefinesTypesThatHoldThemselves(t *testing.T) {
	node := Program{}.Record("r:m:N", 2).Field("v", false).Kind(KindInt).Field("n", true).Named(7)
	got := append(NewProgram(1, Definition{7, node}).
		Param(ParamPositionalOnly, "x"), Program{}.Union(2).Named(7).Adapted("a").Kind(KindStr)...).
		Instance("m:C")
	want := []byte{
		1, 1, 0, 7, 0, 0, 0,
		26, 5, 0, 'r', ':', 'm', ':', 'N', 2, 0, 0, 1, 0, 'v', 3, 1, 1, 0, 'n', 31, 7, 0, 0, 0,
		1, 0, 0, 1, 0, 'x',
		27, 2, 31, 7, 0, 0, 0, 30, 1, 0, 'a', 6,
		28, 3, 0, 'm', ':', 'C',
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", []byte(got), want)
	}
}

func TestProgram_MentionsEachDefinitionOnce(t *testing.T) {
	types := Program{}.Kind(KindDict).Kind(KindStr).Union(3).Named(9).Adapted("a").Named(4).Instance("m:C").
		Record("r", 2).Field("a", false).Named(9).Field("b", true).Array(DTypeInt8, RankAny).
		Tuple(1).Named(300)
	if got := types.Mentions(); !slices.Equal(got, []uint32{9, 4, 300}) {
		t.Errorf("got %v", got)
	}
}

func TestProgram_MentionsKnowsEveryLayout(t *testing.T) {
	for kind, layout := range kindLayouts {
		if kindNames[kind] == "" {
			continue
		}
		// As many zeros as any layout reads: numbers, empty texts, and no items.
		w := walker{rest: make(Program, 64)}
		for part := range strings.FieldsSeq(layout) {
			if part != "item" && part != "key" && part != "value" {
				w.part(part)
			}
		}
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
		KindTupleOf.String(): "tuple_of", Kind(15).String(): "type 15", Kind(200).String(): "type 200",
		DTypeComplex64.String(): "complex64", DType(0).String(): "dtype 0", DType(99).String(): "dtype 99",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

package interpreter

import (
	"reflect"
	"testing"
)

func TestWide_EveryByteHasItsLetter(t *testing.T) {
	for text, want := range map[string][]rune{
		"":               {0},
		"/usr/bin":       {'/', 'u', 's', 'r', '/', 'b', 'i', 'n', 0},
		"ö蛇𝄞":            {'ö', '蛇', '𝄞', 0},
		"a\xff\xc3b":     {'a', 0xdcff, 0xdcc3, 'b', 0}, // PEP 383
		"\xed\xb3\xbf":   {0xdced, 0xdcb3, 0xdcbf, 0},   // UTF-8 of a surrogate is not UTF-8
		"\uFFFD is real": {0xfffd, ' ', 'i', 's', ' ', 'r', 'e', 'a', 'l', 0},
	} {
		if got := wideUTF32(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %x, want %x", text, got, want)
		}
	}
	if got, want := wideUTF16("ö𝄞"), []uint16{0xf6, 0xd834, 0xdd1e, 0}; !reflect.DeepEqual(got, want) {
		t.Errorf("%x, want %x", got, want)
	}
}

func TestOptions_FromVariables(t *testing.T) {
	variables := map[string]string{
		"PYTHONDEVMODE": "1", "PYTHONFAULTHANDLER": "", "PYTHONTRACEMALLOC": "5",
		"PYTHONINTMAXSTRDIGITS": "many", "PYTHONHASHSEED": "random",
	}
	getenv := func(name string) string { return variables[name] }
	if got, want := fromVariables(getenv), []option{{"dev_mode", 1}, {"tracemalloc", 5}}; !reflect.DeepEqual(got, want) {
		t.Errorf("options %v, want %v", got, want)
	}
	variables = map[string]string{"PYTHONHASHSEED": "0"}
	if got, want := fromVariables(getenv), []option{{"use_hash_seed", 1}, {"hash_seed", 0}}; !reflect.DeepEqual(got, want) {
		t.Errorf("options %v, want %v", got, want)
	}
}

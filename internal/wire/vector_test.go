package wire

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// vector is an entry of contract/vectors, whose README describes it.
type vector struct {
	Name, Frame, Program string
	Value                json.RawMessage
	Bytes                string
	Segments             []string
	Made, UTF8           bool

	// Of calls.json only.
	Parameters []struct {
		Name, Kind, Program string
		Default             bool
	}
	Result string
	Calls  []struct {
		vector
		Arguments []any
	}
}

func loadVectors(t testing.TB, name string) []vector {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "contract", "vectors", name))
	if err != nil {
		t.Fatal(err)
	}
	var vectors []vector
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(&vectors); err != nil {
		t.Fatal(err)
	}
	return vectors
}

// form returns the value, its numbers as they are written.
func (v *vector) form(t *testing.T) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(v.Value))
	decoder.UseNumber()
	var form any
	if err := decoder.Decode(&form); err != nil {
		t.Fatal(err)
	}
	return form
}

// frame returns the bytes and segments of a vector.
func (v *vector) frame(t testing.TB) ([]byte, [][]byte) {
	t.Helper()
	parse := func(digits string) []byte {
		b := make([]byte, len(digits)/2)
		for i := range b {
			n, err := strconv.ParseUint(digits[2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			b[i] = byte(n)
		}
		return b
	}
	frame := []byte{}
	for word := range strings.FieldsSeq(v.Bytes) {
		digits, times, repeated := strings.Cut(word, "*")
		n := 1
		if repeated {
			n, _ = strconv.Atoi(times)
		}
		frame = append(frame, bytes.Repeat(parse(digits), n)...)
	}
	var segments [][]byte
	for _, digits := range v.Segments {
		segments = append(segments, parse(digits))
	}
	return frame, segments
}

// lay gives segments addresses, held by the holder.
func lay(holder *memory.Holder, segments [][]byte) []Segment {
	var laid []Segment
	for _, s := range segments {
		laid = append(laid, Segment{memory.Hold(holder, s), uintptr(len(s))})
	}
	return laid
}

// contents returns what segments refer to.
func contents(segments []Segment) [][]byte {
	var all [][]byte
	for _, s := range segments {
		all = append(all, memory.Bytes(s.Address, int(s.Length)))
	}
	return all
}

var frameNames = map[string]Frame{
	"call": FrameCall, "answer": FrameAnswer, "exception": FrameException, "refusal": FrameRefusal,
	"callback": FrameCallback, "return": FrameReturn, "error": FrameError,
}

func paramNamed(t *testing.T, name string) Param {
	t.Helper()
	kinds := map[string]Param{
		"positional_only": ParamPositionalOnly, "positional_or_keyword": ParamPositionalOrKeyword,
		"var_positional": ParamVarPositional, "keyword_only": ParamKeywordOnly, "var_keyword": ParamVarKeyword,
	}
	kind, ok := kinds[name]
	if !ok {
		t.Fatalf("no kind of parameter %q", name)
	}
	return kind
}

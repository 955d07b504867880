package suite

import (
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/records"
)

// Objects that do what they must not while they are read: each is a value, an
// exception or a refusal, and no more than that.
func TestHostile_Objects(t *testing.T) {
	ok[records.Point](t)(records.NewPoint(ctx, 1))
	done(t, python.Exec(ctx, `
import records

class Meta(type):
    def __getattribute__(cls, name):
        return 5
class OfMeta(metaclass=Meta): pass
class RaisingMeta(type):
    def __getattribute__(cls, name):
        raise ZeroDivisionError(name)
class OfRaisingMeta(metaclass=RaisingMeta): pass
class LyingInt:
    __class__ = int
class SecretInt(int):
    def __int__(self): return 99
    __index__ = __int__
class LongList(list):
    def __len__(self): return 10**6
    def __iter__(self): raise ZeroDivisionError("iter")
class LongTuple(tuple):
    def __len__(self): return 10**6
class LongBytes(bytes):
    def __len__(self): return 10**6
class LongDict(dict):
    def __len__(self): return 10**6
class SecretPoint(records.Point):
    def __getattribute__(self, name):
        if name == "x":
            raise ZeroDivisionError(name)
        return super().__getattribute__(name)
class Stranger:
    @property
    def __class__(self): return records.Point
`))
	const wrong = "python.To: result: expected int, got "
	for expression, want := range map[string]string{
		"OfMeta()":        wrong + "OfMeta",
		"OfRaisingMeta()": wrong + "OfRaisingMeta",
		"LyingInt()":      wrong + "__main__.LyingInt",
	} {
		_, err := python.To[int](ctx, eval(t, expression))
		wantRefused(t, err, want)
	}
	wantEqual(t, ok[int](t)(python.To[int](ctx, eval(t, "SecretInt(3)"))), 3)
	wantEqual(t, ok[[]int](t)(python.To[[]int](ctx, eval(t, "LongList([1, 2])"))), []int{1, 2})
	wantEqual(t, ok[[]byte](t)(python.To[[]byte](ctx, eval(t, "LongBytes(b'ab')"))), []byte("ab"))
	wantEqual(t, ok[map[string]int](t)(python.To[map[string]int](ctx, eval(t, "LongDict(a=1)"))), map[string]int{"a": 1})
	pair := python.Tuple2[int, int]{V0: 1, V1: 2}
	wantEqual(t, ok[python.Tuple2[int, int]](t)(python.To[python.Tuple2[int, int]](ctx, eval(t, "LongTuple((1, 2))"))), pair)
	_, err := python.To[records.Point](ctx, eval(t, "SecretPoint(1.0)"))
	wantText(t, err, "python.To: ZeroDivisionError: x")
	_, err = python.To[records.Point](ctx, eval(t, "Stranger()"))
	wantRefused(t, err, "python.To: result: expected records.Point with a field 'x', got one without")
}

func TestHostile_PathsWithoutEndAreShortened(t *testing.T) {
	_, err := records.Endless(ctx)
	text := err.Error()
	wantEqual(t, strings.HasPrefix(text, "records.endless: result.next.next."), true)
	wantEqual(t, strings.Contains(text, ".next….next") && len(text) < 400, true)
}

func TestHostile_Exceptions(t *testing.T) {
	done(t, python.Exec(ctx, `
class Wordless(Exception):
    def __str__(self): raise KeyError("no words")
    __repr__ = __str__
class Leaving(Exception):
    def __str__(self): raise SystemExit(3)
class Secretive(Exception):
    def __getattribute__(self, name): raise SystemExit(name)
def throw(error): raise error
own_cause = ValueError("mine")
own_cause.__cause__ = own_cause
one, other = ValueError("one"), ValueError("other")
one.__cause__, other.__cause__ = other, one
noted = ValueError("noted")
noted.__notes__ = [1, None]
`))
	for expression, want := range map[string]string{
		"Wordless()":      "__main__.Wordless: <str() of this exception raised KeyError>",
		"Leaving()":       "__main__.Leaving: <str() of this exception raised SystemExit>",
		"Secretive()":     "__main__.Secretive",
		"own_cause":       "ValueError: mine",
		"one":             "ValueError: one",
		"noted":           "ValueError: noted",
		"StopIteration()": "StopIteration",
		"GeneratorExit()": "GeneratorExit",
		"SystemExit(5)":   "SystemExit: 5",
	} {
		_, err := python.Eval(ctx, "throw("+expression+")")
		wantText(t, err, "python.Eval: "+want)
	}
}

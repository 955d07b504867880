package suite

import (
	"context"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/nested"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/values"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/wrong"
)

func init() {
	scenarios["start"] = func(name string) (any, error) { return nil, python.Start(python.Config{Python: name}) }
	scenarios["start, then call"] = startThenCall
}

func TestBadInput_WrongResults(t *testing.T) {
	for _, c := range []struct {
		call func() error
		want string
	}{
		{func() error { _, err := wrong.AnInt(ctx, "text"); return err }, "wrong.an_int: result: expected int, got str"},
		{func() error { _, err := wrong.AnInt(ctx, "none"); return err }, "wrong.an_int: result: expected int, got None"},
		{func() error { _, err := wrong.AnInt(ctx, "float"); return err }, "wrong.an_int: result: expected int, got float"},
		{func() error { _, err := wrong.AnInt(ctx, "numpy"); return err }, "wrong.an_int: result: expected int, got numpy.int64"},
		{func() error { _, err := wrong.AnInt(ctx, "big"); return err }, "wrong.an_int: result: expected an int that fits 64 bits, got 9223372036854775808"},
		{func() error { _, err := wrong.AnInt(ctx, "huge"); return err }, "wrong.an_int: result: expected an int that fits 64 bits, got int"},
		{func() error { _, err := wrong.AFloat(ctx, "text"); return err }, "wrong.a_float: result: expected float, got str"},
		{func() error { _, err := wrong.AFloat(ctx, "huge"); return err }, "wrong.a_float: result: expected an int that fits a float, got int"},
		{func() error { _, err := wrong.AStr(ctx, "bytes"); return err }, "wrong.a_str: result: expected str, got bytes"},
		{func() error { _, err := wrong.AStr(ctx, "surrogate"); return err }, `wrong.a_str: result: expected a str without lone surrogates, got 'utf-8' codec can't encode character '\udc80' in position 1: surrogates not allowed`},
		{func() error { _, err := wrong.AStr(ctx, "own"); return err }, "wrong.a_str: result: expected str, got wrong.Own"},
		{func() error { return wrong.Nothing(ctx, "text") }, "wrong.nothing: result: expected None, got str"},
		{func() error { _, err := wrong.ABool(ctx, "int"); return err }, "wrong.a_bool: result: expected bool, got int"},
		{func() error { _, err := wrong.AList(ctx, "tuple"); return err }, "wrong.a_list: result: expected list, got tuple"},
		{func() error { _, err := wrong.AList(ctx, "item"); return err }, "wrong.a_list: result[2]: expected float, got str"},
		{func() error { _, err := wrong.Deep(ctx, "missing"); return err }, "wrong.deep: result['a'][1]: expected tuple of 2 items, got 1"},
		{func() error { _, err := wrong.Deep(ctx, "text"); return err }, "wrong.deep: result['a'][0][1][3]: expected int, got str"},
		{func() error { _, err := wrong.Deep(ctx, "key"); return err }, "wrong.deep: result key 7: expected str, got int"},
		{func() error { _, err := wrong.Deep(ctx, "none"); return err }, "wrong.deep: result['a'][0][1]: expected list, got None"},
		{func() error { _, err := wrong.ASet(ctx, "list"); return err }, "wrong.a_set: result: expected set, got list"},
		{func() error { _, err := wrong.SomeBytes(ctx, "bytearray"); return err }, "wrong.some_bytes: result: expected bytes, got bytearray"},
		{func() error { _, err := wrong.ACollection(ctx, "generator"); return err }, "wrong.a_collection: result: expected collection, got generator"},
		{func() error { _, err := wrong.AMapping(ctx, "pairs"); return err }, "wrong.a_mapping: result: expected mapping, got list"},
	} {
		wantRefused(t, c.call(), c.want)
	}
}

func TestBadInput_WhatPEP484Allows(t *testing.T) {
	wantEqual(t, ok[float64](t)(wrong.AFloat(ctx, "int")), 7)
	wantEqual(t, ok[float64](t)(wrong.AFloat(ctx, "bool")), 1)
	wantEqual(t, ok[float64](t)(wrong.AFloat(ctx, "numpy")), 0.5) // a subclass of float
	wantEqual(t, ok[int](t)(wrong.AnInt(ctx, "bool")), 1)
	wantEqual(t, ok[string](t)(wrong.AStr(ctx, "subclass")), "sub")
}

func TestBadInput_ResultsThatFailWhileTheyAreRead(t *testing.T) {
	_, err := wrong.ACollection(ctx, "broken")
	wantText(t, err, "wrong.a_collection: ZeroDivisionError: division by zero")
	_, err = wrong.AMapping(ctx, "broken")
	wantText(t, err, "wrong.a_mapping: ZeroDivisionError: division by zero")
}

func TestBadInput_Arguments(t *testing.T) {
	_, _, err := values.OfStr(ctx, "a\xffb")
	wantRefused(t, err, "values.of_str: argument v: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte")
	_, _, err = values.OfListStr(ctx, []string{"", "\xc3("})
	wantRefused(t, err, "values.of_list_str: argument v[1]: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte")
	_, _, err = values.OfDict(ctx, map[string]int{"\xed\xa0\x80": 1}) // a surrogate
	wantRefused(t, err, "values.of_dict: argument v key: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte")
	_, err = nested.Seen(ctx, uint64(math.MaxUint64)) // an int of Python's all the same
	done(t, err)
	_, err = nested.Seen(ctx, func() {})
	wantRefused(t, err, "nested.seen: argument value: expected a value that Python has a type for, got func()")
	//lint:ignore SA1012 that is what is tested
	_, err = nested.Seen(nil, 1)
	wantText(t, err, "gophersnake: nested.seen: nil context")
	_, _, err = values.OfAny(ctx, map[any]any{"list": []int{1}, pointer(1): 2})
	done(t, err)
}

func TestBadInput_EndedContexts(t *testing.T) {
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err := faults.Count(cancelled, 1)
	wantEqual(t, errors.Is(err, context.Canceled), true)
	late, cancel := context.WithTimeout(ctx, 0)
	defer cancel()
	_, err = faults.Count(late, 1)
	wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
}

func TestBadInput_NestedDeeply(t *testing.T) {
	var v any = []any{}
	for range 999 {
		v = []any{v}
	}
	o := ok[*python.Object](t)(python.From(ctx, v))
	back := ok[any](t)(python.To[any](ctx, o))
	depth := 0
	for {
		list := back.([]any)
		depth++
		if len(list) == 0 {
			break
		}
		back = list[0]
	}
	wantEqual(t, depth, 1000)
	for range 1001 {
		v = []any{v}
	}
	_, err := python.From(ctx, v)
	wantEqual(t, strings.HasSuffix(err.Error(), "expected at most 2000 values inside each other, got more"), true)
}

func TestBadInput_NestedWithoutEnd(t *testing.T) {
	done(t, python.Exec(ctx, "endless = []\nendless.append(endless)\nendless_dict = {}\nendless_dict['d'] = endless_dict\n"))
	for _, name := range []string{"endless", "endless_dict"} {
		_, err := python.To[any](ctx, eval(t, name))
		if err == nil || !strings.Contains(err.Error(), "nested no deeper than 2000") {
			t.Errorf("%s: %v", name, err)
		}
	}
	circle := []any{nil}
	circle[0] = circle
	var pointer any
	pointer = &pointer
	for _, v := range []any{circle, pointer} {
		_, err := python.From(ctx, v)
		if err == nil || !strings.Contains(err.Error(), "expected at most 2000 values inside each other, got more") {
			t.Errorf("a value inside itself: %v", err)
		}
	}
}

func TestBadInput_NoPython(t *testing.T) {
	folder := t.TempDir()
	nothing := []string{"GOPHERSNAKE_PYTHON=", "VIRTUAL_ENV=", "PATH=" + folder}
	c := newChild(t, "start", "", nothing...)
	c.Dir = folder
	message := c.finish(t)
	self, err := os.Executable()
	done(t, err)
	wantEqual(t, message.Error, `gophersnake: find python: no Python was found
  option: not given
  GOPHERSNAKE_PYTHON: not set
  bundle: `+filepath.Dir(self)+`/python: no such folder
  VIRTUAL_ENV: not set
  .venv: none in `+folder+` or a folder above it
  PATH: no python3 in `+folder+`
to mend it: install Python 3.10 or newer, with its shared library, from https://www.python.org/downloads/`)
}

func TestBadInput_PythonThatIsNotThere(t *testing.T) {
	message := fails(t, "start", "/nowhere/bin/python3", "PATH="+t.TempDir())
	wantEqual(t, message.Error, `gophersnake: find python: /nowhere/bin/python3: no such file
  option: /nowhere/bin/python3: no such file
to mend it: install Python 3.10 or newer, with its shared library, from https://www.python.org/downloads/`)
}

// startThenCall fails to start, and then calls all the same.
func startThenCall(name string) (any, error) {
	first := python.Start(python.Config{Python: name})
	if first == nil {
		return nil, errors.New("it started")
	}
	_, second := faults.Count(ctx, 1)
	if second == nil {
		return first.Error(), nil
	}
	return nil, errors.Join(first, second)
}

func TestBadInput_ACallAfterAFailedStartTriesAgain(t *testing.T) {
	report := run[string](t, "start, then call", "/nowhere")
	wantEqual(t, strings.HasPrefix(report, "gophersnake: find python: /nowhere: "), true)
}

func TestBadInput_NoBridge(t *testing.T) {
	facts := ok[map[string]string](t)(system.Facts(ctx))
	venv := filepath.Join(t.TempDir(), "venv")
	if output, err := exec.Command(facts["executable"], "-m", "venv", "--without-pip", venv).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	message := fails(t, "start", venv, "PYTHONPATH=")
	wantEqual(t, message.Error, "gophersnake: start python: gophersnake is not installed in Python "+facts["version"]+" at "+venv+
		", found by option; run: "+venv+"/bin/python3 -m pip install gophersnake")
}

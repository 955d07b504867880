package python_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/gophersnake/gophersnake/python"
)

type options struct {
	Count python.Opt[int]     `json:"count,omitzero"`
	Name  python.Opt[*string] `json:"name,omitzero"`
}

func TestOpt_IsItsValueInJSON(t *testing.T) {
	for text, want := range map[string]options{
		`{}`:                      {},
		`{"count":0}`:             {Count: python.Some(0)},
		`{"count":7,"name":null}`: {Count: python.Some(7), Name: python.Some[*string](nil)},
	} {
		var got options
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s: got %+v, %v; want %+v", text, got, err, want)
		}
		if back, err := json.Marshal(want); err != nil || string(back) != text {
			t.Errorf("%s: back as %s, %v", text, back, err)
		}
	}
}

func TestOpt_WithAValueOfAnotherTypeIsAnError(t *testing.T) {
	var got options
	if err := json.Unmarshal([]byte(`{"count":"7"}`), &got); err == nil {
		t.Errorf("got %+v", got)
	}
}

func TestOpt_PrintsAsItsValue(t *testing.T) {
	type report struct {
		Rows  python.Opt[int]
		Worst python.Opt[[]string]
	}
	if got := fmt.Sprintf("%+v", report{Rows: python.Some(100)}); got != "{Rows:100 Worst:unset}" {
		t.Error(got)
	}
}

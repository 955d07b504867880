package bind

import (
	"bytes"
	"encoding/json"
)

// MarshalJSON returns the JSON of the value that stands for a case of a union.
func MarshalJSON(v any) ([]byte, error) { return json.Marshal(v) }

// MarshalFloat writes a number so that it is read as a float, even where an int may
// stand: 1.0, as Python does.
func MarshalFloat(v float64) ([]byte, error) {
	text, err := json.Marshal(v)
	if !bytes.ContainsAny(text, ".e") {
		text = append(text, ".0"...)
	}
	return text, err
}

// MarshalExtra returns the JSON of a record, with extra keys beside its own.
func MarshalExtra(record, extra any) ([]byte, error) {
	text, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	more, err := json.Marshal(extra)
	if err != nil || len(more) <= len("{}") || string(more) == "null" {
		return text, err
	}
	if len(text) > len("{}") {
		more[0] = ','
		return append(text[:len(text)-1], more...), nil
	}
	return more, nil
}

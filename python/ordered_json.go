package python

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
)

// MarshalJSON writes the map as an object, in its order.
func (m OrderedMap[K, V]) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	text := []byte{'{'}
	for i, pair := range m {
		if i > 0 {
			text = append(text, ',')
		}
		name, err := keyText(pair.Key)
		if err != nil {
			return nil, err
		}
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(pair.Value)
		if err != nil {
			return nil, err
		}
		text = append(append(append(text, key...), ':'), value...)
	}
	return append(text, '}'), nil
}

// UnmarshalJSON reads an object, and keeps its order.
func (m *OrderedMap[K, V]) UnmarshalJSON(text []byte) error { return m.readJSON(text, lenient) }

func (m *OrderedMap[K, V]) readJSON(text []byte, how reading) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	opening, err := decoder.Token()
	if err != nil || opening == nil {
		return err
	}
	if opening != json.Delim('{') {
		return fmt.Errorf("gophersnake: read an ordered map: not a JSON object")
	}
	read := OrderedMap[K, V]{}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		var pair Pair[K, V]
		if err := setKey(&pair.Key, name.(string)); err != nil {
			return err
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return err
		}
		if err := how.into(&pair.Value, value); err != nil {
			return stepped(err, fmt.Sprintf("[%q]", name))
		}
		read = append(read, pair)
	}
	*m = read
	return nil
}

// keyText is the name of a key in a JSON object, by the rules of encoding/json.
func keyText(key any) (string, error) {
	if marshaler, ok := key.(encoding.TextMarshaler); ok {
		text, err := marshaler.MarshalText()
		return string(text), err
	}
	switch v := reflect.ValueOf(key); {
	case v.Kind() == reflect.String:
		return v.String(), nil
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), nil
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10), nil
	}
	return "", fmt.Errorf("gophersnake: write an ordered map: JSON has no key of type %T", key)
}

// setKey sets a key, by its pointer, from its name in a JSON object.
func setKey(key any, name string) error {
	if unmarshaler, ok := key.(encoding.TextUnmarshaler); ok {
		return unmarshaler.UnmarshalText([]byte(name))
	}
	v := reflect.ValueOf(key).Elem()
	switch {
	case v.Kind() == reflect.String:
		v.SetString(name)
	case v.CanInt():
		n, err := strconv.ParseInt(name, 10, v.Type().Bits())
		v.SetInt(n)
		return err
	case v.CanUint():
		n, err := strconv.ParseUint(name, 10, v.Type().Bits())
		v.SetUint(n)
		return err
	default:
		return fmt.Errorf("gophersnake: read an ordered map: JSON has no key of type %v", v.Type())
	}
	return nil
}

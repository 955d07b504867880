package wire

import "iter"

// EncodeList appends a list, set or any other collection of items that are not
// packed, item appending each.
func EncodeList[T any](e *Encoder, items []T, item func(*Encoder, T)) {
	e.Count(len(items))
	for i, v := range items {
		item(e, v)
		if e.err != nil {
			e.FailedAt(indexStep(i))
			return
		}
	}
}

// EncodeSet appends a set of items that are not packed, in any order.
func EncodeSet[T comparable](e *Encoder, items map[T]struct{}, item func(*Encoder, T)) {
	e.Count(len(items))
	for v := range items {
		item(e, v)
		if e.err != nil {
			e.FailedAt(keyStep(v))
			return
		}
	}
}

// EncodeDict appends a dict, in any order.
func EncodeDict[K comparable, V any](e *Encoder, entries map[K]V, key func(*Encoder, K), value func(*Encoder, V)) {
	e.Count(len(entries))
	for k, v := range entries {
		key(e, k)
		value(e, v)
		if e.err != nil {
			e.FailedAt(keyStep(k))
			return
		}
	}
}

// EncodeOptional appends None for nil, otherwise what v points to.
func EncodeOptional[T any](e *Encoder, v *T, value func(*Encoder, T)) {
	if e.Present(v != nil) {
		value(e, *v)
	}
}

// DecodeList reads a list or any other collection of items that are not packed,
// item reading each. It is never nil, but after an error.
func DecodeList[T any](d *Decoder, item func(*Decoder) T) []T {
	n := d.Count()
	if d.err != nil {
		return nil
	}
	items := make([]T, n)
	for i := range items {
		items[i] = item(d)
		if d.err != nil {
			d.FailedAt(indexStep(i))
			return nil
		}
	}
	return items
}

// DecodeListInto reads a list of items that are large: item reads each to where it
// is to lie. Their short strings share their memory, as those of [Decoder.Strings].
func DecodeListInto[T any](d *Decoder, item func(*Decoder, *T)) []T {
	n := d.Count()
	if d.err != nil {
		return nil
	}
	items := make([]T, n)
	shares := d.shares
	d.shares = true
	for i := range items {
		item(d, &items[i])
		if d.err != nil {
			d.FailedAt(indexStep(i))
			return nil
		}
	}
	d.shares = shares
	return items
}

// DecodeSet reads a set of items that are not packed.
func DecodeSet[T comparable](d *Decoder, item func(*Decoder) T) map[T]struct{} {
	n := d.Count()
	if d.err != nil {
		return nil
	}
	items := make(map[T]struct{}, n)
	for i := range n {
		items[item(d)] = struct{}{}
		if d.err != nil {
			d.FailedAt(indexStep(i))
			return nil
		}
	}
	return items
}

// DecodeDict reads a dict. Of equal keys the last one stands.
func DecodeDict[K comparable, V any](d *Decoder, key func(*Decoder) K, value func(*Decoder) V) map[K]V {
	n := d.Pairs()
	if d.err != nil {
		return nil
	}
	entries := make(map[K]V, n)
	for range n {
		k := key(d)
		if d.err != nil {
			return nil
		}
		v := value(d)
		if d.err != nil {
			d.FailedAt(keyStep(k))
			return nil
		}
		entries[k] = v
	}
	return entries
}

// EncodePairs appends a dict of n entries, in their order.
func EncodePairs[K, V any](e *Encoder, n int, pairs iter.Seq2[K, V], key func(*Encoder, K), value func(*Encoder, V)) {
	e.Count(n)
	for k, v := range pairs {
		key(e, k)
		value(e, v)
		if e.err != nil {
			e.FailedAt(keyStep(k))
			return
		}
	}
}

// DecodePairs reads a dict and adds its entries, in their order.
func DecodePairs[K, V any](d *Decoder, key func(*Decoder) K, value func(*Decoder) V, add func(K, V)) {
	for range d.Pairs() {
		k := key(d)
		if d.err != nil {
			return
		}
		v := value(d)
		if d.err != nil {
			d.FailedAt(keyStep(k))
			return
		}
		add(k, v)
	}
}

// DecodeOptional reads None as nil, otherwise a pointer to the value.
func DecodeOptional[T any](d *Decoder, value func(*Decoder) T) *T {
	if !d.Present() {
		return nil
	}
	v := value(d)
	if d.err != nil {
		return nil
	}
	return &v
}

package wire

import "strings"

// textChunk is how many bytes of a list's short strings share an allocation: so
// much a string that outlives the others may keep alive with it.
const textChunk = 2048

// Strings appends a list of str. Long ones are borrowed until Release.
func (e *Encoder) Strings(s []string) {
	e.Count(len(s))
	buf := e.Buf
	for _, text := range s {
		start := len(buf)
		end := start + CellSize + (len(text)+CellSize-1)&^(CellSize-1)
		if len(text) > inlineLimit || end > cap(buf) {
			e.Buf = buf
			e.String(text)
			buf = e.Buf
			continue
		}
		buf = buf[:end]
		putCell(buf[end-CellSize:], 0)
		putCell(buf[start:], uint64(len(text)))
		copy(buf[start+CellSize:], text)
	}
	e.Buf = buf
}

// Share makes the short texts that are read from now on share their memory, as those of
// [Decoder.Strings] do, until Unshare. It reports whether they did not already.
func (d *Decoder) Share() bool {
	before := d.shares
	d.shares = true
	return !before
}

// Unshare ends what Share began.
func (d *Decoder) Unshare() { d.shares = false }

// String reads a str.
func (d *Decoder) String() string {
	raw := d.run("str", 1)
	if d.shares {
		return d.sharedText(raw)
	}
	return string(raw)
}

// Strings reads a list of str. Short ones share their memory, in pieces of 2 KiB.
func (d *Decoder) Strings() []string {
	n := d.Count()
	if d.err != nil {
		return nil
	}
	texts := make([]string, n)
	for i := range texts {
		texts[i] = d.sharedText(d.run("str", 1))
	}
	if d.err != nil {
		return nil
	}
	return texts
}

// sharedText returns a string that shares its memory with others of this frame,
// unless it is long.
func (d *Decoder) sharedText(raw []byte) string {
	if len(raw) > textChunk/8 {
		return string(raw)
	}
	if len(raw) > d.texts.Cap()-d.texts.Len() {
		d.texts = strings.Builder{}
		d.texts.Grow(min(textChunk, len(d.buf)-d.off+len(raw)))
	}
	start := d.texts.Len()
	d.texts.Write(raw)
	return d.texts.String()[start:]
}

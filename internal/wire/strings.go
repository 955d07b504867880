package wire

import "strings"

// textChunk is how many bytes of a list's short strings share an allocation: so
// much a string that outlives the others may keep alive with it.
const textChunk = 2048

// Strings appends a list of str. Long ones are borrowed until Release.
func (e *Encoder) Strings(s []string) {
	e.Count(len(s))
	for _, text := range s {
		e.String(text)
	}
}

// Strings reads a list of str. Short ones share their memory, in pieces of 2 KiB.
func (d *Decoder) Strings() []string {
	n := d.Count()
	if d.err != nil {
		return nil
	}
	texts := make([]string, n)
	var chunk strings.Builder
	for i := range texts {
		raw := d.run("str", 1)
		if len(raw) > textChunk/8 {
			texts[i] = string(raw)
			continue
		}
		if len(raw) > chunk.Cap()-chunk.Len() {
			chunk.Reset()
			chunk.Grow(min(textChunk, len(d.buf)-d.off+len(raw)))
		}
		start := chunk.Len()
		chunk.Write(raw)
		texts[i] = chunk.String()[start:]
	}
	if d.err != nil {
		return nil
	}
	return texts
}

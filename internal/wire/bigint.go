package wire

import (
	"bytes"
	"encoding/hex"
	"math/big"
)

// BigInt appends an int of any size. nil is refused.
func (e *Encoder) BigInt(v *big.Int) {
	if v == nil {
		e.refuse("int", "a nil *big.Int")
		return
	}
	// Digits are written behind the cell of their number, which is not known
	// before; they never go to a segment, since nothing would hold them.
	start := len(e.Buf)
	e.cell(0)
	e.Buf = v.Append(e.Buf, 16)
	putCell(e.Buf[start:], uint64(len(e.Buf)-start-CellSize))
	e.Buf = append(e.Buf, make([]byte, -len(e.Buf)&(CellSize-1))...)
}

// BigInt reads an int of any size. It is never nil, but after an error.
func (d *Decoder) BigInt() *big.Int {
	start := d.off
	run := d.run("bigint", 1)
	if d.err != nil {
		return nil
	}
	digits := run
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	// big.Int's own reading of digits takes the square of their number in time,
	// and knows underscores and signs that a frame has not.
	padded := make([]byte, 0, len(digits)+1)
	if len(digits)%2 == 1 {
		padded = append(padded, '0')
	}
	padded = append(padded, digits...)
	n, err := hex.Decode(padded, padded)
	if err != nil || len(digits) == 0 || bytes.ContainsAny(digits, "ABCDEF") {
		d.fail(&MalformedError{start, "bigint, hexadecimal digits in lower case", ""})
		return nil
	}
	v := new(big.Int).SetBytes(padded[:n])
	if len(digits) != len(run) {
		v.Neg(v)
	}
	return v
}

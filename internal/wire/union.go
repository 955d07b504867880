package wire

import "strconv"

// Place appends which item of a union follows.
func (e *Encoder) Place(item int) { e.cell(uint64(item)) }

// Place reads which item of a union of that many follows.
func (d *Decoder) Place(items int) int {
	place := d.cell("the place of a union's item")
	if place >= uint64(items) {
		d.malformedCell("one of "+strconv.Itoa(items)+" places in a union", place)
		return 0
	}
	return int(place)
}

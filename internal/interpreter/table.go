package interpreter

import (
	"reflect"

	"github.com/gophersnake/gophersnake/internal/memory"
)

const (
	// tableMagic is how every table begins: the letters "gphrsnke" in memory.
	tableMagic = "gphrsnke"
	// tableVersion is the version of the table this program knows. It is
	// raised when a slot's meaning changes, not when one is added.
	tableVersion = 5
	// tableHeader is the size in bytes of what comes before the slots.
	tableHeader = 16
)

// slotCount is how many functions this program knows.
var slotCount = reflect.TypeFor[Slots]().NumField()

// readTable reads the function table at addr, as contract/slots.md lays it out.
// The error says which side is older.
func readTable(addr uintptr) (Slots, *tableMismatch) {
	var slots Slots
	if magic := string(memory.Bytes(addr, len(tableMagic))); magic != tableMagic {
		return slots, &tableMismatch{}
	}
	header := memory.View[uint32](addr, tableHeader/4)
	found := tableMismatch{true, header[2], int(header[3])}
	if found.version != tableVersion || found.slots < slotCount {
		return slots, &found
	}
	known := reflect.ValueOf(&slots).Elem()
	for i, slot := range memory.View[uintptr](addr+tableHeader, slotCount) {
		known.Field(i).SetUint(uint64(slot))
	}
	return slots, nil
}

// tableMismatch is what is known of a table that does not fit.
type tableMismatch struct {
	isTable bool
	version uint32
	slots   int
}

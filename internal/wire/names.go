package wire

import "strconv"

// String returns the name of the type as contract/kinds.toml spells it.
func (k Kind) String() string {
	if k.known() {
		return kindNames[k]
	}
	return "type " + strconv.Itoa(int(k))
}

func (k Kind) known() bool { return int(k) < len(kindNames) && kindNames[k] != "" }

// String returns the name of the element type, which is also numpy's.
func (d DType) String() string {
	if d.known() {
		return dtypeNames[d]
	}
	return "dtype " + strconv.Itoa(int(d))
}

func (d DType) known() bool { return int(d) < len(dtypeNames) && dtypeNames[d] != "" }

// Size returns the bytes of one element, 0 where its array says them, and for a
// number that is no dtype.
func (d DType) Size() int {
	if int(d) < len(dtypeSizes) {
		return int(dtypeSizes[d])
	}
	return 0
}

package engine

// lendTable is what is lent, by its numbers. A number is a place in the table, counted
// from 1, and above that how often the place was used before: so the number of a lend
// that has ended finds nothing. Its highest bit is never set. The zero value is empty.
type lendTable struct {
	places []lendPlace
	free   int // the first place without a lend, counted from 1; 0 if there is none
	alive  int
}

type lendPlace struct {
	owner any
	uses  uint64
	next  int // of the free places
	taken bool
}

const (
	placeBits = 32
	usesMask  = 1<<(63-placeBits) - 1
)

// add files the owner under a new number.
func (t *lendTable) add(owner any) uint64 {
	if t.free == 0 {
		t.places = append(t.places, lendPlace{})
		t.free = len(t.places)
	}
	at := t.free
	p := &t.places[at-1]
	t.free, p.owner, p.taken = p.next, owner, true
	t.alive++
	return p.uses<<placeBits | uint64(at)
}

// find returns the place of the number, nil if the lend has ended.
func (t *lendTable) find(number uint64) *lendPlace {
	at := number & (1<<placeBits - 1)
	if at == 0 || at > uint64(len(t.places)) {
		return nil
	}
	if p := &t.places[at-1]; p.taken && p.uses == number>>placeBits {
		return p
	}
	return nil
}

// at returns the owner of the number, nil if the lend has ended.
func (t *lendTable) at(number uint64) any {
	if p := t.find(number); p != nil {
		return p.owner
	}
	return nil
}

// remove ends the lend of the number, and returns its owner.
func (t *lendTable) remove(number uint64) any {
	p := t.find(number)
	if p == nil {
		return nil
	}
	owner := p.owner
	*p = lendPlace{uses: (p.uses + 1) & usesMask, next: t.free}
	t.free = int(number & (1<<placeBits - 1))
	t.alive--
	return owner
}

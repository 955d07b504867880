package engine

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// notices is how Python tells Go that something is done: numbers in a pipe
// (gophersnake.host.notices). A goroutine reads it through Go's poller, so neither
// side keeps a thread for it, and Python never waits for Go's scheduler.
var notices struct {
	sync.Mutex
	connected bool
	write     *os.File // Python's end, kept open
}

var connectNotices = host("notices").Func("connect", "", NoResult,
	NewParam(wire.ParamPositionalOnly, "descriptor", Int.Program))

// listen has Python tell its notices, from the first call on.
func listen(ctx context.Context) error {
	notices.Lock()
	defer notices.Unlock()
	if notices.connected {
		return nil
	}
	if notices.write == nil {
		read, write, err := os.Pipe()
		if err != nil {
			return fmt.Errorf("gophersnake: make a pipe: %w", err)
		}
		notices.write = write
		go readNotices(read)
	}
	c := connectNotices.Begin(ctx)
	Put(c, Int, int(notices.write.Fd())) // Fd makes this end block, as Python wants it
	err := Finish(c)
	notices.connected = err == nil
	return err
}

// readNotices delivers what Python tells, for as long as the process lives.
func readNotices(pipe *os.File) {
	const width = 8
	var buffer [512 * width]byte
	kept := 0 // bytes of a number whose rest is still to come
	for {
		n, err := pipe.Read(buffer[kept:])
		if err != nil {
			return // nobody else has Python's end, so this does not happen
		}
		told := buffer[:kept+n]
		tickets.Lock()
		for ; len(told) >= width; told = told[width:] {
			if ticket := binary.NativeEndian.Uint64(told); ticket != 0 {
				tickets.tell(ticket)
			} else {
				ring()
			}
		}
		tickets.Unlock()
		kept = copy(buffer[:], told)
	}
}

// tickets are the numbers by which goroutines wait for notices.
var tickets = ticketOffice{waiting: map[uint64]waiting{}}

type ticketOffice struct {
	sync.Mutex
	last    uint64
	waiting map[uint64]waiting
}

// waiting is a goroutine that waits: told, and for a call with this context.
type waiting struct {
	told chan struct{}
	ctx  context.Context
}

// channels are used again; each has room for one notice, so that telling never waits.
var channels = sync.Pool{New: func() any { return make(chan struct{}, 1) }}

// take returns a new ticket and the channel on which it will be told.
func (t *ticketOffice) take(ctx context.Context) (uint64, chan struct{}) {
	told := channels.Get().(chan struct{})
	t.Lock()
	defer t.Unlock()
	t.last++
	t.waiting[t.last] = waiting{told, ctx}
	return t.last, told
}

// tell tells a ticket. The office is locked.
func (t *ticketOffice) tell(ticket uint64) {
	if one, ok := t.waiting[ticket]; ok {
		delete(t.waiting, ticket)
		one.told <- struct{}{}
	}
}

// contextOf returns the context of the call that waits with the ticket; if none does,
// the background.
func (t *ticketOffice) contextOf(ticket uint64) context.Context {
	t.Lock()
	defer t.Unlock()
	if one, ok := t.waiting[ticket]; ok && one.ctx != nil {
		return one.ctx
	}
	return context.Background()
}

// idle waits until nobody waits for a notice, or the context ends.
func (t *ticketOffice) idle(ctx context.Context) {
	for ; t.count() != 0 && ctx.Err() == nil; time.Sleep(time.Millisecond) {
	}
}

func (t *ticketOffice) count() int {
	t.Lock()
	defer t.Unlock()
	return len(t.waiting)
}

// forget gives back a ticket that nobody has waited for.
func (t *ticketOffice) forget(ticket uint64, told chan struct{}) {
	t.Lock()
	_, waiting := t.waiting[ticket]
	delete(t.waiting, ticket)
	t.Unlock()
	if !waiting {
		<-told
	}
	channels.Put(told)
}

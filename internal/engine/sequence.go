package engine

import (
	"context"
	"iter"
	"runtime/debug"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// lend appends a function that pulls items out of a sequence of Go's.
func (i *iteration[T]) lend(e *wire.Encoder, items iter.Seq2[T, error]) {
	s := &sequence[T]{items: items}
	pull := func(_ context.Context, args *wire.Decoder, result *wire.Encoder) error {
		stop := Argument(args, Bool, i.pull.Params[0])
		if err := args.End(); err != nil {
			return err
		}
		item, err := s.step(context.Background(), stop)
		if err == nil {
			i.step.Put(result, item)
		}
		return err
	}
	e.Number(Lend(&lentFunction{handler: pull, function: aSequence{}, ended: s.stop}, e))
}

// sequence runs a sequence of Go's in a goroutine of its own, as far as it is asked
// to. (iter.Pull would tie it to the OS thread that asks first.)
type sequence[T any] struct {
	items   iter.Seq2[T, error]
	using   sync.Mutex
	started bool
	asked   bool // and nobody waited for what comes
	ended   bool
	back    *given[T]     // what was given back
	asks    chan struct{} // closed: it is to stop
	gives   chan given[T] // closed: it has ended
}

type given[T any] struct {
	item  T
	err   error
	panic error
}

// step returns the next item; nil at the end, or if it is to stop. If the context ends
// first, the item is that of the next step.
func (s *sequence[T]) step(ctx context.Context, stop bool) (*T, error) {
	if !s.using.TryLock() {
		return nil, ErrInUse
	}
	defer s.using.Unlock()
	if stop {
		s.end()
		return nil, nil
	}
	if back := s.back; back != nil {
		s.back = nil
		if back.err != nil {
			return nil, back.err
		}
		return &back.item, nil
	}
	if s.ended {
		return nil, nil
	}
	if !s.started {
		s.started = true
		s.asks, s.gives = make(chan struct{}), make(chan given[T])
		go s.run()
	}
	if !s.asked {
		s.asks <- struct{}{}
	}
	var got given[T]
	var ok bool
	select {
	case got, ok = <-s.gives:
		s.asked = false
	case <-ctx.Done():
		s.asked = true
		return nil, ctx.Err()
	}
	switch {
	case !ok:
		s.ended = true
		return nil, nil
	case got.panic != nil:
		s.ended = true
		return nil, got.panic
	case got.err != nil:
		s.end()
		return nil, got.err
	}
	return &got.item, nil
}

// giveBack makes what a step returned that of the next one. If the step's context ended first,
// it is anyway.
func (s *sequence[T]) giveBack(item *T, err error) {
	s.using.Lock()
	defer s.using.Unlock()
	switch {
	case s.asked || err == ErrInUse:
	case err != nil:
		s.back = &given[T]{err: err}
	case item != nil:
		s.back = &given[T]{item: *item}
	}
}

func (s *sequence[T]) run() {
	defer close(s.gives)
	returned := false
	defer func() {
		if v := recover(); v != nil && !returned {
			s.gives <- given[T]{panic: &panicked{v, debug.Stack()}}
		}
	}()
	if _, goesOn := <-s.asks; goesOn {
		s.items(func(item T, err error) bool {
			s.gives <- given[T]{item: item, err: err}
			_, goesOn := <-s.asks
			return goesOn
		})
	}
	returned = true
}

// stop ends a sequence that Python has dropped.
func (s *sequence[T]) stop() {
	s.using.Lock()
	defer s.using.Unlock()
	s.end()
}

// end makes the sequence's function return, and waits until it has, unless it is at an
// item that nobody waited for.
func (s *sequence[T]) end() {
	if s.started && !s.ended {
		close(s.asks)
		if s.asked {
			go s.drain()
		} else {
			s.drain()
		}
	}
	s.ended = true
}

func (s *sequence[T]) drain() {
	for range s.gives {
	}
}

// panicked is a panic in another goroutine than the callback's.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return "a panic" }

package engine

import (
	"context"
	"sync"
)

// bell is rung by the notice 0, and has something done about it on a goroutine of
// its own: once for all rings that come meanwhile.
var bell = struct {
	sync.Mutex
	answer func(context.Context)
	rung   chan struct{}
}{rung: make(chan struct{}, 1)}

// OnBell has answer called each time Python rings, with a context whose calls are
// made also while Python is being stopped. Notices come from this call on.
func OnBell(ctx context.Context, answer func(context.Context)) error {
	bell.Lock()
	first := bell.answer == nil
	bell.answer = answer
	bell.Unlock()
	if first {
		go answerBell()
	}
	return listen(withoutVariables(ctx))
}

func answerBell() {
	for range bell.rung {
		answerBellOnce()
	}
}

// answerBellOnce answers the bell whether it was rung or not.
func answerBellOnce() {
	bell.Lock()
	defer bell.Unlock()
	if bell.answer != nil {
		bell.answer(ownContext(context.Background()))
	}
}

// ring never waits.
func ring() {
	select {
	case bell.rung <- struct{}{}:
	default: // it was rung already, and not answered yet
	}
}

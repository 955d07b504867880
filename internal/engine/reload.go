package engine

import (
	"context"
	"os"
	"sync"
	"time"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// boundFuncs are the functions that were bound, by the name of their module, and how
// often any was reloaded.
var boundFuncs struct {
	sync.Mutex
	of      map[string][]*Func
	reloads int
}

// reloads is how often modules were reloaded.
func reloads() int {
	boundFuncs.Lock()
	defer boundFuncs.Unlock()
	return boundFuncs.reloads
}

// isBound notes that the function is bound to what is at that address, unless a module
// was reloaded since there were so many reloads: then that may be of the former one.
func (f *Func) isBound(address uint64, reloads int) bool {
	boundFuncs.Lock()
	defer boundFuncs.Unlock()
	if boundFuncs.reloads != reloads {
		return false
	}
	f.address.Store(address)
	if f.module == nil {
		return true
	}
	if boundFuncs.of == nil {
		boundFuncs.of = map[string][]*Func{}
	}
	boundFuncs.of[f.module.name] = append(boundFuncs.of[f.module.name], f)
	return true
}

// betweenLooks is how long files may have changed before that is noticed.
const betweenLooks = 200 * time.Millisecond

var changedModules = host("reloading").Func("changed", "", listOfStr.Program)
var listOfStr = List(wire.KindList, Str)

// ReloadOnChange reloads modules whose files change, until the context ends.
func ReloadOnChange(ctx context.Context, report func(module string, err error)) error {
	if os.Getenv(SourcesVariable) == "" {
		return nil
	}
	if _, err := changed(ctx); err != nil {
		return err
	}
	go func() {
		for ticks := time.NewTicker(betweenLooks); ; {
			select {
			case <-ctx.Done():
				ticks.Stop()
				return
			case <-ticks.C:
			}
			modules, err := changed(ctx)
			if err != nil { // stopped, or the context has ended
				ticks.Stop()
				return
			}
			for _, module := range modules {
				report(module, Reload(ctx, module))
			}
		}
	}()
	return nil
}

func changed(ctx context.Context) ([]string, error) {
	c := changedModules.Begin(ctx)
	c.doing = "gophersnake: look for changes"
	return Result(c, listOfStr)
}

var reloadModule = host("reloading").Func("reload", "", NoResult,
	NewParam(wire.ParamPositionalOrKeyword, "module", Str.Program)).Whole()

// Reload executes the module's source again. Its functions are bound again at their
// next calls. What a call under way is bound to stays.
func Reload(ctx context.Context, module string) error {
	c := reloadModule.Begin(ctx)
	c.doing = "gophersnake: reload " + module
	Put(c, Str, module)
	if err := Finish(c); err != nil {
		return err
	}
	boundFuncs.Lock()
	defer boundFuncs.Unlock()
	for _, f := range boundFuncs.of[module] {
		f.address.Store(0)
	}
	delete(boundFuncs.of, module)
	boundFuncs.reloads++
	return nil
}

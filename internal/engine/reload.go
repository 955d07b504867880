package engine

import (
	"context"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// boundFuncs are the functions that were bound, by the name of their module.
var boundFuncs struct {
	sync.Mutex
	of map[string][]*Func
}

func rememberBound(f *Func) {
	boundFuncs.Lock()
	defer boundFuncs.Unlock()
	if boundFuncs.of == nil {
		boundFuncs.of = map[string][]*Func{}
	}
	boundFuncs.of[f.module.name] = append(boundFuncs.of[f.module.name], f)
}

var reloadModule = host("reloading").Func("reload", "", NoResult,
	NewParam(wire.ParamPositionalOrKeyword, "module", Str.Program))

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
	return nil
}

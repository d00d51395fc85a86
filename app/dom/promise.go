package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// settled calls done once the promise is kept or broken, with what it was kept with and which of
// the two it was.
func settled(promise goapp.Value, done func(value goapp.Value, ok bool)) {
	var kept, broken goapp.Func
	settle := func(ok bool) goapp.Func {
		return goapp.FuncOf(func(_ goapp.Value, args []goapp.Value) any {
			kept.Release()
			broken.Release()
			value := goapp.Undefined()
			if len(args) > 0 {
				value = args[0]
			}
			done(value, ok)
			return nil
		})
	}
	kept, broken = settle(true), settle(false)
	if _, ok := Call(promise, "then", kept, broken); !ok {
		kept.Release()
		broken.Release()
		done(goapp.Undefined(), false)
	}
}

// await waits until the promise is kept or broken. It must not be called on the goroutine
// of an event, which the browser waits for in turn.
func await(promise goapp.Value) (value goapp.Value, ok bool) {
	done := make(chan struct{})
	settled(promise, func(v goapp.Value, kept bool) {
		value, ok = v, kept
		close(done)
	})
	<-done
	return value, ok
}

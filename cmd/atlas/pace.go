package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The pace of the garbage collector. While little is in use, memory is cheaper
// than time: the heap may grow by roomy bytes before anything is collected. When
// much is in use it is the other way round, down to least percent.
const (
	roomy = 20 << 20
	least = 45  // percent of what is in use
	most  = 400 // the same
)

// pace sets the pace after each collection, by what is in use then.
func pace() {
	debug.SetGCPercent(most)
	use := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	type cycle struct{ _ [64]byte } // nothing holds it, so each collection ends it
	var next func(*cycle)
	next = func(c *cycle) {
		metrics.Read(use)
		if live := use[0].Value.Uint64(); live > 0 {
			debug.SetGCPercent(int(min(max(roomy*100/live, least), most)))
		}
		runtime.SetFinalizer(c, next)
	}
	runtime.SetFinalizer(new(cycle), next)
}

// Package parallel runs the same work on many values, on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls do once for every number below n, as many at a time as there are
// cores, and returns when all are done. The numbers start in their order.
func For(n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

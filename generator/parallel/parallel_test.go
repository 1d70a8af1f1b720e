package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

func TestForCallsEachNumberOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 1000} {
		calls := make([]atomic.Int32, n)
		For(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("of %d numbers, %d was called %d times", n, i, got)
			}
		}
	}
}

// All cores work at once: each call waits for the others, and no more calls run
// than there are cores.
func TestForUsesAllCores(t *testing.T) {
	cores := runtime.GOMAXPROCS(0)
	var together sync.WaitGroup
	together.Add(cores)
	var running, most atomic.Int32
	For(3*cores, func(i int) {
		now := running.Add(1)
		for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
		}
		if i < cores {
			together.Done()
			together.Wait()
		}
		running.Add(-1)
	})
	if got := int(most.Load()); got != cores {
		t.Errorf("%d calls at once, want %d", got, cores)
	}
}

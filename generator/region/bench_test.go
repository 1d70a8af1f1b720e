package region

import "testing"

func BenchmarkCheck(b *testing.B) {
	r, e := whole(), edition()
	for b.Loop() {
		if faults := Check(r, e, today); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

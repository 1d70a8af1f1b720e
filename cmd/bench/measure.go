package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// cost is what one run of a process took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes of memory at most, 0 where the system does not tell
}

// measured runs a program in a folder, on a disk at rest, and tells what it took.
func measured(folder, program string, args ...string) (cost, error) {
	var words bytes.Buffer
	command := exec.Command(program, args...)
	command.Dir, command.Stdout, command.Stderr = folder, &words, &words
	settle()
	start := time.Now()
	err := command.Run()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%s %v failed: %w: %s", program, args, err, tail(words.Bytes()))
	}
	state := command.ProcessState
	return cost{wall: wall, cpu: state.UserTime() + state.SystemTime(), peak: peakOf(state)}, nil
}

func tail(words []byte) []byte { return words[max(0, len(words)-2000):] }

// middle is the median of each measure by itself.
func middle(costs []cost) cost {
	return cost{
		wall: median(costs, func(c cost) time.Duration { return c.wall }),
		cpu:  median(costs, func(c cost) time.Duration { return c.cpu }),
		peak: median(costs, func(c cost) int64 { return c.peak }),
	}
}

func median[T ~int64](costs []cost, of func(cost) T) T {
	if len(costs) == 0 {
		return 0
	}
	var values []T
	for _, c := range costs {
		values = append(values, of(c))
	}
	slices.Sort(values)
	half := len(values) / 2
	if len(values)%2 == 1 {
		return values[half]
	}
	return (values[half-1] + values[half]) / 2
}

// ratios are the walls of a, each over the wall of b in the same turn.
func ratios(a, b []cost) []float64 {
	var list []float64
	for i := range min(len(a), len(b)) {
		list = append(list, float64(a[i].wall)/float64(b[i].wall))
	}
	slices.Sort(list)
	return list
}

// emptied removes what an earlier turn left.
func emptied(folder string) error {
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("%s cannot be emptied: %w", folder, err)
	}
	return nil
}

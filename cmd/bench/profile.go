package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
)

// profile builds a site inside this program, and leaves two profiles in a
// folder: where the processor's time went, and what memory was asked for.
func profile(regions, folder string) error {
	cpu, err := os.Create(filepath.Join(folder, "cpu"))
	if err != nil {
		return fmt.Errorf("the profile cannot be written: %w", err)
	}
	defer cpu.Close()
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return fmt.Errorf("the profile cannot be taken: %w", err)
	}
	err = build(regions, filepath.Join(folder, "site"))
	pprof.StopCPUProfile()
	if err != nil {
		return err
	}
	memory, err := os.Create(filepath.Join(folder, "allocs"))
	if err != nil {
		return fmt.Errorf("the profile cannot be written: %w", err)
	}
	defer memory.Close()
	return pprof.Lookup("allocs").WriteTo(memory, 0)
}

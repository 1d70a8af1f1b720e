package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"sync/atomic"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/publish"
	"regional-atlas/generator/region"
	"regional-atlas/layouts"
)

// profile builds a site inside this program and leaves four profiles in a
// folder: cpu, allocs, and the memory in use before the pages and half way
// through them. It prints how long each step of the line took.
func profile(regions, folder string) error {
	cpu, err := os.Create(filepath.Join(folder, "cpu"))
	if err != nil {
		return fmt.Errorf("the profile cannot be written: %w", err)
	}
	defer cpu.Close()
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return fmt.Errorf("the profile cannot be taken: %w", err)
	}
	err = profiled(regions, folder)
	pprof.StopCPUProfile()
	if err != nil {
		return err
	}
	return heap("allocs", filepath.Join(folder, "allocs"))
}

func profiled(regions, folder string) error {
	watch := stopwatch{last: time.Now()}
	spool, err := os.Create(filepath.Join(folder, "spool"))
	if err != nil {
		return fmt.Errorf("there is no place for packed regions: %w", err)
	}
	defer spool.Close()
	in := generator.Input{Regions: os.DirFS(regions), Layouts: layouts.Files, Assets: assets.Files, Today: region.DateOf(time.Now()), Spool: spool}
	draft, err := generator.Read(in)
	if err != nil {
		return err
	}
	watch.told("read and check each file")
	model, problems, err := draft.Check(in, true)
	if err != nil {
		return err
	}
	if model == nil {
		return faults(problems)
	}
	watch.told("land, check all together")
	site, err := model.Plan(in)
	if err != nil {
		return err
	}
	count := int64(site.Count())
	watch.told("plan")
	runtime.GC()
	if err := heap("heap", filepath.Join(folder, "heap-before")); err != nil {
		return err
	}
	out, err := publish.Begin(filepath.Join(folder, "site"))
	if err != nil {
		return err
	}
	defer out.Abort()
	watch.told("(profile)")
	var done atomic.Int64
	var failed error
	_, err = site.Write(out, nil, func() {
		if done.Add(1) == count/2 {
			runtime.GC()
			failed = heap("heap", filepath.Join(folder, "heap-half"))
		}
	})
	if err != nil || failed != nil {
		return fmt.Errorf("the site cannot be written: %w", firstOf(err, failed))
	}
	watch.told("make, lay out, write, check links")
	_, err = out.Commit()
	watch.told("bring into place")
	return err
}

// kinds prints what the pages of each layout take.
func kinds(regions string) error {
	in, model, err := checked(regions)
	if err != nil {
		return err
	}
	list, err := byKind(in, model)
	if err != nil {
		return err
	}
	printKinds(os.Stdout, list)
	return nil
}

// checked reads a folder of made regions, which must be without fault.
func checked(regions string) (generator.Input, *generator.Model, error) {
	in := generator.Input{Regions: os.DirFS(regions), Layouts: layouts.Files, Assets: assets.Files, Today: region.DateOf(time.Now())}
	draft, err := generator.Read(in)
	if err != nil {
		return in, nil, err
	}
	model, problems, err := draft.Check(in, true)
	if err != nil {
		return in, nil, err
	}
	if model == nil {
		return in, nil, faults(problems)
	}
	return in, model, nil
}

func faults(problems []problem.Problem) error {
	return fmt.Errorf("the made regions have %d problems, the first: %s: %s", len(problems), problems[0].File, problems[0].What)
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

type stopwatch struct{ last time.Time }

func (s *stopwatch) told(step string) {
	now := time.Now()
	fmt.Printf("%8.2f s  %s\n", now.Sub(s.last).Seconds(), step)
	s.last = now
}

func heap(kind, name string) error {
	file, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("the profile cannot be written: %w", err)
	}
	defer file.Close()
	return pprof.Lookup(kind).WriteTo(file, 0)
}

package main

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	"regional-atlas/generator"
)

// onSignals gives a channel that is closed when a person or the system asks the
// program to end. A second time ends it at once.
func onSignals() (asked <-chan struct{}, release func()) {
	var watched []os.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) { // nohup: it goes on when its terminal is closed
			watched = append(watched, s)
		}
	}
	if len(watched) == 0 {
		return nil, func() {}
	}
	ctx, release := signal.NotifyContext(context.Background(), watched...)
	context.AfterFunc(ctx, release)
	return ctx.Done(), release
}

// interruption ends a build that somebody asks to end.
type interruption struct {
	asked    <-chan struct{}
	touching atomic.Bool // there may be something to clear up
}

// interruption watches for somebody who asks the program to end.
func (t terminal) interruption() (i *interruption, release func()) {
	i, release = new(interruption), func() {}
	if t.signals != nil {
		i.asked, release = t.signals()
	}
	return i, release
}

// interrupted is the error of such a build.
type interrupted struct{}

func (interrupted) Error() string { return "interrupted: the site is as it was" }

// stop is asked by a build before each step.
func (i *interruption) stop() error {
	select {
	case <-i.asked:
		return interrupted{}
	default:
		i.touching.Store(true)
		return nil
	}
}

// build is generator.Build that ends early when it is interrupted. While it only
// reads, it is left to itself: nothing is there to clear up.
func (i *interruption) build(in generator.Input, to generator.Target) (generator.Report, error) {
	type outcome struct {
		report generator.Report
		err    error
	}
	to.Stop = i.stop
	ended := make(chan outcome, 1)
	go func() {
		report, err := generator.Build(in, to)
		ended <- outcome{report, err}
	}()
	select {
	case o := <-ended:
		return o.report, o.err
	case <-i.asked:
	}
	if !i.touching.Load() {
		return generator.Report{}, interrupted{}
	}
	o := <-ended
	return o.report, o.err
}

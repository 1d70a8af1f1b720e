package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
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

// asked is what onSignals gives, where a terminal has it.
func (t terminal) asked() (asked <-chan struct{}, release func()) {
	if t.signals == nil {
		return nil, func() {}
	}
	return t.signals()
}

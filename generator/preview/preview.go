// Package preview shows a site while its files are being edited. It promises
// that nothing is written to disk; that a page is made when it is asked for,
// from a state that never changes, with the same bytes as a build but for what
// makes it live; that with a fault in the files the last good pages stay
// readable below the fault; and that only this computer is answered, with files
// of the site and nothing else.
//
// One goroutine looks at the folders at every tick, and puts a new state in
// place when files have changed; any number of requests read the state. The
// folders are listed rather than watched by the system: that is the same on
// every system and on network drives, and an editor that saves by renaming, or
// a folder that is replaced, is nothing special. A tick is a value from
// outside, since this room has no clock.
//
// Door: net/http.
package preview

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
)

// Config is what a preview shows, and how it speaks.
type Config struct {
	Input generator.Input // its folders are looked at again and again; Today is the day of each tick
	Base  string          // path of the site, such as "/" or "/atlas/"
	Words func([]problem.Problem) string
	Tell  func(News) // told of every new state, by one goroutine
}

// News is what a change of files led to.
type News struct {
	Changed  []string          // files, as "regions/BE1.md"; nil for the first look
	Problems []problem.Problem // of the data, warnings included
	Err      error             // why there can be no new page, whatever the data
	Mended   bool              // there were faults before, and are none now
}

// Preview is a site that follows its files.
type Preview struct {
	config Config
	run    string // tells this run from the one before it
	count  int    // of states
	files  workspace
	state  atomic.Pointer[state]
}

// state is what requests are answered from. It never changes.
type state struct {
	version string
	site    *proven       // nil when there never was a good one
	older   *proven       // takes over where a layout of site fails; may be nil
	faults  string        // as the terminal prints them, "" for none
	next    chan struct{} // closed when there is a newer state
}

// published is the address of the published site, "" when unknown.
func (s *state) published() string {
	if s.site == nil {
		return ""
	}
	return s.site.site.Published()
}

// proven is a site that notes whether a page of it could ever be made.
type proven struct {
	site *generator.Site
	good atomic.Bool
}

// New looks at the files for the first time. Faults in them are no error: they
// are shown.
func New(config Config, now time.Time) *Preview {
	p := &Preview{config: config, run: fmt.Sprintf("%x", now.UnixNano()),
		files: newWorkspace(config.Input)}
	p.state.Store(&state{next: make(chan struct{})})
	p.files.look(now)
	p.renew(nil)
	return p
}

// Look looks at the files, and brings a new state into place when some have
// changed. Only one goroutine may call it.
func (p *Preview) Look(now time.Time) {
	if changed := p.files.look(now); len(changed) > 0 {
		p.renew(changed)
	}
}

// renew makes the next state from the files as they are.
func (p *Preview) renew(changed []string) {
	before := p.state.Load()
	now := p.files.update()
	next := &state{site: before.site, older: before.older, faults: p.strip(now),
		next: make(chan struct{})}
	if now.Site != nil && (before.site == nil || now.Site != before.site.site) {
		next.site = &proven{site: now.Site}
		if before.site != nil && before.site.good.Load() {
			next.older = before.site
		}
	}
	p.count++
	next.version = fmt.Sprintf("%s.%d", p.run, p.count)
	p.state.Store(next)
	close(before.next)
	p.config.Tell(
		News{Changed: changed, Problems: now.Problems, Err: now.Err, Mended: before.faults != "" &&
			next.faults == ""},
	)
}

// most is how many faults a page shows.
const most = 30

// strip is the text above the pages.
func (p *Preview) strip(now generator.State) string {
	if now.Err != nil {
		return sentence(now.Err)
	}
	var fatal []problem.Problem
	for _, one := range now.Problems {
		if !one.Warning {
			fatal = append(fatal, one)
		}
	}
	text := p.config.Words(fatal[:min(most, len(fatal))])
	if more := len(fatal) - most; more > 0 {
		text += fmt.Sprintf("… and %d more, all in the terminal.\n", more)
	}
	return text
}

func sentence(err error) string { return err.Error() + ".\n" }

// Listen opens a port of this computer: the wished one, or any other when that
// is not to be had.
func Listen(port int) (net.Listener, error) {
	if wished, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
		return wished, nil
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("no port of this computer can be opened: %w", err)
	}
	return free, nil
}

// Serve answers requests and follows the files, a look a tick, until the
// context ends. It returns when all its goroutines have ended.
func (p *Preview) Serve(ctx context.Context, listener net.Listener, ticks <-chan time.Time) error {
	ctx, end := context.WithCancel(ctx)
	defer end()
	server := &http.Server{
		Handler:           p,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	var wait sync.WaitGroup
	wait.Go(func() { p.follow(ctx, ticks) })
	wait.Go(func() {
		<-ctx.Done()
		_ = server.Close() // what a browser still waits for will never come
	})
	err := server.Serve(listener)
	ended := ctx.Err() != nil
	end()
	wait.Wait()
	if !ended {
		return fmt.Errorf("the preview has ended by itself: %w", err)
	}
	return nil
}

func (p *Preview) follow(ctx context.Context, ticks <-chan time.Time) {
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticks:
			p.Look(now)
		}
	}
}

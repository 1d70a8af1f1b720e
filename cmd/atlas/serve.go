package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/preview"
	"regional-atlas/generator/problem"
	"regional-atlas/layouts"
)

// lookEvery is how often the folders are looked at: often enough that an edit
// seems to be shown at once, and a few milliseconds of work for 1,500 files.
const lookEvery = 50 * time.Millisecond

// serveFlags is what the command line of serve says.
type serveFlags struct {
	folders folders
	port    int
	open    bool
	base    string
}

func (v *serveFlags) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.StringVar(&v.folders.regions, "regions", "regions",
		"folder of the region files and atlas.toml")
	flags.StringVar(
		&v.folders.layouts,
		"layouts",
		"",
		"folder of layouts that win over the built-in ones (default: layouts, if it is there)",
	)
	flags.StringVar(
		&v.folders.assets,
		"assets",
		"",
		"folder of assets that win over the built-in ones (default: assets, if it is there)",
	)
	flags.IntVar(&v.port, "port", 4040,
		"`NUMBER` of the port; another is taken when it is not free")
	flags.StringVar(&v.base, "base", "/", "`PATH` that the site lies below, as on its server")
	flags.BoolVar(&v.open, "open", false, "open the browser")
	return flags
}

func serveCommand() command {
	c := command{
		name:    "serve",
		summary: "Show the site in a browser, and each change as it is saved.",
		example: "atlas serve --open",
	}
	c.run = func(t terminal, args []string) int {
		var v serveFlags
		if code, ok := parse(t, c, v.flags(), args); !ok {
			return code
		}
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		ticker := time.NewTicker(lookEvery)
		defer ticker.Stop()
		if err := v.serve(ctx, t, ticker.C); err != nil {
			return fail(t, err)
		}
		return done
	}
	return c
}

// serve shows the site until the context ends.
func (v serveFlags) serve(ctx context.Context, t terminal, ticks <-chan time.Time) error {
	base, err := basePath(v.base)
	if err != nil {
		return err
	}
	if v.port < 0 || v.port > 65535 {
		return fmt.Errorf("--port %d is not the number of a port: it lies between 1 and 65535", v.port)
	}
	if _, err := v.folders.input(t.today()); err != nil { // each folder that was named is there
		return err
	}
	t.err = &inTurn{to: t.err}
	listener, err := preview.Listen(v.port)
	if err != nil {
		return err
	}
	p := preview.New(preview.Config{Input: v.folders.followed(), Base: base, Words: v.words,
		Tell: v.teller(t)}, t.now())
	v.welcome(t, listener, base)
	return p.Serve(ctx, listener, ticks)
}

func (v serveFlags) welcome(t terminal, listener net.Listener, base string) {
	address := "http://" + listener.Addr().String() + base
	if taken := fmt.Sprintf("127.0.0.1:%d", v.port); v.port != 0 &&
		listener.Addr().String() != taken {
		fmt.Fprintf(t.err, "note: the port %d is not free; another one was taken.\n", v.port)
	}
	fmt.Fprintf(t.out,
		"Preview: %s\nOpen pages follow each file that is saved. Ctrl-C ends the preview.\n", address)
	if v.open {
		openBrowser(t.err, address)
	}
}

var pathPart = regexp.MustCompile(`^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$`)

// basePath is a path that starts and ends with a slash.
func basePath(typed string) (string, error) {
	inside := strings.Trim(typed, "/")
	if inside == "" {
		return "/", nil
	}
	for _, part := range strings.Split(inside, "/") {
		if !pathPart.MatchString(part) {
			return "", fmt.Errorf(
				"--base %q is not a path; write it like /atlas/, with letters, digits, points and hyphens",
				typed,
			)
		}
	}
	return "/" + inside + "/", nil
}

// words are problems as the terminal prints them.
func (v serveFlags) words(problems []problem.Problem) string {
	var text strings.Builder
	report(&text, v.folders.regions, problems)
	return text.String()
}

// teller tells in the terminal what each change led to. A warning is told when
// it is new, so that those one lives with do not hide a fault.
func (v serveFlags) teller(t terminal) func(preview.News) {
	var known []problem.Problem
	return func(n preview.News) {
		if n.Changed != nil {
			fmt.Fprintf(t.err, "Changed: %s\n", few(n.Changed))
		}
		t.errInk.report(
			t.err,
			v.folders.regions,
			slices.DeleteFunc(
				slices.Clone(n.Problems),
				func(p problem.Problem) bool { return p.Warning && slices.Contains(known, p) },
			),
		)
		known = n.Problems
		if n.Err != nil {
			fmt.Fprintf(t.err, "atlas: %v\n", n.Err)
		}
		switch faults := problem.Fatal(n.Problems); {
		case faults > 0:
			fmt.Fprintf(t.err, "%s to mend. Until then the pages stay as they were.\n",
				number(faults, "fault"))
		case n.Mended:
			fmt.Fprintln(t.err, "Mended: the pages are up to date.")
		}
	}
}

func few(names []string) string {
	const shown = 3
	text := strings.Join(names[:min(shown, len(names))], ", ")
	if more := len(names) - shown; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// openBrowser asks the system to show an address. That it cannot is a note: the
// address is printed anyway.
func openBrowser(said io.Writer, address string) {
	program := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		program = []string{"open"}
	case "windows":
		program = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	opening := exec.Command(program[0], append(program[1:], address)...)
	note := func(err error) {
		if err != nil {
			fmt.Fprintf(said, "note: the browser could not be opened (%v); open the address by hand.\n", err)
		}
	}
	if err := opening.Start(); err != nil {
		note(err)
		return
	}
	go func() { note(opening.Wait()) }() // some systems wait until the browser is closed
}

// inTurn lets several goroutines write, one at a time.
type inTurn struct {
	sync.Mutex
	to io.Writer
}

func (w *inTurn) Write(text []byte) (int, error) {
	w.Lock()
	defer w.Unlock()
	return w.to.Write(text)
}

// followed is the folders as they are at every look.
func (f folders) followed() generator.Input {
	return generator.Input{
		Regions: reopened{f.regions},
		Layouts: layered{shown{reopened{orDefault(f.layouts, "layouts")}}, layouts.Files},
		Assets:  layered{shown{reopened{orDefault(f.assets, "assets")}}, assets.Files},
	}
}

// reopened is a folder that is opened anew each time, since another may have
// been put in its place.
type reopened struct{ dir string }

// Open opens a file of the folder; nothing outside can be read.
func (r reopened) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.FS().Open(name)
}

package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"regional-atlas/generator/publish"
)

var update = flag.Bool("update", false, "rewrite the expected words from what is printed now; read the difference")

// today is the day on which the tests take place: it bounds years, and stands
// in messages.
func today() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) }

// TestMain clears memory seldom, in this program and in those that the scripts start:
// they are short.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	testscript.Main(m, map[string]func(){
		"atlas": func() {
			os.Exit(run(terminal{out: os.Stdout, err: os.Stderr, now: today}, os.Args[1:]))
		},
	})
}

// The scripts read like sessions at a terminal. Each starts in an empty folder;
// "small-atlas" puts an editor's folder of two regions there.
func TestScripts(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Setup: func(env *testscript.Env) error {
			env.Values[heldFolder{}] = new(*publish.Folder)
			return nil
		},
		Dir:                 "testdata/scripts",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"small-atlas": func(ts *testscript.TestScript, _ bool, _ []string) {
				ts.Check(os.CopyFS(ts.MkAbs("regions"), os.DirFS(small)))
			},
			"exit":   exit,
			"hold":   hold,
			"let-go": letGo,
		},
	})
}

// heldFolder is where a script keeps the build that it began.
type heldFolder struct{}

// hold begins a build into a folder and leaves it unfinished until let-go, as a
// slow build in another window would: hold public.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	folder, err := publish.Begin(ts.MkAbs(args[0]))
	ts.Check(err)
	*ts.Value(heldFolder{}).(**publish.Folder) = folder
}

func letGo(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check((*ts.Value(heldFolder{}).(**publish.Folder)).Abort())
}

// exit runs a command that must end with an exit code: exit 2 atlas bild.
func exit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE COMMAND [ARGUMENTS]")
	}
	var ended *exec.ExitError
	err := ts.Exec(args[1], args[2:]...)
	if !errors.As(err, &ended) || strconv.Itoa(ended.ExitCode()) != args[0] {
		ts.Fatalf("wanted the exit code %s, got %v", args[0], err)
	}
}

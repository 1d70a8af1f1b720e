package preview

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// walker is a script of the site that scrolls down when the page is new, and
// tells the server, by asking for a picture, where the page stands and how much
// of it the faults take.
const walker = `addEventListener("load", () => setTimeout(() => {
  document.body.style.minHeight = "5000px";
  if (!sessionStorage.getItem("walked")) { sessionStorage.setItem("walked", "yes"); scrollTo(0, 700); }
  const strip = document.getElementById("preview-faults");
  setTimeout(() => { new Image().src = "/stands?at=" + Math.round(scrollY - (strip ? strip.offsetHeight : 0)) + "&faults=" + !!strip + "&colour=" + (strip ? getComputedStyle(strip).position : ""); }, 100);
}));`

// In a real browser, under the policy of the page, an open page loads again
// when a file is saved, shows the fault, loses it again, and stays where the
// reader was.
func TestPageFollowsInBrowser(t *testing.T) {
	browser := findBrowser(t)
	s := begin(t, "/")
	s.end()
	s.write("assets/atlas.js", walker)
	s.edit("layouts/parts/bottom.html", "</main>", "<p>"+strings.Repeat("Much text. ", 20_000)+"</p></main>")
	p := New(s.config("/"), s.now)
	var asked record
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.note(r.URL.String())
		p.ServeHTTP(w, r)
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer server.CloseClientConnections()
	defer cancel()
	profile, err := os.MkdirTemp("", "browser")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(profile) // as far as the browser lets go of it
	command := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--user-data-dir="+profile, server.URL+first)
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = 10 * time.Second
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cancel(); _ = command.Wait() }()
	stands := func(n int, want string) {
		t.Helper()
		wants(t, func() bool { return len(asked.with("/stands")) >= n && len(asked.with("/_preview/events")) >= n })
		if got := asked.with("/stands")[n-1]; got != want {
			t.Errorf("the page stands at %s, want %s", got, want)
		}
	}
	look := func() {
		s.now = s.now.Add(50 * time.Millisecond)
		p.Look(s.now)
	}
	stands(1, "/stands?at=700&faults=false&colour=")
	undo := s.edit("regions/AA11.md", "code", "coed")
	look()
	stands(2, "/stands?at=700&faults=true&colour=fixed")
	undo()
	look()
	stands(3, "/stands?at=700&faults=false&colour=")
}

// record is the addresses that were asked for.
type record struct {
	sync.Mutex
	list []string
}

func (r *record) note(address string) {
	r.Lock()
	defer r.Unlock()
	r.list = append(r.list, address)
}

func (r *record) with(start string) []string {
	r.Lock()
	defer r.Unlock()
	return slices.DeleteFunc(slices.Clone(r.list), func(address string) bool { return !strings.HasPrefix(address, start) })
}

// findBrowser skips the test where there is no browser, but never in the check.
func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	const words = "no browser found: install Chromium, or name one in $CHROMIUM"
	if os.Getenv("CI") == "true" {
		t.Fatal(words)
	}
	t.Skip(words)
	return ""
}

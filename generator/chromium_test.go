package generator_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"
)

// chromium is one browser for all tests: to start one takes longer than what most of them
// do in it. Each page has a context of its own, as a profile of its own would be. Tests
// speak to it through two pipes, in the DevTools protocol.
type chromium struct {
	process *exec.Cmd
	folder  string
	ask     *os.File

	mu      sync.Mutex
	number  int
	replies map[int]chan message   // by the number of the question
	events  map[string]chan string // by session, then what happened
	ended   error                  // no more is said
}

// message is a question, an answer or an event.
type message struct {
	ID      int                       `json:"id,omitempty"`
	Session string                    `json:"sessionId,omitempty"`
	Method  string                    `json:"method,omitempty"`
	Params  any                       `json:"params,omitempty"`
	Result  json.RawMessage           `json:"result,omitempty"`
	Error   *struct{ Message string } `json:"error,omitempty"`
}

// browsers holds the browser of the run, started when a test first needs it.
var browsers once[*chromium]

// TestMain clears memory seldom, which saves a fifth of the time, and ends the browser, if
// one was started.
func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	code := m.Run()
	if c := browsers.value; c != nil {
		c.end()
	}
	os.Exit(code)
}

func startChromium(program string) *chromium {
	c := &chromium{replies: map[int]chan message{}, events: map[string]chan string{}}
	c.ended = c.start(program)
	return c
}

func (c *chromium) start(program string) (err error) {
	if c.folder, err = os.MkdirTemp("", "chromium"); err != nil {
		return err
	}
	theirs, ask, err := os.Pipe()
	if err != nil {
		return err
	}
	said, told, err := os.Pipe()
	if err != nil {
		return err
	}
	c.process = exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--user-data-dir="+filepath.Join(c.folder, "profile"), "--remote-debugging-pipe", "about:blank")
	c.process.ExtraFiles = []*os.File{theirs, told}
	c.ask = ask
	if err := c.process.Start(); err != nil {
		return err
	}
	theirs.Close()
	told.Close()
	go c.listen(said)
	return nil
}

// end closes the pipes, at which the browser ends, and removes what it wrote.
func (c *chromium) end() {
	if c.process != nil && c.process.Process != nil {
		c.ask.Close()
		_ = c.process.Wait()
	}
	_ = os.RemoveAll(c.folder)
}

// listen hands out what the browser says.
func (c *chromium) listen(said *os.File) {
	in := bufio.NewReader(said)
	for {
		text, err := in.ReadBytes(0)
		if err != nil {
			c.stop(err)
			return
		}
		var m message
		if err := json.Unmarshal(text[:len(text)-1], &m); err != nil {
			c.stop(err)
			return
		}
		c.mu.Lock()
		if reply := c.replies[m.ID]; m.ID != 0 && reply != nil {
			delete(c.replies, m.ID)
			reply <- m
		}
		if happened := c.events[m.Session]; m.ID == 0 && happened != nil {
			select {
			case happened <- m.Method:
			default: // more than anybody waits for
			}
		}
		c.mu.Unlock()
	}
}

func (c *chromium) stop(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended = fmt.Errorf("the browser has ended: %w", err)
	for _, reply := range c.replies {
		close(reply)
	}
	clear(c.replies)
}

// patience is how long a page may take on a busy machine.
const patience = time.Minute

// call asks the browser, or a page of it, and reads the answer.
func (c *chromium) call(session, method string, params any, into any) error {
	reply := make(chan message, 1)
	if err := c.send(message{Session: session, Method: method, Params: params}, reply); err != nil {
		return err
	}
	select {
	case m, open := <-reply:
		switch {
		case !open:
			return c.ended
		case m.Error != nil:
			return errors.New(method + ": " + m.Error.Message)
		case into != nil:
			return json.Unmarshal(m.Result, into)
		}
		return nil
	case <-time.After(patience):
		return errors.New(method + ": no answer")
	}
}

func (c *chromium) send(m message, reply chan message) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ended != nil {
		return c.ended
	}
	c.number++
	m.ID = c.number
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	c.replies[m.ID] = reply
	_, err = c.ask.Write(append(text, 0))
	return err
}

// dom opens a file and returns the page as it is two seconds later by its own clock, which
// runs as fast as it can.
func (c *chromium) dom(file string) (text string, err error) {
	var context struct{ BrowserContextID string }
	if err := c.call("", "Target.createBrowserContext", nil, &context); err != nil {
		return "", err
	}
	defer c.call("", "Target.disposeBrowserContext", map[string]any{"browserContextId": context.BrowserContextID}, nil)
	var target struct{ TargetID string }
	at := map[string]any{"url": "about:blank", "browserContextId": context.BrowserContextID}
	if err := c.call("", "Target.createTarget", at, &target); err != nil {
		return "", err
	}
	var page struct{ SessionID string }
	to := map[string]any{"targetId": target.TargetID, "flatten": true}
	if err := c.call("", "Target.attachToTarget", to, &page); err != nil {
		return "", err
	}
	if err := c.load(page.SessionID, file); err != nil {
		return "", err
	}
	var shown struct{ Result struct{ Value string } }
	err = c.call(page.SessionID, "Runtime.evaluate", map[string]any{"expression": "document.documentElement.outerHTML"}, &shown)
	return shown.Result.Value, err
}

// load goes to a file, and waits until it is loaded and its time is over.
func (c *chromium) load(session, file string) error {
	happened := make(chan string, 100)
	c.mu.Lock()
	c.events[session] = happened
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.events, session)
	}()
	budget := map[string]any{"policy": "pauseIfNetworkFetchesPending", "budget": 2000, "maxVirtualTimeTaskStarvationCount": 9999}
	for _, one := range []struct {
		method string
		params any
		until  string
	}{
		{"Page.enable", nil, ""},
		{"Page.navigate", map[string]any{"url": "file://" + file}, "Page.loadEventFired"},
		{"Emulation.setVirtualTimePolicy", budget, "Emulation.virtualTimeBudgetExpired"},
	} {
		if err := c.call(session, one.method, one.params, nil); err != nil {
			return err
		}
		for late := time.After(patience); one.until != ""; {
			select {
			case what := <-happened:
				if what == one.until {
					one.until = ""
				}
			case <-late:
				return fmt.Errorf("%s: %s did not happen", file, one.until)
			}
		}
	}
	return nil
}

// shown is the page as the browser holds it after it was loaded.
func shown(t *testing.T, browser, dir, name, page string) string {
	t.Helper()
	file := filepath.Join(dir, name+".html")
	must(t, os.WriteFile(file, []byte(page), 0o600))
	dom, err := browsers.get(func() *chromium { return startChromium(browser) }).dom(file)
	if err != nil || !strings.Contains(dom, "<body") {
		t.Fatalf("%s showed nothing of %s: %v\n%s", browser, name, err, dom)
	}
	return dom
}

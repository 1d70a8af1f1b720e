package preview

import (
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"

	"regional-atlas/generator"
)

// Every kind of request that the preview knows, and those that it refuses.
func TestAnswers(t *testing.T) {
	s := begin(t, "/atlas/")
	defer s.end()
	port := s.url[strings.LastIndex(s.url, ":"):]
	for _, c := range []struct {
		method, path, host string
		status             int
		kind, says         string
	}{
		{"GET", "/", "", 302, "", "/atlas/"},
		{"GET", "/atlas", "", 302, "", "/atlas/"},
		{"GET", "/atlas/", "", 200, "text/html; charset=utf-8", "<h1"},
		{"GET", "/atlas/index.html", "", 200, "text/html; charset=utf-8", "<h1"},
		{"GET", "/atlas/regions/aa11.html?q=1", "", 200, "text/html; charset=utf-8", `src="/atlas/_preview/preview.js"`},
		{"HEAD", "/atlas/regions/aa11.html", "", 200, "text/html; charset=utf-8", ""},
		{"HEAD", "/atlas/_preview/events", "", 200, "text/event-stream", ""},
		{"GET", "/atlas/assets/atlas.css", "", 200, "text/css; charset=utf-8", "{"},
		{"GET", "/atlas/assets/views.css", "", 200, "text/css; charset=utf-8", "{"},
		{"GET", "/atlas/assets/atlas.js", "", 200, "text/javascript; charset=utf-8", "{"},
		{"GET", "/atlas/assets/icon.svg", "", 200, "image/svg+xml; charset=utf-8", "<svg"},
		{"GET", "/atlas/maps/ground-europe.svg", "", 200, "image/svg+xml; charset=utf-8", "<svg"},
		{"GET", "/atlas/sitemap.xml", "", 200, "application/xml; charset=utf-8", "<urlset"},
		{"GET", "/atlas/_preview/preview.js", "", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"GET", "/atlas/_preview/preview.css", "", 200, "text/css; charset=utf-8", "#preview-faults"},
		{"GET", "/atlas/404.html", "", 200, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/regions/", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/regions", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/regions/none.html", "", 404, "text/html; charset=utf-8", `href="/atlas/`},
		{"GET", "/regions/aa11.html", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/../regions/AA11.md", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/%2e%2e/%2e%2e/etc/passwd", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/..%5c..%5cregions", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas//etc/passwd", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "//evil.example/", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/geodata/europe.topo.json", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/assets/geodata/europe.topo.json", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"GET", "/atlas/assets/%00", "", 404, "text/html; charset=utf-8", "no page at this address"},
		{"POST", "/atlas/", "", 405, "text/plain; charset=utf-8", "only be read"},
		{"DELETE", "/atlas/", "", 405, "text/plain; charset=utf-8", "only be read"},
		{"OPTIONS", "/atlas/", "", 405, "text/plain; charset=utf-8", "only be read"},
		{"GET", "/atlas/", "localhost" + port, 200, "text/html; charset=utf-8", "<h1"},
		{"GET", "/atlas/", "[::1]" + port, 200, "text/html; charset=utf-8", "<h1"},
		{"GET", "/atlas/", "127.0.0.1", 200, "text/html; charset=utf-8", "<h1"},
		{"GET", "/atlas/", "evil.example" + port, 403, "text/plain; charset=utf-8", "answers only"},
		{"GET", "/atlas/_preview/events", "evil.example", 403, "text/plain; charset=utf-8", "answers only"},
		{"GET", "/atlas/", "127.0.0.1.evil.example", 403, "text/plain; charset=utf-8", "answers only"},
		{"GET", "/atlas/", "192.168.1.4" + port, 403, "text/plain; charset=utf-8", "answers only"},
		{"GET", "/atlas/", "localhost.evil.example", 403, "text/plain; charset=utf-8", "answers only"},
	} {
		t.Run(c.method+" "+c.path+" "+c.host, func(t *testing.T) {
			request, err := http.NewRequest(c.method, s.url+c.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Host = c.host
			response, err := http.DefaultTransport.RoundTrip(request)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			text, err := io.ReadAll(response.Body)
			if err != nil || response.StatusCode != c.status || c.kind != "" && response.Header.Get("Content-Type") != c.kind || !strings.Contains(string(text), c.says) {
				t.Errorf("%d %s %v\n%.500s", response.StatusCode, response.Header, err, text)
			}
			if c.status == 302 && response.Header.Get("Location") != c.says {
				t.Errorf("sent to %s", response.Header.Get("Location"))
			}
			if c.method == "HEAD" && len(text) > 0 {
				t.Errorf("HEAD brings %q", text)
			}
		})
	}
}

// But for what makes it live, a page of the preview is that of the build.
func TestSameAsBuilt(t *testing.T) {
	s := begin(t, "/")
	defer s.end()
	in := generator.Input{Regions: os.DirFS(s.dir + "/regions"), Layouts: os.DirFS(s.dir + "/layouts"), Assets: os.DirFS(s.dir + "/assets")}
	in.Today.Year = 2026
	state := new(generator.Session).Update(in, generator.Everything())
	if state.Atlas == nil || state.Err != nil {
		t.Fatal(state.Problems, state.Err)
	}
	for _, address := range []string{"index.html", "regions/aa11.html", "maps/ground-europe.svg", "assets/atlas.css", "sitemap.xml"} {
		want, found, err := state.Site.File(address)
		if !found || err != nil {
			t.Fatal(address, err)
		}
		_, got := s.get("/" + address)
		live := endHead.FindStringIndex(string(want))
		if live == nil && got != string(want) {
			t.Errorf("%s is another file", address)
		}
		if live != nil && !strings.HasSuffix(got, string(want[live[0]:])) {
			t.Errorf("%s is another page", address)
		}
	}
}

func TestAllow(t *testing.T) {
	for policy, want := range map[string]string{
		"default-src 'none'": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
		"default-src 'none'; style-src 'self' file:; script-src 'self' file:":    "default-src 'none'; style-src file: 'self'; script-src file: 'self'; connect-src 'self'",
		"default-src 'none'; style-src 'sha256-a+/='; script-src 'none'":         "default-src 'none'; style-src 'sha256-a+/=' 'self'; script-src 'self'; connect-src 'self'",
		"default-src 'self' data:;; img-src *; connect-src https://example.org ": "default-src 'self' data:; img-src *; connect-src https://example.org 'self'; script-src data: 'self'; style-src data: 'self'",
		"": "script-src 'self'; style-src 'self'; connect-src 'self'",
	} {
		if got := allow(policy); got != want {
			t.Errorf("%q\ngot  %q\nwant %q", policy, got, want)
		}
	}
}

// A page without a head or a body still follows its files.
func TestInsert(t *testing.T) {
	if got := string(insert([]byte("<p>x"), body, 1, "!")); got != "<p>x!" {
		t.Error(got)
	}
	if got := string(insert([]byte("a<body class=b>c"), body, 1, "!")); got != "a<body class=b>!c" {
		t.Error(got)
	}
}

// A port that is taken leads to another one.
func TestListen(t *testing.T) {
	one, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	port := one.Addr().(*net.TCPAddr).Port
	two, err := Listen(port)
	if err != nil {
		t.Fatal(err)
	}
	defer two.Close()
	if other := two.Addr().(*net.TCPAddr); other.Port == port || !other.IP.IsLoopback() {
		t.Errorf("%v beside %v", other, one.Addr())
	}
}

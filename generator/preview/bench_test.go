package preview

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/layouts"
)

// BenchmarkEdit measures what an editor waits for: from a saved file to the
// page in the browser's hands, looks every 50 ms included.
//
//	go test ./generator/preview -run - -bench Edit -benchtime 20x
func BenchmarkEdit(b *testing.B) {
	for _, regions := range []int{32, 1500} {
		for _, address := range []string{"regions/be1.html", "index.html"} {
			b.Run(fmt.Sprintf("%d/%s", regions, address), func(b *testing.B) { benchmarkEdit(b, regions, address) })
		}
	}
}

func benchmarkEdit(b *testing.B, regions int, address string) {
	dir := b.TempDir()
	lay(b, dir, regions)
	p := New(Config{Input: generator.Input{Regions: os.DirFS(dir), Layouts: layouts.Files, Assets: assets.Files}, Base: "/", Words: words, Tell: func(News) {}}, time.Now())
	if s := p.state.Load(); s.faults != "" {
		b.Fatalf("%.2000s", s.faults)
	}
	listener, err := Listen(0)
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, listener, ticker.C) }()
	defer func() { cancel(); <-ended }()
	site := "http://" + listener.Addr().String() + "/"
	versions := follow(b, site)
	<-versions
	fetch(b, site+address)
	file := filepath.Join(dir, "BE1.md")
	text, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		time.Sleep(time.Duration(80+i*13%50) * time.Millisecond) // an editor is in no step with the looks
		name := fmt.Sprintf("Name %d", i)
		b.StartTimer()
		start := time.Now()
		if err := os.WriteFile(file, name1.ReplaceAll(text, []byte("${1}"+name+"${2}")), 0o644); err != nil {
			b.Fatal(err)
		}
		for shown := false; !shown; shown = strings.Contains(fetch(b, site+address), name) {
			<-versions
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "ms-worst")
}

var (
	code1 = regexp.MustCompile(`(?m)\A(\+\+\+\n(?s:.*?)^code *= *")(.*)("\n)`)
	name1 = regexp.MustCompile(`(?m)(\A(?s:.*?)^name *= *").*("\n)`)
)

// lay writes the regions of two whole pages and, under other codes and names but
// with their shapes, as many more as make the number.
func lay(tb testing.TB, dir string, number int) {
	tb.Helper()
	if err := os.CopyFS(dir, os.DirFS("../testdata/rich")); err != nil {
		tb.Fatal(err)
	}
	real := os.DirFS(dir)
	names, err := fs.Glob(real, "[A-Z][A-Z]*[A-Z0-9].md")
	had := len(names)
	if err != nil || had == 0 {
		tb.Fatal(names, err)
	}
	names = slices.DeleteFunc(names, func(name string) bool { // those with a shape of their own
		text, err := fs.ReadFile(real, name)
		return err != nil || bytes.Contains(text, []byte("\nshape ="))
	})
	for n := had; n < number; n++ {
		text, err := fs.ReadFile(real, names[n%len(names)])
		if err != nil {
			tb.Fatal(err)
		}
		code := string(code1.FindSubmatch(text)[2])
		other := code[:2] + strings.ToUpper(strconv.FormatInt(int64(20*36*36+n), 36)) // three letters or digits, from K
		text = code1.ReplaceAll(text, []byte("${1}"+other+"${3}shape = \""+code+"\"\n"))
		text = name1.ReplaceAll(text, []byte("${1}"+spelt(n)+"${2}"))
		if err := os.WriteFile(filepath.Join(dir, other+".md"), text, 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	old := time.Now().Add(-time.Hour)
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < number+1 {
		tb.Fatalf("%d files for %d regions, %v", len(entries), number, err)
	}
	for _, entry := range entries {
		if err := os.Chtimes(filepath.Join(dir, entry.Name()), old, old); err != nil {
			tb.Fatal(err)
		}
	}
}

// spelt is a number as a name that resembles no other.
func spelt(n int) string {
	name := []byte("Q")
	for range 10 {
		n = (n*1103515245 + 12345) & 0x7fffffff
		name = append(name, byte('a'+n>>16%26))
	}
	return string(name)
}

func follow(tb testing.TB, site string) <-chan string {
	response, err := http.Get(site + eventsAddress)
	if err != nil {
		tb.Fatal(err)
	}
	versions := make(chan string, 10)
	go func() {
		defer response.Body.Close()
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			if version, found := strings.CutPrefix(lines.Text(), "data: "); found {
				versions <- version
			}
		}
	}()
	return versions
}

func fetch(tb testing.TB, url string) string {
	response, err := http.Get(url)
	if err != nil {
		tb.Fatal(err)
	}
	defer response.Body.Close()
	var text strings.Builder
	if _, err := bufio.NewReader(response.Body).WriteTo(&text); err != nil {
		tb.Fatal(err)
	}
	return text.String()
}

// BenchmarkLook measures a look at folders in which nothing has changed.
func BenchmarkLook(b *testing.B) {
	for _, regions := range []int{32, 1500} {
		b.Run(fmt.Sprint(regions), func(b *testing.B) {
			dir := b.TempDir()
			lay(b, dir, regions)
			f := folder{fsys: os.DirFS(dir), kinds: []string{".md", ".toml"}, tree: &tree{}}
			f.look(time.Now())
			for b.Loop() {
				if changed := f.look(time.Now()); len(changed) > 0 {
					b.Fatal(changed)
				}
			}
		})
	}
}

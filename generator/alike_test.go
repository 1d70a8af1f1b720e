package generator_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"regional-atlas/generator/match"
)

// measurer opens the page on regions alike at each address and writes down whom it lists.
const measurer = `
window.addEventListener("load", async function () {
  var page = document.getElementById("alike"), report = [];
  for (var address of cases) {
    var changed = new Promise(function (done) { window.addEventListener("hashchange", done, { once: true }); });
    location.hash = address;
    await changed;
    report.push({ sentence: page.querySelector(".sentence").textContent, lost: page.querySelector(".lost").textContent,
      peers: Array.from(page.querySelectorAll(".peer")).map(function (peer) { return [peer.dataset.code, peer.dataset.distance]; }) });
  }
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// nearest is what the page says of one region.
type nearest struct {
	Sentence, Lost string
	Peers          [][2]string
}

// In a real browser every region has the peers and the distances that Go gives it; weights
// and the own country are heeded.
func TestAlikeAgreesWithGo(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	x := match.NewAlike(a)
	var addresses []string
	for _, r := range a.Regions() {
		addresses = append(addresses, "r="+strings.ToLower(r.Code))
	}
	other := strings.ToLower(a.Regions()[0].Code)
	addresses = append(addresses, "r="+other+"&own=no", "r="+other+"&w.population=0&w.density=0&w.share65=0", "r=zz9")
	var saw []nearest
	drive(t, browser, files, "alike.html", measurer, addresses, &saw)
	listed := 0
	for i, r := range a.Regions() {
		peers := x.Peers(r, 10)
		for n, p := range peers {
			if p.Distance >= match.SomewhatLimit && n > 0 {
				peers = peers[:n]
				break
			}
		}
		if len(peers) > 0 && peers[0].Distance >= match.SomewhatLimit {
			peers = peers[:1]
		}
		listed += len(peers)
		if len(saw[i].Peers) != len(peers) {
			t.Errorf("%s: %d peers, want %d: %s", r.Code, len(saw[i].Peers), len(peers), saw[i].Sentence)
			continue
		}
		for n, p := range peers {
			if saw[i].Peers[n][0] != p.Region.Code || math.Abs(numberOf(t, saw[i].Peers[n][1])-p.Distance) > 1e-9 {
				t.Errorf("%s: peer %d is %v, want %s %v", r.Code, n, saw[i].Peers[n], p.Region.Code, p.Distance)
			}
		}
	}
	if listed < 40 {
		t.Errorf("only %d peers: this proves little", listed)
	}
	rest := saw[len(a.Regions()):]
	for _, p := range rest[0].Peers {
		if strings.HasPrefix(p[0], strings.ToUpper(other[:2])) {
			t.Errorf("%s is of the own country", p[0])
		}
	}
	if len(rest[1].Peers) != 0 || !strings.Contains(rest[1].Sentence, "cannot be compared") {
		t.Errorf("when nothing counts: %+v", rest[1])
	}
	if !strings.Contains(rest[2].Lost, "r=zz9") {
		t.Errorf("of a code that is none: %+v", rest[2])
	}
}

func numberOf(t *testing.T, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(text, 64)
	must(t, err)
	return n
}

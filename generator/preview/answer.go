package preview

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"path"
	"strings"
)

// ServeHTTP answers a request from the state as it is now. A path is looked up
// among the addresses of the site and never on disk.
func (p *Preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("X-Frame-Options", "DENY")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	w.Header().Set("Cache-Control", "no-cache")
	address, within := strings.CutPrefix(r.URL.Path, p.config.Base)
	switch {
	case !isLoopback(r.Host):
		refuse(
			w,
			http.StatusForbidden,
			"The preview answers only to the name of this computer: open it as http://127.0.0.1 with its port.",
		)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "The preview can only be read.")
	case r.URL.Path == "/" && !within, r.URL.Path+"/" == p.config.Base:
		http.Redirect(w, r, p.config.Base, http.StatusFound)
	case !within:
		p.page(w, p.state.Load(), missingPage, http.StatusNotFound)
	default:
		p.within(w, r, address)
	}
}

// isLoopback holds for the names that only this computer has. Any other in the
// Host header is a page of elsewhere that had its name pointed at us.
func isLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback() || strings.EqualFold(host, "localhost")
}

func refuse(w http.ResponseWriter, status int, sentence string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintln(w, sentence)
}

// Below the base, these are ours; the addresses of the site have no underscore.
const (
	scriptAddress = "_preview/preview.js"
	sheetAddress  = "_preview/preview.css"
	eventsAddress = "_preview/events"
)

func (p *Preview) within(w http.ResponseWriter, r *http.Request, address string) {
	switch address {
	case scriptAddress:
		write(w, address, http.StatusOK, []byte(script))
	case sheetAddress:
		write(w, address, http.StatusOK, []byte(sheet))
	case eventsAddress:
		p.events(w, r)
	case "":
		p.page(w, p.state.Load(), "index.html", http.StatusOK)
	default:
		p.page(w, p.state.Load(), address, http.StatusOK)
	}
}

const missingPage = "404.html"

// page answers with a file of the site. A page that a layout cannot place any
// more comes from the older site, below the fault.
func (p *Preview) page(w http.ResponseWriter, s *state, address string, status int) {
	if s.site == nil {
		p.faultsOnly(w, s, address, s.faults, http.StatusServiceUnavailable)
		return
	}
	data, found, err := s.site.file(address)
	faults := s.faults
	if err != nil {
		faults += sentence(err)
		data, found = s.older.instead(address)
		if !found {
			p.faultsOnly(w, s, address, faults, http.StatusInternalServerError)
			return
		}
	}
	if !found && address != missingPage {
		p.page(w, s, missingPage, http.StatusNotFound)
		return
	}
	if path.Ext(address) == ".html" {
		data = p.live(s, address, data, faults)
	}
	write(w, address, status, data)
}

// faultsOnly answers where there is no page to show below the faults.
func (p *Preview) faultsOnly(w http.ResponseWriter, s *state, address, faults string, status int) {
	if ext := path.Ext(address); ext != ".html" && ext != "" {
		refuse(w, status, strings.TrimSpace(faults))
		return
	}
	write(w, missingPage, status, p.live(s, address, []byte(bare), faults))
}

// file makes a file of the site. Whatever goes wrong in that is told as an
// error: a preview goes on.
func (v *proven) file(address string) (data []byte, found bool, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			data, found, err = nil, true, fmt.Errorf("%s cannot be made: %v", address, cause)
		}
	}()
	data, found, err = v.site.File(address)
	if found && err == nil && path.Ext(address) == ".html" {
		v.good.Store(true)
	}
	return data, found, err
}

// instead is a file of the site where a newer one failed.
func (v *proven) instead(address string) (data []byte, found bool) {
	if v == nil {
		return nil, false
	}
	data, found, err := v.file(address)
	return data, found && err == nil
}

func write(w http.ResponseWriter, address string, status int, data []byte) {
	w.Header().Set("Content-Type", contentType(path.Ext(address)))
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	_, _ = w.Write(data) // a browser that has gone away is no fault
}

// contentType does not ask the system, which may know other types.
func contentType(ext string) string {
	switch ext {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json", ".geojson", ".jsonld":
		return "application/json; charset=utf-8"
	case ".svg":
		return "image/svg+xml; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".txt", ".ttl", ".md":
		return "text/plain; charset=utf-8"
	case ".png":
		return "image/png"
	case ".zip":
		return "application/zip"
	}
	return "application/octet-stream"
}

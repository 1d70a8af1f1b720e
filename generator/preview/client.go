package preview

// script loads the page again when there is a newer state, at the place where
// the reader was. It listens only while the page is seen, since a browser has
// six connections to one computer, and an editor more than six tabs.
const script = `"use strict";
(() => {
  const me = document.currentScript, root = document.documentElement, key = "atlas-preview";
  const strip = document.getElementById("preview-faults");
  const room = () => { root.style.paddingTop = strip ? strip.offsetHeight + "px" : ""; return strip ? strip.offsetHeight : 0; };
  const above = room();
  addEventListener("resize", room);
  const keep = (place) => { try { sessionStorage.setItem(key, JSON.stringify(place)); } catch { /* no storage: the page starts at its top */ } };
  const kept = () => { try { const place = JSON.parse(sessionStorage.getItem(key)); sessionStorage.removeItem(key); return place; } catch { return null; } };
  const place = kept();
  if (place && place.path === location.pathname) {
    scrollTo(place.x, place.y > 0 ? place.y + above : 0);
    addEventListener("load", () => setTimeout(() => { history.scrollRestoration = "auto"; }, 300)); // the browser restores at load
  }
  const reload = () => {
    keep({ path: location.pathname, x: scrollX, y: scrollY > 0 ? scrollY - room() : 0 });
    history.scrollRestoration = "manual";
    location.reload();
  };
  let events = null;
  const listen = () => {
    if (document.hidden) { if (events) events.close(); events = null; return; }
    if (events) return;
    events = new EventSource(me.dataset.events);
    events.onmessage = (news) => { if (news.data !== me.dataset.version) { events.close(); reload(); } };
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { if (events) events.close(); events = null; });
  addEventListener("pageshow", listen);
  listen();
})();
`

// sheet is the look of the strip, whatever the site looks like.
const sheet = `#preview-faults { position: fixed; inset: 0 0 auto 0; z-index: 2147483647; box-sizing: border-box; max-height: 45vh; overflow: auto; margin: 0; padding: .8rem 1rem; border: 0; border-bottom: 3px solid #b00020; background: #fff4f4; color: #1c1c1c; }
#preview-faults pre { margin: 0; padding: 0; border: 0; background: none; color: inherit; font: 14px/1.45 ui-monospace, Consolas, Menlo, monospace; white-space: pre; tab-size: 8; }
@media print { #preview-faults { display: none; } }
`

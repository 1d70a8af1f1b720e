// Keeps the choices of a page in its address: key=value behind the #, joined by &.
// Every script of a page names the keys that are its own, or the page does for it in
// data-keys; what belongs to none is kept as it is. An address that names a place on
// the page changes no choice.
(function () {
  "use strict";

  /** @typedef {{ key: string, value: string, text: string }} Pair */

  /** @type {Pair[]} */
  var pairs = [];
  /** @type {{ owns: (key: string) => boolean, show: () => void }[]} */
  var owners = [], ready = false;

  /**
   * @param {string} text
   * @returns {string}
   */
  function decoded(text) { try { return decodeURIComponent(text); } catch (_) { return text; } }

  /**
   * @param {string} text
   * @returns {string}
   */
  function encoded(text) { return encodeURIComponent(text).replace(/%2C/g, ","); }

  /**
   * @param {string} text
   * @returns {Pair}
   */
  function pairOf(text) {
    var cut = text.indexOf("=");
    return { key: decoded(cut < 0 ? text : text.slice(0, cut)), value: cut < 0 ? "" : decoded(text.slice(cut + 1)), text: text };
  }

  function hash() { return "#" + pairs.map(function (pair) { return pair.text; }).join("&"); }

  /** Reads the address. One that names a place is put back, since it says nothing of choices. */
  function read() {
    var text = location.hash.slice(1);
    if (text && document.getElementById(decoded(text))) {
      if (pairs.length > 0) { history.replaceState(null, "", hash()); }
      return;
    }
    pairs = text.split("&").filter(Boolean).map(pairOf);
  }

  function tell() { owners.forEach(function (owner) { owner.show(); }); }

  /**
   * own makes keys those of a script, which is told of every change, first when the
   * page is there.
   * @param {(key: string) => boolean} owns
   * @param {() => void} show
   */
  function own(owns, show) {
    owners.push({ owns: owns, show: show });
    if (ready) { show(); }
  }

  /**
   * get is the value of a key: "" where it stands alone, null where it is not there.
   * @param {string} key
   * @returns {?string}
   */
  function get(key) {
    var values = pairs.filter(function (pair) { return pair.key === key; }).map(function (pair) { return pair.value; });
    return values.length > 0 ? values.filter(Boolean).join(",") : null;
  }

  /**
   * set changes keys, each to a value or, by null, to nothing, and tells everybody. A
   * change that replaces makes no entry in the history.
   * @param {Object<string, ?string>} changes
   * @param {boolean} [replaces]
   */
  function set(changes, replaces) {
    read(); // another script may have written since
    Object.keys(changes).forEach(function (key) {
      var at = pairs.findIndex(function (pair) { return pair.key === key; }), value = changes[key];
      pairs = pairs.filter(function (pair, place) { return pair.key !== key || place === at && value !== null; });
      if (value === null) { return; }
      pairs[at < 0 ? pairs.length : at] = { key: key, value: value, text: encoded(key) + (value === "" ? "" : "=" + encoded(value)) };
    });
    write(replaces);
  }

  /** @param {boolean} [replaces] */
  function write(replaces) {
    var to = hash();
    if (to !== (location.hash || "#")) {
      history[replaces ? "replaceState" : "pushState"](null, "", to === "#" ? location.href.replace(/#.*/, "") : to);
    }
    tell();
  }

  /**
   * clear takes everything out of the address, but for the keys of other scripts.
   * @param {(key: string) => boolean} owns
   */
  function clear(owns) {
    read();
    pairs = pairs.filter(function (pair) { return !owns(pair.key) && owned(pair.key); });
    write();
  }

  /**
   * @param {string} key
   * @returns {boolean}
   */
  function owned(key) {
    return owners.some(function (owner) { return owner.owns(key); }) ||
      Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-keys]"))).some(function (one) { return one.dataset.keys.split(" ").indexOf(key) >= 0; });
  }

  /**
   * lost is what the address asks for and nobody knows.
   * @returns {string[]}
   */
  function lost() {
    return pairs.filter(function (pair) { return !owned(pair.key); }).map(function (pair) { return decoded(pair.text); });
  }

  window.atlasAddress = { own: own, get: get, set: set, clear: clear, lost: lost };
  read();
  window.addEventListener("hashchange", function () { read(); tell(); });
  document.addEventListener("DOMContentLoaded", function () {
    ready = true;
    tell();
  });
})();

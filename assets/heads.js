// Keeps the head of a table in sight. A table that fits its page leaves that to the
// style sheet. One that is wider moves sideways in a box of its own, which its head
// cannot leave: a copy of the head then stands above it, for pointers only.
(function () {
  "use strict";

  /** @type {HTMLElement} */
  var box = document.querySelector(".frame > .scroll");
  if (!box) { return; }
  /** @type {HTMLTableElement} */
  var table = box.querySelector("table");
  var bar = document.createElement("div"), clip = document.createElement("div"), copied = document.createElement("table");

  /** Tells the style sheet whether the table fits, and copies the head where it does not. */
  function measure() {
    var fits = table.offsetWidth <= box.clientWidth + 1;
    box.classList.toggle("fits", fits);
    box.classList.toggle("wide", !fits);
    box.tabIndex = fits ? -1 : 0; // what moves sideways moves by keys too
    if (fits) { box.removeAttribute("tabindex"); }
    bar.hidden = fits;
    if (!fits) { copy(); }
  }

  /** Copies the head with the widths that its cells have. */
  function copy() {
    var head = /** @type {HTMLTableSectionElement} */ (table.tHead.cloneNode(true));
    copied.className = table.className;
    copied.replaceChildren(head);
    copied.style.width = table.offsetWidth + "px";
    parts(head, "th, td").forEach(function (cell, place) {
      cell.style.width = parts(table.tHead, "th, td")[place].getBoundingClientRect().width + "px";
    });
    parts(head, "a, button, input").forEach(function (part) { part.tabIndex = -1; });
    follow();
    place();
  }

  /**
   * @param {Element} within
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  function parts(within, selector) { return Array.from(within.querySelectorAll(selector)); }

  /** Shows the copy while the head itself is above the window and the rows are not. */
  function place() {
    var above = table.tHead.getBoundingClientRect().top, below = table.getBoundingClientRect().bottom;
    bar.classList.toggle("away", above >= 0 || below < 2 * copied.offsetHeight);
  }

  /** Moves the copy with the table, and tells the style sheet whether more lies to the right. */
  function follow() {
    clip.scrollLeft = box.scrollLeft;
    box.classList.toggle("end", box.scrollLeft + box.clientWidth >= box.scrollWidth - 1);
  }

  bar.className = "headbar away";
  bar.setAttribute("aria-hidden", "true");
  bar.dataset.script = "";
  clip.append(copied);
  bar.append(clip);
  box.before(bar);
  bar.addEventListener("mousedown", function (event) { event.preventDefault(); }); // the focus stays where it is
  bar.addEventListener("click", function (event) {
    var selector = "a, button, input, th";
    /** @type {HTMLElement | null} */
    var part = (/** @type {Element} */ (event.target)).closest(selector);
    if (!part) { return; }
    event.preventDefault();
    parts(table.tHead, selector)[parts(copied, selector).indexOf(part)].click();
  });
  box.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("scroll", function () { if (!bar.hidden) { place(); } }, { passive: true });
  window.addEventListener("resize", measure);
  table.addEventListener("atlas-shown", measure);
  measure();
})();

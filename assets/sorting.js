// Makes the heads of a table sort it. What a column is sorted by stands in the page,
// or comes from the script that fills the table; the order stands in the address.
(function () {
  "use strict";

  /** @typedef {{ key: string, descending: boolean }} Order */
  /** @typedef {number | string | null} Value A number, a text, or null where nothing is reported. */

  /**
   * read is the order that the address asks for: a key, with - before it for the
   * highest first.
   * @param {?string} text
   * @returns {?Order}
   */
  function read(text) { return text ? { key: text.replace(/^-/, ""), descending: text[0] === "-" } : null; }

  /**
   * @param {?Order} order
   * @returns {?string}
   */
  function write(order) { return order && (order.descending ? "-" : "") + order.key; }

  /**
   * next is the order after a press on the head of a column: numbers begin with the
   * highest, texts with the first letter.
   * @param {?Order} order
   * @param {HTMLElement} head
   * @returns {Order}
   */
  function next(order, head) {
    var again = order && order.key === head.dataset.key;
    return { key: String(head.dataset.key), descending: order && again ? !order.descending : head.dataset.kind === "number" };
  }

  /**
   * sorted is the places of values in an order. What is not reported stays at the
   * end, and what is equal stays as it was.
   * @param {Value[]} values
   * @param {boolean} descending
   * @returns {number[]}
   */
  function sorted(values, descending) {
    var sign = descending ? -1 : 1, collator = new Intl.Collator(document.documentElement.lang);
    return values.map(function (_, place) { return place; }).sort(function (a, b) {
      var x = values[a], y = values[b];
      if (x === null || y === null) { return Number(x === null) - Number(y === null) || a - b; }
      return sign * (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y))) || a - b;
    });
  }

  /**
   * button puts the button that sorts beside the label of a head.
   * @param {HTMLElement} head
   * @param {string} words what the button is called
   * @param {(head: HTMLElement) => void} press
   */
  function button(head, words, press) {
    var frame = document.createElement("span"), made = document.createElement("button"), label = head.firstElementChild;
    frame.className = "head";
    made.type = "button";
    made.className = "sort";
    made.setAttribute("aria-label", words);
    made.title = words;
    head.prepend(frame);
    frame.append(/** @type {Element} */ (label), made);
    head.addEventListener("click", function (event) {
      if (!(/** @type {Element} */ (event.target)).closest("a, input")) { press(head); }
    });
  }

  /**
   * mark shows by which head a table is sorted.
   * @param {HTMLElement[]} heads
   * @param {?Order} order
   */
  function mark(heads, order) {
    heads.forEach(function (head) {
      if (order && order.key === head.dataset.key) {
        head.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  }

  window.atlasSorting = { read: read, write: write, next: next, sorted: sorted, button: button, mark: mark };
})();

// Says of one cell of a matrix all that is known: its word in full, since when, by
// whom, what was remarked, and the source. A cell is pointed at, tapped, or reached
// by the arrow keys. Enter goes on to the link of what is said, Escape comes back.
(function () {
  "use strict";

  /** @type {HTMLTableElement} */
  var table = document.querySelector("table.matrix[data-sort]");
  var tools = document.getElementById("asks"), told = document.getElementById("told");
  if (!tools || !told || !table) { return; }

  /** @type {Object<string, string>} */
  var words = JSON.parse(tools.dataset.words);
  /** @type {Object<string, string>} */
  var means = {};
  /** @type {HTMLTableCellElement | null} */
  var kept = null;
  /** @type {HTMLTableCellElement | null} */
  var stop = null;

  Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("dt[data-is]"))).forEach(function (term) {
    means[term.dataset.is] = term.nextElementSibling.textContent;
  });

  /**
   * say fills the holes of a sentence.
   * @param {string} key
   * @param {Object<string, string>} holes
   * @returns {string}
   */
  function say(key, holes) { return words[key].replace(/\{([a-z]+)\}/g, function (_, name) { return holes[name]; }); }

  /**
   * @param {string} tag
   * @param {string} text
   * @returns {HTMLElement}
   */
  function part(tag, text) {
    var made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  /** @param {HTMLTableCellElement} cell */
  function rowOf(cell) { return /** @type {HTMLTableRowElement} */ (cell.parentNode); }

  /** @param {HTMLTableCellElement} cell */
  function headOf(cell) { return table.tHead.rows[0].cells[cell.cellIndex]; }

  /** @param {HTMLElement} head */
  function nameOf(head) { return head.querySelector("a, span:not(.head)").textContent; }

  /**
   * tell shows what is known of a cell, or of the column of a head.
   * @param {HTMLTableCellElement} cell
   */
  function tell(cell) {
    told.classList.remove("hint", "remark");
    if (cell.closest("thead")) {
      told.replaceChildren(part("span", headOf(cell).title ? say("column", { column: nameOf(headOf(cell)), full: headOf(cell).title }) : nameOf(headOf(cell))));
      return;
    }
    var row = rowOf(cell), link = row.querySelector("th a"), sources = cell.dataset.sources || row.dataset.sources, more;
    told.replaceChildren(part("strong", say("cell", { region: link.textContent, column: nameOf(headOf(cell)) })), " ",
      part("span", sentence(cell.dataset.full || means[cell.dataset.is] || cell.textContent)));
    if (cell.dataset.detail) { told.append(" ", part("span", sentence(cell.dataset.detail))); }
    if (cell.dataset.value === "" && !cell.dataset.sources || !sources || !tools.dataset.section) { return; }
    more = /** @type {HTMLAnchorElement} */ (part("a", say("source", { sources: sources })));
    more.href = link.getAttribute("href") + "#" + tools.dataset.section;
    told.append(" ", more);
  }

  /**
   * sentence ends a text with a full stop.
   * @param {string} text
   */
  function sentence(text) { return /[.!?]$/.test(text) ? text : text + "."; }

  /** Says how to use the line, where no cell has it. */
  function rest() {
    told.classList.add("hint", "remark");
    told.replaceChildren(part("span", words.hint));
  }

  /**
   * @param {?EventTarget} target
   * @returns {?HTMLTableCellElement}
   */
  function cellOf(target) { return (/** @type {Element} */ (target)).closest("tbody td, thead th[data-key]"); }

  /**
   * keep holds on to what is said of a cell, or lets go of it.
   * @param {?HTMLTableCellElement} cell
   */
  function keep(cell) {
    if (kept) { kept.classList.remove("kept"); }
    kept = cell;
    if (kept) {
      kept.classList.add("kept");
      tell(kept);
    }
  }

  /**
   * halt makes a cell the one that the tab key reaches.
   * @param {?HTMLTableCellElement} cell
   */
  function halt(cell) {
    if (stop) { stop.removeAttribute("tabindex"); }
    stop = cell;
    if (stop) { stop.tabIndex = 0; }
  }

  /** @returns {HTMLTableRowElement[]} */
  function shownRows() { return Array.from(table.tBodies[0].rows).filter(function (row) { return !row.hidden; }); }

  /** @param {HTMLTableRowElement} row */
  function shownCells(row) { return Array.from(row.cells).filter(function (cell) { return cell.tagName === "TD" && !cell.hidden; }); }

  /**
   * walk goes from a cell to the one that a key leads to.
   * @param {HTMLTableCellElement} cell
   * @param {string} key
   * @returns {?HTMLTableCellElement} null for a key that leads nowhere
   */
  function walk(cell, key) {
    var rows = shownRows(), row = rows.indexOf(rowOf(cell)), cells = shownCells(rowOf(cell)), column = cells.indexOf(cell);
    /** @type {Object<string, number[]>} */
    var steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -column], End: [0, cells.length - 1 - column] };
    if (!steps[key]) { return null; }
    var to = rows[Math.min(Math.max(row + steps[key][0], 0), rows.length - 1)];
    return shownCells(to)[Math.min(Math.max(column + steps[key][1], 0), cells.length - 1)];
  }

  table.addEventListener("pointerover", function (event) {
    var cell = cellOf(event.target);
    if (cell && !kept) { tell(cell); }
  });
  table.addEventListener("pointerleave", function () { if (!kept && !table.contains(document.activeElement)) { rest(); } });
  table.addEventListener("click", function (event) {
    var cell = cellOf(event.target);
    if (!cell || cell.closest("thead")) { return; }
    halt(cell);
    keep(cell === kept ? null : cell);
  });
  table.addEventListener("focusin", function (event) {
    var cell = cellOf(event.target);
    if (cell) { keep(null); }
    if (cell) { tell(cell); }
  });
  table.addEventListener("keydown", function (event) {
    var target = /** @type {HTMLTableCellElement} */ (event.target), cell = target.tagName === "TD" ? target : null, to = cell && walk(cell, event.key);
    if (to) {
      event.preventDefault();
      halt(to);
      to.focus();
    } else if (cell && event.key === "Enter" && told.querySelector("a")) {
      event.preventDefault();
      keep(cell);
      told.querySelector("a").focus();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !kept) { return; }
    if (told.contains(document.activeElement)) { kept.focus(); }
    keep(null);
  });
  table.addEventListener("atlas-shown", function () {
    var row = shownRows()[0];
    keep(null);
    halt(row ? shownCells(row)[0] : null);
    rest();
  });
  told.hidden = false;
})();

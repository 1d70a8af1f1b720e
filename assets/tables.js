// Sorts the table of a page and leaves out rows that do not fit: by name, by
// country, by what stands in the columns that are asked for. The page says in data
// attributes what sorts and what counts. The choice stands in the address alone.
(function () {
  "use strict";

  /** @type {HTMLTableElement} */
  var table = document.querySelector("table[data-sort]");
  var tools = document.getElementById("asks");
  if (!tools || !table) { return; }

  /**
   * @typedef {{ find: string, countries: string[], asked: string[], order: ?{ key: string, descending: boolean },
   *   only: boolean, lost: string[], strange: Object<string, string[]> }} Choice
   */

  /** @typedef {NodeListOf<HTMLInputElement>} Boxes */

  /** @type {Object<string, string>} */
  var words = JSON.parse(tools.dataset.words), lang = document.documentElement.lang;
  var sorting = window.atlasSorting, address = window.atlasAddress, fold = window.atlasFold;
  var isMatrix = Boolean(tools.dataset.choice), keys = ["find", "country", "sort"].concat(isMatrix ? ["yes", "columns"] : []);
  var rows = Array.from(table.tBodies[0].rows), heads = Array.from(table.tHead.rows[0].cells);
  var input = document.createElement("input"), select = tools.querySelector("select");
  /** @type {string[]} */
  var texts = [];
  /** @type {Object<string, string>} */
  var countries = {};
  if (select) { Array.from(select.options).forEach(function (option) { countries[option.value] = option.textContent; }); }

  /**
   * say fills the holes of a sentence.
   * @param {string} key
   * @param {Object<string, string|number>} [holes]
   * @returns {string}
   */
  function say(key, holes) {
    return words[key].replace(/\{([a-z]+)\}/g, function (_, name) { return String(holes[name]); });
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement} of the tools
   */
  function part(selector) { return tools.querySelector(selector); }

  /** @param {string} key */
  function owns(key) { return keys.indexOf(key) >= 0; }

  /** @param {string} key */
  function columnOf(key) { return heads.findIndex(function (head) { return head.dataset.key === key; }); }

  /** @param {HTMLElement} head */
  function nameOf(head) { return head.querySelector("a, span:not(.head)").textContent; }

  /** @param {string} key */
  function isAsked(key) { return columnOf(key) >= 0 && heads[columnOf(key)].dataset.choice !== undefined; }

  /**
   * read is the choice that the address holds. A value that this table does not know
   * is kept for the address, and named.
   * @returns {Choice}
   */
  function read() {
    /** @type {Choice} */
    var choice = { find: address.get("find") || "", countries: [], asked: [], order: sorting.read(address.get("sort")), only: false, lost: address.lost(), strange: {} };
    /**
     * @param {string} key
     * @param {(key: string) => boolean} known
     */
    function list(key, known) {
      /** @type {string[]} */
      var all = (owns(key) && address.get(key) || "").toLowerCase().split(",").filter(Boolean);
      choice.strange[key] = all.filter(function (value) { return !known(value); });
      choice.strange[key].forEach(function (value) { choice.lost.push(key + "=" + value); });
      return all.filter(known);
    }
    choice.countries = list("country", function (value) { return value in countries; });
    choice.asked = list("yes", isAsked);
    choice.only = list("columns", function (value) { return value === "chosen"; }).length > 0;
    if (choice.order && columnOf(choice.order.key) < 0) {
      choice.lost.push("sort=" + address.get("sort"));
      choice.order = null;
    }
    return choice;
  }

  /**
   * set writes a list into the address, behind it what the address held and this
   * table does not know.
   * @param {string} key
   * @param {string[]} list
   */
  function set(key, list) {
    /** @type {Object<string, string | null>} */
    var changes = {}, all = list.concat(read().strange[key]);
    changes[key] = all.length > 0 ? all.join(",") : null;
    if (key === "yes" && list.length === 0) { changes.columns = null; }
    address.set(changes);
  }

  /** @param {string[]} list @param {string} value */
  function toggled(list, value) {
    return list.indexOf(value) < 0 ? list.concat(value) : list.filter(function (other) { return other !== value; });
  }

  /** @param {HTMLTableRowElement} row @param {number} place */
  function textOf(row, place) {
    if (texts[place] === undefined) {
      var own = isMatrix ? row.cells[0] : row;
      texts[place] = fold([own.textContent, row.dataset.find || "", countries[row.dataset.country] || ""].join(" "));
    }
    return texts[place];
  }

  /**
   * verdict says whether a row fits, does not report what is asked, or does not fit.
   * @param {HTMLTableRowElement} row
   * @param {number} place
   * @param {Choice} choice
   * @param {number[]} columns those that are asked for
   * @returns {"fits"|"silent"|"fails"}
   */
  function verdict(row, place, choice, columns) {
    if (choice.countries.length > 0 && choice.countries.indexOf(row.dataset.country) < 0) { return "fails"; }
    if (choice.find && textOf(row, place).indexOf(fold(choice.find.trim())) < 0) { return "fails"; }
    var open = columns.filter(function (column) { return row.cells[column].dataset.counts === undefined; });
    if (open.some(function (column) { return row.cells[column].dataset.value !== ""; })) { return "fails"; }
    return open.length > 0 ? "silent" : "fits";
  }

  /**
   * valueOf is what sorts a cell: its number, its text, or null where nothing is
   * reported.
   * @param {HTMLTableCellElement} cell
   * @param {?string} kind
   */
  function valueOf(cell, kind) {
    var value = cell.dataset.value;
    if (kind !== "number") { return value === undefined ? cell.textContent.trim() : value; }
    return value === "" || value === undefined ? null : Number(value);
  }

  function show() {
    var choice = read(), columns = choice.asked.map(columnOf), counts = { fits: 0, silent: 0, fails: 0 };
    sortRows(choice.order);
    rows.forEach(function (row, place) {
      var is = verdict(row, place, choice, columns);
      counts[is]++;
      row.hidden = is !== "fits";
    });
    if (!isMatrix) { tellMap(counts.fits < rows.length); }
    hideColumns(choice.only ? columns : null);
    fillTools(choice);
    fillSentence(choice, counts);
    table.dispatchEvent(new CustomEvent("atlas-shown", { bubbles: true }));
  }

  /**
   * tellMap lets the map of the page dim the regions that no row leads to.
   * @param {boolean} some whether rows are left out
   */
  function tellMap(some) {
    var shown = some ? rows.filter(function (row) { return !row.hidden; }).map(function (row) { return row.querySelector("th a").getAttribute("href"); }) : null;
    document.dispatchEvent(new CustomEvent("atlas-chosen", { detail: shown }));
  }

  /** @param {Choice["order"]} order */
  function sortRows(order) {
    var column = order ? columnOf(order.key) : 0, places = rows.map(function (_, place) { return place; });
    if (order) {
      places = sorting.sorted(rows.map(function (row) { return valueOf(row.cells[column], heads[column].dataset.kind); }), order.descending);
    }
    table.tBodies[0].append.apply(table.tBodies[0], places.map(function (place) { return rows[place]; }));
    sorting.mark(heads, order);
  }

  /**
   * hideColumns leaves only the first column and some others; all of them for null.
   * @param {?number[]} columns
   */
  function hideColumns(columns) {
    Array.from(table.rows).forEach(function (row) {
      Array.from(row.cells).forEach(function (cell, column) { cell.hidden = Boolean(columns) && column > 0 && columns.indexOf(column) < 0; });
    });
  }

  /** @param {Choice} choice */
  function fillTools(choice) {
    var columns = part('[data-do="columns"]');
    if (input !== document.activeElement) { input.value = choice.find; }
    if (select) {
      select.value = "";
      select.options[0].textContent = words[choice.countries.length > 0 ? "countries" : "country"];
      Array.from(select.options).forEach(function (option) { option.disabled = choice.countries.indexOf(option.value) >= 0; });
    }
    Array.from(/** @type {Boxes} */ (table.querySelectorAll("tr.choices input"))).forEach(function (box) { box.checked = choice.asked.indexOf(box.value) >= 0; });
    columns.hidden = choice.asked.length === 0;
    if (isMatrix) { columns.textContent = words[choice.only ? "all-columns" : "columns"]; }
    part('[data-do="clear"]').hidden = !choice.lost.length && !keys.some(function (key) { return address.get(key) !== null; });
  }

  /** @param {Choice} choice @param {{ fits: number, silent: number }} counts */
  function fillSentence(choice, counts) {
    var asked = choice.asked.map(function (key) { return say("chosen", { name: nameOf(heads[columnOf(key)]) }); });
    var named = choice.countries.map(function (key) { return countries[key]; }), parts = asked.slice(), text = [];
    if (named.length > 0) { parts.push(named.join(words.or)); }
    if (choice.find.trim()) { parts.push(say("text", { what: choice.find.trim() })); }
    if (parts.length > 0) { text.push(say("found", { n: number(counts.fits), all: number(rows.length), choice: parts.join("; ") })); }
    if (parts.length > 0 && counts.fits === 0) { text.push(words.none); }
    if (counts.silent > 0) { text.push(say("unreported", { n: number(counts.silent) })); }
    part(".sentence").textContent = text.join(" ");
    var chips = part(".chips"), lost = part(".lost");
    chips.replaceChildren.apply(chips, choice.asked.map(function (key, at) { return chip("yes", key, asked[at]); })
      .concat(choice.countries.map(function (key, at) { return chip("country", key, named[at]); })));
    chips.hidden = !chips.firstChild;
    lost.hidden = choice.lost.length === 0;
    lost.textContent = lost.hidden ? "" : say("unknown", { what: choice.lost.join(", ") });
  }

  /** @param {number} n */
  function number(n) { return n.toLocaleString(lang); }

  /** @param {string} key @param {string} value @param {string} text */
  function chip(key, value, text) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text + " \u00d7";
    made.setAttribute("aria-label", say("drop", { what: text }));
    made.addEventListener("click", function () {
      var choice = read();
      set(key, toggled(key === "yes" ? choice.asked : choice.countries, value));
      (part(".chips button") || input).focus();
    });
    return made;
  }

  /** Adds a row of boxes below the heads, one for each column that can be asked for. */
  function addChoices() {
    var row = table.tHead.insertRow(), label = document.createElement("th");
    row.className = "choices";
    row.dataset.script = ""; // a tool, and nothing that the page says
    label.scope = "row";
    label.textContent = tools.dataset.choice;
    row.append(label);
    heads.slice(1).forEach(function (head) {
      var cell = row.insertCell();
      if (head.dataset.choice === undefined) { return; }
      var box = document.createElement("input"), what = say("only", { what: say("chosen", { name: nameOf(head) }) });
      box.type = "checkbox";
      box.value = head.dataset.key;
      box.title = what;
      box.setAttribute("aria-label", what);
      cell.append(box);
      box.addEventListener("change", function () { set("yes", toggled(read().asked, box.value)); });
    });
  }

  function start() {
    input.type = "search";
    input.size = 14;
    input.autocomplete = "off";
    part("label.name").append(input);
    heads.forEach(function (head) {
      sorting.button(head, say("sort", { name: nameOf(head) }), function () {
        address.set({ sort: sorting.write(sorting.next(read().order, head)) });
      });
    });
    if (isMatrix) { addChoices(); }
    input.addEventListener("input", function () { address.set({ find: input.value.trim() ? input.value : null }, true); });
    if (select) { select.addEventListener("change", function () { set("country", toggled(read().countries, select.value)); }); }
    tools.addEventListener("click", function (event) {
      /** @type {HTMLElement | null} */
      var button = (/** @type {Element} */ (event.target)).closest("[data-do]");
      if (!button) { return; }
      if (button.dataset.do === "clear") {
        input.value = "";
        address.clear(owns);
        input.focus();
      }
      if (button.dataset.do === "columns") { set("columns", read().only ? [] : ["chosen"]); }
    });
    tools.hidden = false;
    address.own(owns, show);
  }

  start();
})();

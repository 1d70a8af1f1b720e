// Adds sorting and finding to the tables of regions. Every page is complete
// without it.
(function () {
  "use strict";

  function valueOf(row, column) {
    var cell = row.cells[column];
    return cell.dataset.value !== undefined ? Number(cell.dataset.value) : cell.textContent.trim();
  }

  function compare(a, b) {
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), document.documentElement.lang);
  }

  function sortBy(table, column, descending) {
    var body = table.tBodies[0];
    Array.from(body.rows).map(function (row, place) {
      return { row: row, value: valueOf(row, column), place: place };
    }).sort(function (a, b) {
      if (a.value === -1 || b.value === -1) { // not reported stays at the end
        return (a.value === -1) - (b.value === -1) || a.place - b.place;
      }
      return (descending ? -1 : 1) * compare(a.value, b.value) || a.place - b.place;
    }).forEach(function (entry) { body.append(entry.row); });
  }

  function makeSortable(table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var numeric = head.classList.contains("number");
        var order = head.getAttribute("aria-sort");
        var descending = order ? order === "ascending" : numeric;
        table.querySelectorAll("th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        sortBy(table, column, descending);
      });
    });
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ł/g, "l").toLowerCase();
  }

  function makeFindable(table) {
    if (table.tBodies[0].rows.length < 8) { return; }
    var label = document.createElement("label");
    label.className = "find";
    label.append("Find a region or country ");
    var input = document.createElement("input");
    input.type = "search";
    label.append(input);
    table.parentNode.before(label);
    input.addEventListener("input", function () {
      var wanted = plain(input.value.trim());
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        row.hidden = wanted !== "" && plain(row.textContent + " " + (row.dataset.find || "")).indexOf(wanted) < 0;
      });
    });
  }

  document.querySelectorAll("table[data-sort]").forEach(function (table) {
    makeSortable(table);
    makeFindable(table);
  });
})();

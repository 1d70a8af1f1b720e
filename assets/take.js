// Hands over a table that a page shows as a file of comma-separated values.
(function () {
  "use strict";

  // A spreadsheet takes some first letters for a formula; a number is none.
  /** @param {string} text */
  function field(text) {
    var safe = /^[=+@\t\r-]/.test(text) && isNaN(Number(text)) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  /**
   * atlasTake saves rows of cells under a name, which is cut and made safe.
   * @param {string} name
   * @param {string[][]} rows
   */
  window.atlasTake = function (name, rows) {
    var text = rows.map(function (cells) { return cells.map(field).join(","); }).join("\r\n") + "\r\n";
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" }));
    link.download = name.replace(/[^a-z0-9]+/gi, "-").slice(0, 80).replace(/-+$/, "") + ".csv";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  };
})();

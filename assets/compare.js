// Sets two to four regions side by side. The rows are in the page; what a region says
// comes from a script of its own. The address holds which regions, and what is shown.
(function () {
  "use strict";

  var page = document.getElementById("compare");
  if (!page) { return; }
  var tools = window.atlasPage(page, JSON.parse(page.dataset.words)), address = window.atlasAddress;
  var one = tools.one, all = tools.all, say = tools.say, element = tools.element, list = tools.list, words = tools.words;
  var most = 4, long = 220, narrow = window.matchMedia("(max-width: 40rem)");
  var regions = Object.create(null), said = {}, table = one("table");
  var rows = all("tr[data-aspect]");

  // The choice is read from the address, and nowhere else is it kept. What it asks that
  // is not known stays in it.
  function read() {
    var choice = tools.chosen(function (code) { return regions[code]; }, most);
    choice.show = address.get("show") || "";
    if (!one('[name="show"][value="' + CSS.escape(choice.show) + '"]')) {
      choice.lost.push("show=" + choice.show);
      choice.show = "";
    }
    return choice;
  }

  function write(choice) {
    address.set({ r: choice.codes.concat(choice.strange).join(",") || null, show: choice.show || null });
  }

  // verdict is how what regions say of an aspect compares; Go says the same.
  function verdict(cells) {
    var reported = cells.filter(Boolean), result = { silent: cells.length - reported.length, same: false, common: [], years: [] };
    reported.forEach(function (cell) {
      if (result.years.indexOf(cell.y || 0) < 0) { result.years.push(cell.y || 0); }
    });
    result.years.sort(function (a, b) { return a - b; });
    if (reported.length < 2) { return result; }
    result.common = reported[0].k.filter(function (key) {
      return reported.every(function (cell) { return cell.k.indexOf(key) >= 0; });
    });
    result.same = reported.every(function (cell) { return cell.k.length === result.common.length; });
    return result;
  }

  // kind is what decides whether a row is shown.
  function kind(cells, result) {
    if (result.silent === cells.length) { return "silent"; }
    if (cells.length - result.silent < 2) { return "some"; }
    return result.same ? "same" : "differ";
  }

  function verdictWords(cells, result, is) {
    var silent = result.silent === 1 ? words["silent-one"] : say("silent", { n: result.silent });
    if (is === "silent") { return words[cells.length === 2 ? "silent-both" : "silent-all"]; }
    if (is === "some") { return silent; }
    var years = result.years.length > 1 ? list(result.years.map(function (year) { return year === 0 ? words["no-year"] : String(year); })) : "";
    var text = result.same ? (years ? say("same-years", { years: years }) : words.same) : years ? say("differs-years", { years: years }) : words.differs;
    if (!result.same && result.common.length > 0) { text = say("common", { n: result.common.length }); }
    return result.silent > 0 ? text + "; " + silent : text;
  }

  function show() {
    var choice = read(), waiting = choice.codes.filter(function (code) { return said[code] === undefined; });
    fillChoice(choice);
    if (waiting.length > 0) { return waiting.forEach(load); }
    fillTable(choice);
  }

  // load asks for what a region says; a script that is not there counts as silence, and
  // is said.
  function load(code) {
    said[code] = null;
    tools.load("assets/compare/" + code + ".js", function () { said[code] = { says: {}, failed: true }; show(); });
  }

  function fillChoice(choice) {
    one('[name="show"][value="' + choice.show + '"]').checked = true;
    var left = choice.left.map(function (code) { return regions[code]; }), lost = [];
    if (left.length > 0) { lost.push(say("too-many", { what: list(left) })); }
    if (choice.lost.length > 0) { lost.push(say("unknown", { what: choice.lost.join(", ") })); }
    tools.note(".lost", lost);
    tools.disableChosen(one("select"), function (code) { return choice.codes.indexOf(code) >= 0; });
  }

  // shownCodes are the regions that have a column: a phone has room for two.
  function shownCodes(choice) { return narrow.matches ? choice.codes.slice(0, 2) : choice.codes; }

  function fillTable(choice) {
    if (choice.codes.some(function (code) { return !said[code]; })) { return; }
    var codes = shownCodes(choice), counts = { same: 0, silent: 0, some: 0, differ: 0 }, shown = 0;
    table.hidden = codes.length === 0;
    fillHead(codes);
    rows.forEach(function (row) {
      var cells = codes.map(function (code) { return said[code].says[row.dataset.aspect]; });
      var result = verdict(cells), is = kind(cells, result);
      fillRow(row, cells, result, codes.length > 1 ? verdictWords(cells, result, is) : "");
      row.dataset.is = is;
      row.hidden = choice.show === "differs" && is !== "differ" || choice.show === "reported" && result.silent > 0;
      if (row.hidden) { counts[is === "differ" ? "some" : is]++; } else { shown++; }
    });
    all("tbody", table).forEach(function (body) {
      body.hidden = !one("tr[data-aspect]:not([hidden])", body);
      one("tr", body).cells[0].colSpan = codes.length + 2;
    });
    fillSentence(choice, codes, counts, shown);
  }

  function fillHead(codes) {
    var head = table.tHead.rows[0];
    while (head.cells.length > 2) { head.deleteCell(1); }
    codes.forEach(function (code) {
      var cell = document.createElement("th"), link = element("a", regions[code]), button = element("button", "\u00d7");
      cell.scope = "col";
      link.href = said[code].address || "regions/" + code + ".html";
      button.type = "button";
      button.dataset.drop = code;
      button.setAttribute("aria-label", say("remove", { name: regions[code] }));
      cell.append(link, " ", element("span", code.toUpperCase(), "code"), " ", button);
      head.insertBefore(cell, head.lastElementChild);
    });
  }

  function fillRow(row, cells, result, text) {
    while (row.cells.length > 2) { row.deleteCell(1); }
    cells.forEach(function (cell) {
      row.insertBefore(cell ? cellOf(row, cell, result) : element("td", words["not-reported"], "absent"), row.lastElementChild);
    });
    row.lastElementChild.textContent = text;
  }

  function cellOf(row, cell, result) {
    var made = document.createElement("td"), many = cell.p.length > 1 || cell.p[0].k;
    var holder = many ? document.createElement("ul") : made;
    cell.p.map(function (part) { return partOf(part, result, many ? "li" : "span"); }).forEach(function (part) { holder.append(part); });
    if (many) {
      all(".shared", holder).reverse().forEach(function (part) { holder.prepend(part); });
      made.append(holder);
    }
    if (cell.m && row.dataset.strip) { made.append(strip(row, cell)); }
    if (cell.g) { made.append(element("p", cell.g, "gap")); }
    return made;
  }

  function partOf(part, result, tag) {
    var made = document.createElement(tag), text = part.t.length > long ? folded(part.t) : element(part.a ? "a" : "span", part.t);
    if (part.a && text.localName === "a") { text.href = part.a; text.rel = "noopener"; }
    if (part.l) { text.lang = part.l; }
    made.append(text);
    if (part.n) { made.append(" ", element("span", part.n, "remark")); }
    if (part.k && !result.same && result.common.indexOf(part.k) >= 0) {
      made.className = "shared";
      made.append(" ", element("span", words["in-common"], "tag"));
    }
    return made;
  }

  // folded is a long text behind its first words.
  function folded(text) {
    var made = document.createElement("details");
    made.append(element("summary", text.slice(0, text.lastIndexOf(" ", 70)) + " \u2026"), text);
    return made;
  }

  // strip is every region's value on one scale, with the place of this one, and where half
  // of the regions of Europe lie.
  function strip(row, cell) {
    var made = element("span", "", "strip"), image = new Image(Number(row.dataset.width), Number(row.dataset.height));
    var space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg"), dot = document.createElementNS(space, "circle");
    image.src = row.dataset.strip;
    image.alt = "";
    svg.setAttribute("viewBox", "0 0 " + row.dataset.width + " " + row.dataset.height);
    svg.setAttribute("aria-hidden", "true");
    [["cx", cell.m[0]], ["cy", cell.m[1]], ["r", 4]].forEach(function (pair) { dot.setAttribute(pair[0], String(pair[1])); });
    if (cell.b) {
      var band = document.createElementNS(space, "path");
      band.setAttribute("class", "band");
      band.setAttribute("d", "M" + cell.b[0] + " 0H" + cell.b[2] + "V" + cell.b[3] + "H" + cell.b[0] + "zM" + cell.b[1] + " 0V" + cell.b[3]);
      svg.append(band);
    }
    svg.append(dot);
    made.append(image, svg);
    return made;
  }

  function fillSentence(choice, codes, counts, shown) {
    var names = codes.map(function (code) { return regions[code]; }), text = [];
    if (codes.length < 2) {
      text.push(codes.length === 0 ? words.none : say("one", { name: names[0] }));
    } else {
      var hidden = Object.keys(counts).filter(function (is) { return counts[is] > 0; });
      var all = hidden.reduce(function (sum, is) { return sum + counts[is]; }, 0);
      text.push(say("shown", { names: list(names), n: shown }));
      text.push(all === 0 ? words["nothing-hidden"] : say("hidden", { n: all, what: list(hidden.map(function (is) { return say("hidden-" + is, { n: counts[is] }); })) }));
    }
    if (codes.length < choice.codes.length) { text.push(say("narrow", { n: choice.codes.length })); }
    codes.forEach(function (code, at) { if (said[code].failed) { text.push(say("failed", { name: names[at] })); } });
    one(".sentence").textContent = text.join(" ");
    one('[data-do="take"]').hidden = codes.length === 0;
    one('[data-do="pair"]').hidden = choice.codes.length !== 2;
    one('[data-do="pair"]').href = "pair.html#r=" + choice.codes.join(",");
    one('[data-do="group"]').href = "consortium.html#r=" + choice.codes.join(",");
  }

  // take hands over the rows that are shown.
  function take() {
    var codes = shownCodes(read()), text = function (cell) { return cell ? cell.p.map(function (part) { return part.n ? part.t + " (" + part.n + ")" : part.t; }).join("; ") : words["not-reported"]; };
    var out = [[words.section, words.field].concat(codes.map(function (code) { return regions[code] + " (" + code.toUpperCase() + ")"; }), words.comparison)];
    rows.filter(function (row) { return !row.hidden; }).forEach(function (row) {
      var section = one("th", row.parentNode).textContent, cells = codes.map(function (code) { return text(said[code].says[row.dataset.aspect]); });
      out.push([section, row.cells[0].textContent].concat(cells, row.lastElementChild.textContent));
    });
    window.atlasTake(words.file + "-" + codes.map(function (code) { return regions[code]; }).join("-"), out);
  }

  // keyed gives every answer the keys of its parts, each once, where it has none itself.
  function keyed(cell) {
    if (!cell.k) { cell.k = cell.p.map(function (part) { return part.k; }).filter(function (key, at, keys) { return keys.indexOf(key) === at; }); }
  }

  window.atlasCompared = function (loaded) {
    Object.keys(loaded.says).forEach(function (key) { keyed(loaded.says[key]); });
    said[loaded.code.toLowerCase()] = loaded;
    show();
  };

  window.atlasFacts = function (facts) {
    var select = one("select");
    facts.regions.forEach(function (region) { regions[region[0].toLowerCase()] = region[1]; });
    tools.fillRegions(select, facts.regions);
    page.hidden = false;
    one(".without", document).hidden = true;
    page.addEventListener("click", function (event) {
      var button = event.target.closest("button"), choice = read();
      if (!button) { return; }
      if (button.dataset.drop) { choice.codes = choice.codes.filter(function (code) { return code !== button.dataset.drop; }); write(choice); }
      if (button.dataset.do === "take") { take(); }
    });
    one("form").addEventListener("submit", function (event) {
      var choice = read();
      event.preventDefault();
      choice.codes.push(select.value);
      if (choice.codes.length > most) {
        tools.note(".lost", [say("too-many", { what: regions[select.value] })]);
        return;
      }
      write(choice);
    });
    one(".show").addEventListener("change", function (event) {
      var choice = read();
      choice.show = event.target.value;
      write(choice);
    });
    narrow.addEventListener("change", show);
    address.own(function (key) { return key === "r" || key === "show"; }, show);
  };
})();

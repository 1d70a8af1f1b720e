// Finds regions by what they answer. The form is in the page; the answers of all
// regions come from a script beside this one. The address holds the whole choice.
(function () {
  "use strict";

  var page = document.getElementById("finder");
  if (!page) { return; }
  var tools = window.atlasPage(page, JSON.parse(page.dataset.words)), words = tools.words, lang = document.documentElement.lang;
  var one = tools.one, all = tools.all, say = tools.say, element = tools.element;
  var address = window.atlasAddress, sorting = window.atlasSorting;
  var mostRows = 300; // more rows than a reader reads; the file has all
  var FAILS = 0, UNREPORTED = 1, HOLDS = 2;
  var mostPicks = 8, mostCompared = 4, picks = []; // codes of the regions to compare, or to put together
  var facts, facets = {}, shown = { list: [], columns: [], picked: {} };
  var fixed = ["code", "region", "country"]; // the columns that are always there

  function number(n) { return n.toLocaleString(lang, { maximumFractionDigits: 10 }).replace("-", "\u2212"); }

  // A facet of the facts becomes quick to ask: for every option, which regions have it.
  function prepare(facet, regions) {
    var form = one('[data-facet="' + facet.k + '"]');
    facet.name = form.dataset.name;
    facet.form = form;
    facet.names = {};
    all("input[value]", form).forEach(function (input) { facet.names[input.value] = input.nextElementSibling.textContent; });
    if (typeof facet.v === "string") {
      facet.v = Array.from(facet.v, function (letter) { return letter === "-" ? -1 : parseInt(letter, 36); });
    }
    if (facet.t === "any") {
      facet.silent = new Uint8Array(regions);
      (facet.s || []).forEach(function (place) { facet.silent[place] = 1; });
      facet.sets = facet.h.map(function (places) {
        var set = new Uint8Array(regions);
        places.forEach(function (place) { set[place] = 1; });
        return set;
      });
    }
    facets[facet.k] = facet;
  }

  /** verdict says how a region answers what is picked in a facet. */
  function verdict(facet, place, picked) {
    if (facet.t === "between") {
      var n = facet.n[place];
      if (n === null) { return UNREPORTED; }
      return picked.from !== null && n < picked.from || picked.to !== null && n > picked.to ? FAILS : HOLDS;
    }
    var places = picked.options.map(function (key) { return facet.o.indexOf(key); });
    if (facet.t === "any") {
      var has = places.filter(function (option) { return option >= 0 && facet.sets[option][place]; }).length;
      if (picked.all ? has === places.length : has > 0) { return HOLDS; }
      return facet.silent[place] ? UNREPORTED : FAILS;
    }
    var answer = facet.v[place];
    if (answer < 0) { return UNREPORTED; }
    if (places.some(function (option) { return option === answer || facet.t === "least" && option >= 0 && answer >= option; })) { return HOLDS; }
    return answer === facet.u ? UNREPORTED : FAILS;
  }

  // judge gives the worst verdict for every region, leaving one facet aside.
  function judge(choice, aside) {
    var worst = new Uint8Array(facts.regions.length).fill(HOLDS);
    Object.keys(choice.picked).forEach(function (key) {
      if (key === aside) { return; }
      for (var place = 0; place < worst.length; place++) {
        if (worst[place] !== FAILS) { worst[place] = Math.min(worst[place], verdict(facets[key], place, choice.picked[key])); }
      }
    });
    return worst;
  }

  // count is how many regions there would be with an option picked too.
  function count(facet, option, choice, others) {
    var own = choice.picked[facet.k], picked = { options: [option], all: false };
    if (own && own.all) { picked = { options: own.options.concat(option), all: true }; }
    var n = 0;
    for (var place = 0; place < others.length; place++) {
      if (others[place] === HOLDS && verdict(facet, place, picked) === HOLDS) { n++; }
    }
    return n;
  }

  // The choice is read from the address, and nowhere else is it kept. What the
  // address asks that is not known stays in it.
  function read() {
    var choice = { picked: {}, unreported: address.get("unreported") !== null, order: sorting.read(address.get("sort")), lost: address.lost(), strange: {} };
    facts.facets.forEach(function (facet) {
      var value = address.get(facet.k), picked = value === null ? null : pickedFrom(facet, value, choice);
      if (picked) { choice.picked[facet.k] = picked; }
      if (picked) { picked.all = facet.t === "any" && address.get(facet.k + ".all") !== null; }
    });
    if (choice.order && fixed.indexOf(choice.order.key) < 0 && !facets[choice.order.key]) {
      choice.lost.push("sort=" + address.get("sort"));
    }
    return choice;
  }

  function owns(key) {
    var whole = /^(.*)\.all$/.exec(key);
    return key === "unreported" || key === "sort" || Boolean(facets[key] || whole && facets[whole[1]] && facets[whole[1]].t === "any");
  }

  function pickedFrom(facet, value, choice) {
    if (facet.t === "between") {
      var bounds = /^(-?\d+(?:\.\d+)?)?-(-?\d+(?:\.\d+)?)?$/.exec(value);
      if (!bounds || bounds[1] === undefined && bounds[2] === undefined) {
        choice.lost.push(facet.k + "=" + value);
        choice.strange[facet.k] = [value];
        return null;
      }
      return { options: [], from: bounds[1] === undefined ? null : Number(bounds[1]), to: bounds[2] === undefined ? null : Number(bounds[2]) };
    }
    var options = value.toLowerCase().split(",").filter(Boolean);
    var known = options.filter(function (key) { return facet.o.indexOf(key) >= 0; });
    choice.strange[facet.k] = options.filter(function (key) { return known.indexOf(key) < 0; });
    choice.strange[facet.k].forEach(function (key) { choice.lost.push(facet.k + "=" + key); });
    if (facet.t === "least") { known = known.slice(0, 1); }
    return known.length > 0 ? { options: known } : null;
  }

  function write(choice, replace) {
    var changes = { unreported: choice.unreported ? "" : null, sort: sorting.write(choice.order) };
    facts.facets.forEach(function (facet) {
      var picked = choice.picked[facet.k], strange = choice.strange[facet.k] || [], between = picked && facet.t === "between";
      var values = (between ? [[picked.from, picked.to].map(function (n) { return n === null ? "" : n; }).join("-")] : picked ? picked.options : []);
      if (!between) { values = values.concat(strange); }
      changes[facet.k] = values.length > 0 ? values.join(",") : null;
      if (facet.t === "any") { changes[facet.k + ".all"] = picked && picked.all ? "" : null; }
    });
    address.set(changes, replace);
  }

  function describe(facet, picked) {
    var names = picked.options.map(function (key) { return facet.names[key]; });
    if (facet.t === "between") {
      var holes = { name: facet.name, from: picked.from === null ? "" : number(picked.from), to: picked.to === null ? "" : number(picked.to) };
      return say(picked.from === null ? "up-to" : picked.to === null ? "from-on" : "between", holes);
    }
    if (facet.t === "least") { return say("at-least", { name: facet.name, what: names[0] }); }
    return facet.name + ": " + names.join(picked.all ? words["all-of"] : words.or);
  }

  // answer is what a region says in a facet, "" when it does not report; of many
  // options those that were picked, or all of them.
  function answer(facet, place, picked) {
    var names;
    if (facet.t === "between") { return facet.n[place] === null ? "" : number(facet.n[place]); }
    if (facet.t !== "any") { return facet.v[place] < 0 || facet.v[place] === facet.u ? "" : facet.names[facet.o[facet.v[place]]]; }
    names = facet.o.filter(function (key, option) { return facet.sets[option][place] && (!picked || picked.options.indexOf(key) >= 0); }).map(function (key) { return facet.names[key]; });
    return names.join("; ") || (facet.silent[place] ? "" : "\u2013");
  }

  function show() {
    var choice = read(), worst = judge(choice), found = [], unknown = [];
    worst.forEach(function (is, place) {
      if (is === HOLDS) { found.push(place); } else if (is === UNREPORTED) { unknown.push(place); }
    });
    var list = choice.unreported ? found.concat(unknown).sort(function (a, b) { return a - b; }) : found;
    var columns = facts.facets.filter(function (facet) { return choice.picked[facet.k] && facet.k !== "country"; });
    shown = { list: inOrder(list, choice), picked: choice.picked, columns: columns, order: choice.order };
    fillForm(choice);
    fillSentence(choice, found, unknown);
    fillTable();
    fillMap();
  }

  // inOrder sorts regions by what stands in a column of the table.
  function inOrder(list, choice) {
    var order = choice.order, facet = order && facets[order.key];
    if (!order || fixed.indexOf(order.key) < 0 && !choice.picked[order.key]) { return list; }
    return sorting.sorted(list.map(function (place) {
      var at = fixed.indexOf(order.key), region = facts.regions[place];
      if (at >= 0) { return at < 2 ? region[at] : countryName(region[2]); }
      if (facet.t === "between") { return facet.n[place]; }
      if (facet.t === "least") { return facet.v[place] < 0 ? null : facet.v[place]; }
      return answer(facet, place, choice.picked[facet.k]) || null;
    }), order.descending).map(function (at) { return list[at]; });
  }

  function fillForm(choice) {
    facts.facets.forEach(function (facet) {
      var picked = choice.picked[facet.k], others = judge(choice, facet.k);
      all("input[value]", facet.form).forEach(function (input) {
        var n = count(facet, input.value, choice, others);
        input.checked = Boolean(picked && picked.options.indexOf(input.value) >= 0);
        one(".count", input.parentNode).textContent = n === 0 ? words.zero : number(n);
        input.parentNode.classList.toggle("empty", n === 0 && !input.checked);
      });
      var whole = one("[data-all]", facet.form);
      if (whole) { whole.checked = Boolean(picked && picked.all); }
      all("[data-bound]", facet.form).forEach(function (input) {
        var bound = picked ? picked[input.dataset.bound] : null;
        if (input !== document.activeElement) { input.value = bound === null ? "" : number(bound); }
      });
      one(".chosen", facet.form).textContent = picked ? say("chosen", { n: picked.options.length || 1 }) : "";
      if (picked) { facet.form.open = true; }
    });
  }

  // counted says how many regions some places are, and how many countries: beside regions
  // these, which have codes of two letters, are counted apart.
  function counted(places) {
    var beside = facts.regions.some(function (region) { return region[0].length > 2; });
    var countries = places.filter(function (place) { return beside && facts.regions[place][0].length === 2; }).length, regions = places.length - countries;
    var said = [];
    if (regions > 0 || countries === 0) { said.push(regions === 1 ? words["one-region"] : say("regions", { n: number(regions) })); }
    if (countries > 0) { said.push(countries === 1 ? words["one-country"] : say("countries", { n: number(countries) })); }
    return said.join(words["all-of"]);
  }

  function fillSentence(choice, found, unknown) {
    var keys = facts.facets.filter(function (facet) { return choice.picked[facet.k]; });
    var parts = keys.map(function (facet) { return describe(facet, choice.picked[facet.k]); });
    var holes = { n: counted(found), all: counted(facts.regions.map(function (_, place) { return place; })), choice: parts.join("; ") };
    var text = [say(parts.length > 0 ? "found" : "every", holes)];
    if (found.length === 0) { text.push(words.none); }
    if (unknown.length > 0) { text.push(say("unreported", { n: number(unknown.length) })); }
    one(".sentence").textContent = text.join(" ");
    var chips = one(".chips");
    chips.hidden = parts.length === 0;
    chips.replaceChildren.apply(chips, keys.map(function (facet, at) {
      var button = document.createElement("button");
      button.type = "button";
      button.dataset.drop = facet.k;
      button.textContent = parts[at] + " \u00d7";
      button.setAttribute("aria-label", say("drop", { what: parts[at] }));
      return button;
    }));
    var lost = one(".lost");
    lost.hidden = choice.lost.length === 0;
    lost.textContent = lost.hidden ? "" : say("unknown", { what: choice.lost.join(", ") });
    var add = one('[data-do="unreported"]');
    add.hidden = unknown.length === 0;
    add.textContent = choice.unreported ? words.remove : say("add", { n: number(unknown.length) });
    add.setAttribute("aria-pressed", String(choice.unreported));
    one('[data-do="clear"]').hidden = parts.length === 0 && choice.lost.length === 0;
  }

  function fillTable() {
    var table = one("table"), head = table.tHead.rows[0];
    while (head.cells.length > 3) { head.deleteCell(3); }
    shown.columns.forEach(function (facet) {
      var cell = element("th", "", facet.t === "between" ? "number" : "words");
      cell.scope = "col";
      cell.dataset.key = facet.k;
      cell.dataset.kind = facet.t === "between" || facet.t === "least" ? "number" : "text";
      cell.append(element("span", facet.name));
      head.append(cell);
      makeSort(cell);
    });
    sorting.mark(Array.from(head.cells), shown.order);
    var points = shown.columns.map(mostDecimals);
    table.tBodies[0].replaceChildren.apply(table.tBodies[0], shown.list.slice(0, mostRows).map(function (place) { return row(place, points); }));
    var more = one(".more");
    more.hidden = shown.list.length <= mostRows;
    more.textContent = more.hidden ? "" : say("more", { n: number(mostRows), all: number(shown.list.length) });
  }

  /** makeSort lets a head sort the table. */
  function makeSort(head) {
    sorting.button(head, say("sort", { name: head.textContent }), function () {
      var choice = read();
      choice.order = sorting.next(choice.order, head);
      write(choice);
    });
  }

  /**
   * decimals is the end of a number, from its point on.
   * @param {?number} n
   * @returns {string}
   */
  function decimals(n) { return n === null ? "" : (/\.\d+$/.exec(String(n)) || [""])[0]; }

  // mostDecimals is the longest end of the numbers that are shown of a facet.
  function mostDecimals(facet) {
    if (facet.t !== "between") { return ""; }
    return shown.list.map(function (place) { return decimals(facet.n[place]); })
      .reduce(function (most, end) { return end.length > most.length ? end : most; }, "");
  }

  // row is the row of a region; points are the longest ends of numbers, by column, so
  // that shorter ones stand under them.
  function row(place, points) {
    var region = facts.regions[place], made = document.createElement("tr"), head = document.createElement("th"), link = element("a", region[1]);
    head.scope = "row";
    link.href = "regions/" + region[0].toLowerCase() + ".html";
    head.append(pick(region), link);
    made.append(element("td", region[0], "code"), head, element("td", countryName(region[2])));
    shown.columns.forEach(function (facet, at) {
      var text = answer(facet, place, shown.picked[facet.k]);
      var cell = element("td", text || words["not-reported"], (facet.t === "between" ? "number" : "words") + (text ? "" : " absent"));
      if (text && points[at]) {
        var pad = element("span", "", "pad");
        pad.dataset.pad = points[at].slice(decimals(facet.n[place]).length);
        cell.append(pad);
      }
      made.append(cell);
    });
    return made;
  }

  // pick is the box that picks a region to be compared with others.
  function pick(region) {
    var box = document.createElement("input");
    box.type = "checkbox";
    box.dataset.pick = region[0].toLowerCase();
    box.checked = picks.indexOf(box.dataset.pick) >= 0;
    box.setAttribute("aria-label", say("pick", { name: region[1] }));
    return box;
  }

  function choosePick(box) {
    picks = picks.filter(function (code) { return code !== box.dataset.pick; });
    if (box.checked && picks.length < mostPicks) { picks.push(box.dataset.pick); }
    one(".picked").textContent = box.checked && picks.indexOf(box.dataset.pick) < 0 ? words["compare-more"] : "";
    box.checked = picks.indexOf(box.dataset.pick) >= 0;
    var link = one('[data-do="compare"]');
    link.hidden = picks.length === 0 || picks.length > mostCompared;
    link.textContent = say("compare", { n: picks.length });
    link.href = "compare.html#r=" + picks.join(",");
    link = one('[data-do="group"]');
    link.hidden = picks.length === 0;
    link.textContent = say("group", { n: picks.length });
    link.href = "consortium.html#r=" + picks.join(",");
  }

  function countryName(code) { return facets.country ? facets.country.names[code.toLowerCase()] : code; }

  // fillMap lets the map dim the regions that are not in the list; where it shows
  // countries, those without any that is.
  function fillMap() {
    var chosen = [];
    shown.list.forEach(function (place) {
      chosen.push("regions/" + facts.regions[place][0].toLowerCase() + ".html", "countries/" + facts.regions[place][2].toLowerCase() + ".html");
    });
    document.dispatchEvent(new CustomEvent("atlas-chosen", { detail: chosen }));
  }

  // take hands over the list as it is shown: a file of comma-separated values.
  function take() {
    var heads = all("thead th").map(function (cell) { return one("span span", cell).textContent; });
    var rows = [heads].concat(shown.list.map(function (place) {
      var region = facts.regions[place];
      return [region[0], region[1], countryName(region[2])].concat(shown.columns.map(function (facet) {
        if (facet.t === "between") { return facet.n[place] === null ? "" : String(facet.n[place]); }
        return answer(facet, place) || words["not-reported"];
      }));
    }));
    window.atlasTake(words.file + "-" + location.hash, rows);
  }

  function bound(text) {
    var plain = text.replace(/[\s\u00a0\u202f,]/g, "").replace("\u2212", "-");
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  }

  // drop takes what is picked in a facet out of a choice, and the order by its column.
  function drop(choice, key) {
    delete choice.picked[key];
    if (choice.order && choice.order.key === key && fixed.indexOf(key) < 0) { choice.order = null; }
  }

  function choose(input, replace) {
    var choice = read(), form = input.closest("[data-facet]"), facet = facets[form.dataset.facet], whole = one("[data-all]", form);
    var options = all("input[value]:checked", form).map(function (other) { return other.value; });
    if (facet.t === "least" && input.checked) { options = [input.value]; }
    var picked = { options: options, all: Boolean(whole && whole.checked) }, any = options.length > 0;
    if (facet.t === "between") {
      picked.from = bound(one('[data-bound="from"]', form).value);
      picked.to = bound(one('[data-bound="to"]', form).value);
      any = picked.from !== null || picked.to !== null;
    }
    if (any) { choice.picked[facet.k] = picked; } else { drop(choice, facet.k); }
    if (any || !whole || input !== whole) { write(choice, replace); }
  }

  window.atlasFacts = function (loaded) {
    facts = loaded;
    facts.facets.forEach(function (facet) { prepare(facet, facts.regions.length); });
    page.hidden = false;
    one(".without", document).hidden = true;
    var form = one(".facets");
    form.addEventListener("change", function (event) { choose(event.target, Boolean(event.target.dataset.bound)); });
    form.addEventListener("input", function (event) { if (event.target.dataset.bound) { choose(event.target, true); } });
    one("table").addEventListener("change", function (event) { if (event.target.dataset.pick) { choosePick(event.target); } });
    page.addEventListener("click", function (event) {
      var button = event.target.closest("button"), choice = read();
      if (!button) { return; }
      if (button.dataset.drop) { drop(choice, button.dataset.drop); write(choice); }
      if (button.dataset.do === "unreported") { choice.unreported = !choice.unreported; write(choice); }
      if (button.dataset.do === "clear") { address.clear(owns); }
      if (button.dataset.do === "take") { take(); }
      if (button.dataset.do === "choose") { form.scrollIntoView(); one("summary", form).focus(); }
    });
    all("thead th").forEach(makeSort);
    address.own(owns, show);
  };
})();

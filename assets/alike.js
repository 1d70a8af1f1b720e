// Tells which regions are alike with one, with weights of the reader's own. What Go says
// with the usual weights, this says too. The address holds the question.
(function () {
  "use strict";

  var page = document.getElementById("alike");
  if (!page) { return; }
  var tools = window.atlasPage(page, JSON.parse(page.dataset.words)), address = window.atlasAddress;
  var one = tools.one, all = tools.all, say = tools.say, element = tools.element, words = tools.words, lang = document.documentElement.lang;
  var most = 10, enough = 0.5, facts, facets = {}, places = Object.create(null), select = one("#alike-region");

  var rules = { close: Number(page.dataset.close), somewhat: Number(page.dataset.somewhat), apart: page.dataset.apart.split(" "), variables: all("[data-weight]").map(variableOf) };

  // variableOf is a figure that counts, as the form has it.
  function variableOf(input) {
    var data = input.dataset;
    return { key: data.weight, name: input.previousElementSibling.textContent, unit: data.unit, log: data.scale === "log", weight: Number(input.defaultValue), spread: Number(data.spread), mean: Number(data.mean) };
  }

  function number(n, digits) {
    var options = digits === undefined ? { maximumFractionDigits: 10 } : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return n.toLocaleString(lang, options).replace("-", "\u2212");
  }

  // The question is read from the address, and nowhere else is it kept.
  function read() {
    var question = { code: (address.get("r") || "").toLowerCase(), own: address.get("own") !== "no", weights: {}, lost: address.lost() };
    if (question.code && places[question.code] === undefined) {
      question.lost.push("r=" + question.code);
      question.code = "";
    }
    rules.variables.forEach(function (variable) {
      var asked = address.get("w." + variable.key), known = asked !== null && /^[012]$/.test(asked);
      if (asked !== null && !known) { question.lost.push("w." + variable.key + "=" + asked); }
      question.weights[variable.key] = known ? Number(asked) : variable.weight;
    });
    return question;
  }

  function write(question) {
    var changes = { r: question.code || null, own: question.own ? null : "no" };
    rules.variables.forEach(function (variable) {
      var weight = question.weights[variable.key];
      changes["w." + variable.key] = weight === variable.weight ? null : String(weight);
    });
    address.set(changes);
  }

  function owns(key) { return key === "r" || key === "own" || rules.variables.some(function (variable) { return key === "w." + variable.key; }); }

  // value is what a region reports on the scale of a variable, in standard deviations;
  // null when it does not.
  function value(variable, place) {
    var n = facets[variable.key] ? facets[variable.key].n[place] : null;
    if (n === null || rules.apart.indexOf(facts.regions[place][0]) >= 0 || variable.log && n <= 0) { return null; }
    return (variable.log ? Math.log10(n) : n) / variable.spread;
  }

  // distance is null where too little is known of the two.
  function distance(a, b, weights) {
    var sum = 0, whole = 0, reported = 0, shares = [];
    rules.variables.forEach(function (variable) {
      var weight = weights[variable.key], x = value(variable, a), y = value(variable, b), assumed = x === null || y === null;
      var adds = weight * (assumed ? variable.mean : Math.abs(x - y));
      sum += adds;
      whole += weight;
      if (!assumed) { reported += weight; }
      shares.push({ variable: variable, adds: adds, assumed: assumed });
    });
    if (whole === 0 || reported < enough * whole) { return null; }
    shares.forEach(function (share) { share.adds /= whole; });
    return { distance: sum / whole, shares: shares };
  }

  function peers(question) {
    var place = places[question.code], list = [];
    facts.regions.forEach(function (region, other) {
      if (other === place || !question.own && region[2] === facts.regions[place][2]) { return; }
      var measured = distance(place, other, question.weights);
      if (measured) { list.push({ place: other, distance: measured.distance, shares: measured.shares }); }
    });
    return list.sort(function (a, b) { return a.distance - b.distance || a.place - b.place; });
  }

  function show() {
    var question = read(), place = places[question.code];
    select.value = question.code;
    one('[name="own"]').checked = question.own;
    all("[data-weight]").forEach(function (choice) { choice.value = String(question.weights[choice.dataset.weight]); });
    tools.note(".lost", question.lost.length > 0 ? [say("unknown", { what: question.lost.join(", ") })] : []);
    one(".peers").replaceChildren();
    if (place === undefined) { one(".sentence").textContent = words.choose; return; }
    var name = facts.regions[place][1], list = peers(question), alike = list.filter(function (peer) { return peer.distance < rules.somewhat; });
    if (list.length === 0) { one(".sentence").textContent = say("few", { name: name }); return; }
    one(".sentence").textContent = alike.length > 0 ? say("found", { n: alike.length, name: name }) : say("none", { name: name, other: facts.regions[list[0].place][1] });
    (alike.length > 0 ? alike : list).slice(0, alike.length > 0 ? most : 1).forEach(function (peer, at) { one(".peers").append(details(place, peer, at === 0)); });
  }

  function details(place, peer, open) {
    var made = element("details", "", "peer"), summary = element("summary", facts.regions[peer.place][1] + " ");
    var how = peer.distance < rules.close ? "close" : peer.distance < rules.somewhat ? "somewhat" : "further";
    made.open = open;
    made.dataset.code = facts.regions[peer.place][0];
    made.dataset.distance = String(peer.distance);
    summary.append(element("span", say(how, { distance: number(peer.distance, 2) }), "how"));
    made.append(summary, table(place, peer), share(place, peer.place));
    return made;
  }

  function table(place, peer) {
    var made = element("table", "", "measures"), head = made.createTHead().insertRow(), body = made.createTBody();
    [words.figure, facts.regions[place][1], facts.regions[peer.place][1], words.adds].forEach(function (text) {
      var cell = element("th", text);
      cell.scope = "col";
      head.append(cell);
    });
    head.cells[2].replaceChildren(linkTo(peer.place));
    peer.shares.forEach(function (share) {
      var row = body.insertRow(), cell = element("th", share.variable.name);
      cell.scope = "row";
      row.append(cell, element("td", reported(share.variable, place)), element("td", reported(share.variable, peer.place)), bar(share, peer));
    });
    return made;
  }

  // share leads to what the two have in common.
  function share(place, other) {
    var made = document.createElement("p"), link = element("a", words.share);
    link.href = "pair.html#r=" + [place, other].map(function (place) { return facts.regions[place][0].toLowerCase(); }).join(",");
    made.append(link);
    return made;
  }

  function linkTo(place) {
    var link = element("a", facts.regions[place][1]);
    link.href = "regions/" + facts.regions[place][0].toLowerCase() + ".html";
    return link;
  }

  function reported(variable, place) {
    var n = facets[variable.key] ? facets[variable.key].n[place] : null;
    return n === null ? words["not-reported"] : (number(n) + " " + variable.unit).trim();
  }

  function bar(share, peer) {
    var space = "http://www.w3.org/2000/svg", made = element("td", "", "adds"), svg = document.createElementNS(space, "svg"), rect = document.createElementNS(space, "rect");
    svg.setAttribute("viewBox", "0 0 100 8");
    svg.setAttribute("aria-hidden", "true");
    rect.setAttribute("width", String(peer.distance > 0 ? Math.round(100 * share.adds / peer.distance) : 0));
    rect.setAttribute("height", "8");
    svg.append(rect);
    made.append(svg, " " + number(share.adds, 2));
    if (share.assumed) { made.append(" ", element("span", words.assumed, "remark")); }
    return made;
  }

  window.atlasFacts = function (loaded) {
    facts = loaded;
    facts.facets.forEach(function (facet) { if (facet.n) { facets[facet.k] = facet; } });
    select.append(element("option", ""));
    facts.regions.forEach(function (region, place) { places[region[0].toLowerCase()] = place; });
    tools.fillRegions(select, facts.regions.filter(function (region) { return rules.apart.indexOf(region[0]) < 0; }));
    page.hidden = false;
    one(".choose").addEventListener("change", function () {
      var question = read();
      question.code = select.value;
      question.own = one('[name="own"]').checked;
      all("[data-weight]").forEach(function (choice) { question.weights[choice.dataset.weight] = Math.min(2, Math.max(0, Math.round(Number(choice.value)))); });
      write(question);
    });
    address.own(owns, show);
  };
})();

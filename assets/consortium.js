// Puts three to eight regions together: what they cover, and which calls they could
// answer. The rules are in the page; the address holds the regions.
(function () {
  "use strict";

  var page = document.getElementById("consortium");
  if (!page) { return; }
  var tools = window.atlasPage(page), address = window.atlasAddress, names;
  var one = tools.one, all = tools.all, say = tools.say, element = tools.element, list = tools.list;
  var most = 8, least = 3, facts, facets = {}, places = Object.create(null), select = one("select");

  function nameOf(place) { return facts.regions[place][1]; }

  // The group is read from the address, and nowhere else is it kept.
  function read() {
    var chosen = tools.chosen(function (code) { return places[code] !== undefined; }, most), place = function (code) { return places[code]; };
    return { places: chosen.codes.map(place), left: chosen.left.map(place), lost: chosen.lost, strange: chosen.strange };
  }

  function write(group) {
    var codes = group.places.map(function (place) { return facts.regions[place][0].toLowerCase(); });
    address.set({ r: codes.concat(group.strange).join(",") || null });
  }

  // answer is the key of what a region says in a facet, "" when it does not report.
  function answer(facet, place) {
    var option = facet.v[place];
    return option < 0 || option === facet.u ? "" : facet.o[option];
  }

  // judge says how a group meets one need: met, not-met or unclear, with the reason.
  function judge(need, group) {
    var min = Number(need.min), have, silent = [], reason = "";
    if (need.count) {
      have = need.count === "regions" ? group.length : countries(group).length;
    } else if (need.areas) {
      var missing = need.areas.split("|").filter(function (area) {
        var codes = area.slice(area.indexOf(":") + 1).split(" ");
        return !group.some(function (place) { return codes.indexOf(facts.regions[place][2]) >= 0; });
      }).map(function (area) { return area.slice(0, area.indexOf(":")); });
      have = need.areas.split("|").length - missing.length;
      reason = missing.length > 0 ? say("missing-areas", { areas: list(missing) }) : "";
    } else {
      var facet = facets[need.class];
      have = group.filter(function (place) {
        var said = facet ? answer(facet, place) : "";
        if (said === "") { silent.push(nameOf(place)); }
        return said !== "" && need.any.split(" ").indexOf(said) >= 0;
      }).length;
      reason = silent.length > 0 ? say("silent", { regions: list(silent) }) : "";
    }
    var is = have >= min ? "met" : have + silent.length >= min ? "unclear" : "not-met";
    return { is: is, text: tools.words[is] + ": " + say("have", { n: have, min: min }) + (is !== "met" && reason ? " " + reason : "") };
  }

  function countries(group) {
    return group.map(function (place) { return facts.regions[place][2]; }).filter(function (code, at, codes) { return codes.indexOf(code) === at; });
  }

  function show() {
    var group = read(), lost = [];
    if (group.left.length > 0) { lost.push(say("too-many", { what: list(group.left.map(nameOf)) })); }
    if (group.lost.length > 0) { lost.push(say("unknown", { what: group.lost.join(", ") })); }
    tools.note(".lost", lost);
    one(".sentence").textContent = group.places.length === 0 ? tools.words.none :
      say("group", { n: group.places.length, countries: countries(group.places).length }) + (group.places.length < least ? " " + tools.words.few : "");
    one(".chips").hidden = group.places.length === 0;
    one(".chips").replaceChildren.apply(one(".chips"), group.places.map(chip));
    one(".group").hidden = group.places.length === 0;
    tools.disableChosen(select, function (code) { return group.places.indexOf(places[code]) >= 0; });
    fillTable(group.places);
    fillLists(group.places);
    all(".rule", document).forEach(function (rule) { fillRule(rule, group.places); });
  }

  function chip(place) {
    var button = element("button", nameOf(place) + " \u00d7");
    button.type = "button";
    button.dataset.drop = String(place);
    button.setAttribute("aria-label", say("remove", { name: nameOf(place) }));
    return button;
  }

  function fillRule(rule, group) {
    all("[data-min]", rule).forEach(function (need) {
      var verdict = one(".verdict", need), found = group.length > 0 ? judge(need.dataset, group) : { is: "", text: "" };
      verdict.textContent = found.text;
      verdict.dataset.is = found.is;
    });
    one(".closed", rule).textContent = new Date(rule.dataset.closes + "T23:59:59") < new Date() ? tools.words.closed : "";
  }

  // fillTable has a row for each region, with what it answers of place and class.
  function fillTable(group) {
    var table = one(".members"), columns = names.filter(function (facet) { return facet.kind === "one" && (facet.subject === "place" || facet.subject === "figures"); });
    table.tHead.rows[0].replaceChildren(element("th", ""));
    columns.forEach(function (facet) { table.tHead.rows[0].append(element("th", facet.name)); });
    all("th", table.tHead).forEach(function (cell) { cell.scope = "col"; });
    table.tBodies[0].replaceChildren.apply(table.tBodies[0], group.map(function (place) {
      var row = document.createElement("tr"), head = document.createElement("th"), link = element("a", nameOf(place));
      head.scope = "row";
      link.href = "regions/" + facts.regions[place][0].toLowerCase() + ".html";
      head.append(link);
      row.append(head);
      columns.forEach(function (facet) {
        var said = answer(facets[facet.key], place);
        row.append(element("td", said ? facet.options[said] : tools.words["not-reported"], said ? "" : "absent"));
      });
      return row;
    }));
  }

  // fillLists says who is in which network, who covers which topic, and what each rated.
  function fillLists(group) {
    var covered = [], topics = [], rated = [];
    names.forEach(function (facet) {
      var facts = facets[facet.key];
      if (facet.subject === "networks" && facet.members) { covered.push(network(facet, facts, group)); }
      if (facet.subject === "topics") {
        Object.keys(facet.options).forEach(function (key) {
          var by = group.filter(function (place) { return facts.h[facts.o.indexOf(key)].indexOf(place) >= 0; }).map(nameOf);
          if (by.length > 0) { topics.push(facet.options[key] + ": " + list(by)); }
        });
      }
      if (facet.subject === "evaluation") {
        group.forEach(function (place) {
          var said = answer(facts, place);
          if (said) { rated.push(say("rated", { name: nameOf(place), question: facet.name, rating: facet.options[said] })); }
        });
      }
    });
    fillList(".covered", covered);
    fillList(".topics", topics);
    fillList(".rated", rated);
  }

  function fillList(selector, texts) {
    var items = (texts.length > 0 ? texts : [tools.words.nothing]).map(function (text) { return element("li", text); });
    one(selector).replaceChildren.apply(one(selector), items);
  }

  function network(facet, facts, group) {
    var by = [], silent = [];
    group.forEach(function (place) {
      var said = answer(facts, place);
      if (facet.members.indexOf(said) >= 0) { by.push(nameOf(place)); }
      if (said === "") { silent.push(nameOf(place)); }
    });
    var text = by.length > 0 ? say("by", { network: facet.name, regions: list(by) }) : say("uncovered", { network: facet.name });
    return silent.length > 0 ? text + " " + say("silent-of", { regions: list(silent) }) : text;
  }

  window.atlasNames = function (loaded) {
    tools.words = loaded.words;
    names = loaded.facets;
  };

  window.atlasFacts = function (loaded) {
    facts = loaded;
    facts.facets.forEach(function (facet) {
      if (typeof facet.v === "string") { facet.v = Array.from(facet.v, function (letter) { return letter === "-" ? -1 : parseInt(letter, 36); }); }
      facets[facet.k] = facet;
    });
    facts.regions.forEach(function (region, place) { places[region[0].toLowerCase()] = place; });
    tools.fillRegions(select, facts.regions);
    page.hidden = false;
    one("form").addEventListener("submit", function (event) {
      var group = read();
      event.preventDefault();
      group.places.push(places[select.value]);
      write(group);
    });
    page.addEventListener("click", function (event) {
      var button = event.target.closest("[data-drop]"), group = read();
      if (!button) { return; }
      group.places = group.places.filter(function (place) { return String(place) !== button.dataset.drop; });
      write(group);
    });
    address.own(function (key) { return key === "r"; }, show);
  };
})();

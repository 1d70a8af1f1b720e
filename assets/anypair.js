// Draws the brief on any two regions: what the written page of the two says, this says
// too. What each region says comes from a script of its own. The address holds which.
(function () {
  "use strict";

  var page = document.getElementById("anypair");
  if (!page) { return; }
  var tools = window.atlasPage(page), asks, words, address = window.atlasAddress;
  var one = tools.one, all = tools.all, say = tools.say, element = tools.element, list = tools.list;
  var most = 2, regions = Object.create(null), said = {}, selects = all("select");
  var blank = { title: document.title, head: one("h1", document).textContent, lede: one(".lede", document).textContent };

  function read() { return tools.chosen(function (code) { return regions[code]; }, most); }

  function show() {
    var choice = read(), codes = choice.codes, waiting = codes.filter(function (code) { return said[code] === undefined; }), lost = [];
    if (choice.left.length > 0) { lost.push(say("too-many", { what: list(choice.left.map(nameOf)) })); }
    if (choice.lost.length > 0) { lost.push(say("unknown", { what: choice.lost.join(", ") })); }
    tools.note(".lost", lost);
    selects.forEach(function (select, at) {
      select.value = codes[at] || "";
      Array.from(select.options).forEach(function (option) { option.disabled = option.value !== "" && option.value === codes[1 - at]; });
    });
    one(".sentence").textContent = [words.none, say("one", { name: codes.length > 0 ? nameOf(codes[0]) : "" }), ""][codes.length];
    if (codes.length < most) { return clear(); }
    if (waiting.length > 0) { return waiting.forEach(load); }
    if (codes.every(function (code) { return said[code]; })) { draw(codes); }
  }

  function nameOf(code) { return regions[code].name; }

  // load asks for what a region says; a script that is not there counts as silence, and
  // is said.
  function load(code) {
    said[code] = null;
    tools.load("assets/compare/" + code + ".js", function () { said[code] = { name: nameOf(code), address: "", says: {}, brief: { n: 0, e: Object.keys(asks.sections) }, failed: true }; show(); });
  }

  function clear() {
    title(blank.title, blank.head, blank.lede);
    all(".acts, article").forEach(function (part) { part.hidden = true; });
    one(".rests").textContent = "";
  }

  function title(whole, head, lede) {
    document.title = whole;
    one("h1", document).textContent = head;
    one(".lede", document).textContent = lede;
  }

  // draw fills every block. The region whose code comes first comes first, as in the
  // written pages.
  function draw(codes) {
    var order = codes.slice().sort(function (a, b) { return regions[a].place - regions[b].place; });
    var a = said[order[0]], b = said[order[1]], names = { a: a.name, b: b.name }, head = say("title", names);
    title(head + blank.title.slice(blank.head.length), head, say("intro", names));
    all(".acts, article").forEach(function (part) { part.hidden = false; });
    fillActs(order, a, b);
    fill("ties", [{ items: ties(order, a, b) }]);
    fill("networks", networks(a, b, names));
    fill("areas", [{ items: areas(a, b) }]);
    fill("overlap", overlap(a, b));
    fill("lists", lists(a, b));
    fill("wishes", [a, b].map(wishes));
    fill("needs", [a, b].map(needs));
    fill("contacts", [a, b].map(contacts));
    fill("unknown", [a, b].map(unknown));
    one(".rests").textContent = say("rests", { known: a.brief.n + b.brief.n, asked: 2 * asks.facts });
    one(".sentence").textContent = [a, b].filter(function (region) { return region.failed; }).map(function (region) { return say("failed", { name: region.name }); }).join(" ");
  }

  function fillActs(order, a, b) {
    var written = "pairs/" + order.slice().sort().join("-") + ".html", link = one('[data-to="written"]');
    [["first", a], ["second", b]].forEach(function (pair) {
      var to = one('[data-to="' + pair[0] + '"]');
      to.textContent = pair[1].name;
      to.href = pair[1].address;
    });
    one('[data-to="compare"]').href = "compare.html#r=" + order.join(",");
    link.textContent = words.written;
    link.href = written;
    link.parentNode.hidden = !one('#written a[href="' + CSS.escape(written) + '"]', document);
  }

  // fill puts groups into a block, or says that there is none.
  function fill(key, groups) {
    var parts = groups.filter(function (group) { return group.items.length > 0; }).map(function (group) {
      var made = element("div", "", "group"), items = element("ul", "", "items");
      if (group.title) { made.append(element("h3", group.title)); }
      group.items.forEach(function (item) { items.append(entry(item)); });
      made.append(items);
      return made;
    });
    if (parts.length === 0) { parts.push(element("p", words[key + ".none"], "absent")); }
    one('[data-block="' + key + '"]').replaceChildren.apply(one('[data-block="' + key + '"]'), parts);
  }

  function entry(item) {
    var made = document.createElement("li"), text = item.href ? element("a", item.text) : item.text;
    if (item.href) { text.href = item.href; }
    made.append(text);
    if (item.note) { made.append(" ", element("span", item.note, "remark")); }
    return made;
  }

  // ties are what both name, and where one names the other.
  function ties(order, a, b) {
    var kinds = ["tie.initiative", "tie.project", "tie.organisation"], items = [];
    (a.brief.t || []).forEach(function (mine) {
      var other = (b.brief.t || []).find(function (thing) { return thing.k === mine.k; });
      if (other) { items.push({ text: mine.t, href: mine.a || other.a, note: words[kinds[mine.i]] }); }
    });
    [[a, b, order[1]], [b, a, order[0]]].forEach(function (way) {
      (way[0].brief.w || []).forEach(function (wanted) {
        if (wanted.r.indexOf(way[2]) >= 0) { items.push({ text: wanted.t, href: wanted.a, note: say("tie.partner", { region: way[0].name, other: way[1].name }) }); }
      });
    });
    return items;
  }

  // membership is what a region answers for a network: its status, "" when it does not
  // report, and what is known beside it.
  function membership(region, network) {
    var cell = region.says["memberships." + network.k];
    return cell ? { status: cell.k[0], member: asks.members.indexOf(cell.k[0]) >= 0, country: asks.countries.indexOf(cell.k[0]) >= 0, note: cell.p[0].n || "" } : { status: "", member: false, country: false, note: "" };
  }

  // standing is how two regions stand to a network: the key of a heading, "" where there
  // is nothing to say.
  function standing(network, a, b) {
    if (network.c) { return a.status !== "" && a.status === b.status ? "both" : ""; }
    if (a.member && b.member) { return "both"; }
    if (a.country && b.country) { return "by-country"; }
    if (a.member) { return b.status ? "only-a" : "perhaps-b"; }
    if (b.member) { return a.status ? "only-b" : "perhaps-a"; }
    return "";
  }

  function standings(a, b, byPlace) {
    return asks.networks.filter(function (network) { return !network.p === !byPlace; }).map(function (network) {
      var mine = membership(a, network), theirs = membership(b, network), category = network.c && network.c[mine.status];
      return { is: standing(network, mine, theirs), text: network.t, href: network.a, note: category || [mine.note, theirs.note].filter(Boolean).join("; ") };
    });
  }

  function networks(a, b, names) {
    var list = standings(a, b, false);
    return ["both", "by-country", "only-a", "only-b", "perhaps-b", "perhaps-a"].map(function (is) {
      return { title: say(is, names), items: list.filter(function (item) { return item.is === is; }) };
    });
  }

  function areas(a, b) {
    return standings(a, b, true).filter(function (item) { return item.is === "both" || item.is === "by-country"; });
  }

  function keysOf(region, section) { return region.brief.l && region.brief.l[section] || []; }

  function overlap(a, b) {
    var topics = asks.topics.filter(function (topic) { return keysOf(a, "topics").indexOf(topic.k) >= 0 && keysOf(b, "topics").indexOf(topic.k) >= 0; });
    var groups = [{ title: asks.sections.topics, items: topics.map(function (topic) { return { text: topic.t, href: topic.a }; }) }];
    asks.classes.forEach(function (classification) {
      var codes = common(codesOf(a, classification.k), codesOf(b, classification.k));
      groups.push({ title: say("codes", { classification: classification.t }), items: codes.exact }, { title: say("codes.above", { classification: classification.t }), items: codes.above });
    });
    return groups;
  }

  function codesOf(region, classification) { return region.brief.c && region.brief.c[classification] || []; }

  // common are the codes that both state, and those at which others of them meet one
  // level up.
  function common(mine, theirs) {
    var exact = [], above = [], known = {};
    var stated = function (codes) { return codes.filter(function (code) { return code.s; }); };
    mine.concat(theirs).forEach(function (code) { known[code.k] = code; });
    stated(mine).forEach(function (code) { if (stated(theirs).some(function (other) { return other.k === code.k; })) { exact.push(code.k); } });
    stated(mine).forEach(function (code) {
      stated(theirs).forEach(function (other) {
        var up = meet(code, other);
        if (up && exact.indexOf(up) < 0 && above.indexOf(up) < 0) { above.push(up); }
      });
    });
    var items = function (keys) { return keys.map(function (key) { return { text: key, href: known[key].a, note: known[key].t }; }); };
    return { exact: items(exact), above: items(above.sort()) };
  }

  function meet(code, other) {
    if (code.k === other.k) { return ""; }
    if (code.u && (code.u === other.u || code.u === other.k)) { return code.u; }
    return other.u === code.k ? code.k : "";
  }

  // lists are what one region lists and the other, which lists others, does not.
  function lists(a, b) {
    var groups = [];
    asks.lists.forEach(function (kind) {
      if ([a, b].some(function (region) { return isSilent(region, kind.s); })) { return; }
      [[a, b], [b, a]].forEach(function (way) {
        var only = kind.o.filter(function (term) { return keysOf(way[0], kind.s).indexOf(term.k) >= 0 && keysOf(way[1], kind.s).indexOf(term.k) < 0; });
        groups.push({ title: say("lists.one", { one: way[0].name, other: way[1].name, what: kind.w }), items: only.map(function (term) { return { text: term.t }; }) });
      });
    });
    return groups;
  }

  function isSilent(region, section) { return (region.brief.e || []).indexOf(section) >= 0; }

  function wishes(region) {
    var looks = region.says.collaboration, wanted = region.says.partners, items = [];
    if (looks) { items.push({ text: words["looking." + looks.k[0]], href: looks.p[0].a, note: looks.p[0].n }); }
    (wanted ? wanted.p : []).forEach(function (partner) { items.push({ text: partner.t, note: words.wanted }); });
    return { title: region.name, items: items };
  }

  function needs(region) {
    var rated = asks.needs.filter(function (need) { return region.says["evaluation." + need.k]; });
    return { title: region.name, items: rated.map(function (need) { return { text: need.t, note: region.says["evaluation." + need.k].p[0].t }; }) };
  }

  // contacts are whom to write to; where nobody is named, where the facts come from.
  function contacts(region) {
    var sites = region.says.websites, sources = region.says.sources, source = sources && (sources.p.find(function (part) { return part.a; }) || sources.p[0]);
    var items = (sites ? sites.p : []).map(function (part) { return { text: part.t, href: part.a, note: part.n }; });
    if (items.length === 0 && source) { items.push({ text: source.t, href: source.a, note: words["no-contact"] }); }
    return { title: region.name, items: items };
  }

  function unknown(region) {
    return { title: region.name, items: (region.brief.e || []).map(function (section) { return { text: asks.sections[section] }; }) };
  }

  window.atlasAsked = function (loaded) {
    asks = loaded;
    words = tools.words = loaded.words;
  };

  window.atlasCompared = function (loaded) {
    said[loaded.code.toLowerCase()] = loaded;
    show();
  };

  window.atlasFacts = function (facts) {
    facts.regions.forEach(function (region, place) { regions[region[0].toLowerCase()] = { name: region[1], place: place }; });
    selects.forEach(function (select) {
      select.append(element("option", ""));
      tools.fillRegions(select, facts.regions);
      select.addEventListener("change", function () {
        address.set({ r: selects.map(function (one) { return one.value; }).concat(read().strange).filter(Boolean).join(",") || null });
      });
    });
    page.hidden = false;
    one(".without", document).hidden = true;
    address.own(function (key) { return key === "r"; }, show);
  };
})();

// Lets a map answer. A line beside it says the region that is pointed at, a row of a
// table and its shape light each other up, parts of the map come near, and the address
// holds what is shown. Every page is complete without it: shapes and tiles are links.
(function () {
  "use strict";

  /** @type {HTMLElement | null} */
  var sheet = document.querySelector("[data-map]");
  if (!sheet || !sheet.dataset.line) { return; }
  /** @type {SVGSVGElement} */
  var map = sheet.querySelector("svg.map");
  var chart = map.parentElement;
  /** @type {HTMLElement} */
  var land = chart.querySelector(".land");
  var reading = sheet.querySelector(".reading");
  var hatch = map.querySelector("pattern"), select = sheet.querySelector("select");
  var links = all("svg a[href]", sheet);
  var still = matchMedia("(prefers-reduced-motion: reduce)");
  var whole = map.getAttribute("viewBox").split(" ").map(Number), near = whole;
  var duration = 350; // milliseconds that a part takes to come near
  var usual = map.classList.contains("close") ? whole[2] : 800; // pixels that the map is wide where names are not scaled
  var steps = [1, 2, 3, 4, 6, 8]; // the zooms at which more names have room, as the style sheet knows them

  /** @type {{[href: string]: string[]}} a region's name and its value in every view, by the address of its page */
  var said = Object.create(null);
  var told = ""; // the region in the line
  var isTouch = false; // the last pointer that went down was a finger or a pen
  var lit = []; // what is marked now

  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }
  function hrefOf(link) { return link.getAttribute("href"); }

  // The title of a shape says it all. How long its parts are stands beside it; before
  // each there are two characters, and what is not reported has no part.
  links.forEach(function (link) {
    if (!link.dataset.said) { return; }
    var text = link.querySelector("title").textContent, at = 0;
    said[hrefOf(link)] = link.dataset.said.split(" ").map(Number).map(function (length) {
      var part = text.slice(at, at + length);
      at += length && length + 2;
      return part;
    });
  });

  // The line ----------------------------------------------------------------

  function viewShown() {
    var radio = document.querySelector(".views :checked");
    return radio ? Number(radio.id.replace("view-", "")) : 0;
  }

  /**
   * sentence is what the line says of a region, as texts; every second one fills a hole.
   * @param {string} href
   * @returns {{hole: string, text: string}[]}
   */
  function sentence(href) {
    var holes = { name: said[href][0], value: said[href][1 + viewShown()] || sheet.dataset.missing };
    return sheet.dataset.line.split(/\{(name|value)\}/).map(function (text, place) {
      return place % 2 ? { hole: text, text: holes[text] } : { hole: "", text: text };
    });
  }

  function tell(href) {
    told = href;
    reading.classList.add("said");
    reading.replaceChildren.apply(reading, sentence(href).map(function (part) {
      if (part.hole !== "name") { return document.createTextNode(part.text); }
      var strong = document.createElement("strong");
      strong.textContent = part.text;
      return strong;
    }));
    lead(href);
  }

  // lead lets the links beside the line lead on from a region to the pages that set it
  // beside others, and in a group.
  function lead(href) {
    var page = /^(.*)regions\/([^/]+)\.html$/.exec(href);
    all(".beside a", sheet).forEach(function (link) {
      link.hidden = !page;
      if (!page) { return; }
      link.href = link.href.replace(/#.*/, "") + "#r=" + page[2];
      link.setAttribute("aria-label", link.textContent + ": " + said[href][0]);
    });
  }

  // What a shape is called says the view that is shown, and no other.
  function retell() {
    links.forEach(function (link) {
      var title = link.querySelector("title");
      if (title && said[hrefOf(link)]) { title.textContent = sentence(hrefOf(link)).map(function (part) { return part.text; }).join(""); }
    });
    if (told) { tell(told); }
  }

  // Shape and row -------------------------------------------------------------

  // placeAt is the region that an element stands for: a shape, or the row of a table
  // or list with a link to it.
  function placeAt(element) {
    var found = element.closest && element.closest("[data-map] svg a[href], main tr, main li");
    if (!found) { return null; }
    var inMap = sheet.contains(found);
    var link = inMap ? found : all("a[href]", found).find(function (one) { return said[hrefOf(one)]; });
    return link && said[hrefOf(link)] ? { href: hrefOf(link), inMap: inMap } : null;
  }

  // lift draws the outline of a shape once more, above its neighbours and below names.
  function lift(link) {
    var names = map.querySelector(".countries, .names, .totals"), before = link.parentNode === map ? names : null;
    var copies = [];
    all("path, circle", link).forEach(function (shape) {
      if (!shape.getClientRects().length) { return; } // a ring that is not needed near by
      ["lifted casing", "lifted"].forEach(function (name) {
        var copy = shape.cloneNode();
        copy.setAttribute("class", shape.classList.contains("mark") ? name + " mark" : name);
        link.parentNode.insertBefore(copy, before);
        copies.push(copy);
      });
    });
    return copies;
  }

  function light(href) {
    lit.forEach(function (one) { if (one.classList.contains("lifted")) { one.remove(); } else { one.classList.remove("lit"); } });
    lit = [];
    if (!href) { return; }
    links.filter(function (link) { return hrefOf(link) === href; }).forEach(function (link) {
      lit.push(link);
      if (map.contains(link) && !link.matches(".callout, .away")) { lit = lit.concat(lift(link)); }
    });
    all("main tr a[href], main li a[href]").forEach(function (link) {
      if (hrefOf(link) === href && !sheet.contains(link)) { lit.push(link.closest("tr, li")); }
    });
    lit.forEach(function (one) { if (!one.classList.contains("lifted")) { one.classList.add("lit"); } });
  }

  function point(event) {
    if (event.pointerType === "touch" || isTouch && event.type === "focusin") { return; } // a tap tells by itself
    var place = placeAt(event.target);
    light(place && place.href);
    if (place && place.inMap) { tell(place.href); }
  }

  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("pointerdown", function (event) { isTouch = event.pointerType !== "mouse"; }, true);
  document.addEventListener("keydown", function () { isTouch = false; }, true);
  // The first tap tells, the second opens.
  sheet.addEventListener("click", function (event) {
    var place = placeAt(event.target);
    if (!place || !isTouch || place.href === told) { return; }
    event.preventDefault();
    light(place.href);
    tell(place.href);
  });

  // Others say which regions are chosen: a filter of a table, the page to find regions.
  // The map dims the rest.
  document.addEventListener("atlas-chosen", function (event) {
    var chosen = /** @type {CustomEvent<string[]>} */ (event).detail; // null for all
    links.concat(all("[data-of]", sheet)).forEach(function (one) {
      one.classList.toggle("dim", Boolean(chosen) && chosen.indexOf(one.dataset.of || hrefOf(one)) < 0);
    });
  });

  // Near and far ----------------------------------------------------------------

  function boxOf(link) {
    var box = link.getBBox(), of = link.matches(".callout") ? link : link.parentNode;
    var moved = of !== map && of.transform.baseVal.consolidate();
    var dx = moved ? moved.matrix.e : 0, dy = moved ? moved.matrix.f : 0;
    return link.matches(".callout") ? { x: dx, y: dy, width: 0, height: 0 } : { x: box.x + dx, y: box.y + dy, width: box.width, height: box.height };
  }

  // draw shows a part of the map. What is not in it cannot be focused.
  function draw(box) {
    var zoom = whole[2] / box[2];
    near = box;
    map.setAttribute("viewBox", box.join(" "));
    var text = zoom * (chart.clientWidth || usual) / usual; // names keep their size on screens of any width
    map.style.setProperty("--zoom", String(zoom));
    map.style.setProperty("--text", String(text));
    map.style.setProperty("--x", box[0] + "px");
    map.style.setProperty("--y", box[1] + "px");
    steps.forEach(function (step) { map.classList.toggle("near" + step, (step === 1 ? 1.25 : 1.1) * text >= step); });
    hatch.setAttribute("patternTransform", "rotate(45) scale(" + (whole[2] > 1000 ? 2 : 1) / zoom + ")");
    if (land) {
      land.style.width = 100 * zoom + "%";
      land.style.left = -100 * box[0] * zoom / whole[2] + "%";
      land.style.top = -100 * box[1] * zoom / whole[3] + "%";
    }
  }

  function hideFar(box) {
    if (!map.getClientRects().length) { return; } // a map that is not shown has no boxes
    links.forEach(function (link) {
      if (!map.contains(link)) { return; }
      var b = boxOf(link);
      link.classList.toggle("away", b.x > box[0] + box[2] || b.y > box[1] + box[3] || b.x + b.width < box[0] || b.y + b.height < box[1]);
    });
  }

  var turn = 0; // of the last movement; a newer one ends it
  function move(to) {
    var from = near, start = 0, mine = ++turn;
    hideFar(to);
    if (still.matches || String(from) === String(to) || !map.getClientRects().length) { return draw(to); }
    requestAnimationFrame(function step(now) {
      if (mine !== turn) { return; }
      start = start || now;
      var part = Math.min(1, (now - start) / duration), eased = part * part * (3 - 2 * part);
      draw(part < 1 ? to.map(function (end, place) { return from[place] + (end - from[place]) * eased; }) : to);
      if (part < 1) { requestAnimationFrame(step); }
    });
  }

  // The address -----------------------------------------------------------------

  // The address holds the view, the part and the form that are shown, beside what
  // belongs to others. A link to a place on the page changes it too, and nothing that is
  // shown.
  var kept = [];
  function isPlace() { return Boolean(document.getElementById(location.hash.slice(1))); }

  function pairs() {
    if (!isPlace()) { kept = location.hash.slice(1).split("&").filter(Boolean); }
    return kept;
  }

  function asked(key) {
    var pair = pairs().find(function (one) { return one.indexOf(key + "=") === 0; });
    try { return pair ? decodeURIComponent(pair.slice(key.length + 1)) : ""; } catch (_) { return ""; }
  }

  function choose(key, value) {
    var list = pairs().filter(function (one) { return one.indexOf(key + "=") !== 0; });
    if (value) { list.push(key + "=" + encodeURIComponent(value)); }
    var hash = list.length ? "#" + list.join("&") : "";
    if (hash !== location.hash) { history.pushState(null, "", location.pathname + location.search + hash); }
    show();
  }

  // check chooses the radio of a group that the address asks for, or the first choice.
  function check(radios, value) {
    if (!radios.length) { return; }
    var radio = radios.find(function (one) { return one.value === value; }) || radios.find(function (one) { return one.defaultChecked; });
    radio.checked = true;
    var group = radio.closest("fieldset"), label = radio.parentNode;
    group.scrollLeft = label.offsetLeft - (group.clientWidth - label.offsetWidth) / 2; // on a narrow screen it is a line that moves
  }

  function show() {
    check(all(".views input"), asked("view"));
    var form = asked("as") || asked("zoom") && "map"; // a part is one of the map
    [".narrow", ".wide"].forEach(function (group) { check(all(group + " input", sheet), form); });
    var wanted = asked("zoom"), parts = all("[data-box]", sheet), part = parts.find(function (one) { return (one.dataset.zoom || one.value) === wanted; }) || parts[0];
    parts.forEach(function (one) { if (one.matches("button")) { one.setAttribute("aria-pressed", String(one === part)); } });
    if (select) {
      select.value = part && part.matches("option") ? part.value : "";
      select.classList.toggle("on", select.value !== "");
    }
    retell();
    light("");
    move(part ? part.dataset.box.split(" ").map(Number) : whole);
  }

  document.addEventListener("change", function (event) {
    var input = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    if (input.matches(".views input")) { choose("view", input.value); }
    if (input.matches(".as input")) { choose("as", input.value); }
    if (input === select) { choose("zoom", select.value); }
  });
  sheet.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-box]");
    if (button) { choose("zoom", button.dataset.zoom); }
  });
  window.addEventListener("hashchange", function () { if (!isPlace()) { show(); } });

  new ResizeObserver(function () {
    hideFar(near);
    draw(near);
  }).observe(chart);
  map.style.aspectRatio = whole[2] + " / " + whole[3];
  reading.textContent = sheet.dataset.hint;
  sheet.classList.add("ready");
  show();
})();

// Puts the search box into the head of a page. What finds, and what is found, is
// loaded when the box is first entered. Every page is complete without it.
(function () {
  "use strict";

  var most = 20; // results that are shown

  function load(address, done, failed) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }

  function say(key, holes) { return window.atlasFound.say(key, holes); }

  function element(tag, attributes) {
    var made = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    return made;
  }

  /** @param {HTMLElement} place */
  function makeBox(place) {
    var root = place.dataset.search, ready = false, asked = false, turn = 0, chosen = -1;
    var input = element("input", { type: "search", autocomplete: "off", spellcheck: "false", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list",
      "aria-controls": "search-results", "aria-label": place.dataset.label, placeholder: place.dataset.label, "aria-keyshortcuts": "/" });
    var status = element("p", { role: "status" }), list = element("div", { id: "search-results", role: "listbox", "aria-label": place.dataset.label });
    var panel = element("div", { class: "panel closed" });
    panel.append(status, list);
    place.setAttribute("role", "search");
    place.append(input, panel);

    function start() {
      if (asked) { return; }
      asked = true;
      function failed() {
        asked = false; // the next try may do better
        show(place.dataset.failed, []);
      }
      load(place.dataset.base + "assets/search.js", function () {
        load(root + "assets/search/index.js", function () {
          ready = true;
          if (input.value) { search(); }
        }, failed);
      }, failed);
    }

    function show(message, options) {
      chosen = -1;
      status.textContent = message;
      options.forEach(function (option, number) {
        option.id = "search-result-" + number;
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
      });
      list.replaceChildren.apply(list, options);
      panel.classList.toggle("closed", message === "");
      input.setAttribute("aria-expanded", String(options.length > 0));
      input.removeAttribute("aria-activedescendant");
    }

    /** A word that is offered in the place of one that nothing holds. */
    function offer(word) {
      var option = window.atlasFound.part("span", "what", word);
      option.addEventListener("click", function () {
        input.value = word;
        input.focus();
        search();
      });
      return option;
    }

    function results(typed, regions, allRegions) {
      var found = window.atlasFound.find(typed), answer = window.atlasFound.answerOf(root, typed), all = found.hits.length + allRegions;
      var options = regions.concat(found.hits.slice(0, most).map(function (hit) { return window.atlasFound.optionOf(root, hit, found.marks); }));
      if (all === 0 && answer.length === 0) {
        var words = window.atlasFound.nearest(typed);
        return show(say("none", {}) + (words.length ? " " + say("nearest", {}) : ""), words.map(offer));
      }
      var key = found.loose && !allRegions ? "loose" : all === 1 ? "one" : options.length < all ? "some" : "found";
      show(say(key, { n: all.toLocaleString(document.documentElement.lang), shown: options.length }), answer.concat(options));
    }

    /** A region of a large atlas, as its finder knows it. */
    function named(entry) {
      var option = window.atlasFound.part("a", "", [window.atlasFound.part("span", "kind", entry[3]), " ", window.atlasFound.part("span", "what", entry[2])]);
      option.href = root + entry[0];
      option.append(" ", window.atlasFound.part("span", "whose", entry[1]));
      return option;
    }

    function search() {
      var typed = input.value.trim(), mine = ++turn; // an answer that comes late is no answer
      if (!typed) { return show("", []); }
      if (!ready) { return start(); }
      if (!window.atlasFound.data().shards) { return results(typed, [], 0); }
      window.atlasFindAll(root, typed, function (answer) {
        var regions = answer ? answer.entries.filter(function (entry) { return entry[0].startsWith("regions/"); }) : [];
        if (mine === turn) { results(typed, regions.slice(0, most / 2).map(named), regions.length); }
      });
    }

    function choose(number) {
      var options = list.children;
      if (options.length === 0) { return; }
      if (chosen >= 0) { options[chosen].setAttribute("aria-selected", "false"); }
      chosen = (number + options.length) % options.length;
      options[chosen].setAttribute("aria-selected", "true");
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    }

    input.addEventListener("focus", function () {
      start();
      if (ready && panel.classList.contains("closed")) { search(); }
    });
    input.addEventListener("input", search);
    input.addEventListener("keydown", function (event) {
      var moves = { ArrowDown: chosen + 1, ArrowUp: chosen < 0 ? -1 : chosen - 1 };
      if (event.key === "Escape") {
        event.preventDefault(); // the words stay
        show("", []);
      } else if (event.key === "Enter" && list.firstChild) {
        event.preventDefault();
        list.children[Math.max(chosen, 0)].click();
      } else if (event.key in moves) {
        event.preventDefault();
        choose(moves[event.key]);
      }
    });
    place.addEventListener("focusout", function (event) { if (!place.contains(/** @type {Node} */ (event.relatedTarget))) { show("", []); } });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); }); // the box keeps the focus
    list.addEventListener("click", function (event) { if (event.target.closest("a")) { show("", []); } });
    document.addEventListener("keydown", function (event) {
      var at = /** @type {HTMLElement} */ (document.activeElement);
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) { return; }
      event.preventDefault();
      input.focus();
    });
  }

  document.querySelectorAll("[data-search]").forEach(function (place) { makeBox(/** @type {HTMLElement} */ (place)); });
})();

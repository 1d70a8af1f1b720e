// Adds finding to an atlas of many pages, and folds words for all that search.
// Every page is complete without it.
(function () {
  "use strict";

  // The letters that Unicode does not take apart, as they are typed: the same as
  // those of package fold, which folds the names in the index of the finder.
  var plain = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "þ": "th", "ð": "d", "đ": "d", "ħ": "h",
    "ı": "i", "ɨ": "i", "ł": "l", "ŋ": "n", "ŧ": "t", "ǥ": "g", "ƶ": "z", "ƀ": "b",
    "ə": "e", "ĸ": "k", "ς": "σ", "·": "", "ʼ": ""
  };
  var special = new RegExp("[" + Object.keys(plain).join("") + "]", "g");

  // fold writes a text as it is searched: small letters without marks.
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(special, function (letter) { return plain[letter]; });
  }

  window.atlasFold = fold; // for the search and the tables, which fold what is typed in the same way

  // searchBox is a labelled box, not yet in the page.
  function searchBox(words) {
    var label = document.createElement("label");
    label.className = "find";
    label.append(words + " ");
    var input = document.createElement("input");
    input.type = "search";
    input.autocomplete = "off";
    label.append(input);
    return { label: label, input: input };
  }

  // The finder of an atlas of many pages. Its index lies in scripts beside this
  // one, each for the words that begin with some letters; one is loaded when it
  // is needed. A shard holds entries (e), the beginnings that have shards of
  // their own (k) and, where entries are left out, the number of all (n).
  var folder = "assets/find/", most = 20, shards = {};

  window.atlasFind = function (key, shard) { shards[key] = shard; };

  function loadShard(root, key, done) {
    if (shards[key]) { return done(shards[key]); }
    var script = document.createElement("script");
    script.src = root + folder + (key ? "w-" + key : "w") + ".js";
    script.onload = function () { done(shards[key]); };
    script.onerror = function () { done(null); };
    document.head.append(script);
  }

  function wordsOf(text) { return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean); }

  // follow calls done with what the index knows of the words that begin so:
  // entries, all of them or some, and how many there are. Without an index it
  // calls done with nothing.
  function follow(root, word, done) {
    var rest = encodeURIComponent(word).replace(/%/g, "_").toLowerCase();
    (function step(key) {
      loadShard(root, key, function (shard) {
        var next = shard && shard.k && rest && shard.k.find(function (k) { return k.startsWith(rest) || rest.startsWith(k); });
        if (!shard) { return done(null); }
        if (next) {
          rest = rest.slice(next.length);
          return step(key + next);
        }
        if (rest && shard.k && shard.k.length) { return done({ entries: [], all: 0, whole: true }); }
        done({ entries: shard.e, all: shard.n || shard.e.length, whole: !shard.n });
      });
    })("");
  }

  // An entry is an address, a code, a name, what stands behind the name, and
  // other names, each followed by its language.
  function namesOf(entry) { return entry[4].filter(function (_, place) { return place % 2 === 0; }); }

  function begins(text, words) {
    var has = wordsOf(text);
    return words.every(function (word) { return has.some(function (one) { return one.startsWith(word); }); });
  }

  function matches(entry, words) { return begins([entry[1], entry[2], entry[3]].concat(namesOf(entry)).join(" "), words); }

  // rank puts the code itself first, then names that begin as what was typed.
  function rank(entry, typed) {
    var code = fold(entry[1]), name = fold(entry[2]);
    return [code === typed, name === typed, name.startsWith(typed), code.startsWith(typed), name.includes(typed), true].indexOf(true);
  }

  // findAll calls done with the best entries for what was typed, how many match
  // (0 where nobody knows), and whether none is left out.
  function findAll(root, typed, done) {
    loadShard(root, "", function (first) {
      if (!first) { return done(null); }
      var words = wordsOf(typed), answers = [];
      var long = words.filter(function (word) { return word.length > 1; });
      if (long.length === 0) { return done({ entries: [], all: 0, whole: false, short: true }); }
      long.forEach(function (word) {
        follow(root, word, function (answer) {
          answers.push(answer);
          if (answers.length === long.length) { done(answers.some(function (one) { return !one; }) ? null : best(answers, words, fold(typed.trim()))); }
        });
      });
    });
  }

  window.atlasFindAll = findAll; // for the search of a large atlas

  // best takes the answer for one word and keeps what matches the others: a
  // whole answer if there is one, else the one that leaves out least.
  function best(answers, words, typed) {
    var answer = answers.sort(function (a, b) { return b.whole - a.whole || a.all - b.all; })[0];
    var found = answer.entries.filter(function (entry) { return matches(entry, words); }).map(function (entry, place) {
      return { entry: entry, rank: rank(entry, typed), place: place };
    }).sort(function (a, b) { return a.rank - b.rank || a.place - b.place; });
    return { entries: found.slice(0, most).map(function (one) { return one.entry; }), whole: answer.whole, all: answer.whole ? found.length : words.length > 1 ? 0 : answer.all };
  }

  // says takes its sentences from the place of the finder.
  function says(words, result) {
    if (!result) { return words.failed; }
    if (result.short) { return words.short; }
    if (result.entries.length === 0) { return result.whole ? words.none : words.many; }
    if (result.whole && result.all === result.entries.length) { return result.all === 1 ? words.one : words.found.replace("{n}", result.all); }
    if (!result.all) { return words.some; }
    return words.shown.replace("{n}", result.entries.length).replace("{all}", result.all.toLocaleString(document.documentElement.lang));
  }

  function part(tag, name, text, lang) {
    var element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    if (lang) { element.lang = lang; }
    return element;
  }

  // resultOf shows an entry with the other name that was meant, or the first.
  function resultOf(root, entry, words) {
    var item = document.createElement("li"), link = document.createElement("a"), others = namesOf(entry);
    link.href = root + entry[0];
    link.textContent = entry[2];
    item.append(part("span", "code", entry[1]), " ", link);
    var meant = begins(entry[1] + " " + entry[2], words) ? 0 : Math.max(0, others.findIndex(function (name) { return begins(name, words); }));
    if (others.length) { item.append(" ", part("span", "native", others[meant], entry[4][2 * meant + 1])); }
    item.append(", ", part("span", "remark", entry[3]));
    return item;
  }

  function moveIn(list, input, event) {
    var links = Array.from(list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      input.focus(); // which shows the list
      list.hidden = true;
      return;
    }
    if (list.hidden || event.key !== "ArrowDown" && event.key !== "ArrowUp") { return; }
    event.preventDefault();
    at += event.key === "ArrowDown" ? 1 : -1;
    (at < 0 ? input : links[Math.min(at, links.length - 1)]).focus();
  }

  function makeFinder(place) {
    var root = place.dataset.finder, box = searchBox(place.dataset.label), turn = 0;
    var status = part("p", "about", ""), list = part("ul", "found", "");
    status.setAttribute("role", "status");
    list.hidden = true;
    place.setAttribute("role", "search");
    place.append(box.label, status, list);
    box.input.addEventListener("focus", function () { loadShard(root, "", function () {}); });
    box.input.addEventListener("input", function () {
      var typed = box.input.value, mine = ++turn; // an answer that comes late is no answer
      if (!typed.trim()) { return show("", null, []); }
      findAll(root, typed, function (result) { if (mine === turn) { show(says(place.dataset, result), result, wordsOf(typed)); } });
    });
    function show(message, result, words) {
      status.textContent = message;
      list.replaceChildren.apply(list, (result ? result.entries : []).map(function (entry) { return resultOf(root, entry, words); }));
      list.hidden = !list.firstChild;
    }
    box.input.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && !list.hidden) { list.querySelector("a").click(); }
    });
    place.addEventListener("keydown", function (event) { moveIn(list, box.input, event); });
    place.addEventListener("focusin", function () { list.hidden = !list.firstChild; });
    place.addEventListener("focusout", function (event) { if (!place.contains(event.relatedTarget)) { list.hidden = true; } });
  }

  document.querySelectorAll("[data-finder]").forEach(makeFinder);
})();

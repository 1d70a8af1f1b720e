// Finds what the atlas holds for the box in the head of every page. searchbox.js loads
// it when the box is entered, and then assets/search/index.js, which package search
// writes. Letters are folded by atlas.js.
(function () {
  "use strict";

  /**
   * A thing or a mention, as the index lists it.
   * @typedef {[title: string, kind: number, address: string, others?: string, text?: string, names?: number[]]} Doc
   * @typedef {{ doc: number, key: string }} Choice
   * @typedef {{ kinds: { name: string, thing: boolean }[], docs: Doc[], networks: Choice[], topics: Choice[],
   *   finder: string, shards: boolean, lang?: string, words: Object<string, string> }} Data
   * @typedef {Map<number, number>} Scores  of documents, by number
   * @typedef {{ doc: number, score: number }} Hit
   */

  // How much a word says in the title, in other names, in the kind and in the text;
  // in the name of something that is only named; and of a thing more than of a mention.
  var weights = [8, 7, 3, 1], named = 2, thing = 4;
  var compound = /[\p{L}\p{N}\p{M}]+(?:[-‐‑.'’+&][\p{L}\p{N}\p{M}]+)*/gu, joiner = /[-‐.'’+&]/;

  /** @type {Data} */ var data;
  /** @type {Map<string, Scores>} */ var postings = new Map();
  /** @type {string[]} */ var terms = [];
  /** @type {number[][]} */ var namedBy = []; // who names a document

  /** A compound lists its one word and its parts: ehealth, health. Single letters are no parts. */
  function termsOf(word) {
    var parts = window.atlasFold(word).split(joiner).filter(Boolean);
    var long = parts.filter(function (part) { return part.length > 1; });
    return parts.length < 2 ? parts : [parts.join("")].concat(long);
  }

  function namesOf(doc) { return [doc[0]].concat((doc[3] || "").split(" · ")).filter(Boolean); }

  function wordsOf(text) { return text.match(compound) || []; }

  window.atlasSearch = function (/** @type {Data} */ index) {
    data = index;
    data.docs.forEach(function (doc, number) {
      [doc[0], doc[3], data.kinds[doc[1]].name, doc[4]].forEach(function (text, field) {
        wordsOf(text || "").forEach(function (word) { termsOf(word).forEach(function (term) { note(term, number, weights[field]); }); });
      });
      (doc[5] || []).forEach(function (other) { (namedBy[other] = namedBy[other] || []).push(number); });
    });
    terms = Array.from(postings.keys()).sort();
  };

  function note(term, number, weight) {
    var scores = postings.get(term);
    if (!scores) { postings.set(term, scores = new Map()); }
    if (!scores.has(number)) { scores.set(number, weight); } // the best field comes first
  }

  /** The terms that a typed word stands for, each with how surely: itself, those that it begins, else those one slip away. */
  function meant(word) {
    var found = new Map(), low = 0, high = terms.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (terms[middle] < word) { low = middle + 1; } else { high = middle; }
    }
    for (; low < terms.length && terms[low].startsWith(word); low++) {
      if (word.length > 1 || terms[low] === word) { found.set(terms[low], terms[low] === word ? 1 : .3 + .5 * word.length / terms[low].length); }
    }
    if (found.size === 0 && word.length > 4 && !/\p{N}/u.test(word)) {
      terms.forEach(function (term) { if (slipped(term, word)) { found.set(term, .4 - .01 * Math.abs(term.length - word.length)); } });
    }
    return found;
  }

  /** Whether a term begins with a word in which one letter is wrong, missing, too many, or changed places with the next. */
  function slipped(term, word) {
    var at = 0;
    while (at < word.length && term[at] === word[at]) { at++; }
    var rest = word.slice(at + 1), swapped = word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
    return term.slice(at + 1).startsWith(rest) || term.slice(at).startsWith(rest) ||
      term.slice(at + 1).startsWith(word.slice(at)) || term.slice(at).startsWith(swapped);
  }

  function isThing(number) { return data.kinds[data.docs[number][1]].thing; }
  /** The documents that hold a typed word. Rare words say more; the terms are noted in marks. */
  function scoresOf(word, marks) {
    var all = new Map(), sure = meant(word), holds = new Set();
    sure.forEach(function (_, term) { postings.get(term).forEach(function (_, number) { holds.add(number); }); });
    var rarity = Math.log(1 + data.docs.length / holds.size);
    function raise(number, score) {
      if (isThing(number)) { score *= thing; }
      if (score > (all.get(number) || 0)) { all.set(number, score); }
    }
    sure.forEach(function (quality, term) {
      marks.add(term);
      postings.get(term).forEach(function (weight, number) {
        raise(number, weight * quality * rarity);
        if (weight >= weights[1]) {
          (namedBy[number] || []).forEach(function (other) { raise(other, named * quality * rarity); });
        }
      });
    });
    return all;
  }

  /** The ways to read what was typed: compounds in one word, in their parts, two words as one. */
  function readings(words) {
    var joined = words.map(function (word) { return termsOf(word)[0]; }).filter(Boolean);
    var apart = [].concat.apply([], words.map(function (word) {
      var list = termsOf(word);
      return list.length > 2 && list.slice(1).join("") === list[0] ? list.slice(1) : list.slice(0, 1);
    }));
    var all = apart.length > joined.length ? [joined, apart] : [joined];
    for (var i = 0; i + 1 < joined.length; i++) {
      all.push(joined.slice(0, i).concat(joined[i] + joined[i + 1], joined.slice(i + 2)));
    }
    return all;
  }

  /** The documents with all words of a reading, or with any of them. */
  function read(words, any, marks, best) {
    var sums = new Map();
    words.forEach(function (word) {
      scoresOf(word, marks).forEach(function (score, number) {
        var sum = sums.get(number) || { score: 0, words: 0 };
        sums.set(number, { score: sum.score + score, words: sum.words + 1 });
      });
    });
    sums.forEach(function (sum, number) {
      var score = sum.score * (any ? sum.words : 1);
      if ((any || sum.words === words.length) && score > (best.get(number) || 0)) { best.set(number, score); }
    });
  }

  /** @returns {{ hits: Hit[], loose: boolean, marks: Set<string> }} */
  function find(typed) {
    var ways = readings(wordsOf(typed)), best = new Map(), marks = new Set(), loose = false;
    ways.forEach(function (way) { read(way, false, marks, best); });
    if (best.size === 0 && ways[0].length > 1) {
      loose = true;
      read(ways[0], true, marks, best);
    }
    var hits = Array.from(best, function (entry) { return { doc: entry[0], score: entry[1] }; });
    hits.sort(function (a, b) { return b.score - a.score || a.doc - b.doc; });
    return { hits: hits, loose: loose, marks: marks };
  }

  /** The terms nearest to words that nothing holds. */
  function nearest(typed) {
    var word = readings(wordsOf(typed))[0].sort(function (a, b) { return b.length - a.length; })[0] || "";
    return terms.filter(function (term) { return term.length > 3 && !/\p{N}/u.test(term); }).map(function (term) {
      return { term: term, away: distance(term, word) };
    }).filter(function (one) { return one.away <= Math.max(2, word.length / 3); })
      .sort(function (a, b) { return a.away - b.away; }).slice(0, 3).map(function (one) { return one.term; });
  }

  function distance(a, b) {
    var row = Array.from({ length: b.length + 1 }, function (_, place) { return place; });
    for (var i = 1; i <= a.length; i++) {
      for (var j = 1, corner = row[0]++; j <= b.length; j++) {
        var cost = Math.min(row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1));
        corner = row[j];
        row[j] = cost;
      }
    }
    return row[b.length];
  }

  /** The choices of the finder that were typed, if all words are labels of them, and the number of regions that fit. */
  function question(typed) {
    var words = wordsOf(typed).map(function (word) { return termsOf(word)[0]; }), labels = new Map(), chosen = [];
    function learn(facet) {
      return function (choice) {
        [choice.key].concat(namesOf(data.docs[choice.doc])).forEach(function (name) {
          var key = wordsOf(name).map(function (word) { return termsOf(word)[0]; }).join("");
          if (!labels.has(key)) { labels.set(key, { doc: choice.doc, facet: facet, key: choice.key }); }
        });
      };
    }
    data.networks.forEach(learn("network"));
    data.topics.forEach(learn("topic"));
    for (var at = 0, length; at < words.length; at += length) {
      for (length = words.length - at; length > 0 && !labels.has(words.slice(at, at + length).join("")); length--) { /* the longest */ }
      if (length === 0) { return null; }
      chosen.push(labels.get(words.slice(at, at + length).join("")));
    }
    var fit = (chosen.length ? namedBy[chosen[0].doc] || [] : []).filter(function (number) {
      return isThing(number) && chosen.every(function (one) { return data.docs[number][5].includes(one.doc); });
    });
    return chosen.length > 1 ? { chosen: chosen, regions: fit.length } : null; // of one alone its own page says more
  }

  /** The link to the finder for a question of labels only, or nothing. */
  function answerOf(root, typed) {
    var asked = data.finder && !data.shards && question(typed);
    if (!asked) { return []; }
    function of(facet) { return asked.chosen.filter(function (one) { return one.facet === facet; }); }
    var topics = of("topic").map(function (one) { return one.key; }), networks = of("network"), option = part("a", "", []);
    var pairs = networks.map(function (one) { return one.key + "=yes"; }).concat(topics.length ? "topic=" + topics.join(",") : [], topics.length > 1 ? "topic.all" : []);
    var all = of("topic").concat(networks).map(function (one) { return say(one.facet, { name: shortest(data.docs[one.doc]) }); }).join(data.words.and);
    option.href = root + data.finder + "#" + pairs.join("&");
    option.append(part("span", "what", say("regions", { all: all, n: asked.regions })));
    return [option];
  }

  /** The label of a vocabulary: its title, or a shorter other name. */
  function shortest(doc) { return namesOf(doc).sort(function (a, b) { return a.length - b.length; })[0]; }

  /** A sentence with its holes filled: "<n> found". */
  function say(key, holes) { return data.words[key].replace(/<(\w+)>/g, function (_, hole) { return holes[hole]; }); }

  function part(tag, name, content) {
    var element = document.createElement(tag);
    element.className = name;
    element.append.apply(element, [].concat(content));
    return element;
  }

  /** What an editor wrote, in the language of the atlas. */
  function theirs(name, content) {
    var element = part("span", name, content);
    if (data.lang) { element.lang = data.lang; }
    return element;
  }

  /** A text in pieces, with what was found marked; around says to keep only the words around it. */
  function marked(text, marks, around) {
    var pieces = [], end = 0, first = -1;
    Array.from(text.matchAll(compound)).forEach(function (match) {
      if (!termsOf(match[0]).some(function (term) { return marks.has(term); })) { return; }
      if (first < 0) { first = match.index; }
      if (around && match.index > first + 90) { return; }
      pieces.push(text.slice(end, match.index), part("mark", "", match[0]));
      end = match.index + match[0].length;
    });
    if (first < 0) { return null; }
    pieces.push(around ? text.slice(end, first + 110).replace(first + 110 < text.length ? /\s+\S*$/ : /$/, first + 110 < text.length ? " …" : "") : text.slice(end));
    if (around && first > 50) { pieces[0] = "… " + pieces[0].slice(-50).replace(/^\S*\s+/, ""); }
    return pieces;
  }

  function optionOf(root, hit, marks) {
    var doc = data.docs[hit.doc], option = part("a", "", []), where = [];
    option.href = root + doc[2];
    var title = marked(doc[0], marks), others = namesOf(doc).slice(1).map(function (name) { return !title && marked(name, marks); }).filter(Boolean);
    var names = (doc[5] || []).map(function (number) {
      var other = data.docs[number];
      return namesOf(other).map(function (name) { return marked(name, marks); }).filter(Boolean)[0] || !isThing(hit.doc) && [other[0]];
    }).filter(Boolean);
    others.slice(0, 1).concat(names.slice(0, 3)).forEach(function (pieces) {
      where.push.apply(where, (where.length ? [", "] : []).concat(pieces));
    });
    option.append(part("span", "kind", data.kinds[doc[1]].name), " ", theirs("what", title || doc[0]));
    if (where.length) { option.append(" ", part("span", "whose", where)); }
    var text = marked(doc[4] || "", marks, true);
    if (text) { option.append(" ", theirs("text", text)); }
    return option;
  }

  window.atlasFound = { find: find, nearest: nearest, answerOf: answerOf, optionOf: optionOf, part: part, say: say, data: function () { return data; } };
})();

// The search of the site, and what others find on the same documents: the queries are those of queries.txt.
import fs from 'node:fs';
import vm from 'node:vm';
import MiniSearch from 'minisearch';

const queries = fs.readFileSync(new URL('queries.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);
const compound = /[\p{L}\p{N}\p{M}]+(?:[-‐‑.'’+&][\p{L}\p{N}\p{M}]+)*/gu;
const joiners = /[-‐.'’+&]/g;
const atFirst = 5; // results that a reader sees at once

// checkSearch wants ours to have what MiniSearch has first among its first five, to find all of MiniSearch's first
// five, and not to be slower.
export function checkSearch(site, report) {
  const ours = siteSearch(site);
  const theirs = yardstick(ours.data, ours.fold);
  report.looked('what the search finds', queries.length);
  for (const query of queries) {
    const found = ours.find(query);
    const wanted = theirs(query).slice(0, atFirst);
    if (found.length === 0) report.fail({ check: 'what the search finds', message: `nothing for "${query}"` });
    if (wanted.length > 0 && !found.slice(0, atFirst).includes(wanted[0])) {
      report.fail({ check: 'what the search finds', message: `"${query}" does not begin with ${ours.title(wanted[0])}` });
    }
    for (const doc of wanted.filter((one) => !found.includes(one))) {
      report.fail({ check: 'what the search finds', message: `"${query}" does not find ${ours.title(doc)}` });
    }
  }
  compareCost(cost(ours.find), cost(theirs), report);
}

// siteSearch is the script of the site, without a page.
function siteSearch(site) {
  const window = {};
  const document = { documentElement: { lang: 'en' }, querySelectorAll: () => [] };
  const scope = vm.createContext({ window, document, atlasSearch: (index) => window.atlasSearch(index) });
  for (const name of ['atlas.js', 'search.js', 'search/index.js']) {
    vm.runInContext(site.bytes(`assets/${name}`).toString(), scope);
  }
  const data = window.atlasFound.data();
  return {
    data,
    fold: window.atlasFold,
    find: (query) => window.atlasFound.find(query).hits.map((hit) => hit.doc),
    title: (doc) => `${data.docs[doc][0]} (${data.kinds[data.docs[doc][1]].name})`,
  };
}

// yardstick is MiniSearch, tuned as well as we could: compounds joined and apart, names before texts, things before
// mentions; slips only where the words as typed find nothing, and then any of the words.
function yardstick(data, fold) {
  const parts = (word) => fold(word).split(joiners).filter(Boolean);
  const words = (text) => text.match(compound) ?? [];
  const tokenize = (text) => words(text).flatMap((word) => {
    const list = parts(word);
    return list.length < 2 ? list : [list.join(''), ...list.filter((part) => part.length > 1)];
  });
  const index = new MiniSearch({ fields: ['title', 'others', 'kind', 'names', 'text'], tokenize, processTerm: (term) => term });
  index.addAll(data.docs.map((doc, id) => ({
    id, title: doc[0], others: doc[3] ?? '', kind: data.kinds[doc[1]].name, text: doc[4] ?? '',
    names: (doc[5] ?? []).map((number) => data.docs[number][0]).join(' '),
  })));
  const common = {
    tokenize: (text) => words(text).map((word) => parts(word).join('')),
    processTerm: (term) => term,
    boost: { title: 8, others: 7, kind: 3, names: 2 },
    boostDocument: (id) => (data.kinds[data.docs[id][1]].thing ? 4 : 1),
    prefix: true,
  };
  const fuzzy = (term) => (term.length > 4 && !/\p{N}/u.test(term) ? 0.2 : false);
  const ways = [{ combineWith: 'AND' }, { combineWith: 'AND', fuzzy }, { combineWith: 'OR', fuzzy }];
  return (query) => {
    for (const way of ways) {
      const hits = index.search(query, { ...common, ...way });
      if (hits.length > 0) return hits.map((hit) => hit.id);
    }
    return [];
  };
}

// cost is the milliseconds of processor time that a query takes, over many turns.
function cost(search) {
  const turns = 40;
  queries.forEach(search); // so that both are compiled
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) queries.forEach(search);
  return process.cpuUsage(before).user / 1000 / queries.length / turns;
}

// A query of both takes a small part of a millisecond; twice as slow would be a change worth a look, not a matter of
// the machine.
function compareCost(ours, theirs, report) {
  console.log(`      ${queries.length} queries: ${ours.toFixed(2)} ms each, ${theirs.toFixed(2)} ms in MiniSearch`);
  report.looked('how quick the search is', queries.length);
  if (ours > 2 * theirs && ours > 1) {
    report.fail({ check: 'how quick the search is', message: `${ours.toFixed(2)} ms a query, MiniSearch ${theirs.toFixed(2)} ms` });
  }
}
